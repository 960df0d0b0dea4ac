package org.kpisuite.ejb.audit;

import java.util.Set;

/**
 * Which records somebody may read.
 *
 * @param units of which all records
 * @param company whether also those of the whole company
 * @param adminUnits of which those about people and units, which tell no figures
 * @param adminCompany whether also those of the whole company
 */
record AuditReaders(Set<String> units, boolean company, Set<String> adminUnits, boolean adminCompany) {
    /** All records of one unit. */
    static AuditReaders of(String unit) {
        return new AuditReaders(Set.of(unit), false, Set.of(), false);
    }
}
