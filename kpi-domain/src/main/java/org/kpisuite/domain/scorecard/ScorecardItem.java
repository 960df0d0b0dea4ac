package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.OtherSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.Rounding;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * One line of a scorecard. Values are unrounded in the unit of the indicator; percent as a fraction.
 *
 * @param dims dimensions as text, sorted, {@code channel=social}; empty for none
 * @param weight points, 0 for a diagnostic
 * @param explains the item that a diagnostic explains, by {@link #key()}; null if none
 * @param currency ISO 4217 of a money item, else null
 * @param rounding how all values of this line are printed
 * @param planToDate plan phased to the days that the actual covers; the whole plan once the period is over
 * @param plan target of the whole period
 * @param previous value of the previous period, the same elapsed days
 * @param priorYear value one year before, the same elapsed days
 * @param achievement points, null where not scored
 * @param dataTo last day that the actual covers, null where there is none
 * @param beside what else is known of the line: its gate, longer spans, what currencies did to it
 */
public record ScorecardItem(
        String indicator,
        String dims,
        LocalizedText name,
        Nature nature,
        Usage usage,
        BigDecimal weight,
        @Nullable String explains,
        UnitKind unitKind,
        @Nullable String currency,
        Direction direction,
        Rounding rounding,
        Cell actual,
        Cell planToDate,
        Cell plan,
        Cell previous,
        Cell priorYear,
        Change deltaPlan,
        Change deltaPrevious,
        Change deltaPriorYear,
        Cell forecast,
        Optional<ForecastMethod> forecastMethod,
        Anchors anchors,
        @Nullable BigDecimal achievement,
        Completeness completeness,
        @Nullable LocalDate dataTo,
        List<Note> notes,
        List<TrendPoint> trend,
        Beside beside) {

    public ScorecardItem {
        notes = List.copyOf(notes);
        trend = List.copyOf(trend);
    }

    /**
     * What else is known of a line.
     *
     * @param gate decided or pending; empty where the plan sets none
     * @param rolling longer spans that end with the period
     * @param leftOut codes of units that do not count for some of their days, sorted
     * @param otherSources what sources that do not count say otherwise of what the actual is made of
     * @param foretold who set the forecast by hand, and why; its value in the currency of the unit
     * @param currencyEffect where the line is shown in another currency than that of its plan
     */
    public record Beside(
            Optional<GateResult> gate,
            List<RollingComparison> rolling,
            Optional<CurrencyEffect> currencyEffect,
            List<String> leftOut,
            List<OtherSource> otherSources,
            Optional<ManualForecast.Said> foretold,
            StatusLimits limits) {
        public static final Beside NOTHING = new Beside(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                StatusLimits.USUAL);

        public Beside {
            rolling = List.copyOf(rolling);
            leftOut = List.copyOf(leftOut);
            otherSources = List.copyOf(otherSources);
        }
    }

    /**
     * The marks of the plan to the same days as {@link #planToDate}, null where the plan sets none.
     *
     * @param cap highest achievement, points
     * @param floorScore achievement at the floor, points
     * @param lowFloor where a band is worth nothing below it, likewise highFloor above it
     */
    public record Anchors(
            @Nullable BigDecimal floor,
            @Nullable BigDecimal target,
            @Nullable BigDecimal stretch,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            BigDecimal cap,
            BigDecimal floorScore,
            @Nullable BigDecimal lowFloor,
            @Nullable BigDecimal highFloor) {

        /** Marks whose floor is worth nothing. */
        public Anchors(
                @Nullable BigDecimal floor,
                @Nullable BigDecimal target,
                @Nullable BigDecimal stretch,
                @Nullable BigDecimal low,
                @Nullable BigDecimal high,
                BigDecimal cap) {
            this(floor, target, stretch, low, high, cap, BigDecimal.ZERO, null, null);
        }

        /** The scale that they make; empty where the plan sets no aim. */
        public Optional<AchievementScale> scale(Direction direction) {
            boolean aim = direction == Direction.BAND ? low != null && high != null : target != null;
            return aim
                    ? Optional.of(new AchievementScale(
                            direction, floor, target, stretch, low, high, lowFloor, highFloor, floorScore, cap))
                    : Optional.empty();
        }
    }

    /** How a forecast came about; the letter stands beside the number. */
    public enum ForecastMethod {
        MANUAL("m"),
        MODEL("s"),
        RUN_RATE("r");

        private final String letter;

        ForecastMethod(String letter) {
            this.letter = letter;
        }

        public String letter() {
            return letter;
        }
    }

    /** A remark that stands as a mark beside a number and in words below. */
    public enum Note {
        /** ◐ not all days are in. */
        PARTIAL,
        /** Less than half of the days are in: not printed, not scored. */
        TOO_INCOMPLETE,
        NOT_DELIVERED,
        PLAN_NOT_APPROVED,
        DIV0,
        DIV0_COST,
        CURRENCIES,
        /** The plan to date of a stock needs an opening value, and there is none. */
        NO_OPENING,
        /** Worked out from parts by a rule that is not exact: chained, weighted, split by days. */
        ESTIMATED,
        /** A state from before the end of the range. */
        STALE,
        /** A count that was not made for exactly this period; its bounds are known. */
        UNCOUNTED,
        /** Several parts that make no whole. */
        NOT_AGGREGABLE,
        /** Units do not count for days on which they delivered only a part of what the formula takes: see {@link Beside}. */
        UNITS_LEFT_OUT,
        /** Makes no whole with others, and only one part was delivered. */
        SINGLE_PART,
        /** A minimum took its constant: lifetimes are counted to a limit. */
        CAPPED,
        /** ‡ a rate whose denominator, or a variance whose base, is below the least that its definition asks for. */
        LOW_BASE,
        /** Another source says something else of what the actual is made of: see {@link Beside}. */
        OTHER_SOURCE,
        /** A cohort that is younger than its maturity: the value will still move. */
        PROVISIONAL,
        /** A period compared with was measured by another definition. */
        REDEFINED,
        /** A printed variance differs by one unit from the difference of the printed values. */
        ROUNDING,
        /** The forecast is by a confirmed pair: closed periods, the model as far as its lag goes, the plan for the rest. */
        MODEL_FORECAST,
        /** The forecast was set by hand: see {@link Beside}. */
        MANUAL_FORECAST,
        GATE_FAILED,
        /** The gate waits for its cohort: the achievement is provisional. */
        GATE_PENDING;

        /** Why a cell has no value that may be printed; empty where it has one. */
        public static Optional<Note> of(Cell cell) {
            if (cell.usable().isPresent()) {
                return Optional.empty();
            }
            if (cell instanceof Cell.Failed failed) {
                return Optional.of(
                        switch (failed.reason()) {
                            case DIV0 -> DIV0;
                            case DIV0_COST -> DIV0_COST;
                            case CURRENCY -> CURRENCIES;
                            case NOT_AGGREGABLE -> NOT_AGGREGABLE;
                        });
            }
            if (cell instanceof Cell.Uncounted) {
                return Optional.of(UNCOUNTED);
            }
            return Optional.of(cell.raw().isPresent() ? TOO_INCOMPLETE : NOT_DELIVERED);
        }
    }

    /** The item in one period of its trend: actual, plan, the period before and the prior year, all whole periods. */
    public record TrendPoint(Period period, Cell actual, Cell plan, Cell previous, Cell priorYear) {}

    /** The same line, its values printed otherwise. */
    public ScorecardItem printed(Rounding other) {
        return new ScorecardItem(
                indicator,
                dims,
                name,
                nature,
                usage,
                weight,
                explains,
                unitKind,
                currency,
                direction,
                other,
                actual,
                planToDate,
                plan,
                previous,
                priorYear,
                deltaPlan,
                deltaPrevious,
                deltaPriorYear,
                forecast,
                forecastMethod,
                anchors,
                achievement,
                completeness,
                dataTo,
                notes,
                trend,
                beside);
    }

    /** {@code LEADS} or {@code LEADS[channel=social]}. */
    public String key() {
        return dims.isEmpty() ? indicator : indicator + "[" + dims + "]";
    }

    /** Dimensions by name. */
    public Map<String, String> dimensions() {
        return Dimensions.parse(dims);
    }

    public Optional<BigDecimal> scored() {
        return Optional.ofNullable(achievement);
    }

    /**
     * Whether it is not scored for want of data, so that closing needs a decision. What was delivered and divides by zero is
     * nobody's fault: it is not due (domain specification §5.5).
     */
    public boolean isMissing() {
        boolean divided = actual instanceof Cell.Failed failed && failed.reason() == Cell.Reason.DIV0;
        return usage == Usage.EVAL && achievement == null && !divided;
    }

    public Status status() {
        return beside.limits().of(scored());
    }

    /** Points of the score lost: {@code max(0, w·(100 − A)/100)}, raw weight; empty where the item is not scored. */
    public Optional<BigDecimal> pointsLost() {
        return scored().map(a ->
                weight.multiply(Decimals.HUNDRED.subtract(a)).movePointLeft(2).max(BigDecimal.ZERO));
    }

    /** Whether a variance of that sign is good, bad or neither: 1, −1, 0. */
    public int effect(BigDecimal variance) {
        return switch (direction) {
            case UP -> variance.signum();
            case DOWN -> -variance.signum();
            case BAND -> 0;
        };
    }
}
