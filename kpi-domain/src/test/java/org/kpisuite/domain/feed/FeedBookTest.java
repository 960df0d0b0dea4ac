package org.kpisuite.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.feed.FeedGrounds.Slice;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.quantity.LocalizedText;

/** What is due, what came, and who owes the rest. */
class FeedBookTest {
    private static final Period QUARTER = Period.parse("2026-Q4");
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 12);

    private final List<Need> needs = new ArrayList<>();
    private final List<Coverage> coverage = new ArrayList<>();
    private final Set<Slice> slices = new HashSet<>();
    private LocalDate closedOn;

    private FeedBookTest needs(String unit, String measure, String dims, Granularity granularity) {
        needs.add(new Need(unit, QUARTER, measure + " of the plan", measure, dims, granularity, null, null, 0, "Olga"));
        return this;
    }

    private FeedBookTest came(String unit, String measure, String source, String... periods) {
        List<Period> all = Arrays.stream(periods).map(Period::parse).sorted().toList();
        coverage.add(new Coverage(
                unit,
                measure,
                source,
                all.get(all.size() - 1),
                all.stream().map(Period::start).collect(Collectors.toSet()),
                Instant.parse("2026-10-12T06:00:00Z"),
                7));
        return this;
    }

    private static String[] days(String first, int count) {
        return Stream.iterate(LocalDate.parse(first), d -> d.plusDays(1))
                .limit(count)
                .map(LocalDate::toString)
                .toArray(String[]::new);
    }

    private List<FeedStatus> on(LocalDate today) {
        OrgUnit company = unit("COMPANY", null);
        OrgUnit sales = unit("SALES", "COMPANY");
        sales.close(closedOn);
        OrgTree tree = new OrgTree(List.of(company, sales), "RUB");
        FeedGrounds grounds =
                new FeedGrounds(Catalogue.shipped(), tree, WorkingDays.MONDAY_TO_FRIDAY, needs, coverage, slices);
        return new FeedBook(grounds).on(List.of("COMPANY", "SALES"), QUARTER, today);
    }

    private static OrgUnit unit(String code, String parent) {
        return new OrgUnit(code, new LocalizedText(code, code), parent, null);
    }

    private List<String> told(LocalDate today) {
        return on(today).stream()
                .map(s -> "%s %s[%s] %s %s %s %d/%d due %s, missing %s"
                        .formatted(
                                s.unit(),
                                s.measure(),
                                s.dims(),
                                s.source(),
                                s.granularity(),
                                s.state(),
                                s.completeness().have(),
                                s.completeness().expected(),
                                s.dueOn(),
                                s.missing().stream().map(Period::code).toList()))
                .toList();
    }

    @Test
    void dailyFeed_isLateOnlyOnceItsWorkingDayIsOver() {
        came("SALES", "LEADS", "CRM", days("2026-10-01", 8));
        // Friday 9 to Sunday 11 October are due on Monday 12.
        assertThat(told(TODAY))
                .containsExactly(
                        "SALES LEADS[] CRM DAY DUE 8/11 due 2026-10-12, missing [2026-10-09, 2026-10-10, 2026-10-11]");
        assertThat(told(TODAY.plusDays(1))).singleElement().asString().contains("LATE 8/12 due 2026-10-12");
        assertThat(on(TODAY.plusDays(3)).get(0).daysLate(TODAY.plusDays(3))).isEqualTo(3);
    }

    @Test
    void wholeFeed_isIn_andSaysWhatIsDueNext() {
        came("SALES", "LEADS", "CRM", days("2026-10-01", 11));
        assertThat(told(TODAY)).containsExactly("SALES LEADS[] CRM DAY IN 11/11 due 2026-10-13, missing []");
    }

    @Test
    void plannedMeasureThatNeverCame_isOwedByTheDepartmentOfThePlan_byMonth() {
        needs("SALES", "REVENUE", "", null);
        assertThat(told(LocalDate.of(2026, 11, 1)))
                .containsExactly("SALES REVENUE[] MANUAL MONTH DUE 0/1 due 2026-11-02, missing [2026-10]");
        assertThat(on(LocalDate.of(2026, 11, 3)).get(0).planned().orElseThrow().owner())
                .isEqualTo("Olga");
        assertThat(on(LocalDate.of(2026, 11, 3)).get(0).delivered()).isEmpty();
    }

    @Test
    void planOfTheCompany_isServedByTheDepartmentBelow() {
        needs("COMPANY", "LEADS", "", null);
        came("SALES", "LEADS", "CRM", days("2026-10-01", 11));
        FeedStatus only = on(TODAY).get(0);
        assertThat(told(TODAY)).containsExactly("SALES LEADS[] CRM DAY IN 11/11 due 2026-10-13, missing []");
        assertThat(only.planned().orElseThrow().unit()).isEqualTo("COMPANY");
    }

    @Test
    void sliceThatNeverCame_isALineOfItsOwn_oneThatOnceCameIsNot() {
        needs("SALES", "LEADS", "channel=social", Granularity.WEEK);
        came("SALES", "LEADS", "CRM", days("2026-10-01", 11));
        assertThat(told(TODAY))
                .containsExactly(
                        // Week 40 lies in the quarter with its Thursday.
                        "SALES LEADS[channel=social] MANUAL WEEK LATE 0/2 due 2026-10-05, missing [2026-W40, 2026-W41]",
                        "SALES LEADS[] CRM DAY IN 11/11 due 2026-10-13, missing []");
        slices.add(new Slice("SALES", "LEADS", "channel=social"));
        assertThat(told(TODAY)).containsExactly("SALES LEADS[] CRM DAY IN 11/11 due 2026-10-13, missing []");
    }

    @Test
    void planThatWantsWeeks_asksForWeeks_ofAFeedByMonth() {
        needs("SALES", "LEADS", "", Granularity.WEEK);
        came("SALES", "LEADS", "CRM", "2026-08", "2026-09");
        assertThat(told(TODAY))
                .containsExactly("SALES LEADS[] CRM WEEK LATE 0/2 due 2026-10-05, missing [2026-W40, 2026-W41]");
    }

    @Test
    void twoSources_oneOwesIt_bothDeliver() {
        came("SALES", "LEADS", "CRM", days("2026-10-01", 9));
        came("SALES", "LEADS", "MANUAL", days("2026-10-10", 2));
        assertThat(told(TODAY)).containsExactly("SALES LEADS[] CRM DAY IN 11/11 due 2026-10-13, missing []");
    }

    @Test
    void monthWithItsTotal_lacksNoDay_andSingleDaysMakeNoDailyFeed() {
        came("SALES", "LEADS", "CRM", "2026-07", "2026-08", "2026-09");
        came("SALES", "LEADS", "MANUAL", "2026-09-15");
        assertThat(told(LocalDate.of(2026, 11, 2)))
                .containsExactly("SALES LEADS[] CRM MONTH DUE 0/1 due 2026-11-02, missing [2026-10]");
        coverage.clear();
        came("SALES", "LEADS", "CRM", days("2026-08-01", 61));
        came("SALES", "LEADS", "CRM", "2026-10");
        assertThat(told(LocalDate.of(2026, 11, 1)))
                .containsExactly("SALES LEADS[] CRM DAY IN 31/31 due 2026-11-02, missing []");
    }

    @Test
    void heartbeat_confirmsEventCounts_notMoney() {
        came("SALES", "LEADS", "CRM", days("2026-10-01", 9));
        came("SALES", "REVENUE", "CRM", days("2026-10-01", 9));
        came("SALES", Catalogue.FEED_HEARTBEAT, "CRM", days("2026-10-01", 11));
        assertThat(told(TODAY))
                .containsExactly(
                        "SALES REVENUE[] CRM DAY DUE 9/11 due 2026-10-12, missing [2026-10-10, 2026-10-11]",
                        "SALES LEADS[] CRM DAY IN 11/11 due 2026-10-13, missing []");
    }

    @Test
    void habitThatBeganInTheQuarter_isNotMissedBefore_aPlannedOneIs() {
        came("SALES", "LEADS", "CRM", days("2026-10-08", 4));
        assertThat(told(TODAY)).containsExactly("SALES LEADS[] CRM DAY IN 4/4 due 2026-10-13, missing []");
        needs("SALES", "LEADS", "", null);
        assertThat(told(TODAY)).singleElement().asString().contains("LATE 4/11 due 2026-10-02");
    }

    @Test
    void maturePart_isDueOnceTheCohortIsMature() {
        needs.add(new Need("SALES", QUARTER, "LEADS", "LEADS_MATURE", "", null, "CRM", 1, 14, null));
        assertThat(told(LocalDate.of(2026, 11, 14)))
                .containsExactly("SALES LEADS_MATURE[] CRM MONTH IN 0/0 due 2026-11-16, missing []");
        assertThat(told(LocalDate.of(2026, 11, 17))).singleElement().asString().contains("LATE 0/1 due 2026-11-16");
    }

    @Test
    void closedDepartment_owesNothingAfterItsLastDay() {
        came("SALES", "LEADS", "CRM", days("2026-10-01", 5));
        closedOn = LocalDate.of(2026, 10, 5);
        assertThat(on(TODAY)).extracting(FeedStatus::state).containsExactly(FeedState.IN);
    }
}
