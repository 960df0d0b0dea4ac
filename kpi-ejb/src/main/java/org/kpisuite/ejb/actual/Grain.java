package org.kpisuite.ejb.actual;

import org.kpisuite.domain.calendar.Granularity;

/** Granularities as stored: one letter each. */
final class Grain {
    private Grain() {}

    static String code(Granularity granularity) {
        return switch (granularity) {
            case DAY -> "D";
            case WEEK -> "W";
            case MONTH -> "M";
            case QUARTER -> "Q";
            case YEAR -> "Y";
        };
    }

    static Granularity of(String code) {
        return switch (code) {
            case "D" -> Granularity.DAY;
            case "W" -> Granularity.WEEK;
            case "M" -> Granularity.MONTH;
            case "Q" -> Granularity.QUARTER;
            case "Y" -> Granularity.YEAR;
            default -> throw new IllegalArgumentException(code);
        };
    }
}
