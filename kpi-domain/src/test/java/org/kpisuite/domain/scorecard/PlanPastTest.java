package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.FiscalCalendar;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.YearLabel;

class PlanPastTest {
    @Test
    void quartersOfThePast_areOfTheCalendarOfThePlan() {
        FiscalCalendar fromFebruary = new FiscalCalendar(2, YearLabel.END_YEAR);
        LocalDate today = LocalDate.of(2026, 10, 6);
        Period next = Period.of(fromFebruary, Granularity.QUARTER, today).plus(1);
        assertThat(PlanPast.before(next, today).last())
                .hasToString("FY2027-Q2")
                .extracting(Period::endInclusive)
                .isEqualTo(LocalDate.of(2026, 7, 31));
    }
}
