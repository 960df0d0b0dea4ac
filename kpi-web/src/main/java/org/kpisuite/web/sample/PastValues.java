package org.kpisuite.web.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.actual.SourceOrder;
import org.kpisuite.domain.actual.UnitShares;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.scorecard.Grounds;
import org.kpisuite.domain.scorecard.PastAssembler;
import org.kpisuite.domain.scorecard.PlanPast;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardAssembler;
import org.kpisuite.domain.scorecard.ScorecardItem;

/** What the indicators of the sample company came to, worked out by the product's own rules. */
final class PastValues {
    private final Catalogue catalogue = Catalogue.shipped();
    private final OrgTree tree;
    private final Map<String, Facts> facts = new HashMap<>();
    private final Instant asOf;
    private final Map<String, Map<Period, Map<String, ScorecardItem>>> known = new HashMap<>();

    PastValues(List<Fact> all, LocalDate lastDay) {
        this.tree = new OrgTree(
                Unit.DEPARTMENTS.stream()
                        .map(u -> new OrgUnit(u.code(), u.name(), null, CsvFile.CURRENCY))
                        .toList(),
                CsvFile.CURRENCY);
        this.asOf = lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        LocalDate late = Period.of(Granularity.QUARTER, lastDay).previous().start();
        all.stream()
                .collect(Collectors.groupingBy(Fact::unit))
                .forEach((unit, own) ->
                        facts.put(unit, new Facts(unit, slices(own, late), SourceOrder.NONE, UnitShares.ALL)));
    }

    /** The days of past months taken together but for the latest, which are asked for by the week. */
    private static List<FactSlice> slices(List<Fact> own, LocalDate late) {
        record Month(String measure, String channel, Period period) {}
        List<FactSlice> slices = new ArrayList<>();
        Map<Month, List<Fact>> past = new LinkedHashMap<>();
        for (Fact f : own) {
            LocalDate start = f.period().start();
            if (f.period().granularity() == Granularity.DAY && start.isBefore(late)) {
                past.computeIfAbsent(
                                new Month(f.measure(), f.channel(), Period.of(Granularity.MONTH, start)),
                                m -> new ArrayList<>())
                        .add(f);
            } else {
                slices.add(slice(f.period(), List.of(f)));
            }
        }
        past.forEach((month, facts) -> slices.add(slice(month.period(), facts)));
        return slices;
    }

    private static FactSlice slice(Period period, List<Fact> facts) {
        Fact first = facts.get(0);
        Fact last = facts.get(facts.size() - 1);
        return new FactSlice(
                first.unit(),
                first.measure(),
                first.channel().isEmpty() ? "" : "channel=" + first.channel(),
                first.source(),
                first.period().granularity(),
                period.days(),
                facts.stream().map(Fact::value).reduce(BigDecimal.ZERO, BigDecimal::add),
                first.value(),
                last.value(),
                last.period().endInclusive(),
                facts.stream().mapToLong(f -> f.period().days().days()).sum());
    }

    /** The scorecard of a department, with the plans that it is measured against. */
    Scorecard scorecard(String unit, Period period, Map<Period, Plan> plans) {
        return new ScorecardAssembler(catalogue, tree, facts.get(unit), plans)
                .assemble(unit, period, asOf, ZoneOffset.UTC, List.of());
    }

    /** The past of a draft, known to the last day. */
    PastAssembler past(Plan draft) {
        LocalDate today = asOf.atZone(ZoneOffset.UTC).toLocalDate();
        return new PastAssembler(
                Grounds.of(catalogue, tree, facts.get(draft.unit()), Map.of()), new PlanPast(draft.period(), today));
    }

    /** The value of an indicator in a period, in the running one to date; empty where nothing was delivered. */
    Optional<BigDecimal> value(String unit, String indicator, Period period) {
        return Optional.ofNullable(items(unit, period).get(indicator))
                .flatMap(i -> i.actual().usable());
    }

    private Map<String, ScorecardItem> items(String unit, Period period) {
        return known.computeIfAbsent(unit, u -> new HashMap<>())
                .computeIfAbsent(period, p -> scorecard(unit, p, Map.of()).items().stream()
                        .collect(Collectors.toMap(ScorecardItem::indicator, i -> i)));
    }

    Catalogue catalogue() {
        return catalogue;
    }
}
