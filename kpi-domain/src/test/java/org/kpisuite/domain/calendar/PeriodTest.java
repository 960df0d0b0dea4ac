package org.kpisuite.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** Periods by domain specification §3.1 and §3.3. */
class PeriodTest {
    private static final LocalDate TEN_YEARS_FROM = LocalDate.of(2018, 1, 1);
    private static final int TEN_YEARS_DAYS = 3653;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-W41,   2026-10-05, 2026-10-11",
        "2026-W53,   2026-12-28, 2027-01-03",
        "2027-W01,   2027-01-04, 2027-01-10",
        "2020-W53,   2020-12-28, 2021-01-03",
        "2019-W01,   2018-12-31, 2019-01-06",
        "2026-Q4,    2026-10-01, 2026-12-31",
        "2024-02,    2024-02-01, 2024-02-29",
        "2026-02,    2026-02-01, 2026-02-28",
        "2026,       2026-01-01, 2026-12-31",
        "2026-10-05, 2026-10-05, 2026-10-05"
    })
    void code_isTheseDays(String code, LocalDate first, LocalDate last) {
        Period period = Period.parse(code);
        assertThat(period.start()).isEqualTo(first);
        assertThat(period.endInclusive()).isEqualTo(last);
        assertThat(period).hasToString(code);
    }

    @Test
    void t02_theseYearsHave53Weeks_noOthers() {
        assertThat(IntStream.rangeClosed(2015, 2039)
                        .filter(year -> Period.week(year, 53).isPresent()))
                .containsExactly(2015, 2020, 2026, 2032, 2037);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2025-W53,   E-PERIOD-INVALID",
        "2026-W00,   E-PERIOD-INVALID",
        "2026-W54,   E-PERIOD-INVALID",
        "2026-Q0,    E-PERIOD-INVALID",
        "2026-Q5,    E-PERIOD-INVALID",
        "2026-13,    E-PERIOD-INVALID",
        "2026-00,    E-PERIOD-INVALID",
        "2026-02-30, E-PERIOD-INVALID",
        "2026-02-00, E-PERIOD-INVALID",
        "2025-02-29, E-PERIOD-INVALID",
        "0000,       E-PERIOD-INVALID",
        "9999-Q1,    E-PERIOD-INVALID",
        "26-Q4,      E-PERIOD-FORMAT",
        "2026-Q,     E-PERIOD-FORMAT",
        "2026-W1,    E-PERIOD-FORMAT",
        "2026-1,     E-PERIOD-FORMAT",
        "2026-q4,    E-PERIOD-FORMAT",
        "' 2026',    E-PERIOD-FORMAT",
        "'',         E-PERIOD-FORMAT",
        "٢٠٢٦,       E-PERIOD-FORMAT"
    })
    void whatIsNoPeriod_isRefused(String code, String refusal) {
        assertThatThrownBy(() -> Period.parse(code))
                .isInstanceOfSatisfying(
                        KpiException.class, e -> assertThat(e.code().text()).isEqualTo(refusal));
    }

    @Test
    void periodThatDoesNotStartThere_cannotBeMade() {
        assertThatThrownBy(() -> new Period(Granularity.WEEK, LocalDate.of(2026, 10, 6)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Period(Granularity.QUARTER, LocalDate.of(2026, 11, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<LocalDate> dayOfTenYears() {
        return Arbitraries.integers().between(0, TEN_YEARS_DAYS - 1).map(TEN_YEARS_FROM::plusDays);
    }

    @Property
    void printedPeriod_readsBack(@ForAll("dayOfTenYears") LocalDate day, @ForAll Granularity granularity) {
        Period period = Period.of(granularity, day);
        assertThat(Period.parse(period.toString())).isEqualTo(period);
    }

    @Test
    void everyPeriodOfTenYears_readsBack_holdsItsDays_andFollowsTheOneBefore() {
        for (Granularity granularity : Granularity.values()) {
            Period before = Period.of(granularity, TEN_YEARS_FROM);
            for (int i = 0; i < TEN_YEARS_DAYS; i++) {
                LocalDate day = TEN_YEARS_FROM.plusDays(i);
                Period period = Period.of(granularity, day);
                assertThat(Period.parse(period.code())).isEqualTo(period);
                assertThat(period.contains(day)).isTrue();
                if (!period.equals(before)) {
                    assertThat(period.previous()).isEqualTo(before);
                    assertThat(before.plus(1)).isEqualTo(period);
                    assertThat(before.endInclusive().plusDays(1)).isEqualTo(period.start());
                    before = period;
                }
            }
        }
    }

    @Test
    void code_isTheSame_whateverLanguageTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            for (String code : new String[] {"2026-W41", "2026-Q4", "2026-10", "2026", "2026-10-05"}) {
                assertThat(Period.parse(code)).hasToString(code);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest(name = "{0}: previous {1}, prior year {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-10,    2026-09,    2025-10",
                "2026-Q1,    2025-Q4,    2025-Q1",
                "2026,       2025,       2025",
                "2026-W41,   2026-W40,   2025-W41",
                "2027-W01,   2026-W53,   2026-W01",
                "2026-W53,   2026-W52,   -",
                "2021-W01,   2020-W53,   2020-W01",
                "2026-11-21, 2026-11-20, 2025-11-22",
                "2024-02-29, 2024-02-28, 2023-03-02",
                "2024-02,    2024-01,    2023-02"
            })
    void comparison_isThisPeriod(String code, String previous, String priorYear) {
        Period period = Period.parse(code);
        assertThat(period.previous()).hasToString(previous);
        assertThat(period.priorYear().map(Period::code)).isEqualTo(Optional.ofNullable(priorYear));
    }

    @Property
    void priorYearOfADay_isTheSameWeekday(@ForAll("dayOfTenYears") LocalDate day) {
        assertThat(Period.day(day).priorYear().orElseThrow().start().getDayOfWeek())
                .isEqualTo(day.getDayOfWeek());
    }

    @Test
    void t16_toDate_isComparedWithAsManyFirstDays() {
        DayRange elapsed = Period.parse("2026-10").days().upTo(LocalDate.of(2026, 10, 12));
        Period priorYear = Period.parse("2026-10").priorYear().orElseThrow();
        assertThat(priorYear.days().first(elapsed.days()))
                .isEqualTo(new DayRange(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 12)));
    }

    @Test
    void moreDaysThanTheOtherHas_areClipped() {
        assertThat(Period.parse("2025-02").days().first(29).endInclusive()).isEqualTo(LocalDate.of(2025, 2, 28));
        assertThat(Period.parse("2026-10").days().first(0).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-09-30, 0", "2026-10-01, 1", "2026-11-21, 52", "2026-12-31, 92", "2027-05-05, 92"})
    void elapsedDays_areThoseUpToADay(LocalDate day, long days) {
        assertThat(Period.parse("2026-Q4").days().upTo(day).days()).isEqualTo(days);
    }

    @Test
    void rangeThatEndsBeforeItBegins_isRefused() {
        LocalDate day = LocalDate.of(2026, 10, 5);
        assertThatThrownBy(() -> new DayRange(day, day.minusDays(2))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void finerPeriod_sortsBeforeTheCoarserThatBeginsTheSameDay() {
        assertThat(Period.parse("2026-10-01")).isLessThan(Period.parse("2026-Q4"));
        assertThat(Period.parse("2026-Q3")).isLessThan(Period.parse("2026-10-01"));
        assertThat(Granularity.QUARTER.isCoarserThan(Granularity.MONTH)).isTrue();
        assertThat(Granularity.MONTH.isCoarserThan(Granularity.MONTH)).isFalse();
    }

    @Test
    void refusal_namesTheText() {
        assertThatThrownBy(() -> Period.parse("2025-W53"))
                .isInstanceOfSatisfying(
                        KpiException.class,
                        e -> assertThat(e.refusals()).singleElement().satisfies(r -> {
                            assertThat(r.code()).isEqualTo(Code.E_PERIOD_INVALID);
                            assertThat(r.arguments()).containsExactly("2025-W53");
                        }));
    }
}
