package org.kpisuite.domain.scorecard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.Progress;

/**
 * Makes a {@link Scorecard} of facts and plans: the one place where its numbers are computed.
 *
 * <p>While the period runs, everything is compared over the same elapsed days, up to the last day with data (domain
 * specification §2.5). Without an approved plan the items are all indicators with data, and nothing is scored.
 */
public final class ScorecardAssembler {
    private final Definitions definitions;
    private final OrgTree tree;
    private final Facts facts;
    private final Map<Period, Plan> plans;
    private final Evaluation evaluation;
    private final WorkingDays workingDays;

    /**
     * An assembler over what was read.
     *
     * @param tree of the organisation on the last day that counts, for names and currencies
     * @param facts of the unit and all below it, as {@link FactNeeds} asked for
     * @param plans in force for the unit, by period
     */
    public ScorecardAssembler(
            Definitions definitions, OrgTree tree, Facts facts, Map<Period, Plan> plans, ExchangeRates rates) {
        this.definitions = definitions;
        this.tree = tree;
        this.facts = facts;
        this.plans = Map.copyOf(plans);
        this.workingDays = WorkingDays.MONDAY_TO_FRIDAY;
        Map<String, String> currencies = new HashMap<>();
        tree.units().forEach(u -> currencies.put(u.code(), tree.currency(u.code())));
        this.evaluation = new Evaluation(facts, currencies, rates);
    }

    private ScorecardAssembler(ScorecardAssembler other, WorkingDays workingDays) {
        this.definitions = other.definitions;
        this.tree = other.tree;
        this.facts = other.facts;
        this.plans = other.plans;
        this.evaluation = other.evaluation;
        this.workingDays = workingDays;
    }

    /** The same, with targets phased by these working days; until then they are Monday to Friday. */
    public ScorecardAssembler by(WorkingDays otherWorkingDays) {
        return new ScorecardAssembler(this, otherWorkingDays);
    }

    /** One whose definitions never changed, with no foreign currencies. */
    public ScorecardAssembler(Catalogue catalogue, OrgTree tree, Facts facts, Map<Period, Plan> plans) {
        this(Definitions.always(catalogue), tree, facts, plans, ExchangeRates.NONE);
    }

    /** The scorecard of a unit and a period as known at an instant, days told apart in a zone. */
    public Scorecard assemble(
            String unit, Period period, Instant asOf, ZoneId zone, List<Scorecard.Restatement> restatements) {
        DayRange elapsed = elapsed(period, asOf, zone);
        Optional<Plan> plan = Optional.ofNullable(plans.get(period));
        List<Period> trend = IntStream.rangeClosed(1 - Scorecard.TREND_LENGTH, 0)
                .mapToObj(period::plus)
                .toList();
        ItemAssembler assembler = new ItemAssembler(definitions, evaluation, plans, trend, elapsed, workingDays);
        List<ScorecardItem> items = new ArrayList<>();
        if (plan.isPresent()) {
            plan.get().items().forEach(i -> assembler.planned(plan.get(), i).ifPresent(items::add));
        } else {
            definitions.on(period.start()).indicators().stream()
                    .map(assembler::unplanned)
                    .flatMap(Optional::stream)
                    .forEach(items::add);
        }
        OrgUnit self = tree.get(unit);
        Scorecard.Heading heading = new Scorecard.Heading(
                unit,
                self.name(),
                tree.root(unit).name(),
                period,
                asOf,
                zone,
                elapsed.isEmpty() ? period.start() : elapsed.endInclusive(),
                elapsed.days(),
                period.days().days());
        return new Scorecard(
                heading,
                plan.map(ScorecardAssembler::mark),
                plan.isPresent() ? score(items) : Score.NO_PLAN,
                previousScore(period.previous()),
                trend,
                items,
                restatements);
    }

    private DayRange elapsed(Period period, Instant asOf, ZoneId zone) {
        LocalDate lastDay = asOf.atZone(zone).toLocalDate().minusDays(1);
        DayRange known = period.days().upTo(lastDay);
        if (known.equals(period.days())) {
            return known;
        }
        return facts.lastDay(known).map(known::upTo).orElse(known);
    }

    private static Scorecard.PlanMark mark(Plan plan) {
        return new Scorecard.PlanMark(
                plan.id(), plan.revision(), plan.state().name(), plan.hash().orElseThrow(), plan.approvedLateDays());
    }

    private static Score score(List<ScorecardItem> items) {
        return Score.of(items.stream()
                .filter(i -> i.usage() == Usage.EVAL)
                .map(i ->
                        new Score.Part(i.weight(), i.achievement(), i.anchors().cap()))
                .toList());
    }

    private Score previousScore(Period previous) {
        Plan plan = plans.get(previous);
        if (plan == null) {
            return Score.NO_PLAN;
        }
        List<Score.Part> parts = new ArrayList<>();
        for (PlanItem item : plan.items()) {
            if (item.usage() == Usage.EVAL) {
                Line.of(plan, item, definitions, evaluation).ifPresent(line -> parts.add(part(item, line, previous)));
            }
        }
        return Score.of(parts);
    }

    private Score.Part part(PlanItem item, Line line, Period period) {
        Cell actual = line.over(period.days()).cell();
        Progress whole = new Progress(period, period.days(), workingDays);
        PhasedMarks marks = new PhasedMarks(item, line.own(), whole, Optional.empty());
        return new Score.Part(
                item.weight(),
                marks.achievement(actual).orElse(null),
                item.marks().cap());
    }
}
