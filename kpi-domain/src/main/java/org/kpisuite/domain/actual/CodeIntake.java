package org.kpisuite.domain.actual;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.MeasureKind;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Nearest;
import org.kpisuite.domain.failure.Refusal;

/** Resolves the codes and periods of a file: what an installation knows, and what this person may import. */
final class CodeIntake {
    private final IntakeContext context;
    private final Set<String> importable;
    private final LocalDate today;
    private final Resolved<String> units = new Resolved<>(this::resolveUnit);
    private final Resolved<Measure> measures = new Resolved<>(this::resolveMeasure);
    private final Resolved<Period> periods;
    private final Resolved<String> sources = new Resolved<>(this::resolveSource);
    private final Resolved<Scenario> scenarios = new Resolved<>(CodeIntake::resolveScenario);
    private final Set<String> knownSources;

    CodeIntake(IntakeContext context) {
        this.context = context;
        this.periods = new Resolved<>(
                new PeriodIntake(context.calendar(), context.rules().calendar())::read);
        this.today = context.today();
        this.importable = context.codes().importableUnits();
        this.knownSources = context.codes().sources();
    }

    Reading<String> unit(String text) {
        return units.get(text);
    }

    Reading<Measure> measure(String text) {
        return measures.get(text);
    }

    Reading<Period> period(String text) {
        return periods.get(text);
    }

    Reading<String> source(String text) {
        return sources.get(text);
    }

    Reading<Scenario> scenario(String text) {
        return scenarios.get(text);
    }

    private Reading<String> resolveUnit(String text) {
        if (importable.contains(text)) {
            return Reading.of(text);
        }
        if (context.codes().hasUnit(text)) {
            return Reading.refuse(Code.E_UNIT_FORBIDDEN, text);
        }
        return nearest(Refusal.of(Code.E_UNIT_UNKNOWN, text), Nearest.to(text, importable));
    }

    private Reading<Measure> resolveMeasure(String text) {
        Optional<Measure> measure = context.codes().measure(text);
        if (measure.isPresent()) {
            return Reading.of(measure.get());
        }
        Optional<Set<String>> parts = context.codes().partsOf(text);
        if (parts.isPresent()) {
            return Reading.refuse(Code.E_MEASURE_COMPUTED, text, String.join(", ", parts.get()));
        }
        return nearest(
                Refusal.of(Code.E_MEASURE_UNKNOWN, text),
                Nearest.to(text, context.codes().measures()));
    }

    private Reading<String> resolveSource(String text) {
        return knownSources.contains(text)
                ? Reading.of(text)
                : nearest(Refusal.of(Code.E_SOURCE_UNKNOWN, text), Nearest.to(text, knownSources));
    }

    private static Reading<Scenario> resolveScenario(String text) {
        return Scenario.of(text).map(Reading::of).orElseGet(() -> Reading.refuse(Code.E_SCENARIO, text));
    }

    private static <T> Reading<T> nearest(Refusal refusal, Optional<String> suggestion) {
        return new Reading.Refused<>(refusal.suggesting(suggestion.orElse(null)));
    }

    /** What forbids that period for that measure: no year of ours, an actual of the future, coarser than delivered. */
    Optional<Refusal> misfit(Measure measure, Period period, Scenario scenario) {
        int year = period.start().getYear();
        if (year < FactRow.YEAR_MIN || year > FactRow.YEAR_MAX) {
            return Optional.of(Refusal.of(Code.E_PERIOD_INVALID, period.code()));
        }
        if (scenario == Scenario.AC && period.start().isAfter(today)) {
            return Optional.of(Refusal.of(Code.E_PERIOD_FUTURE, period.code(), today.toString()));
        }
        boolean anyLength = measure.kind() == MeasureKind.STOCK || measure.timeAggregation() == TimeAggregation.RECOUNT;
        return measure.delivery()
                .filter(delivery -> !anyLength && period.granularity().isCoarserThan(delivery))
                .map(delivery -> Refusal.of(Code.E_GRAIN_COARSE, measure.code(), word(delivery), period.code()));
    }

    static String word(Granularity granularity) {
        return granularity.name().toLowerCase(Locale.ROOT);
    }
}
