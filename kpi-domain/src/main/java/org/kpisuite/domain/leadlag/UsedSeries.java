package org.kpisuite.domain.leadlag;

import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;

/**
 * What of a series was used in a test and what was left out.
 *
 * @param values that were used
 * @param first period of them, empty where there are none
 * @param gaps periods without a value inside the span that both series cover
 * @param definedSince the period with which the definition in force begins, where there was another before
 * @param leftOut values of earlier definitions, not used
 * @param order p of the autoregression that was taken out; 0 where nothing was tested
 */
public record UsedSeries(
        int values,
        Optional<Period> first,
        Optional<Period> last,
        List<Period> gaps,
        Optional<Period> definedSince,
        int leftOut,
        int order) {
    public UsedSeries {
        gaps = List.copyOf(gaps);
    }

    static UsedSeries of(LagSeries series, List<Period> gaps, int order) {
        var used = series.current();
        return new UsedSeries(
                used.size(),
                Optional.ofNullable(used.firstEntry()).map(e -> e.getKey()),
                Optional.ofNullable(used.lastEntry()).map(e -> e.getKey()),
                gaps,
                series.breaks().isEmpty()
                        ? Optional.empty()
                        : Optional.of(series.breaks().last()),
                series.values().size() - used.size(),
                order);
    }
}
