package org.kpisuite.ejb.actual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/**
 * What a scorecard reads.
 *
 * @param units codes of the units
 * @param measures codes of all measures
 * @param exactMeasures those of them whose total is only what was delivered as total: distinct counts, rates
 * @param dims dimension texts; the empty text is the total
 * @param whole all days of interest; whole months of it come as one slice
 * @param byDay ranges in which single days are wanted; a month that one of them touches comes by day altogether, so that
 *     no day is in two slices
 */
public record FactQuery(
        Collection<String> units,
        Set<String> measures,
        Set<String> exactMeasures,
        Set<String> dims,
        DayRange whole,
        List<DayRange> byDay,
        Scenario scenario) {

    public FactQuery {
        units = List.copyOf(units);
        measures = Set.copyOf(measures);
        exactMeasures = Set.copyOf(exactMeasures);
        dims = Set.copyOf(dims);
        byDay = List.copyOf(byDay);
    }

    /** The days that come singly: all of every month that a range by day touches. */
    List<DayRange> daysSingly() {
        return joined(monthsByDay());
    }

    /** The days that come together by month. */
    List<DayRange> daysTogether() {
        Set<Period> months = months(whole);
        months.removeAll(monthsByDay());
        return joined(months);
    }

    private Set<Period> monthsByDay() {
        Set<Period> months = new TreeSet<>();
        byDay.stream().filter(r -> !r.isEmpty()).map(FactQuery::months).forEach(months::addAll);
        return months;
    }

    private static Set<Period> months(DayRange range) {
        Set<Period> months = new TreeSet<>();
        for (Period month = Period.of(Granularity.MONTH, range.start());
                !month.start().isAfter(range.endInclusive());
                month = month.plus(1)) {
            months.add(month);
        }
        return months;
    }

    /** Neighbouring months as one range. */
    private static List<DayRange> joined(Set<Period> months) {
        List<DayRange> ranges = new ArrayList<>();
        for (Period month : months) {
            int last = ranges.size() - 1;
            if (last >= 0 && ranges.get(last).endInclusive().plusDays(1).equals(month.start())) {
                ranges.set(last, new DayRange(ranges.get(last).start(), month.endInclusive()));
            } else {
                ranges.add(month.days());
            }
        }
        return ranges;
    }
}
