package org.kpisuite.domain.scorecard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;

/**
 * Makes a {@link Scorecard} of facts and plans: the one place where its numbers are computed.
 *
 * <p>While the period runs, everything is compared over the same elapsed days, up to the last day with data (domain
 * specification §2.5). Without an approved plan the items are all indicators with data, and nothing is scored.
 */
public final class ScorecardAssembler {
    private final Grounds grounds;
    private final Map<String, String> currencies = new HashMap<>();

    /** An assembler over what was read. */
    public ScorecardAssembler(Grounds grounds) {
        this.grounds = grounds;
        OrgTree tree = grounds.tree();
        tree.units().forEach(u -> currencies.put(u.code(), tree.currency(u.code())));
    }

    Evaluation evaluation(Period period) {
        return new Evaluation(grounds.facts(), currencies, grounds.rates(), period.calendar());
    }

    /** One whose definitions never changed, with no foreign currencies. */
    public ScorecardAssembler(Catalogue catalogue, OrgTree tree, Facts facts, Map<Period, Plan> plans) {
        this(Grounds.of(catalogue, tree, facts, plans));
    }

    /** The scorecard of a unit and a period as known at an instant, days told apart in a zone. */
    public Scorecard assemble(
            String unit, Period period, Instant asOf, ZoneId zone, List<Scorecard.Restatement> restatements) {
        Timing timing = timing(period, asOf, zone);
        Optional<Plan> plan = Optional.ofNullable(grounds.plans().get(period));
        ItemAssembler assembler = new ItemAssembler(grounds, evaluation(period), timing);
        List<ScorecardItem> items = new ArrayList<>();
        if (plan.isPresent()) {
            plan.get().items().forEach(i -> assembler.planned(plan.get(), i).ifPresent(items::add));
        } else {
            grounds.definitions().on(period.start()).indicators().stream()
                    .map(assembler::unplanned)
                    .flatMap(Optional::stream)
                    .forEach(items::add);
        }
        OrgUnit self = grounds.tree().get(unit);
        DayRange elapsed = timing.elapsed();
        Scored now = plan.map(p -> scored(parts(items), p, asOf)).orElse(Scored.NOTHING);
        Scored before = scored(period.previous(), timing, asOf);
        Scorecard.Heading heading = new Scorecard.Heading(
                unit,
                self.name(),
                grounds.tree().root(unit).name(),
                period,
                asOf,
                zone,
                elapsed.isEmpty() ? period.start() : elapsed.endInclusive(),
                elapsed.days(),
                period.days().days(),
                grounds.basis(),
                timing.workingDaysTo(Optional.of(period.previous().days())),
                timing.workingDaysTo(timing.priorYear(period)),
                grounds.rules().comparisons(),
                timing.priorYear(period));
        return new Scorecard(
                heading,
                plan.map(p -> mark(p, timing.lastDay().plusDays(1))),
                now.score,
                before.score,
                timing.trend(),
                items,
                restatements,
                ChildrenIndex.of(grounds.children(), grounds.rules().score().limits()),
                List.of(),
                Courses.NONE,
                Background.of(now.parts, before.parts),
                grounds.pairs());
    }

    /** A score with what the plan has of its items. */
    private record Scored(Score score, Map<String, ScoreBridge.Part> parts) {
        static final Scored NOTHING = new Scored(Score.NO_PLAN, Map.of());

        static Scored of(Map<String, Score.Part> parts, ScoreRules rules) {
            Map<String, ScoreBridge.Part> known = new LinkedHashMap<>();
            parts.forEach((key, part) -> known.put(key, new ScoreBridge.Part(part.weight(), part.counting(rules))));
            return new Scored(Score.of(List.copyOf(parts.values()), rules), known);
        }
    }

    /** How one item of the plan, or one indicator without a plan, came about; empty if there is no such line. */
    public Optional<Explanation> explain(String item, Period period, Instant asOf, ZoneId zone) {
        Timing timing = timing(period, asOf, zone);
        return new ItemAssembler(grounds, evaluation(period), timing).explain(item, asOf);
    }

    /** How lines of one scorecard came about, by their keys; what there is not is left out. */
    public List<Explanation> explain(Collection<String> items, Period period, Instant asOf, ZoneId zone) {
        ItemAssembler assembler = new ItemAssembler(grounds, evaluation(period), timing(period, asOf, zone));
        return items.stream()
                .map(item -> assembler.explain(item, asOf))
                .flatMap(Optional::stream)
                .toList();
    }

    Timing timing(Period period, Instant asOf, ZoneId zone) {
        List<Period> trend = IntStream.rangeClosed(1 - Scorecard.TREND_LENGTH, 0)
                .mapToObj(period::plus)
                .toList();
        LocalDate lastDay = asOf.atZone(zone).toLocalDate().minusDays(1);
        return new Timing(trend, elapsed(period, lastDay), lastDay, grounds.rules());
    }

    private DayRange elapsed(Period period, LocalDate lastDay) {
        DayRange known = period.days().upTo(lastDay);
        if (known.equals(period.days())) {
            return known;
        }
        return grounds.facts().lastDay(known).map(known::upTo).orElse(known);
    }

    private static Scorecard.PlanMark mark(Plan plan, LocalDate day) {
        return new Scorecard.PlanMark(
                plan.id(),
                plan.revision(),
                plan.stateOn(day).name(),
                plan.hash().orElseThrow(),
                plan.approvedLateDays());
    }

    private static Map<String, Score.Part> parts(List<ScorecardItem> items) {
        Map<String, Score.Part> parts = new LinkedHashMap<>();
        items.stream()
                .filter(i -> i.usage() == Usage.EVAL)
                .forEach(i -> parts.put(
                        i.key(),
                        new Score.Part(i.weight(), i.achievement(), i.anchors().cap())));
        return parts;
    }

    /** Once the plan was closed, with what was decided then about the items that have no value. */
    private Scored scored(Map<String, Score.Part> parts, Plan plan, Instant asOf) {
        if (!plan.isClosedBefore(asOf)) {
            return Scored.of(parts, grounds.rules().score());
        }
        plan.decisions()
                .forEach(d -> parts.computeIfPresent(
                        d.item(),
                        (key, part) -> new Score.Part(part.weight(), part.achievement(), part.cap(), d.decision())));
        return Scored.of(parts, grounds.rules().score().afterClosing());
    }

    /** The score of an earlier period, by its own plan. */
    Score score(Period past, Instant asOf, ZoneId zone) {
        return scored(past, timing(past, asOf, zone), asOf).score;
    }

    private Scored scored(Period past, Timing timing, Instant asOf) {
        Plan plan = grounds.plans().get(past);
        if (plan == null) {
            return Scored.NOTHING;
        }
        Map<String, Score.Part> parts = new LinkedHashMap<>();
        ItemAssembler assembler = new ItemAssembler(
                grounds, evaluation(past), new Timing(List.of(past), past.days(), timing.lastDay(), timing.rules()));
        for (PlanItem item : plan.items()) {
            if (item.usage() == Usage.EVAL) {
                assembler.part(plan, item).ifPresent(part -> parts.put(item.key(), part));
            }
        }
        return scored(parts, plan, asOf);
    }
}
