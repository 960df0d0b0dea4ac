package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.CalendarKind;

/**
 * How the texts of a file are to be understood; part of an import profile.
 *
 * @param percentAs how a bare number of a percentage is meant; null if undeclared, then a percent sign is needed
 * @param multiplier what numbers are multiplied by: 1000 for a file in thousands
 * @param currency ISO 4217 of all money where rows do not say, or {@link #OF_UNIT}
 * @param source code of the source where rows do not say
 * @param calendar whose quarter {@code 2026-Q4} is; null if undeclared, then it is the civil one where the fiscal year
 *     begins in January, and refused where it does not
 * @param measures code of a measure to how its numbers are written where they are written in another way than the rest
 */
public record IntakeRules(
        NumberNotation numbers,
        @Nullable PercentNotation percentAs,
        BigDecimal multiplier,
        @Nullable String currency,
        String source,
        @Nullable CalendarKind calendar,
        Map<String, MeasureRule> measures) {

    public IntakeRules {
        measures = Map.copyOf(measures);
    }

    /** Rules that are the same for all measures. */
    public IntakeRules(
            NumberNotation numbers,
            @Nullable PercentNotation percentAs,
            BigDecimal multiplier,
            @Nullable String currency,
            String source,
            @Nullable CalendarKind calendar) {
        this(numbers, percentAs, multiplier, currency, source, calendar, Map.of());
    }

    /** How the numbers of one measure are written. */
    public record MeasureRule(
            BigDecimal multiplier, @Nullable PercentNotation percentAs) {}

    /** How the numbers of that measure are written. */
    MeasureRule of(String measure) {
        MeasureRule own = measures.get(measure);
        return own == null ? new MeasureRule(multiplier, percentAs) : own;
    }

    /** The built-in source of every installation. */
    public static final String MANUAL = "MANUAL";

    /** In place of a currency: the file is in the currency of its unit, as a ledger or an account is. */
    public static final String OF_UNIT = "UNIT";

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
