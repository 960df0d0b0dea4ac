package org.kpisuite.domain.actual;

import java.util.List;

/**
 * Where the period of a fact or the date of an event comes from, and how it is written.
 *
 * @param patterns of {@link java.time.format.DateTimeFormatter}, tried in order, with month names in English and Russian;
 *     none for the notations of the contract, with or without a time of day
 */
public record PeriodGiven(Given text, List<String> patterns) {
    public PeriodGiven {
        patterns = List.copyOf(patterns);
    }

    public static PeriodGiven of(String column, String... patterns) {
        return new PeriodGiven(Given.Column.of(column), List.of(patterns));
    }
}
