package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Measure;

/** Counts the stages of a unit's funnel, with the conversions that the catalogue defines between them. */
final class FunnelAssembler {
    private static final String STAGE = "FUNNEL_";
    private static final String STEP = "FUNNEL_STEP_";
    private static final int STAGES_MAX = 9;

    private final Catalogue catalogue;
    private final Evaluation evaluation;

    FunnelAssembler(Catalogue catalogue, Evaluation evaluation) {
        this.catalogue = catalogue;
        this.evaluation = evaluation;
    }

    /** What is read beside all else: each stage with the one before. */
    static FactNeeds needs(FactNeeds others, Catalogue catalogue) {
        FactNeeds all = others;
        for (int i = 1; i < STAGES_MAX; i++) {
            all = all.and(catalogue, STEP + i);
        }
        return all;
    }

    /** The funnel of the elapsed days of a period; empty where fewer than two stages were counted. */
    Optional<Funnel> of(Period period, DayRange elapsed) {
        List<Funnel.Stage> stages = new ArrayList<>();
        for (int i = 1; i <= STAGES_MAX; i++) {
            Optional<Funnel.Stage> stage = stage(i, period, elapsed);
            if (stage.isEmpty()) {
                break;
            }
            stages.add(stage.get());
        }
        return stages.size() < 2 ? Optional.empty() : Optional.of(new Funnel(stages));
    }

    private Optional<Funnel.Stage> stage(int number, Period period, DayRange elapsed) {
        Optional<Measure> measure = catalogue.measure(STAGE + number);
        Optional<Indicator> step = catalogue.indicator(STEP + (number - 1));
        return measure.flatMap(m -> value(Gates.indicator(catalogue, m.code()), elapsed)
                .map(count -> new Funnel.Stage(m.code(), m.name(), count, value(step, elapsed), usual(step, period))));
    }

    private Optional<BigDecimal> usual(Optional<Indicator> step, Period period) {
        return Funnel.usual(IntStream.rangeClosed(1, Funnel.USUAL_PERIODS)
                .mapToObj(i -> value(step, period.plus(-i).days()))
                .flatMap(Optional::stream)
                .toList());
    }

    private Optional<BigDecimal> value(Optional<Indicator> indicator, DayRange days) {
        return days.isEmpty()
                ? Optional.empty()
                : indicator.flatMap(i -> evaluation
                        .of(evaluation.define(catalogue, i, Map.of()), days)
                        .cell()
                        .usable());
    }
}
