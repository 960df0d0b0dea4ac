package org.kpisuite.domain.report;

import java.time.Instant;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;

/**
 * What a report is made of: with these and the rows that were recorded before its instant, the same report can be made
 * again.
 *
 * @param organisation by which tree units are taken together; empty for the usual one
 * @param comparison how periods find their prior year; empty for the rule of the company
 * @param currency ISO 4217 in which money is shown; empty for that of each line
 */
public record ReportDefinition(
        String unit,
        Period period,
        Instant asOf,
        Optional<String> organisation,
        Optional<String> comparison,
        Optional<String> currency) {

    /** By the usual choices. */
    public static ReportDefinition usual(String unit, Period period, Instant asOf) {
        return new ReportDefinition(unit, period, asOf, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
