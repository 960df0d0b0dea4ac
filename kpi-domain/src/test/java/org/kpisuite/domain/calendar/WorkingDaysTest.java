package org.kpisuite.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Working days, and those of the Russian Federation as its production calendars publish them. */
class WorkingDaysTest {
    private static final WorkingDays RUSSIA = WorkingDays.russia();
    private static final WorkingDays PLAIN = WorkingDays.MONDAY_TO_FRIDAY;

    private static DayRange days(String code) {
        return Period.parse(code).days();
    }

    @ParameterizedTest(name = "{0}: {1} working days, {2} of them Monday to Friday without holidays")
    @CsvSource({
        "2022, 247, 260",
        "2023, 247, 260",
        "2024, 248, 262",
        "2025, 247, 261",
        "2026, 247, 261",
    })
    void russianYear_hasThePublishedWorkingDays(String year, long published, long weekdays) {
        assertThat(RUSSIA.covers(days(year))).isTrue();
        assertThat(RUSSIA.count(days(year))).isEqualTo(published);
        assertThat(PLAIN.count(days(year))).isEqualTo(weekdays);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-01, 15",
        "2026-02, 19",
        "2026-03, 21",
        "2026-05, 19",
        "2026-06, 21",
        "2026-11, 20",
        "2026-12, 22",
        "2025-01, 17",
        "2025-05, 18",
        "2025-06, 19",
        "2025-11, 19",
        "2025-12, 22",
        "2024-01, 17",
        "2024-04, 21",
        "2024-05, 20",
        "2024-11, 21",
        "2024-12, 21"
    })
    void russianMonth_hasThePublishedWorkingDays(String month, long published) {
        assertThat(RUSSIA.count(days(month))).isEqualTo(published);
    }

    @Test
    void movedDays_areWorked_andTheirDaysOffAreNot() {
        assertThat(RUSSIA.isWorked(LocalDate.of(2024, 4, 27))).isTrue();
        assertThat(RUSSIA.isWorked(LocalDate.of(2024, 4, 29))).isFalse();
        assertThat(RUSSIA.isWorked(LocalDate.of(2025, 11, 1))).isTrue();
        assertThat(RUSSIA.isWorked(LocalDate.of(2025, 11, 3))).isFalse();
        assertThat(RUSSIA.isWorked(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(RUSSIA.isWorked(LocalDate.of(2026, 10, 5))).isTrue();
        assertThat(RUSSIA.isWorked(LocalDate.of(2026, 10, 4))).isFalse();
    }

    @Test
    void yearWithoutADecree_isNotCovered_andCountsMondayToFriday() {
        assertThat(RUSSIA.covers(days("2027"))).isFalse();
        assertThat(RUSSIA.covers(days("2026-W53"))).isFalse();
        assertThat(RUSSIA.covers(days("2026-Q4"))).isTrue();
        assertThat(RUSSIA.count(days("2027"))).isEqualTo(PLAIN.count(days("2027")));
        assertThat(PLAIN.covers(days("2026"))).isFalse();
        assertThat(PLAIN.covers(days("2026").first(0))).isTrue();
    }

    @Test
    void t22_elapsedDays() {
        DayRange quarter = days("2026-Q4");
        DayRange elapsed = quarter.upTo(LocalDate.of(2026, 11, 21));
        assertThat(PLAIN.count(elapsed)).isEqualTo(37);
        assertThat(PLAIN.count(quarter)).isEqualTo(66);
        assertThat(RUSSIA.count(elapsed)).isEqualTo(36);
        assertThat(RUSSIA.count(quarter)).isEqualTo(64);
    }

    @ParameterizedTest(name = "{1} working days after {0} is {2}")
    @CsvSource({
        "2026-12-31, 10, 2027-01-14",
        "2025-12-31, 1,  2026-01-12",
        "2025-12-31, 10, 2026-01-23",
        "2024-04-26, 1,  2024-04-27",
        "2026-10-05, 0,  2026-10-05",
        "2026-10-04, 0,  2026-10-04",
        "2026-10-05, -1, 2026-10-02",
        "2026-01-01, -20, 2025-12-03"
    })
    void dayThatManyWorkingDaysLater(LocalDate day, int count, LocalDate expected) {
        assertThat(RUSSIA.plus(day, count)).isEqualTo(expected);
    }

    @Property
    void plus_movesByAsManyWorkingDays(
            @ForAll @IntRange(max = 1800) int day, @ForAll @IntRange(min = 1, max = 60) int n) {
        LocalDate from = LocalDate.of(2022, 1, 1).plusDays(day);
        LocalDate to = RUSSIA.plus(from, n);
        assertThat(RUSSIA.count(new DayRange(from.plusDays(1), to))).isEqualTo(n);
        assertThat(RUSSIA.isWorked(to)).isTrue();
    }

    @Property
    void count_isTheSumOfItsDays(@ForAll @IntRange(max = 1800) int day, @ForAll @IntRange(max = 400) int length) {
        LocalDate from = LocalDate.of(2022, 1, 1).plusDays(day);
        DayRange range = new DayRange(from, from.plusDays(length - 1L));
        long counted =
                from.datesUntil(from.plusDays(length)).filter(RUSSIA::isWorked).count();
        assertThat(RUSSIA.count(range)).isEqualTo(counted);
    }

    @ParameterizedTest(name = "{0} against {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                // 20 against 22 of October; 20 against 19 of the year before is one only
                "2026-11, 2026-10, -2",
                "2026-11, 2025-11, -",
                "2026-01, 2025-12, -7",
                "2026-01, 2025-01, -2",
                "2026-Q4, 2026-Q3, -2",
                "2027-01, 2026-01, -"
            })
    void differenceWorthSaying(String code, String comparison, Long expected) {
        assertThat(RUSSIA.workingDaysDifference(days(code), days(comparison))).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026 off 01-01",
                "2026 decree 1466 2025-09-24|2026 off 01-03",
                "2026 decree 1466 2025-09-24|2026 work 01-05",
                "2026 decree 1466 2025-09-24|2026 off 01-05 01-05",
                "2026 decree 1466 2025-09-24|2026 shut 01-05"
            })
    void tableThatIsNone_isRefused(String table) {
        assertThatThrownBy(() -> WorkingDays.parse(List.of(table.split("\\|", -1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void table_isReadBackFromItsLines() {
        WorkingDays again = WorkingDays.parse(WorkingDays.russia().lines());
        DayRange known = new DayRange(LocalDate.of(2022, 1, 1), LocalDate.of(2026, 12, 31));
        assertThat(again.covers(known)).isTrue();
        assertThat(known.start().datesUntil(known.endInclusive().plusDays(1)))
                .allMatch(d -> again.isWorked(d) == WorkingDays.russia().isWorked(d));
    }
}
