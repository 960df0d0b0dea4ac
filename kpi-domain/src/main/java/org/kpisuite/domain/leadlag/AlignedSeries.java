package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.kpisuite.domain.calendar.Period;

/**
 * Two series on one calendar: matched by period, never by row; NaN where a period has no value. Source: domain
 * specification §6.2, step 1.
 */
final class AlignedSeries {
    private final List<Period> periods;
    private final double[] leading;
    private final double[] lagging;
    private final Scale leadingScale;
    private final Scale laggingScale;

    private AlignedSeries(List<Period> periods, LagSeries leading, LagSeries lagging) {
        Map<Period, Integer> index = new HashMap<>();
        periods.forEach(p -> index.put(p, index.size()));
        this.periods = List.copyOf(periods);
        this.leading = values(leading.current(), index);
        this.lagging = values(lagging.current(), index);
        this.leadingScale = Scale.of(leading.unitKind(), leading.current().values());
        this.laggingScale = Scale.of(lagging.unitKind(), lagging.current().values());
    }

    static AlignedSeries of(LagSeries leading, LagSeries lagging) {
        NavigableMap<Period, BigDecimal> x = leading.current();
        NavigableMap<Period, BigDecimal> y = lagging.current();
        List<Period> periods = new ArrayList<>();
        if (!x.isEmpty() && !y.isEmpty()) {
            Period last = x.lastKey().compareTo(y.lastKey()) > 0 ? x.lastKey() : y.lastKey();
            Period next = x.firstKey().compareTo(y.firstKey()) < 0 ? x.firstKey() : y.firstKey();
            for (; next.compareTo(last) <= 0; next = next.plus(1)) {
                periods.add(next);
            }
        }
        return new AlignedSeries(periods, leading, lagging);
    }

    private static double[] values(Map<Period, BigDecimal> values, Map<Period, Integer> index) {
        double[] aligned = new double[index.size()];
        Arrays.fill(aligned, Double.NaN);
        if (!index.isEmpty()) {
            values.forEach((period, value) -> aligned[index.get(period)] = value.doubleValue());
        }
        return aligned;
    }

    /** All from the first to the last of either series, without a gap. */
    List<Period> periods() {
        return periods;
    }

    double[] leading() {
        return leading;
    }

    double[] lagging() {
        return lagging;
    }

    Scale leadingScale() {
        return leadingScale;
    }

    Scale laggingScale() {
        return laggingScale;
    }

    /** Periods of the span that both series cover, with or without a value. */
    int overlap() {
        int first = Math.max(Series.first(leading), Series.first(lagging));
        int last = Math.min(Series.last(leading), Series.last(lagging));
        return Math.max(0, last - first + 1);
    }

    /** Periods inside the overlap without a value of that series. */
    List<Period> gaps(double[] values) {
        int first = Math.max(Series.first(leading), Series.first(lagging));
        int last = Math.min(Series.last(leading), Series.last(lagging));
        List<Period> gaps = new ArrayList<>();
        for (int t = first; t <= last; t++) {
            if (Double.isNaN(values[t])) {
                gaps.add(periods.get(t));
            }
        }
        return gaps;
    }
}
