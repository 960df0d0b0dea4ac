package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.plan.Delivery;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.History;
import org.kpisuite.domain.plan.LintEvidence;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.Proposal;

/**
 * What the items of a plan came to in the past, worked out as scorecards work it out. The plan need not be in force: a draft
 * is set by its past, and tried on it.
 */
public final class PastAssembler {
    private final Grounds grounds;
    private final PlanPast past;
    private final Evaluation evaluation;

    /** An assembler over what {@link PlanPast#needs} asked for. */
    public PastAssembler(Grounds grounds, PlanPast past) {
        this.grounds = grounds;
        this.past = past;
        this.evaluation = new ScorecardAssembler(grounds).evaluation(past.planned());
    }

    /** Values of the last eight quarters by item key. */
    public Map<String, History> histories(Plan plan) {
        Map<String, History> histories = new LinkedHashMap<>();
        plan.items().forEach(item -> histories.put(item.key(), history(line(plan, item))));
        return histories;
    }

    private Optional<Line> line(Plan plan, PlanItem item) {
        return Line.of(plan, item, grounds.definitions(), evaluation);
    }

    private History history(Optional<Line> line) {
        return new History(past.quarters().stream()
                .map(q -> new History.Quarter(q, value(line, q)))
                .toList());
    }

    private static @Nullable BigDecimal value(Optional<Line> line, Period period) {
        return line.flatMap(l -> l.over(period.days()).cell().usable()).orElse(null);
    }

    /** All that the lint wants to know of the past of a plan. */
    public LintEvidence evidence(Plan plan) {
        Map<String, LintEvidence.Past> items = new HashMap<>();
        plan.items().forEach(item -> items.put(item.key(), past(plan, item)));
        return new LintEvidence(
                grounds.rules().workingDays(),
                items,
                Optional.ofNullable(grounds.plans().get(plan.period().previous()))
                        .map(LintEvidence.Before::of),
                grounds.tree().find(plan.unit()).flatMap(OrgUnit::businessStage));
    }

    private LintEvidence.Past past(Plan plan, PlanItem item) {
        Optional<Line> line = line(plan, item);
        Map<String, Delivery> gate = new HashMap<>();
        item.gate().ifPresent(g -> gate.putAll(delivery(plan, item, g)));
        return new LintEvidence.Past(
                history(line),
                past.months().stream().map(m -> value(line, m)).toList(),
                line.map(this::delivery).orElse(Delivery.NOTHING),
                gate);
    }

    private Delivery delivery(Line line) {
        return delivery(
                line.indicator(),
                days -> line.computation(days).map(c -> evaluation.of(c, days)).orElse(Quantity.NONE),
                line.own());
    }

    private Map<String, Delivery> delivery(Plan plan, PlanItem item, Gate gate) {
        Catalogue catalogue = grounds.definitions().of(plan);
        Map<String, Delivery> deliveries = new HashMap<>();
        for (String code : List.of(gate.numerator(), gate.denominator())) {
            Optional<Computation> computation =
                    Gates.indicator(catalogue, code).map(i -> evaluation.define(catalogue, i, item.dimensions()));
            deliveries.put(
                    code,
                    computation
                            .map(c -> delivery(c.indicator(), days -> evaluation.of(c, days), c))
                            .orElse(Delivery.NOTHING));
        }
        return deliveries;
    }

    /**
     * By the periods that the indicator is delivered in, or else by the finest ones that came of late. Days that nobody has
     * asked for are taken by the week: a feed that rests on holidays has not fallen silent.
     */
    private Delivery delivery(Indicator indicator, Function<DayRange, Quantity> value, Computation computation) {
        Optional<Granularity> finest = finest(computation);
        Granularity granularity = indicator
                .granularity()
                .or(() -> finest.map(g -> g == Granularity.DAY ? Granularity.WEEK : g))
                .orElse(null);
        return granularity == null
                ? Delivery.NOTHING
                : new Delivery(
                        granularity,
                        past.periods(granularity).stream()
                                .map(p -> isDelivered(value.apply(p.days()).cell()))
                                .toList());
    }

    /** Data came, even if they cannot be divided. */
    private static boolean isDelivered(Cell cell) {
        return cell.raw().isPresent()
                || (cell instanceof Cell.Failed failed
                        && (failed.reason() == Cell.Reason.DIV0 || failed.reason() == Cell.Reason.DIV0_COST));
    }

    /** Of each measure the finest rows of late, or of ever; of all measures together the coarsest of these. */
    private Optional<Granularity> finest(Computation computation) {
        return computation.allInputs().stream()
                .flatMap(i -> finest(i, past.late()).or(() -> finest(i, past.ever())).stream())
                .max(Granularity::compareTo);
    }

    private static Optional<Granularity> finest(Input input, DayRange days) {
        return input.series().stream()
                .flatMap(s -> s.parts(days).stream())
                .map(FactSlice::granularity)
                .min(Granularity::compareTo);
    }

    /** What the plan would have come to in each of the last four quarters, what its items were then, and what that proposes. */
    public WhatIf whatIf(Plan plan) {
        Map<Period, Map<String, Score.Part>> tried = new LinkedHashMap<>();
        past.recent().forEach(quarter -> tried.put(quarter, parts(plan, quarter)));
        return new WhatIf(
                plan.items().stream().map(item -> item(plan, item, tried)).toList(),
                tried.entrySet().stream()
                        .map(e -> new WhatIf.BackTest(
                                e.getKey(),
                                Score.of(
                                        List.copyOf(e.getValue().values()),
                                        grounds.rules().score())))
                        .toList());
    }

    private WhatIf.Item item(Plan plan, PlanItem item, Map<Period, Map<String, Score.Part>> tried) {
        Optional<Line> line = line(plan, item);
        History history = history(line);
        return new WhatIf.Item(
                item.key(),
                item.direction(),
                history,
                achievements(item.key(), tried),
                line.map(l -> Proposal.of(item, l.indicator(), history)).orElse(List.of()));
    }

    private Map<String, Score.Part> parts(Plan plan, Period quarter) {
        Timing timing =
                new Timing(List.of(quarter), quarter.days(), past.today().minusDays(1), grounds.rules());
        ItemAssembler assembler = new ItemAssembler(grounds, evaluation, timing);
        Map<String, Score.Part> parts = new LinkedHashMap<>();
        plan.items().stream()
                .filter(i -> i.usage() == Usage.EVAL)
                .forEach(i -> assembler.part(plan, i).ifPresent(part -> parts.put(i.key(), part)));
        return parts;
    }

    private static List<WhatIf.Achieved> achievements(String key, Map<Period, Map<String, Score.Part>> tried) {
        return tried.entrySet().stream()
                .flatMap(e -> Stream.ofNullable(e.getValue().get(key))
                        .map(part -> new WhatIf.Achieved(e.getKey(), part.achievement())))
                .toList();
    }
}
