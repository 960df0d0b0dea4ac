package org.kpisuite.domain.scorecard;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * Which periods of which indicators are looked at for pairs of one granularity, and what must be read for them.
 *
 * @param indicators codes
 * @param first period that is looked at, oldest
 * @param last period that is over
 */
public record PairNeeds(Collection<String> indicators, Period first, Period last) {
    public PairNeeds {
        indicators = List.copyOf(indicators);
    }

    /** All that is looked at of indicators up to a day that is over. */
    public static PairNeeds of(Collection<String> indicators, Granularity granularity, LocalDate lastDay) {
        Period running = Period.of(granularity, lastDay);
        Period last = running.endInclusive().isAfter(lastDay) ? running.previous() : running;
        return new PairNeeds(indicators, last.plus(1 - periodsMax(granularity)), last);
    }

    /**
     * The same of some of these periods only: those in which these two begin and end, of whatever length they are.
     *
     * @throws KpiException E-FIELD-VALUE where none of them lies between
     */
    public PairNeeds within(Period from, Period to) {
        Period begin = Period.of(first.granularity(), from.start());
        Period end = Period.of(first.granularity(), to.endInclusive());
        Period earliest = begin.compareTo(first) > 0 ? begin : first;
        Period latest = end.compareTo(last) < 0 ? end : last;
        if (earliest.compareTo(latest) > 0) {
            throw new KpiException(
                    Code.E_FIELD_VALUE, "from, to", from.code() + ", " + to.code(), first.code() + ".." + last.code());
        }
        return new PairNeeds(indicators, earliest, latest);
    }

    /** So many periods are looked at: enough seasons where there are any, and not more than are tested in a moment. */
    static int periodsMax(Granularity granularity) {
        return switch (granularity) {
            case DAY -> 400;
            case WEEK -> 312;
            case MONTH -> 180;
            case QUARTER -> 80;
            case YEAR -> 60;
        };
    }

    List<Period> periods() {
        int count = 0;
        for (Period p = first; p.compareTo(last) <= 0; p = p.plus(1)) {
            count++;
        }
        return IntStream.range(0, count).mapToObj(first::plus).toList();
    }

    /** What must be read: by single days where the periods are no whole months. */
    public FactNeeds facts(Definitions definitions) {
        DayRange whole = new DayRange(first.start(), last.endInclusive());
        boolean days = Granularity.MONTH.isCoarserThan(first.granularity());
        Set<Catalogue> catalogues = Collections.newSetFromMap(new IdentityHashMap<>());
        periods().forEach(p -> catalogues.add(definitions.on(p.start())));
        FactNeeds needs = new FactNeeds(Set.of(), whole, days ? List.of(whole) : List.of());
        for (Catalogue catalogue : catalogues) {
            for (String indicator : indicators) {
                needs = needs.and(catalogue, indicator);
            }
        }
        return needs;
    }
}
