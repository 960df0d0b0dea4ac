package org.kpisuite.ejb.actual;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/**
 * What a scorecard reads.
 *
 * @param units codes of the units
 * @param formulas the series that are taken together, a set for each formula: months in which the flows of one formula
 *     have different days come by day
 * @param ranges all days of interest; whole months of them come as one slice
 * @param byDay ranges in which single days are wanted; a month that one of them touches comes by day altogether, so that
 *     no day is in two slices
 */
public record FactQuery(
        Collection<String> units,
        Set<Set<FactSeries>> formulas,
        List<DayRange> ranges,
        List<DayRange> byDay,
        Scenario scenario) {

    public FactQuery {
        units = List.copyOf(units);
        formulas = Set.copyOf(formulas);
        ranges = List.copyOf(ranges);
        byDay = List.copyOf(byDay);
    }

    /** Every series once. */
    public List<FactSeries> series() {
        return formulas.stream().flatMap(Set::stream).distinct().toList();
    }

    /** From the first day of interest to the last one. */
    public DayRange whole() {
        LocalDate start = ranges.stream()
                .map(DayRange::start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate end = ranges.stream()
                .map(DayRange::endInclusive)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new DayRange(start, end);
    }

    /** The days that come singly: all of every month that a range by day touches. */
    List<DayRange> daysSingly() {
        return joined(months(byDay));
    }

    /** The days that come together by month. */
    List<DayRange> daysTogether() {
        Set<Period> months = months(ranges);
        months.removeAll(months(byDay));
        return joined(months);
    }

    private static Set<Period> months(List<DayRange> ranges) {
        Set<Period> months = new TreeSet<>();
        for (DayRange range : ranges) {
            for (Period month = Period.of(Granularity.MONTH, range.start());
                    !range.isEmpty() && !month.start().isAfter(range.endInclusive());
                    month = month.plus(1)) {
                months.add(month);
            }
        }
        return months;
    }

    /** Neighbouring months as one range. */
    static List<DayRange> joined(Collection<Period> months) {
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
