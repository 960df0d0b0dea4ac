package org.kpisuite.domain.scorecard;

import org.kpisuite.domain.calendar.Calendar;
import org.kpisuite.domain.calendar.CalendarKind;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;

/**
 * What a company has set that numbers depend on.
 *
 * @param workingDays by which targets are phased and periods compared
 * @param score how a score is made of its parts
 * @param comparisons how periods find their prior year
 * @param calendar of the company
 */
public record CompanyRules(
        WorkingDays workingDays, ScoreRules score, Comparisons comparisons, CompanyCalendar calendar) {

    /** Weeks of five days, the usual score, prior years by number, no fiscal or retail year. */
    public static final CompanyRules USUAL = new CompanyRules(
            WorkingDays.MONDAY_TO_FRIDAY, ScoreRules.DEFAULT, Comparisons.STANDARD, CompanyCalendar.STANDARD);

    public CompanyRules with(Comparisons other) {
        return new CompanyRules(workingDays, score, other, calendar);
    }

    public CompanyRules with(ScoreRules other) {
        return new CompanyRules(workingDays, other, comparisons, calendar);
    }

    /**
     * In which calendar the quarter and the year of a period lie: in its own, unless the fiscal year of the company is
     * another than the civil one.
     */
    Calendar yearsOf(Period period) {
        boolean own = period.calendar().kind() == CalendarKind.RETAIL
                || period.calendar().kind() == CalendarKind.FISCAL;
        return own || calendar.fiscal().isCivil() ? period.calendar().of(Granularity.YEAR) : calendar.fiscal();
    }
}
