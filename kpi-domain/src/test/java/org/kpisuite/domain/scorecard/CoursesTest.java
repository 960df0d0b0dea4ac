package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.plan.SamplePlan.approved;
import static org.kpisuite.domain.plan.SamplePlan.item;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.plan.Plan;

/** The lines of a scorecard across weeks and months. The running quarter is 2026-Q4 as of Saturday, 21 November. */
class CoursesTest {
    private static final Period Q4 = Period.parse("2026-Q4");
    private static final Period Q3 = Period.parse("2026-Q3");

    private static final Catalogue PAIRED = CatalogueHistory.shipped()
            .with(List.of(new CatalogueHistory.Entry(
                    new Pair("LEADS_REVENUE", "LEADS", "REVENUE", Granularity.WEEK, 1, 6, 12, false),
                    Instant.EPOCH,
                    "anna")))
            .latest();

    private final SampleFacts facts = new SampleFacts()
            .with(PAIRED)
            .days("LEADS", "2025-07-01", "2025-12-31", "8")
            .days("LEADS", "2026-05-01", "2026-11-21", "10")
            .days("REVENUE", "2026-05-01", "2026-11-21", "100");

    private Courses courses(Plan... plans) {
        Grounds grounds = facts.grounds("MARKETING", plans);
        return new CourseAssembler(grounds, SampleFacts.scorecard(grounds, Q4, "2026-11-21")).courses();
    }

    private static String text(Course.Point p) {
        return String.join(
                " ",
                p.period().code(),
                ScorecardText.cell(p.actual()),
                ScorecardText.cell(p.planToDate()),
                ScorecardText.cell(p.plan()),
                ScorecardText.cell(p.priorYear()),
                ScorecardText.cell(p.estimate()));
    }

    @Test
    void week_hasItsShareOfThePlan_alsoAcrossTwoQuarters_andTheRunningOneThatOfItsDays() {
        Course leads = courses(
                        approved(Q3, item("LEADS", "100", "target=920")),
                        approved(Q4, item("LEADS", "100", "target=1840")))
                .line("LEADS")
                .orElseThrow();
        assertThat(leads.weeks())
                .hasSize(Courses.WEEKS)
                .extracting(CoursesTest::text)
                .contains("2026-W40 70 110 110 56 70", "2026-W46 70 140 140 56 70", "2026-W47 60 120 140 56 70");
        assertThat(leads.weeks().get(25).isRunning()).isTrue();
        assertThat(leads.weeks().get(24).isRunning()).isFalse();
        assertThat(leads.weeks().get(0).plan())
                .as("no plan of the second quarter")
                .isEqualTo(new Cell.NotApplicable());
        assertThat(leads.months())
                .hasSize(Courses.MONTHS)
                .extracting(CoursesTest::text)
                .contains("2026-10 310 620 620 248 310", "2026-11 210 420 600 240 300");
    }

    @Test
    void ratio_hasThePlanOfItsQuarter_andNoForecast() {
        facts.days("MKT_COST", "2026-05-01", "2026-11-21", "30").days("NEW_CUSTOMERS", "2026-05-01", "2026-11-21", "2");
        Course cac = courses(approved(Q4, item("CAC", "100", "target=12")))
                .line("CAC")
                .orElseThrow();
        assertThat(text(cac.weeks().get(25))).startsWith("2026-W47 15 12 12").endsWith("NotApplicable");
        assertThat(text(cac.weeks().get(24))).startsWith("2026-W46 15 12 12").endsWith("15");
    }

    @Test
    void pairOfAnItem_bringsItsOtherIndicator_thatThePlanDoesNotName() {
        Courses courses = courses(approved(Q4, item("LEADS", "100", "target=1840")));
        assertThat(courses.pairs()).isNotEmpty().allSatisfy(p -> {
            assertThat(List.of(p.leading(), p.lagging())).contains("LEADS");
            assertThat(courses.line(p.leading())).isPresent();
            assertThat(courses.line(p.lagging())).isPresent();
        });
        assertThat(courses.lines().get(0).planned()).isTrue();
        assertThat(courses.lines().stream().skip(1)).isNotEmpty().noneMatch(Course::planned);
    }

    @Test
    void needs_reachEveryDayOfEveryWeek_andOfTheYearBefore() {
        Plan plan = approved(Q4, item("LEADS", "100", "target=1840"));
        FactNeeds card = FactNeeds.of(Definitions.always(PAIRED), List.of(plan), Q4, LocalDate.parse("2026-11-21"));
        FactNeeds needs =
                Courses.needs(card, PAIRED, List.of("LEADS"), LocalDate.parse("2026-11-21"), CompanyRules.USUAL);
        Courses courses = courses(plan);
        courses.line("LEADS").orElseThrow().weeks().forEach(w -> {
            assertThat(needs.byDay()).anyMatch(d -> d.encloses(w.period().days().upTo(w.to())));
            CompanyRules.USUAL.comparisons().priorYearDays(w.period()).ifPresent(y -> assertThat(needs.byDay())
                    .anyMatch(d -> d.encloses(y)));
        });
        assertThat(needs.formulas())
                .as("the other side of a pair")
                .hasSizeGreaterThan(card.formulas().size());
    }
}
