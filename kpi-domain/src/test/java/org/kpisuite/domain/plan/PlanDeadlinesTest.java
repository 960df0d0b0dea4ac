package org.kpisuite.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;

/** Domain specification §4.6. */
class PlanDeadlinesTest {
    private static final WorkingDays PLAIN = WorkingDays.MONDAY_TO_FRIDAY;
    private static final PlanDeadlines Q4 = new PlanDeadlines(Period.parse("2026-Q4"), PLAIN);

    @Test
    void deadlines_areWorkingDays_aroundTheQuarter() {
        assertThat(Q4.opens()).isEqualTo("2026-09-03");
        assertThat(Q4.submit()).isEqualTo("2026-09-17");
        assertThat(Q4.check()).isEqualTo("2026-09-22");
        assertThat(Q4.decide()).isEqualTo("2026-09-28");
        assertThat(Q4.dataCutOff()).isEqualTo("2027-01-07");
        assertThat(Q4.close()).isEqualTo("2027-01-14");
    }

    @Test
    void holidays_moveThem() {
        PlanDeadlines russian = new PlanDeadlines(Period.parse("2026-Q1"), WorkingDays.russia());
        assertThat(russian.close()).isEqualTo(WorkingDays.russia().plus(LocalDate.of(2026, 3, 31), 10));
        assertThat(new PlanDeadlines(Period.parse("2025-Q4"), WorkingDays.russia()).dataCutOff())
                .isAfter(new PlanDeadlines(Period.parse("2025-Q4"), PLAIN).dataCutOff());
    }

    @ParameterizedTest
    @CsvSource({
        // in time: the day of the table
        "DRAFT,     2026-09-03, 2026-09-17",
        "RETURNED,  2026-09-16, 2026-09-17",
        "SUBMITTED, 2026-09-17, 2026-09-22",
        "SUBMITTED, 2026-09-21, 2026-09-22",
        "CHECKED,   2026-09-22, 2026-09-28",
        "ACTIVE,    2026-10-01, 2027-01-14",
        // later: as many working days as there would have been
        "RETURNED,  2026-09-18, 2026-09-23",
        "SUBMITTED, 2026-11-02, 2026-11-05",
        "CHECKED,   2026-11-02, 2026-11-06"
    })
    void nextStep_isDue(PlanState state, LocalDate since, LocalDate due) {
        assertThat(Q4.due(state, since)).contains(due);
    }

    @ParameterizedTest
    @EnumSource(names = {"APPROVED", "SUPERSEDED", "CLOSED", "CANCELLED"})
    void whereNobodyIsAwaited_nothingIsDue(PlanState state) {
        assertThat(Q4.due(state, LocalDate.of(2026, 9, 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-09, ",
        "2026-09-10, EARLY",
        "2026-09-11, ",
        "2026-09-14, ",
        "2026-09-15, SOON",
        "2026-09-16, ",
        "2026-09-17, DUE",
        "2026-09-18, OVERDUE",
        // a Saturday, a Sunday
        "2026-09-19, ",
        "2026-09-20, ",
        "2026-09-21, ",
        "2026-09-22, OVERDUE",
        "2026-09-23, ",
        "2026-09-24, OVERDUE",
        "2026-09-28, OVERDUE",
        "2026-09-29, "
    })
    void reminders_fallOnTheirDays(LocalDate day, Reminder reminder) {
        assertThat(Reminder.on(day, LocalDate.of(2026, 9, 17), PLAIN)).isEqualTo(Optional.ofNullable(reminder));
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsOverdue_isToldToTheSuperior(Reminder reminder) {
        assertThat(reminder.isEscalated()).isEqualTo(reminder == Reminder.OVERDUE);
    }
}
