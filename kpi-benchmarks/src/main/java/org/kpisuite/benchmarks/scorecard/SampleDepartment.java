package org.kpisuite.benchmarks.scorecard;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.actual.SourceOrder;
import org.kpisuite.domain.actual.UnitShares;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.plan.Controllability;
import org.kpisuite.domain.plan.Marks;
import org.kpisuite.domain.plan.Phasing;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.Signing;
import org.kpisuite.domain.plan.Submission;
import org.kpisuite.domain.plan.TargetPhasing;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.scorecard.Background;
import org.kpisuite.domain.scorecard.CompanyRules;
import org.kpisuite.domain.scorecard.CourseAssembler;
import org.kpisuite.domain.scorecard.Courses;
import org.kpisuite.domain.scorecard.Definitions;
import org.kpisuite.domain.scorecard.FactNeeds;
import org.kpisuite.domain.scorecard.Grounds;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardAssembler;
import org.kpisuite.ejb.actual.FactQuery;
import org.kpisuite.ejb.actual.FactReader;

/** A unit with an approved plan of twenty items over twenty daily measures in each quarter of the trend. */
final class SampleDepartment {
    static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    static final Period RUNNING = Period.parse("2026-Q4");
    static final Period CLOSED = Period.parse("2026-Q3");
    /** The running quarter is known to 21 November. */
    static final Instant AS_OF = Instant.parse("2026-11-21T21:00:00Z");

    private static final Map<String, String> EVALUATED =
            Map.of("LEADS", "50000", "CAC", "1", "ROMI", "0.1", "REVENUE", "50000", "PIPELINE_NEW", "50000");
    private static final List<String> DIAGNOSED = List.of(
            "SESSIONS",
            "BRAND_SESSIONS",
            "CTR",
            "CPC",
            "QUAL_RATE",
            "CAC_FULL",
            "CPA",
            "ROI",
            "ROAS",
            "PROFIT",
            "MARGIN",
            "UNITS_SOLD",
            "ORDERS",
            "AOV",
            "NEW_CUSTOMERS");
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    static final List<String> INDICATORS =
            Stream.concat(EVALUATED.keySet().stream(), DIAGNOSED.stream()).toList();
    static final List<String> MEASURES = INDICATORS.stream()
            .flatMap(i -> measures(i).stream())
            .distinct()
            .sorted()
            .toList();

    private final String unit;
    private final OrgTree tree;
    private final Map<Period, Plan> plans = new HashMap<>();

    SampleDepartment(String unit) {
        this.unit = unit;
        this.tree = new OrgTree(List.of(new OrgUnit(unit, new LocalizedText(unit, unit), null, null)), "RUB");
        for (int back = 0; back <= Scorecard.TREND_LENGTH; back++) {
            Period quarter = RUNNING.plus(-back);
            plans.put(quarter, plan(quarter));
        }
    }

    private static Set<String> measures(String indicator) {
        return CATALOGUE.measuresOf(CATALOGUE.indicator(indicator).orElseThrow());
    }

    private Plan plan(Period quarter) {
        List<PlanItem> items = new ArrayList<>();
        EVALUATED.forEach(
                (indicator, target) -> items.add(item(indicator, Usage.EVAL, "20", Map.of("target", target))));
        DIAGNOSED.forEach(indicator -> items.add(item(indicator, Usage.DIAG, "0", Map.of())));
        Plan plan = new Plan(unit, quarter, "author");
        plan.edit("GROWTH", items, "author");
        plan.submit(by("author"), new Submission(Set.of("approver"), Set.of(), List.of()));
        plan.check(by("controller"), null);
        plan.approve(
                by("approver"),
                plan.hash().orElseThrow(),
                Set.of(),
                quarter.start().minusDays(5));
        return plan;
    }

    private static Signing by(String login) {
        return new Signing(login, AS_OF, "PASSWORD");
    }

    private static PlanItem item(String indicator, Usage usage, String weight, Map<String, String> marks) {
        return new PlanItem(
                CATALOGUE.indicator(indicator).orElseThrow(),
                Map.of(),
                usage,
                new BigDecimal(weight),
                new Marks(marks.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> new BigDecimal(e.getValue())))),
                new TargetPhasing(Phasing.LINEAR_DAYS, null),
                Controllability.FULL,
                Map.of("goalLink", "revenue 10 m", "dataSource", "MANUAL", "explains", "LEADS"));
    }

    /** What the twenty indicators need of some units over whole months. */
    static FactQuery months(List<String> units, DayRange months) {
        Set<Set<FactSeries>> formulas = INDICATORS.stream()
                .map(i -> measures(i).stream()
                        .map(m -> FactSeries.of(CATALOGUE.measure(m).orElseThrow(), ""))
                        .collect(Collectors.toSet()))
                .collect(Collectors.toSet());
        return new FactQuery(units, formulas, List.of(months), List.of(), Scenario.AC);
    }

    /** What the scorecard of a quarter needs. */
    FactQuery needs(Period quarter) {
        return query(factNeeds(quarter));
    }

    private FactNeeds factNeeds(Period quarter) {
        return FactNeeds.of(
                Definitions.always(CATALOGUE),
                plans.values(),
                quarter,
                AS_OF.atZone(ZONE).toLocalDate().minusDays(1));
    }

    private FactQuery query(FactNeeds needs) {
        return new FactQuery(
                Collections.singleton(unit), needs.formulas(), List.of(needs.whole()), needs.byDay(), Scenario.AC);
    }

    /** All that a printed report of a quarter shows, read and assembled as the product does: the table, then what is behind. */
    Scorecard report(Period quarter, Connection connection) throws SQLException {
        Scorecard card = assemble(quarter, read(connection, needs(quarter)));
        FactNeeds needs = Courses.needs(
                Background.needs(factNeeds(quarter), CATALOGUE),
                CATALOGUE,
                INDICATORS,
                card.heading().lastDay(),
                CompanyRules.USUAL);
        Facts facts = new Facts(unit, read(connection, query(needs)), SourceOrder.NONE, UnitShares.ALL);
        Grounds grounds = Grounds.of(CATALOGUE, tree, facts, plans);
        return card.with(new CourseAssembler(grounds, card).courses()).with(Background.of(card, grounds));
    }

    private static List<FactSlice> read(Connection connection, FactQuery query) throws SQLException {
        return new FactReader(connection, CompanyCalendar.STANDARD).read(query, AS_OF);
    }

    /** The scorecard of a quarter, of what was read for it. */
    Scorecard assemble(Period quarter, List<FactSlice> slices) {
        Facts facts = new Facts(unit, slices, SourceOrder.NONE, UnitShares.ALL);
        return new ScorecardAssembler(CATALOGUE, tree, facts, plans).assemble(unit, quarter, AS_OF, ZONE, List.of());
    }
}
