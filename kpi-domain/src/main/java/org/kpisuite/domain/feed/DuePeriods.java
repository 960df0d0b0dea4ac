package org.kpisuite.domain.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kpisuite.domain.calendar.Calendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.feed.ImportTemplate.DuePeriod;

/**
 * The periods whose data belong to a span of days, and the day by which each is due.
 *
 * <p>A week belongs where its Thursday lies, longer periods where they end. Due is the given number of working days after
 * a period's last day; with none, the last day itself, or the next day that is worked: nobody owes anything on a holiday.
 * Source: domain specification §2.1, §3.2.
 */
final class DuePeriods {
    private static final int THURSDAY = 3;

    /** How a feed comes, as far as its due days depend on it. */
    record Terms(Calendar calendar, Granularity granularity, int lagDays, int maturityDays) {}

    private final DayRange span;
    private final WorkingDays workingDays;
    private final Map<Terms, List<DuePeriod>> known = new HashMap<>();

    DuePeriods(DayRange span, WorkingDays workingDays) {
        this.span = span;
        this.workingDays = workingDays;
    }

    List<DuePeriod> of(Terms terms) {
        return known.computeIfAbsent(terms, this::list);
    }

    private List<DuePeriod> list(Terms terms) {
        List<DuePeriod> list = new ArrayList<>();
        for (Period p = Period.of(terms.calendar, terms.granularity, span.start());
                !p.start().isAfter(span.endInclusive());
                p = p.plus(1)) {
            if (span.contains(anchor(p))) {
                list.add(new DuePeriod(p, dueOn(p, terms)));
            }
        }
        return list;
    }

    private static LocalDate anchor(Period period) {
        return period.granularity() == Granularity.WEEK ? period.start().plusDays(THURSDAY) : period.endInclusive();
    }

    private LocalDate dueOn(Period period, Terms terms) {
        LocalDate ripe = period.endInclusive().plusDays(terms.maturityDays);
        if (terms.lagDays > 0) {
            return workingDays.plus(ripe, terms.lagDays);
        }
        return workingDays.isWorked(ripe) ? ripe : workingDays.plus(ripe, 1);
    }
}
