package org.kpisuite.domain.catalogue;

/** The six fixed groups of indicators (domain specification §1.3). */
public enum IndicatorGroup {
    REACH,
    CONVERSION,
    FINANCE,
    CHANNEL,
    RETENTION,
    SATISFACTION
}
