package org.kpisuite.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.Weeks;

/** The stepper of a period: one before, one after, and what else may be chosen. */
public record PeriodSteps(Period period) {
    private static final int BACK = 7;

    public String getCode() {
        return period.code();
    }

    public String getBefore() {
        return period.previous().code();
    }

    public String getAfter() {
        return period.plus(1).code();
    }

    /** The last eight of its length, newest first. */
    public List<String> getNear() {
        return IntStream.rangeClosed(-BACK, 1)
                .mapToObj(i -> period.plus(-i).code())
                .toList();
    }

    /** Its year, quarter and months, where the period itself is another. */
    public List<String> getOther() {
        List<Period> others = new ArrayList<>();
        LocalDate day = period.granularity() == Granularity.WEEK ? Weeks.thursday(period) : period.start();
        others.add(Period.of(period.calendar(), Granularity.YEAR, day));
        Period quarter = Period.of(period.calendar(), Granularity.QUARTER, day);
        others.add(quarter);
        Period month = Period.of(period.calendar(), Granularity.MONTH, quarter.start());
        IntStream.range(0, 3).mapToObj(month::plus).forEach(others::add);
        return others.stream().filter(p -> !p.equals(period)).map(Period::code).toList();
    }
}
