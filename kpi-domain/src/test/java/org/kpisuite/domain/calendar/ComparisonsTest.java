package org.kpisuite.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.Comparisons.DayRule;
import org.kpisuite.domain.calendar.Comparisons.Rolling;
import org.kpisuite.domain.calendar.Comparisons.Sides;
import org.kpisuite.domain.calendar.Comparisons.WeekRule;
import org.kpisuite.domain.quantity.Decimals;

/** Comparisons and straddling weeks by domain specification §3.2 and §3.3. */
class ComparisonsTest {
    private static final Comparisons AS_NUMBERED = Comparisons.STANDARD;
    private static final Comparisons RESTATED = new Comparisons(WeekRule.RESTATED, DayRule.SAME_WEEKDAY);
    private static final Comparisons BY_DATE = new Comparisons(WeekRule.NON_RESTATED, DayRule.SAME_DATE);
    private static final CompanyCalendar COMPANY = new CompanyCalendar(
            new FiscalCalendar(4, YearLabel.END_YEAR),
            RetailCalendar.parse("SATURDAY NEAREST 1 4-5-4 START_YEAR"),
            CalendarKind.CIVIL);

    private static Period period(String code) {
        return COMPANY.parse(code);
    }

    private static DayRange range(String from, String to) {
        return new DayRange(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static String code(Optional<Period> period) {
        return period.map(Period::code).orElse("-");
    }

    @ParameterizedTest(name = "{0}: PY of {1} is {2}, restated {3}, not {4}")
    @CsvSource({
        // the last week of 2025; the week that has most of the same dates
        "T14, 2026-W53, -, 2026-W01, 2025-W52",
        "T15, 2027-W01, 2026-W01, 2026-W02, 2025-W53",
        "plain, 2026-W41, 2025-W41, 2025-W41, 2025-W40",
        "retail, R2023-W53, -, R2023-W01, R2022-W52",
        "retail, R2024-W01, R2023-W01, R2023-W02, R2023-W53",
        "retail, R2025-W01, R2024-W01, R2024-W01, R2024-W02"
    })
    void priorYearOfAWeek(String id, String code, String numbered, String restated, String wrong) {
        assertThat(code(AS_NUMBERED.priorYear(period(code))))
                .as(id)
                .isEqualTo(numbered)
                .isNotEqualTo(wrong);
        assertThat(code(RESTATED.priorYear(period(code))))
                .as(id)
                .isEqualTo(restated)
                .isNotEqualTo(wrong);
    }

    @Test
    void t14_restatedW53_isTheWeekOf29December2025() {
        assertThat(RESTATED.priorYearDays(period("2026-W53"))).contains(range("2025-12-29", "2026-01-04"));
        assertThat(AS_NUMBERED.priorYearDays(period("2026-W53"))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: PY of {1} is {2} by weekday, {3} by date")
    @CsvSource({
        "T17, 2026-11-21, 2025-11-22, 2025-11-21",
        "leap, 2024-02-29, 2023-03-02, 2023-02-28",
        "after, 2025-03-01, 2024-03-02, 2024-03-01"
    })
    void priorYearOfADay(String id, String code, String weekday, String date) {
        assertThat(code(AS_NUMBERED.priorYear(period(code)))).as(id).isEqualTo(weekday);
        assertThat(code(BY_DATE.priorYear(period(code)))).as(id).isEqualTo(date);
    }

    @ParameterizedTest(name = "{0}: PP {1}, PY {2}")
    @CsvSource({
        "2026-10, 2026-09, 2025-10",
        "FY2026-Q1, FY2025-Q4, FY2025-Q1",
        "FY2026-P01, FY2025-P12, FY2025-P01",
        "R2026-P01, R2025-P12, R2025-P01",
        "R2026-Q1, R2025-Q4, R2025-Q1",
        "R2026, R2025, R2025"
    })
    void periodBefore_andSameNumberOneYearBefore(String code, String before, String priorYear) {
        assertThat(AS_NUMBERED.previous(period(code))).hasToString(before);
        assertThat(AS_NUMBERED.priorYear(period(code)).orElseThrow()).hasToString(priorYear);
    }

    @ParameterizedTest(name = "{0}: {1} to {2} beside {3} to {4}")
    @CsvSource({
        "T16, 2026-10, 2026-10-12, 2025-10-01, 2025-10-12",
        "QTD, 2026-Q4, 2026-11-21, 2025-10-01, 2025-11-21",
        "YTD, 2026, 2026-11-21, 2025-01-01, 2025-11-21",
        "fiscal QTD, FY2027-Q3, 2026-11-21, 2025-10-01, 2025-11-21",
        "fiscal YTD, FY2027, 2026-11-21, 2025-04-01, 2025-11-21",
        "retail QTD, R2026-Q4, 2026-11-21, 2025-11-02, 2025-11-22",
        "leap day, 2024, 2024-02-29, 2023-01-01, 2023-02-28",
        "leap day, 2024-Q1, 2024-02-29, 2023-01-01, 2023-02-28",
        "day count after it, 2024, 2024-03-15, 2023-01-01, 2023-03-16",
        "whole months after it, 2024, 2024-03-31, 2023-01-01, 2023-03-31",
        "whole months a year after it, 2025, 2025-03-31, 2024-01-01, 2024-03-31",
        "February after it, 2025, 2025-02-28, 2024-01-01, 2024-02-29",
        "whole month, 2024-02, 2024-02-29, 2023-02-01, 2023-02-28",
        "whole leap year, 2024, 2024-12-31, 2023-01-01, 2023-12-31",
        "whole year after it, 2025, 2025-12-31, 2024-01-01, 2024-12-31",
        "over its end, 2026-10, 2027-01-05, 2025-10-01, 2025-10-31"
    })
    void periodToDate_standsBesideTheSameElapsedDays(
            String id, String code, LocalDate lastDay, LocalDate from, LocalDate to) {
        Sides sides = AS_NUMBERED.toDate(period(code), lastDay);
        assertThat(sides.current()).as(id).isEqualTo(period(code).days().upTo(lastDay));
        assertThat(sides.comparison()).as(id).contains(new DayRange(from, to));
    }

    @Test
    void t16_isNotTheWholeMonth() {
        assertThat(AS_NUMBERED
                        .toDate(period("2026-10"), LocalDate.of(2026, 10, 12))
                        .comparison())
                .isNotEqualTo(Optional.of(period("2025-10").days()));
    }

    @Test
    void beforeThePeriod_nothingStandsBesideNothing() {
        Sides sides = AS_NUMBERED.toDate(period("2026-Q4"), LocalDate.of(2026, 9, 30));
        assertThat(sides.current().isEmpty()).isTrue();
        assertThat(sides.comparison().orElseThrow().isEmpty()).isTrue();
    }

    @Test
    void unlikeLengths_compareAtTheSameShare() {
        Period february = period("2026-02");
        DayRange elapsed = february.days().first(14);
        assertThat(Comparisons.sameShare(february, elapsed, period("2026-01").days())
                        .days())
                .isEqualTo(16);
        assertThat(Comparisons.sameShare(
                        february, february.days(), period("2026-01").days()))
                .isEqualTo(period("2026-01").days());
        assertThat(Comparisons.sameDays(february, elapsed, period("2026-01").days())
                        .days())
                .isEqualTo(14);
    }

    @Test
    void rolling_endsWithTheLatestCompletePeriod() {
        LocalDate day = LocalDate.of(2026, 11, 21);
        Rolling quarters = Comparisons.rolling(period("2026-Q4"), day).orElseThrow();
        assertThat(quarters.periods()).hasToString("[2025-Q4, 2026-Q1, 2026-Q2, 2026-Q3]");
        assertThat(quarters.before()).hasToString("[2024-Q4, 2025-Q1, 2025-Q2, 2025-Q3]");
        Rolling months = Comparisons.rolling(period("2026-11"), day).orElseThrow();
        assertThat(months.days()).isEqualTo(range("2025-11-01", "2026-10-31"));
        assertThat(months.daysBefore()).isEqualTo(range("2024-11-01", "2025-10-31"));
        assertThat(months.periods()).hasSize(12);
        assertThat(Comparisons.rolling(period("2026-W47"), day).orElseThrow().periods())
                .hasToString("[2026-W43, 2026-W44, 2026-W45, 2026-W46]");
        assertThat(Comparisons.rolling(period("2026-W47"), day.plusDays(1))
                        .orElseThrow()
                        .periods())
                .hasToString("[2026-W44, 2026-W45, 2026-W46, 2026-W47]");
        assertThat(Comparisons.rolling(period("FY2027-Q3"), day).orElseThrow().periods())
                .hasToString("[FY2026-Q3, FY2026-Q4, FY2027-Q1, FY2027-Q2]");
        assertThat(Comparisons.rolling(period("2026"), day)).isEmpty();
        assertThat(Comparisons.rolling(period("2026-11-21"), day)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: as numbered {1}..{2} beside {3}..{4}")
    @CsvSource({
        // 53 weeks of 2023 without the last, against 52 of 2022; 52 of 2024 against 2023 without the last
        "R2023, 2023-01-29, 2024-01-27, 2022-01-30, 2023-01-28",
        "R2024, 2024-02-04, 2025-02-01, 2023-01-29, 2024-01-27",
        "R2023-Q4, 2023-10-29, 2024-01-27, 2022-10-30, 2023-01-28",
        "R2023-P12, 2023-12-31, 2024-01-27, 2023-01-01, 2023-01-28"
    })
    void yearOf53Weeks_losesItsLastWeek(String code, LocalDate a, LocalDate b, LocalDate c, LocalDate d) {
        assertThat(AS_NUMBERED.comparable(period(code)))
                .contains(new Sides(new DayRange(a, b), Optional.of(new DayRange(c, d))));
    }

    @Test
    void yearOf53Weeks_losesItsFirstWeek_ifRestated() {
        assertThat(RESTATED.comparable(period("R2024")))
                .contains(new Sides(period("R2024").days(), Optional.of(range("2023-02-05", "2024-02-03"))));
        assertThat(RESTATED.comparable(period("R2024")).flatMap(Sides::comparison))
                .isEqualTo(RESTATED.priorYearDays(period("R2024")));
        assertThat(RESTATED.comparable(period("R2023")))
                .contains(new Sides(
                        range("2023-02-05", "2024-02-03"),
                        Optional.of(period("R2022").days())));
        assertThat(RESTATED.priorYear(period("R2024"))).isEmpty();
    }

    @Test
    void periodsOfOneLength_areComparableAsTheyAre() {
        assertThat(AS_NUMBERED.comparable(period("R2026"))).isEmpty();
        assertThat(AS_NUMBERED.comparable(period("R2023-Q1"))).isEmpty();
        assertThat(AS_NUMBERED.comparable(period("R2023-W53"))).isEmpty();
        assertThat(AS_NUMBERED.comparable(period("2024"))).isEmpty();
    }

    @Test
    void t13_weekByDays() {
        List<Weeks.Part> parts = Weeks.byDays(period("2026-W40"), new BigDecimal("700"));
        assertThat(parts).extracting(p -> p.month().code()).containsExactly("2026-09", "2026-10");
        assertThat(parts)
                .extracting(p -> Decimals.round(p.amount(), 4))
                .containsExactly(new BigDecimal("300.0000"), new BigDecimal("400.0000"));
        // All to the month of its Thursday; halves.
        assertThat(parts)
                .extracting(p -> Decimals.round(p.amount(), 4))
                .doesNotContain(new BigDecimal("700.0000"), new BigDecimal("350.0000"));
        assertThat(parts).allMatch(Weeks.Part::estimated);
    }

    @Test
    void weekInsideAMonth_isNoEstimate() {
        assertThat(Weeks.byDays(period("2026-W41"), BigDecimal.TEN))
                .containsExactly(
                        new Weeks.Part(period("2026-10"), period("2026-W41").days(), BigDecimal.TEN, false));
    }

    @Provide
    Arbitrary<Period> week() {
        return Arbitraries.integers()
                .between(0, 520)
                .flatMap(i -> Arbitraries.of(
                        Period.of(Granularity.WEEK, LocalDate.of(2018, 1, 1)).plus(i),
                        Period.of(COMPANY.retail(), Granularity.WEEK, LocalDate.of(2018, 1, 1))
                                .plus(i)));
    }

    @Property
    void partsOfAWeek_sumToIt_andFillIt(@ForAll("week") Period week, @ForAll @IntRange(max = 1_000_000) int flow) {
        List<Weeks.Part> parts = Weeks.byDays(week, BigDecimal.valueOf(flow));
        assertThat(parts.stream().map(Weeks.Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(flow));
        assertThat(parts.stream().mapToLong(p -> p.days().days()).sum()).isEqualTo(7);
        assertThat(parts).allMatch(p -> p.month().days().encloses(p.days()));
        assertThat(parts).allMatch(p -> p.estimated() == (parts.size() > 1));
    }

    @ParameterizedTest(name = "{0} is called after {1} and {2}")
    @CsvSource({
        "2026-W40, 2026-10, 2026-Q4",
        "2026-W53, 2026-12, 2026-Q4",
        "2026-W01, 2026-01, 2026-Q1",
        "2026-W14, 2026-04, 2026-Q2",
        "2026-W27, 2026-07, 2026-Q3"
    })
    void weekIsCalledAfterItsThursday(String code, String month, String quarter) {
        assertThat(Weeks.month(period(code))).hasToString(month);
        assertThat(Weeks.quarter(period(code))).hasToString(quarter);
    }

    @Test
    void retailWeek_isCalledAfterItsOwnPeriod_inItsCalendar() {
        Period week = period("R2026-W01");
        assertThat(Weeks.label(week, COMPANY.retail(), Granularity.MONTH)).hasToString("R2026-P01");
        assertThat(Weeks.month(week)).hasToString("2026-02");
        assertThat(Weeks.label(period("2026-W14"), COMPANY.fiscal(), Granularity.QUARTER))
                .hasToString("FY2027-Q1");
        Period month = period("2026-10");
        assertThatThrownBy(() -> Weeks.month(month)).isInstanceOf(IllegalArgumentException.class);
    }
}
