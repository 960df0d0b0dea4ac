package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.ejb.storage.TestDatabase;

/** What a scorecard reads, now and as of an earlier instant, the same on both databases. */
class FactReaderTest {
    private static final String HEADER = "unit;measure;period;value;dim.channel;scenario;op;reason";
    private static final DayRange SUMMER = new DayRange(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 9, 30));

    @TempDir
    private Path folder;

    private static FactSeries series(String measure, String dims) {
        return FactSeries.of(Catalogue.shipped().measure(measure).orElseThrow(), dims);
    }

    private static FactQuery query(DayRange... byDay) {
        return query(List.of("SALES"), List.of(byDay), "LEADS", "BUYERS");
    }

    /** Of each measure the total and the part of one channel, each by itself. */
    private static FactQuery query(List<String> units, List<DayRange> byDay, String... measures) {
        Set<Set<FactSeries>> formulas = new HashSet<>();
        for (String measure : measures) {
            formulas.add(Set.of(series(measure, "")));
            formulas.add(Set.of(series(measure, "channel=ads")));
        }
        return new FactQuery(units, formulas, List.of(SUMMER), byDay, Scenario.AC);
    }

    /** What was recorded before an instant; null for all that is recorded. */
    private static List<String> read(ImportFixture fixture, FactQuery query, Instant asOf) throws Exception {
        try (Connection connection = fixture.connection()) {
            return new FactReader(connection, CompanyCalendar.STANDARD)
                    .read(query, asOf == null ? fixture.now().plusSeconds(1) : asOf).stream()
                            .map(FactReaderTest::told)
                            .sorted()
                            .toList();
        }
    }

    private static String told(FactSlice s) {
        return "%s[%s] %s %s..%s sum %s first %s last %s on %s, %d"
                .formatted(
                        s.measure(),
                        s.dims(),
                        s.granularity(),
                        s.days().start(),
                        s.days().endInclusive(),
                        Decimals.plain(s.sum()),
                        Decimals.plain(s.first()),
                        Decimals.plain(s.last()),
                        s.lastDay(),
                        s.daysWithData());
    }

    private ImportFixture summer(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportResult result = fixture.lines(
                HEADER,
                "SALES;LEADS;2026-07-01;10;;;;",
                "SALES;LEADS;2026-07-31;20;;;;",
                "SALES;LEADS;2026-07-31;7;ads;;;",
                "SALES;LEADS;2026-08-05;3;ads;;;",
                "SALES;LEADS;2026-08-05;4;mail;;;",
                "SALES;LEADS;2026-06;500;;;;",
                "SALES;LEADS;2026-W36;70;;;;",
                "SALES;LEADS;2026-07-02;99;;PL;;",
                "SALES;LEADS;2025-07-02;99;;;;",
                "MARKETING;LEADS;2026-07-02;99;;;;",
                "SALES;BUYERS;2026-07;40;;;;",
                "SALES;BUYERS;2026-08;30;ads;;;",
                "SALES;BUYERS;2026-08-02;5;;;;");
        assertThat(result.state()).isEqualTo(ImportState.APPLIED);
        return fixture;
    }

    @ParameterizedTest
    @EnumSource
    void months_comeTogether_daysWhereAsked_longerRowsAsDelivered(TestDatabase database) throws Exception {
        ImportFixture fixture = summer(database);
        assertThat(read(fixture, query(), null))
                .containsExactly(
                        "BUYERS[] DAY 2026-08-02..2026-08-02 sum 5 first 5 last 5 on 2026-08-02, 1",
                        "BUYERS[] MONTH 2026-07-01..2026-07-31 sum 40 first 40 last 40 on 2026-07-31, 31",
                        "BUYERS[channel=ads] MONTH 2026-08-01..2026-08-31 sum 30 first 30 last 30 on 2026-08-31, 31",
                        "LEADS[] DAY 2026-07-01..2026-07-31 sum 30 first 30 last 30 on 2026-07-31, 2",
                        "LEADS[] DAY 2026-08-01..2026-08-31 sum 7 first 7 last 7 on 2026-08-05, 1",
                        "LEADS[] MONTH 2026-06-01..2026-06-30 sum 500 first 500 last 500 on 2026-06-30, 30",
                        "LEADS[] WEEK 2026-08-31..2026-09-06 sum 70 first 70 last 70 on 2026-09-06, 7",
                        "LEADS[channel=ads] DAY 2026-07-01..2026-07-31 sum 7 first 7 last 7 on 2026-07-31, 1",
                        "LEADS[channel=ads] DAY 2026-08-01..2026-08-31 sum 3 first 3 last 3 on 2026-08-05, 1");
        DayRange august = new DayRange(LocalDate.of(2026, 8, 4), LocalDate.of(2026, 8, 6));
        assertThat(read(fixture, query(august), null))
                .filteredOn(s -> s.contains("2026-08-0"))
                .containsExactly(
                        "BUYERS[] DAY 2026-08-02..2026-08-02 sum 5 first 5 last 5 on 2026-08-02, 1",
                        "BUYERS[channel=ads] MONTH 2026-08-01..2026-08-31 sum 30 first 30 last 30 on 2026-08-31, 31",
                        "LEADS[] DAY 2026-08-05..2026-08-05 sum 7 first 7 last 7 on 2026-08-05, 1",
                        "LEADS[channel=ads] DAY 2026-08-05..2026-08-05 sum 3 first 3 last 3 on 2026-08-05, 1");
    }

    @ParameterizedTest
    @EnumSource
    void channelWithoutRowsOfItsOwn_isTheSumOfItsCampaigns(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportResult result = fixture.lines(
                "unit;measure;period;value;dim.channel;dim.campaign",
                "SALES;LEADS;2026-06;90;ads;spring",
                "SALES;LEADS;2026-06;10;ads;winter",
                "SALES;LEADS;2026-06;5;mail;spring",
                "SALES;LEADS;2026-07-01;7;ads;",
                "SALES;LEADS;2026-07-01;5;ads;spring",
                "SALES;LEADS;2026-07-02;3;ads;spring",
                "SALES;LEADS;2026-07-02;4;ads;winter",
                "SALES;LEADS;2026-07-02;50;mail;winter",
                "SALES;LEADS;2026-07-03;8;_ds;winter");
        assertThat(result.issues()).isEmpty();
        assertThat(read(fixture, query(), null))
                .filteredOn(s -> s.startsWith("LEADS[channel=ads]"))
                .containsExactly(
                        "LEADS[channel=ads] DAY 2026-07-01..2026-07-01 sum 7 first 7 last 7 on 2026-07-01, 1",
                        "LEADS[channel=ads] DAY 2026-07-02..2026-07-02 sum 7 first 7 last 7 on 2026-07-02, 1",
                        "LEADS[channel=ads] MONTH 2026-06-01..2026-06-30 sum 100 first 100 last 100 on 2026-06-30, 30");
    }

    @ParameterizedTest
    @EnumSource
    void countsThatDoNotAdd_comeByDay_whereNothingLongerWasDelivered(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportResult result = fixture.lines(
                "unit;measure;period;value",
                "SALES;BUYERS;2026-07;40",
                "SALES;BUYERS;2026-07-05;3",
                "SALES;BUYERS;2026-08-05;4",
                "SALES;BUYERS;2026-08-06;5");
        assertThat(result.issues()).isEmpty();
        assertThat(read(fixture, query(), null))
                .containsExactly(
                        "BUYERS[] DAY 2026-08-05..2026-08-05 sum 4 first 4 last 4 on 2026-08-05, 1",
                        "BUYERS[] DAY 2026-08-06..2026-08-06 sum 5 first 5 last 5 on 2026-08-06, 1",
                        "BUYERS[] MONTH 2026-07-01..2026-07-31 sum 40 first 40 last 40 on 2026-07-31, 31");
    }

    @ParameterizedTest
    @EnumSource
    void monthOfTwoSources_comesByDay_soThatTheSecondFillsWhatTheFirstLacks(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(
                "unit;measure;period;value;source",
                "SALES;LEADS;2026-07-01;10;CRM",
                "SALES;LEADS;2026-07-01;11;SHOP",
                "SALES;LEADS;2026-07-31;20;SHOP",
                "SALES;LEADS;2026-08-01;5;CRM",
                "SALES;LEADS;2026-08-02;6;CRM");
        assertThat(read(fixture, query(), null))
                .containsExactly(
                        "LEADS[] DAY 2026-07-01..2026-07-01 sum 10 first 10 last 10 on 2026-07-01, 1",
                        "LEADS[] DAY 2026-07-01..2026-07-01 sum 11 first 11 last 11 on 2026-07-01, 1",
                        "LEADS[] DAY 2026-07-31..2026-07-31 sum 20 first 20 last 20 on 2026-07-31, 1",
                        "LEADS[] DAY 2026-08-01..2026-08-31 sum 11 first 11 last 11 on 2026-08-02, 2");
    }

    @ParameterizedTest
    @EnumSource
    void earlierInstant_givesWhatWasKnownThen(TestDatabase database) throws Exception {
        ImportFixture fixture = summer(database);
        Instant then = fixture.now().plusSeconds(1);
        List<String> known = read(fixture, query(SUMMER), null);
        fixture.lines(
                HEADER,
                "SALES;LEADS;2026-07-01;11;;;;",
                "SALES;LEADS;2026-07-31;;;;DELETE;a mistake",
                "SALES;LEADS;2026-08-06;1;;;;",
                "SALES;BUYERS;2026-07;41;;;;");
        assertThat(read(fixture, query(SUMMER), then)).isEqualTo(known);
        Instant later = fixture.now().plusSeconds(1);
        assertThat(read(fixture, query(SUMMER), later)).isEqualTo(read(fixture, query(SUMMER), null));
        assertThat(read(fixture, query(SUMMER), null)).isNotEqualTo(known);
        assertThat(read(fixture, query(SUMMER), ImportFixture.BEGIN)).isEmpty();
        // The day that lost its total is the sum of its parts again.
        assertThat(read(fixture, query(SUMMER), null))
                .contains("LEADS[] DAY 2026-07-31..2026-07-31 sum 7 first 7 last 7 on 2026-07-31, 1");
    }

    @ParameterizedTest
    @EnumSource
    void importThatComesInBetween_isNotRead(TestDatabase database) throws Exception {
        ImportFixture fixture = summer(database);
        Instant then = fixture.now().plusSeconds(1);
        List<String> known = read(fixture, query(SUMMER), null);
        AtomicInteger statements = new AtomicInteger();
        try (Connection connection = fixture.connection()) {
            Connection late = (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                        if (method.getName().equals("prepareStatement") && statements.incrementAndGet() == 2) {
                            fixture.lines(HEADER, "SALES;LEADS;2026-07-01;11;;;;", "SALES;LEADS;2026-07-02;12;;;;");
                        }
                        return method.invoke(connection, arguments);
                    });
            List<FactSlice> slices = new FactReader(late, CompanyCalendar.STANDARD).read(query(SUMMER), then);
            assertThat(slices.stream().map(FactReaderTest::told).sorted()).isEqualTo(known);
        }
        assertThat(read(fixture, query(SUMMER), null)).isNotEqualTo(known);
    }

    private static FactQuery ctr(String... units) {
        Set<FactSeries> formula = Set.of(series("CLICKS", ""), series("IMPRESSIONS", ""));
        return new FactQuery(List.of(units), Set.of(formula), List.of(SUMMER), List.of(), Scenario.AC);
    }

    private static List<String> days(String unit, String measure, String from, String to) {
        return LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .map(day -> unit + ";" + measure + ";" + day + ";1;;;;")
                .toList();
    }

    private ImportFixture with(TestDatabase database, List<List<String>> parts) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        Stream<String> lines = Stream.concat(Stream.of(HEADER), parts.stream().flatMap(List::stream));
        assertThat(fixture.lines(lines.toArray(String[]::new)).issues()).isEmpty();
        return fixture;
    }

    /** Granularity and number of slices by measure and month: how the days of a month came. */
    private static List<String> came(ImportFixture fixture, FactQuery query, Instant asOf) throws Exception {
        try (Connection connection = fixture.connection()) {
            Map<String, Integer> counts = new TreeMap<>();
            new FactReader(connection, CompanyCalendar.STANDARD)
                    .read(query, asOf)
                    .forEach(s -> counts.merge(
                            s.unit() + " " + s.measure() + " "
                                    + s.days().start().getMonthValue()
                                    + (s.days().days() == 1 ? " singly" : " together"),
                            1,
                            Integer::sum));
            return counts.entrySet().stream()
                    .map(e -> e.getKey() + " " + e.getValue())
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void monthsWhoseDaysDifferBetweenTheFlowsOfAFormula_comeByDay_othersTogether(TestDatabase database)
            throws Exception {
        ImportFixture fixture = with(
                database,
                List.of(
                        days("SALES", "IMPRESSIONS", "2026-06-01", "2026-09-30"),
                        days("SALES", "CLICKS", "2026-06-01", "2026-06-30"),
                        days("SALES", "CLICKS", "2026-07-01", "2026-07-20"),
                        days("SALES", "CLICKS", "2026-08-01", "2026-08-31")));
        assertThat(came(fixture, ctr("SALES"), fixture.now().plusSeconds(1)))
                .containsExactly(
                        "SALES CLICKS 6 together 1",
                        "SALES CLICKS 7 singly 20",
                        "SALES CLICKS 8 together 1",
                        "SALES IMPRESSIONS 6 together 1",
                        "SALES IMPRESSIONS 7 singly 31",
                        "SALES IMPRESSIONS 8 together 1",
                        "SALES IMPRESSIONS 9 together 1");
    }

    @ParameterizedTest
    @EnumSource
    void asManyDaysButOthers_comeByDay_theSameDaysTogether_howeverFew(TestDatabase database) throws Exception {
        ImportFixture fixture = with(
                database,
                List.of(
                        days("SALES", "IMPRESSIONS", "2026-06-01", "2026-06-20"),
                        days("SALES", "CLICKS", "2026-06-11", "2026-06-30"),
                        days("SALES", "IMPRESSIONS", "2026-07-06", "2026-07-10"),
                        days("SALES", "CLICKS", "2026-07-06", "2026-07-10")));
        assertThat(came(fixture, ctr("SALES"), fixture.now().plusSeconds(1)))
                .containsExactly(
                        "SALES CLICKS 6 singly 20",
                        "SALES CLICKS 7 together 1",
                        "SALES IMPRESSIONS 6 singly 20",
                        "SALES IMPRESSIONS 7 together 1");
    }

    @ParameterizedTest
    @EnumSource
    void unitsWithOtherDays_comeByDay_onlyWhereAFormulaPairsThem(TestDatabase database) throws Exception {
        ImportFixture fixture = with(
                database,
                List.of(
                        days("SALES", "IMPRESSIONS", "2026-06-01", "2026-06-30"),
                        days("MARKETING", "CLICKS", "2026-06-01", "2026-06-02"),
                        days("MARKETING", "LEADS", "2026-06-01", "2026-06-02"),
                        days("SALES", "LEADS", "2026-06-01", "2026-06-30")));
        Instant now = fixture.now().plusSeconds(1);
        assertThat(came(fixture, ctr("SALES", "MARKETING"), now))
                .containsExactly("MARKETING CLICKS 6 singly 2", "SALES IMPRESSIONS 6 singly 30");
        assertThat(came(fixture, query(List.of("SALES", "MARKETING"), List.of(), "LEADS"), now))
                .containsExactly("MARKETING LEADS 6 together 1", "SALES LEADS 6 together 1");
    }

    @ParameterizedTest
    @EnumSource
    void earlierInstant_readsByDayOnlyWhatWasChangedSince(TestDatabase database) throws Exception {
        ImportFixture fixture = with(
                database,
                List.of(
                        days("SALES", "LEADS", "2026-06-01", "2026-08-31"),
                        days("SALES", "CLICKS", "2026-06-01", "2026-07-31"),
                        days("SALES", "IMPRESSIONS", "2026-06-01", "2026-07-31")));
        Instant then = fixture.now().plusSeconds(1);
        FactQuery leads = query(List.of("SALES"), List.of(), "LEADS");
        List<String> known = read(fixture, leads, then);
        fixture.lines(
                HEADER,
                "SALES;LEADS;2026-06-05;7;;;;",
                "SALES;CLICKS;2026-07-05;7;;;;",
                "SALES;LEADS;2026-09-01;1;;;;");
        assertThat(came(fixture, leads, then))
                .containsExactly("SALES LEADS 6 singly 30", "SALES LEADS 7 together 1", "SALES LEADS 8 together 1");
        // The other flow of the formula comes by day with it.
        assertThat(came(fixture, ctr("SALES"), then))
                .containsExactly(
                        "SALES CLICKS 6 together 1",
                        "SALES CLICKS 7 singly 31",
                        "SALES IMPRESSIONS 6 together 1",
                        "SALES IMPRESSIONS 7 singly 31");
        assertThat(known).hasSize(3);
        assertThat(read(fixture, query(List.of("SALES"), List.of(SUMMER), "LEADS"), then))
                .hasSize(92)
                .allMatch(s -> s.contains("sum 1 "));
    }

    @ParameterizedTest
    @EnumSource
    void monthThatLostAllItsDays_isStillKnownAsItWas(TestDatabase database) throws Exception {
        ImportFixture fixture = with(database, List.of(days("SALES", "LEADS", "2026-06-05", "2026-06-05")));
        Instant then = fixture.now().plusSeconds(1);
        fixture.lines(HEADER, "SALES;LEADS;2026-06-05;;;;DELETE;a mistake");
        FactQuery leads = query(List.of("SALES"), List.of(), "LEADS");
        assertThat(came(fixture, leads, then)).containsExactly("SALES LEADS 6 singly 1");
        assertThat(came(fixture, leads, fixture.now().plusSeconds(1))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void distinctCounts_areNeverAdded_overDaysOrDimensions(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines(
                HEADER,
                "SALES;BUYERS;2026-07-01;5;;;;",
                "SALES;BUYERS;2026-07-02;5;;;;",
                "SALES;BUYERS;2026-07-03;4;ads;;;",
                "SALES;BUYERS;2026-07-03;3;mail;;;",
                "SALES;BUYERS;2026-08;30;ads;;;",
                "SALES;BUYERS;2026-08;20;mail;;;");
        assertThat(read(fixture, query(List.of("SALES"), List.of(), "BUYERS"), null))
                .containsExactly(
                        "BUYERS[] DAY 2026-07-01..2026-07-01 sum 5 first 5 last 5 on 2026-07-01, 1",
                        "BUYERS[] DAY 2026-07-02..2026-07-02 sum 5 first 5 last 5 on 2026-07-02, 1",
                        "BUYERS[channel=ads] DAY 2026-07-03..2026-07-03 sum 4 first 4 last 4 on 2026-07-03, 1",
                        "BUYERS[channel=ads] MONTH 2026-08-01..2026-08-31 sum 30 first 30 last 30 on 2026-08-31, 31");
        assertThat(read(fixture, query(List.of("SALES"), List.of(SUMMER), "BUYERS"), null))
                .containsExactly(
                        "BUYERS[] DAY 2026-07-01..2026-07-01 sum 5 first 5 last 5 on 2026-07-01, 1",
                        "BUYERS[] DAY 2026-07-02..2026-07-02 sum 5 first 5 last 5 on 2026-07-02, 1",
                        "BUYERS[channel=ads] DAY 2026-07-03..2026-07-03 sum 4 first 4 last 4 on 2026-07-03, 1",
                        "BUYERS[channel=ads] MONTH 2026-08-01..2026-08-31 sum 30 first 30 last 30 on 2026-08-31, 31");
    }

    @ParameterizedTest
    @EnumSource
    void severalRanges_leaveOutWhatLiesBetween_andOtherScenarios(TestDatabase database) throws Exception {
        ImportFixture fixture = with(
                database,
                List.of(
                        days("SALES", "LEADS", "2026-06-01", "2026-09-30"),
                        List.of("SALES;LEADS;2026-06-01;99;;PL;;")));
        DayRange june = new DayRange(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30));
        DayRange september = new DayRange(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30));
        FactQuery query = new FactQuery(
                List.of("SALES"),
                Set.of(Set.of(series("LEADS", ""))),
                List.of(june, september),
                List.of(new DayRange(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 1))),
                Scenario.AC);
        assertThat(came(fixture, query, fixture.now().plusSeconds(1)))
                .containsExactly("SALES LEADS 6 together 1", "SALES LEADS 9 singly 30");
        assertThat(read(fixture, query, null)).noneMatch(s -> s.contains("sum 99"));
    }

    @ParameterizedTest
    @EnumSource
    void storedValues_areListedPageByPage_asOfAnInstant(TestDatabase database) throws Exception {
        ImportFixture fixture = summer(database);
        Instant then = fixture.now().plusSeconds(1);
        fixture.lines(HEADER, "SALES;LEADS;2026-07-01;11;;;;");
        try (Connection connection = fixture.connection()) {
            StoredFacts facts = new StoredFacts(connection, CompanyCalendar.STANDARD);
            StoredFacts.Page first = new StoredFacts.Page(
                    List.of("SALES"),
                    List.of("LEADS"),
                    SUMMER,
                    null,
                    fixture.now().plusSeconds(1),
                    null,
                    3);
            List<StoredFact> page = facts.list(first);
            assertThat(page)
                    .extracting(f -> f.dims() + f.period() + " " + Decimals.plain(f.value()) + " " + f.revision())
                    .containsExactly("2026-07-01 11 2", "2026-07-02 99 1", "2026-07-31 20 1");
            StoredFacts.Page next = new StoredFacts.Page(
                    List.of("SALES"),
                    List.of("LEADS"),
                    SUMMER,
                    null,
                    fixture.now().plusSeconds(1),
                    page.get(2),
                    100);
            assertThat(facts.list(next))
                    .extracting(f -> f.dims() + f.period().code())
                    .containsExactly(
                            "2026-06",
                            "2026-W36",
                            "channel=ads2026-07-31",
                            "channel=ads2026-08-05",
                            "channel=mail2026-08-05");
            StoredFacts.Page before =
                    new StoredFacts.Page(List.of("SALES"), List.of("LEADS"), SUMMER, Map.of(), then, null, 1);
            assertThat(facts.list(before))
                    .extracting(f -> Decimals.plain(f.value()))
                    .containsExactly("10");
            StoredFacts.Page ads = new StoredFacts.Page(
                    List.of("SALES"), List.of("LEADS"), SUMMER, Map.of("channel", "ads"), then, null, 10);
            assertThat(facts.list(ads)).hasSize(2).allMatch(f -> f.row() > 1 && f.importId() > 0);
        }
    }
}
