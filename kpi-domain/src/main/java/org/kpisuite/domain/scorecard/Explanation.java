package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.OtherSource;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * How one line of a scorecard came about: a tree from its numbers down to the rows that were delivered.
 *
 * @param item {@code LEADS} or {@code LEADS[channel=social]}
 * @param steps value, target, achievement and gate, each with what it was made of
 * @param otherSources what sources that do not count say otherwise of what the actual is made of
 */
public record Explanation(
        String unit,
        Period period,
        Instant asOf,
        String item,
        LocalizedText name,
        List<Step> steps,
        List<OtherSource> otherSources) {

    public Explanation {
        steps = List.copyOf(steps);
        otherSources = List.copyOf(otherSources);
    }

    /** What a step is about. */
    public enum Kind {
        /** The actual: an indicator worked out by its formula. */
        ACTUAL,
        /** An indicator that a formula names. */
        INDICATOR,
        /** A base measure, taken together over days and units. */
        MEASURE,
        /** What one unit delivered of it. */
        UNIT,
        /** One sub-period of a chain. */
        LINK,
        /** How far a survey may err: the 95 % margin of an NPS in points, the z of a Brand Lift. */
        SURVEY_ERROR,
        /** What the period before, or a year before, came to. */
        PREVIOUS,
        PRIOR_YEAR,
        /** The target of the whole period. */
        TARGET,
        /** The part of it that is expected by now. */
        PLAN_TO_DATE,
        /** Where a stock began its period. */
        OPENING,
        /** The share of the target that is expected by now, 0 to 1. */
        PHASING,
        /** What the line reached of it. */
        ACHIEVEMENT,
        /** The condition under which it counts. */
        GATE,
        /** What may still be won of the cohort that a gate asks for. */
        STILL_OPEN,
        /** What it brings to the score. */
        POINTS
    }

    /**
     * One step.
     *
     * @param subject code of the indicator, measure or unit; empty where the kind says all
     * @param name in both languages, null where the subject is its own name
     * @param working the formula or the arithmetic, without words
     * @param aggregation how parts made the whole, by the code of the rule; null where there were no parts
     * @param value unrounded, null where there is none
     * @param days that it stands for
     * @param source where a definition comes from: its version and the day from which it holds; null for numbers
     * @param slices the delivered rows that it was made of, taken together as they were read
     */
    public record Step(
            Kind kind,
            String subject,
            @Nullable LocalizedText name,
            String working,
            @Nullable String aggregation,
            @Nullable BigDecimal value,
            DayRange days,
            Completeness completeness,
            @Nullable Source source,
            List<FactSlice> slices,
            List<Step> inputs) {

        public Step {
            slices = List.copyOf(slices);
            inputs = List.copyOf(inputs);
        }

        /** All rows that it was made of in the end. */
        public List<FactSlice> allSlices() {
            return Stream.concat(slices.stream(), inputs.stream().flatMap(s -> s.allSlices().stream()))
                    .toList();
        }
    }

    /**
     * Where a definition comes from.
     *
     * @param validFrom first day on which it holds; null for what holds from the beginning
     */
    public record Source(int version, @Nullable LocalDate validFrom) {}

    /** All rows behind the actual, as they were read. */
    public List<FactSlice> slices() {
        return step(Kind.ACTUAL).map(Step::allSlices).orElse(List.of());
    }

    /** The steps that decide what the line brings and rest on delivered rows: the actual, and its gate. */
    public List<Step> traced() {
        return steps.stream()
                .filter(s -> s.kind == Kind.ACTUAL || s.kind == Kind.GATE)
                .toList();
    }

    /** All rows behind the actual and the values that it is compared with, each once. */
    public List<FactSlice> comparedSlices() {
        return Stream.of(Kind.ACTUAL, Kind.PREVIOUS, Kind.PRIOR_YEAR)
                .flatMap(kind -> step(kind).stream())
                .flatMap(step -> step.allSlices().stream())
                .distinct()
                .toList();
    }

    /** The first step of a kind. */
    public Optional<Step> step(Kind kind) {
        return steps.stream().filter(s -> s.kind == kind).findFirst();
    }
}
