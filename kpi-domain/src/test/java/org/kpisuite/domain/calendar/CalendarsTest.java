package org.kpisuite.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.failure.KpiException;

/** The four calendars by the table of domain specification §3.1. */
class CalendarsTest {
    private static final RetailCalendar NRF = RetailCalendar.parse("SATURDAY NEAREST 1 4-5-4 START_YEAR");
    private static final RetailCalendar LIKE_ISO = RetailCalendar.parse("SUNDAY NEAREST 12 4-4-5");
    private static final RetailCalendar LAST_SUNDAY = RetailCalendar.parse("SUNDAY LAST 12 4-4-5");
    private static final FiscalCalendar APRIL = new FiscalCalendar(4, YearLabel.END_YEAR);
    private static final FiscalCalendar APRIL_BY_START = new FiscalCalendar(4, YearLabel.START_YEAR);

    private static CompanyCalendar company(FiscalCalendar fiscal, RetailCalendar retail) {
        return new CompanyCalendar(fiscal, retail, CalendarKind.CIVIL);
    }

    private static void isNot(String wrong, Object... values) {
        assertThat(Arrays.stream(values).map(Object::toString)).doesNotContain(wrong);
    }

    @ParameterizedTest(name = "{0}: {1} is {2} to {3}, not {4}")
    @CsvSource({
        // by the locale's Sunday-first weeks: from 4 October
        "T01, 2026-W41, 2026-10-05, 2026-10-11, 2026-10-04",
        "T03, 2026-W53, 2026-12-28, 2027-01-03, 2027-01-01",
        "T03, 2027-W01, 2027-01-04, 2027-01-10, 2026-12-28"
    })
    void isoWeek_isTheseDays(String id, String code, LocalDate first, LocalDate last, String wrong) {
        Period week = CompanyCalendar.STANDARD.parse(code);
        assertThat(week.days()).as(id).isEqualTo(new DayRange(first, last));
        isNot(wrong, week.start());
    }

    @Test
    void t02_isoYearsWith53Weeks() {
        List<Integer> years = IntStream.rangeClosed(2015, 2039)
                .filter(y -> Period.week(y, 53).isPresent())
                .boxed()
                .toList();
        assertThat(years).containsExactly(2015, 2020, 2026, 2032, 2037);
        isNot("2016", years.toArray());
    }

    @Test
    void t04_weekThatAYearDoesNotHave_isInvalid_andIsNotTheFirstOfTheNext() {
        assertThatThrownBy(() -> CompanyCalendar.STANDARD.parse("2025-W53"))
                .isInstanceOfSatisfying(
                        KpiException.class, e -> assertThat(e.code().text()).isEqualTo("E-PERIOD-INVALID"));
    }

    @Test
    void t05_t06_fiscalYearFromApril() {
        LocalDate day = LocalDate.of(2026, 2, 15);
        assertThat(Period.of(APRIL, Granularity.QUARTER, day)).hasToString("FY2026-Q4");
        assertThat(Period.of(APRIL, Granularity.MONTH, day)).hasToString("FY2026-P11");
        assertThat(Period.of(APRIL, Granularity.YEAR, day)).hasToString("FY2026");
        assertThat(Period.of(APRIL_BY_START, Granularity.QUARTER, day)).hasToString("FY2025-Q4");
        // The civil quarter's number, and the month's own.
        isNot("FY2026-Q1", Period.of(APRIL, Granularity.QUARTER, day));
        isNot("FY2026-P02", Period.of(APRIL, Granularity.MONTH, day));
        isNot("FY2026-Q4", Period.of(APRIL_BY_START, Granularity.QUARTER, day));
    }

    @Test
    void fiscalMonth_isACivilMonth() {
        Period first = company(APRIL, null).parse("FY2026-P01");
        assertThat(first.days()).isEqualTo(Period.parse("2025-04").days());
        assertThat(first.asStored()).isEqualTo(Period.parse("2025-04"));
        assertThat(company(APRIL, null).parse("FY2026").days())
                .isEqualTo(new DayRange(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31)));
    }

    @Test
    void fiscalQuarterFromFebruary_isNoCivilOne_soItIsStoredAsItself() {
        Period quarter =
                company(new FiscalCalendar(2, YearLabel.END_YEAR), null).parse("FY2026-Q4");
        assertThat(quarter.days()).isEqualTo(new DayRange(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 1, 31)));
        assertThat(quarter.asStored()).isEqualTo(quarter);
    }

    @Test
    void fiscalYearFromJanuary_isTheCivilOne_byBothLabels() {
        for (YearLabel label : YearLabel.values()) {
            FiscalCalendar fiscal = new FiscalCalendar(1, label);
            assertThat(company(fiscal, null).parse("FY2026-Q4").asStored()).isEqualTo(Period.parse("2026-Q4"));
        }
    }

    @Test
    void t07_retailYearsWith53Weeks() {
        List<Integer> years = IntStream.rangeClosed(2005, 2031)
                .filter(y -> NRF.weeks(y) == 53)
                .boxed()
                .toList();
        assertThat(years).containsExactly(2006, 2012, 2017, 2023, 2028);
        assertThat(IntStream.rangeClosed(2005, 2031).map(NRF::weeks)).containsOnly(52, 53);
        // By the label of the end year, and by the last Saturday of January.
        isNot("2024", years.toArray());
        isNot("2011", years.toArray());
    }

    @ParameterizedTest(name = "{0}: {1} of {2} is {3} to {4}, {5} weeks, not from {6}")
    @CsvSource({
        "T08, R2023,     NRF,         2023-01-29, 2024-02-03, 53, 2022-01-30",
        "T08, R2026,     NRF,         2026-02-01, 2027-01-30, 52, 2026-01-01",
        "T09, R2026,     LIKE_ISO,    2025-12-29, 2027-01-03, 53, 2026-01-01",
        "T10, R2026-P12, LIKE_ISO,    2026-11-23, 2027-01-03, 6,  2026-11-30",
        "T11, R2026-P03, LIKE_ISO,    2026-02-23, 2026-03-29, 5,  2026-03-02",
        "T12, R2026,     LAST_SUNDAY, 2025-12-29, 2026-12-27, 52, 2026-01-01",
        "T12, R2028,     LAST_SUNDAY, 2027-12-27, 2028-12-31, 53, 2028-01-03",
        "53,  R2026-W53, LIKE_ISO,    2026-12-28, 2027-01-03, 1,  2027-01-01",
        "53,  R2026-Q4,  LIKE_ISO,    2026-09-28, 2027-01-03, 14, 2026-10-01"
    })
    void retailPeriod_isTheseDays(
            String id, String code, String calendar, LocalDate first, LocalDate last, long weeks, String wrong) {
        Period period = company(APRIL, retail(calendar)).parse(code);
        assertThat(period.days()).as(id).isEqualTo(new DayRange(first, last));
        assertThat(period.days().days()).as(id).isEqualTo(7 * weeks);
        assertThat(period).hasToString(code);
        isNot(wrong, period.start());
    }

    private static RetailCalendar retail(String name) {
        return switch (name) {
            case "NRF" -> NRF;
            case "LIKE_ISO" -> LIKE_ISO;
            default -> LAST_SUNDAY;
        };
    }

    @Test
    void sundayNearestToTheEndOfDecember_isAlwaysTheIsoYear() {
        for (int year = 2000; year <= 2050; year++) {
            Period first = Period.week(year, 1).orElseThrow();
            assertThat(company(APRIL, LIKE_ISO).parse("R" + year).start()).isEqualTo(first.start());
            assertThat(company(APRIL, LIKE_ISO).parse("R" + year + "-W01").asStored())
                    .isEqualTo(first);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4-4-5, 28 28 35 28 28 35 28 28 35 28 28 42",
        "4-5-4, 28 35 28 28 35 28 28 35 28 28 35 35",
        "5-4-4, 35 28 28 35 28 28 35 28 28 35 28 35"
    })
    void pattern_cutsAYearOf53Weeks_andTheLastPeriodTakesTheOddOne(String pattern, String days) {
        RetailCalendar retail = RetailCalendar.parse("SUNDAY NEAREST 12 " + pattern);
        Period first = company(APRIL, retail).parse("R2026-P01");
        assertThat(IntStream.range(0, 12)
                        .mapToObj(i -> Long.toString(first.plus(i).days().days())))
                .containsExactly(days.split(" ", -1));
    }

    @Provide
    Arbitrary<Calendar> calendar() {
        Arbitrary<Calendar> fiscal = Combinators.combine(
                        Arbitraries.integers().between(1, 12), Arbitraries.of(YearLabel.values()))
                .as(FiscalCalendar::new);
        Arbitrary<Calendar> retail = Combinators.combine(
                        Arbitraries.of(DayOfWeek.values()),
                        Arbitraries.of(RetailCalendar.Rule.values()),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of(RetailCalendar.Pattern.values()),
                        Arbitraries.of(YearLabel.values()))
                .as(RetailCalendar::new);
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(CivilCalendar.CIVIL, IsoCalendar.ISO)),
                Tuple.of(2, fiscal),
                Tuple.of(6, retail));
    }

    private static final LocalDate FROM = LocalDate.of(2018, 1, 1);
    private static final int TEN_YEARS_DAYS = 3653;

    /** Ten years, day by day: the periods of a length follow each other without a gap and without an overlap. */
    private static List<Period> tenYears(Calendar calendar, Granularity granularity) {
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < TEN_YEARS_DAYS; i++) {
            LocalDate day = FROM.plusDays(i);
            Period period = Period.of(calendar, granularity, day);
            assertThat(period.contains(day)).isTrue();
            if (periods.isEmpty() || !periods.get(periods.size() - 1).equals(period)) {
                periods.add(period);
            }
        }
        return periods;
    }

    @Property(tries = 12)
    void everyDay_liesInExactlyOnePeriodOfEachLength(@ForAll("calendar") Calendar calendar) {
        for (Granularity granularity : Granularity.values()) {
            Period before = null;
            for (Period period : tenYears(calendar, granularity)) {
                if (before != null) {
                    assertThat(period.start()).isEqualTo(before.endInclusive().plusDays(1));
                    assertThat(before.plus(1)).isEqualTo(period);
                    assertThat(period.previous()).isEqualTo(before);
                }
                before = period;
            }
        }
    }

    @Property(tries = 12)
    void printedPeriod_readsBack_asCode_andAsKey(@ForAll("calendar") Calendar calendar) {
        CompanyCalendar company = new CompanyCalendar(
                calendar instanceof FiscalCalendar f ? f : APRIL,
                calendar instanceof RetailCalendar r ? r : NRF,
                CalendarKind.CIVIL);
        for (Granularity granularity : Granularity.values()) {
            for (Period period : tenYears(calendar, granularity)) {
                assertThat(company.parse(period.toString())).isEqualTo(period);
                assertThat(Period.ofKey(period.key())).isEqualTo(period);
                assertThat(period.key()).hasSizeLessThan(20);
                assertThat(period.calendar().start(granularity, period.year(), period.number()))
                        .contains(period.start());
            }
        }
    }

    @Property(tries = 12)
    void periodsOfAYear_fillIt(@ForAll("calendar") Calendar calendar) {
        if (!calendar.has(Granularity.YEAR)) {
            return;
        }
        for (Period year : tenYears(calendar, Granularity.YEAR)) {
            for (Granularity part : List.of(Granularity.MONTH, Granularity.QUARTER)) {
                Period first = Period.of(calendar, part, year.start());
                Period last = Period.of(calendar, part, year.endInclusive());
                assertThat(first.number()).isEqualTo(1);
                assertThat(first.start()).isEqualTo(year.start());
                assertThat(last.endInclusive()).isEqualTo(year.endInclusive());
                assertThat(last.number()).isEqualTo(part == Granularity.MONTH ? 12 : 4);
                assertThat(last.year()).isEqualTo(year.year());
            }
        }
    }

    @Property(tries = 100)
    void retailYear_endsOnItsWeekday_asItsRuleSays(@ForAll("calendar") Calendar calendar) {
        if (!(calendar instanceof RetailCalendar retail)) {
            return;
        }
        for (Period year : tenYears(retail, Granularity.YEAR)) {
            LocalDate end = year.endInclusive();
            assertThat(end.getDayOfWeek()).isEqualTo(retail.endDow());
            LocalDate monthEnd = end.minusDays(10)
                    .withDayOfMonth(1)
                    .with(m -> m.get(java.time.temporal.ChronoField.MONTH_OF_YEAR) == retail.endMonth()
                            ? m
                            : LocalDate.from(m).plusMonths(1))
                    .with(TemporalAdjusters.lastDayOfMonth());
            assertThat(monthEnd.getMonthValue()).isEqualTo(retail.endMonth());
            long over = ChronoUnit.DAYS.between(monthEnd, end);
            assertThat(over)
                    .isBetween(
                            retail.rule() == RetailCalendar.Rule.LAST ? -6L : -3L,
                            retail.rule() == RetailCalendar.Rule.LAST ? 0L : 3L);
            assertThat(year.days().days()).isIn(364L, 371L);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SATURDAY",
                "SAMSTAG NEAREST 1 4-5-4",
                "SATURDAY NEAREST 13 4-5-4",
                "SATURDAY NEAREST 1 4-4-4"
            })
    void retailSettingThatIsNone_isRefused_withAnExample(String text) {
        assertThatThrownBy(() -> RetailCalendar.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(".*(SATURDAY NEAREST 1 4-5-4 START_YEAR|from 1 to 12).*");
    }

    @Test
    void retailSetting_printsAsItReads() {
        assertThat(RetailCalendar.parse(NRF.toString())).isEqualTo(NRF);
        assertThat(NRF).hasToString("SATURDAY NEAREST 1 4-5-4 START_YEAR");
        assertThat(RetailCalendar.parse("sunday  last 12 445")).isEqualTo(LAST_SUNDAY);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "FY2026-Q5,  E-PERIOD-INVALID",
        "FY2026-P13, E-PERIOD-INVALID",
        "FY2026-P00, E-PERIOD-INVALID",
        "FY2026-W01, E-PERIOD-FORMAT",
        "FY26-Q1,    E-PERIOD-FORMAT",
        "fy2026,     E-PERIOD-FORMAT",
        "R2026-W53,  E-PERIOD-INVALID",
        "R2026-P13,  E-PERIOD-INVALID",
        "R1899,      E-PERIOD-INVALID",
        "2026-Q5,    E-PERIOD-INVALID"
    })
    void whatIsNoPeriod_isRefused(String code, String refusal) {
        assertThatThrownBy(() -> company(APRIL, NRF).parse(code))
                .isInstanceOfSatisfying(
                        KpiException.class, e -> assertThat(e.code().text()).isEqualTo(refusal));
    }

    @Test
    void retailCode_withoutARetailCalendar_isInvalid() {
        assertThatThrownBy(() -> CompanyCalendar.STANDARD.parse("R2026"))
                .isInstanceOfSatisfying(
                        KpiException.class, e -> assertThat(e.code().text()).isEqualTo("E-PERIOD-INVALID"));
    }

    @Test
    void bareQuarterOfAFile_isAmbiguous_unlessAFiscalYearFromJanuaryOrTheProfileDecides() {
        CompanyCalendar april = company(APRIL, NRF);
        assertThatThrownBy(() -> april.parseImported("2026-Q4", null)).isInstanceOfSatisfying(KpiException.class, e -> {
            assertThat(e.code().text()).isEqualTo("E-PERIOD-AMBIGUOUS");
            assertThat(e.refusals().get(0).arguments())
                    .containsExactly("2026-Q4 (2026-10-01 – 2026-12-31)", "FY2026-Q4 (2026-01-01 – 2026-03-31)");
        });
        assertThat(april.parseImported("2026-Q4", CalendarKind.CIVIL)).hasToString("2026-Q4");
        assertThat(april.parseImported("2026-Q4", CalendarKind.FISCAL)).hasToString("FY2026-Q4");
        assertThat(april.parseImported("2026-Q4", CalendarKind.RETAIL)).hasToString("R2026-Q4");
        assertThat(april.parseImported("2026-10", null)).hasToString("2026-10");
        assertThat(april.parseImported("FY2026-Q4", null)).hasToString("FY2026-Q4");
        assertThat(CompanyCalendar.STANDARD.parseImported("2026-Q4", null)).hasToString("2026-Q4");
    }

    @Test
    void quartersOfPlans_liveInOneCalendar() {
        CompanyCalendar fiscal = new CompanyCalendar(APRIL, null, CalendarKind.FISCAL);
        Period quarter = fiscal.planQuarter(LocalDate.of(2026, 11, 21));
        assertThat(quarter).hasToString("FY2027-Q3");
        assertThat(fiscal.requirePlanQuarter(quarter)).isEqualTo(quarter);
        for (String other : List.of("2026-Q4", "2026-10", "FY2027", "FY2027-P07")) {
            assertThatThrownBy(() -> fiscal.requirePlanQuarter(fiscal.parse(other)))
                    .isInstanceOfSatisfying(KpiException.class, e -> assertThat(
                                    e.refusals().get(0).arguments())
                            .contains("FY2027-Q" + (other.equals("FY2027") ? "1" : "3")));
        }
        assertThatThrownBy(() -> new CompanyCalendar(APRIL, null, CalendarKind.RETAIL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CompanyCalendar(APRIL, null, CalendarKind.ISO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void periodOfALengthThatItsCalendarHasNot_cannotBeMade() {
        assertThatThrownBy(() -> new Period(APRIL, Granularity.WEEK, LocalDate.of(2026, 10, 5)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Period.of(APRIL, Granularity.WEEK, LocalDate.of(2026, 10, 7)))
                .hasToString("2026-W41");
        assertThat(Period.of(NRF, Granularity.DAY, LocalDate.of(2026, 10, 7))).hasToString("2026-10-07");
        assertThat(Period.of(IsoCalendar.ISO, Granularity.MONTH, LocalDate.of(2026, 10, 7)))
                .hasToString("2026-10");
    }
}
