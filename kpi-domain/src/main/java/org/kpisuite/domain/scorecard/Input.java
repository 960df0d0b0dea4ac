package org.kpisuite.domain.scorecard;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.actual.UnitSeries;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.TimeAggregation;

/**
 * A measure of a formula with what was delivered of it.
 *
 * @param dims dimensions as stored, sorted; empty for the total
 * @param aggregation over time: that of the indicator that is nothing but this measure, else the measure's own
 * @param weight code of the flow that weighs a weighted mean: that of the same indicator, else the measure's own
 * @param series of all units that count
 * @param apart whether several units deliver it, none of them this one itself, and they must not be taken together
 * @param foreign whether any of them delivers it in another currency than the value is wanted in
 */
record Input(
        Measure measure,
        String dims,
        TimeAggregation aggregation,
        Optional<String> weight,
        Collection<UnitSeries> series,
        boolean apart,
        boolean foreign) {

    /** Whether units make it together: flows, and states of disjoint units. */
    boolean addsOverUnits() {
        return switch (aggregation) {
            case SUM, LAST, FIRST, AVG_T -> true;
            case RATIO_OF_SUMS, RECOUNT, CHAIN, WAVG, NONE -> false;
        };
    }

    /** The series that may be expected to have something in a range. */
    List<UnitSeries> expectedIn(DayRange range) {
        return series.stream()
                .filter(s -> !s.firstDay().isAfter(range.endInclusive()))
                .toList();
    }
}
