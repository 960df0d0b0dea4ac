package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.Medians;

/**
 * A value that is far from the one before it, as the last eight periods scatter.
 *
 * <pre>
 *   |x − last| &gt; 5 · 1.4826 · MAD      MAD: median of the distances of the last 8 values from their median
 * </pre>
 * <p>Where more than half of the eight are equal, so that the MAD is 0, a value is far that differs from the last by more
 * than half of it; of a series that was mostly 0 nothing is said. Fewer than eight values say nothing either. Unit: that of
 * the measure, unrounded. Source: domain specification §8.4.
 *
 * @param last the value of the period before
 * @param limit how far from it a value may be
 */
public record Outlier(BigDecimal last, BigDecimal limit) {
    /** Values that the scatter is taken of. */
    public static final int PERIODS = 8;

    private static final BigDecimal FACTOR = new BigDecimal("5").multiply(new BigDecimal("1.4826"));
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final MathContext PRINTED = new MathContext(4);

    /**
     * How a value is far off; empty where it is not, or where that cannot be told.
     *
     * @param earlier values of the periods before, oldest first; only the last eight count
     */
    public static Optional<Outlier> of(BigDecimal value, List<BigDecimal> earlier) {
        if (earlier.size() < PERIODS) {
            return Optional.empty();
        }
        List<BigDecimal> lately = earlier.subList(earlier.size() - PERIODS, earlier.size());
        BigDecimal median = Medians.of(lately);
        BigDecimal mad =
                Medians.of(lately.stream().map(v -> v.subtract(median).abs()).toList());
        BigDecimal last = lately.get(PERIODS - 1);
        if (mad.signum() == 0 && (median.signum() == 0 || last.signum() == 0)) {
            return Optional.empty();
        }
        BigDecimal limit = mad.signum() == 0 ? HALF.multiply(last.abs()) : FACTOR.multiply(mad);
        return value.subtract(last).abs().compareTo(limit) > 0
                ? Optional.of(new Outlier(last, limit))
                : Optional.empty();
    }

    /**
     * The same of each value of a series, oldest first. What is back where the series was before a value that was far off is
     * not far off itself: one slip is one finding.
     */
    public static List<Optional<Outlier>> among(List<BigDecimal> values) {
        List<Optional<Outlier>> found = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            Optional<Outlier> outlier = of(values.get(i), values.subList(0, i));
            boolean slipped = i > 0 && found.get(i - 1).isPresent();
            boolean back =
                    slipped && of(values.get(i), values.subList(0, i - 1)).isEmpty();
            found.add(back ? Optional.empty() : outlier);
        }
        return found;
    }

    /** The last value and the limit around it, {@code 120 ± 14.83}. */
    @Override
    public String toString() {
        return Decimals.plain(last) + " ± " + Decimals.plain(limit.round(PRINTED));
    }
}
