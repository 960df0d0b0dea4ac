package org.kpisuite.domain.scorecard;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.actual.OtherSource;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;

/**
 * One line of a scorecard while it is made: an indicator of some dimensions, over any range by the definition in force
 * on the first day of that range, in the period of its plan by the one that was signed.
 */
final class Line {
    private final String code;
    private final Map<String, String> dimensions;
    private final Catalogue catalogue;
    private final Definitions definitions;
    private final Evaluation evaluation;
    private final Computation own;
    private final DayRange ownDays;
    private final Optional<String> shown;
    private final IdentityHashMap<Catalogue, Optional<Computation>> computations = new IdentityHashMap<>();

    private Line(
            Indicator indicator,
            Map<String, String> dimensions,
            Catalogue catalogue,
            Definitions definitions,
            Evaluation evaluation,
            DayRange ownDays) {
        this.code = indicator.code();
        this.dimensions = dimensions;
        this.catalogue = catalogue;
        this.definitions = definitions;
        this.evaluation = evaluation;
        this.ownDays = ownDays;
        this.shown = Optional.empty();
        this.own = evaluation.define(catalogue, indicator, dimensions);
    }

    /** The line of a plan's item; empty if its indicator is unknown. */
    static Optional<Line> of(Plan plan, PlanItem item, Definitions definitions, Evaluation evaluation) {
        Catalogue signed = definitions.of(plan);
        return item.definition(signed)
                .map(i -> new Line(
                        i,
                        item.dimensions(),
                        signed,
                        definitions,
                        evaluation,
                        plan.period().days()));
    }

    /** A line of an indicator that no plan names. */
    static Line of(Indicator indicator, Definitions definitions, Evaluation evaluation, DayRange days) {
        return new Line(indicator, Map.of(), definitions.on(days.start()), definitions, evaluation, days);
    }

    /** The same line with its money shown in another currency. */
    Line in(String currency) {
        return new Line(this, currency);
    }

    private Line(Line line, String currency) {
        this.code = line.code;
        this.dimensions = line.dimensions;
        this.catalogue = line.catalogue;
        this.definitions = line.definitions;
        this.evaluation = line.evaluation;
        this.ownDays = line.ownDays;
        this.shown = Optional.of(currency);
        this.own = evaluation.define(catalogue, line.indicator(), dimensions, currency);
    }

    private Computation define(Catalogue then, Indicator indicator) {
        return shown.map(c -> evaluation.define(then, indicator, dimensions, c))
                .orElseGet(() -> evaluation.define(then, indicator, dimensions));
    }

    /** The definitions that this line's own period is worked out by. */
    Catalogue catalogue() {
        return catalogue;
    }

    Computation own() {
        return own;
    }

    Indicator indicator() {
        return own.indicator();
    }

    Map<String, String> dimensions() {
        return dimensions;
    }

    /** What it came to over a range; nothing where the indicator did not exist yet. */
    Quantity over(DayRange range) {
        return over(computation(range), range);
    }

    private Quantity over(Optional<Computation> computation, DayRange range) {
        return computation.map(c -> evaluation.of(c, range)).orElse(Quantity.NOT_APPLICABLE);
    }

    /** What sources that do not count say otherwise over a range of its own period. */
    List<OtherSource> otherSources(DayRange range) {
        return own.allInputs().stream()
                .flatMap(
                        i -> i.series().stream()
                                .flatMap(s -> s
                                        .otherSources(i.measure().code(), range, i.aggregation() == TimeAggregation.SUM)
                                        .stream()))
                .distinct()
                .toList();
    }

    /** How it is worked out over a range. */
    Optional<Computation> computation(DayRange range) {
        if (ownDays.encloses(range)) {
            return Optional.of(own);
        }
        Catalogue then = definitions.on(range.start());
        Optional<Computation> known = computations.get(then);
        if (known == null) {
            known = then.indicator(code).map(i -> isOwn(then, i) ? own : define(then, i));
            computations.put(then, known);
        }
        return known;
    }

    private boolean isOwn(Catalogue then, Indicator indicator) {
        return then == catalogue && indicator.formula().equals(own.indicator().formula());
    }

    /** Whether a range is worked out by another formula or another tool's definition than this line's own. */
    boolean isRedefined(DayRange range) {
        return computation(range)
                .map(Computation::indicator)
                .filter(i -> !i.formula().equals(own.indicator().formula())
                        || i.multiplier() != own.indicator().multiplier()
                        || !i.definitionId().equals(own.indicator().definitionId()))
                .isPresent();
    }
}
