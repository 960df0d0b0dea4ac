package org.kpisuite.ejb.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.actual.SourceOrder;
import org.kpisuite.domain.actual.UnitShares;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.plan.Marks;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.Signing;
import org.kpisuite.domain.plan.Submission;
import org.kpisuite.domain.plan.TargetPhasing;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardAssembler;

/** A marketing department with an approved plan and a row of data for each day up to 22 November 2026. */
final class SampleFigures {
    static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final Catalogue CATALOGUE = Catalogue.shipped();

    private SampleFigures() {}

    static Scorecard scorecard(String unit, Period period, Instant asOf) {
        return scorecard(unit, period, asOf, "9");
    }

    /** With so many leads on the last day, 9 on each other. */
    static Scorecard scorecard(String unit, Period period, Instant asOf, String last) {
        OrgTree tree = new OrgTree(
                List.of(
                        new OrgUnit("TRADE", new LocalizedText("Trade House", "Торговый дом"), null, "RUB"),
                        new OrgUnit(unit, new LocalizedText("Marketing", "Маркетинг"), "TRADE", null)),
                "RUB");
        Facts facts = new Facts(unit, slices(unit, last), SourceOrder.NONE, UnitShares.ALL);
        return new ScorecardAssembler(CATALOGUE, tree, facts, Map.of(Period.parse("2026-Q4"), plan(unit)))
                .assemble(unit, period, asOf, ZONE, List.of());
    }

    private static List<FactSlice> slices(String unit, String last) {
        List<FactSlice> slices = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2026, 7, 1); !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            slices.add(slice(unit, "LEADS", day, day.equals(LAST_DAY) ? last : "9"));
            slices.add(slice(unit, "REVENUE", day, "150000.25"));
        }
        return slices;
    }

    private static FactSlice slice(String unit, String measure, LocalDate day, String value) {
        BigDecimal number = new BigDecimal(value);
        DayRange days = new DayRange(day, day);
        return new FactSlice(unit, measure, "", "CRM", Granularity.DAY, days, number, number, number, day, 1);
    }

    private static Plan plan(String unit) {
        Instant signed = Instant.parse("2026-09-20T08:00:00Z");
        Plan plan = new Plan(unit, Period.parse("2026-Q4"), "anna");
        plan.edit(null, List.of(item("LEADS", "60", "1000"), item("REVENUE", "40", "12000000")), "anna");
        plan.submit(new Signing("head", signed, "TOKEN"), new Submission(Set.of("chief"), Set.of("head"), List.of()));
        plan.check(new Signing("controller", signed, "TOKEN"), null);
        plan.approve(
                new Signing("chief", signed, "TOKEN"),
                plan.hash().orElseThrow(),
                Set.of("head"),
                LocalDate.of(2026, 9, 20));
        return plan;
    }

    private static PlanItem item(String indicator, String weight, String target) {
        return new PlanItem(
                CATALOGUE.indicator(indicator).orElseThrow(),
                Map.of(),
                Usage.EVAL,
                new BigDecimal(weight),
                new Marks(Map.of("floor", BigDecimal.ZERO, "target", new BigDecimal(target))),
                TargetPhasing.LINEAR_DAYS,
                null,
                Map.of());
    }
}
