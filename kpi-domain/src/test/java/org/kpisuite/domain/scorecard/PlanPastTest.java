package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Calendar;
import org.kpisuite.domain.calendar.CivilCalendar;
import org.kpisuite.domain.calendar.FiscalCalendar;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.YearLabel;
import org.kpisuite.domain.plan.Delivery;

class PlanPastTest {
    @Test
    void quartersOfThePast_areOfTheCalendarOfThePlan() {
        FiscalCalendar fromFebruary = new FiscalCalendar(2, YearLabel.END_YEAR);
        LocalDate today = LocalDate.of(2026, 10, 6);
        Period next = Period.of(fromFebruary, Granularity.QUARTER, today).plus(1);
        assertThat(new PlanPast(next, today).last())
                .hasToString("FY2027-Q2")
                .extracting(Period::endInclusive)
                .isEqualTo(LocalDate.of(2026, 7, 31));
    }

    @ParameterizedTest
    @EnumSource
    void periodsOfThePast_areComplete_inAnyCalendar(Granularity granularity) {
        LocalDate today = LocalDate.of(2026, 10, 6);
        for (Calendar calendar : List.of(CivilCalendar.CIVIL, new FiscalCalendar(2, YearLabel.END_YEAR))) {
            Period running = Period.of(calendar, Granularity.QUARTER, today);
            for (Period planned : List.of(running.plus(-3), running, running.plus(2))) {
                PlanPast past = new PlanPast(planned, today);
                List<Period> periods = past.periods(granularity);
                LocalDate end = planned.endInclusive().isBefore(today) ? planned.endInclusive() : today.minusDays(1);
                assertThat(periods).hasSize(Delivery.PERIODS).isSorted();
                Period last = periods.get(Delivery.PERIODS - 1);
                assertThat(last.endInclusive()).isBeforeOrEqualTo(end);
                assertThat(last.plus(1).endInclusive()).isAfter(end);
                assertThat(past.ever().contains(periods.get(0).start())).isTrue();
            }
        }
    }
}
