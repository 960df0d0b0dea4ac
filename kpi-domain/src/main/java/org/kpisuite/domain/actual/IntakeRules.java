package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.CalendarKind;

/**
 * How the texts of a file are to be understood; part of an import profile.
 *
 * @param percentAs how a bare number of a percentage is meant; null if undeclared, then a percent sign is needed
 * @param multiplier what numbers are multiplied by: 1000 for a file in thousands
 * @param currency ISO 4217 of all money where rows do not say
 * @param source code of the source where rows do not say
 * @param calendar whose quarter {@code 2026-Q4} is; null if undeclared, then it is the civil one where the fiscal year
 *     begins in January, and refused where it does not
 */
public record IntakeRules(
        NumberNotation numbers,
        @Nullable PercentNotation percentAs,
        BigDecimal multiplier,
        @Nullable String currency,
        String source,
        @Nullable CalendarKind calendar) {

    /** The built-in source of every installation. */
    public static final String MANUAL = "MANUAL";

    /** How a bare number of a percentage is meant: 12.5 as points or 0.125 as a fraction. */
    public enum PercentNotation {
        POINTS,
        FRACTION
    }

    /** What holds without a profile. */
    public static IntakeRules standard() {
        return new IntakeRules(NumberNotation.AUTO, null, BigDecimal.ONE, null, MANUAL, null);
    }
}
