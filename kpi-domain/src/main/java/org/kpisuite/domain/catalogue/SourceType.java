package org.kpisuite.domain.catalogue;

/** What sort of system facts come from (domain specification §1.4 R17). */
public enum SourceType {
    GA,
    METRICA,
    CRM,
    FORM,
    ADS,
    EMAIL,
    SOCIAL,
    E2E,
    SURVEY,
    BRANDLIFT,
    ERP,
    MANUAL
}
