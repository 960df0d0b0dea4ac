package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.Decimals;

/**
 * The weighted score of a plan.
 *
 * <pre>
 *   S = Σ wᵢ·Aᵢ / Σ wᵢ     over the items that have an achievement
 *   coverage = Σ of their weights;  low, high = S with the missing ones at 0 and at their cap
 * </pre>
 * <p>Unit: points, 100 is on target; coverage in points of weight, 100 is all. Unrounded. Source: domain specification
 * §5.4.
 *
 * @param value null where nothing is scored, or where coverage is below {@link #COVERAGE_MIN}: not rated
 * @param low null where there is no plan
 * @param high null where there is no plan
 */
public record Score(
        @Nullable BigDecimal value,
        BigDecimal coverage,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high) {
    public static final BigDecimal COVERAGE_MIN = BigDecimal.valueOf(60);

    /** Where no approved plan says what to score. */
    public static final Score NO_PLAN = new Score(null, BigDecimal.ZERO, null, null);

    /**
     * What one scored item brings.
     *
     * @param weight points, above 0
     * @param achievement null where the item has no value and is excused
     * @param cap highest achievement it could have
     */
    public record Part(BigDecimal weight, @Nullable BigDecimal achievement, BigDecimal cap) {}

    public static Score of(List<Part> parts) {
        BigDecimal weights = BigDecimal.ZERO;
        BigDecimal covered = BigDecimal.ZERO;
        BigDecimal points = BigDecimal.ZERO;
        BigDecimal open = BigDecimal.ZERO;
        for (Part part : parts) {
            weights = weights.add(part.weight);
            if (part.achievement == null) {
                open = open.add(part.weight.multiply(part.cap));
            } else {
                covered = covered.add(part.weight);
                points = points.add(part.weight.multiply(part.achievement));
            }
        }
        if (weights.signum() == 0) {
            return NO_PLAN;
        }
        BigDecimal value = covered.compareTo(COVERAGE_MIN) < 0 ? null : Decimals.divide(points, covered);
        return new Score(value, covered, Decimals.divide(points, weights), Decimals.divide(points.add(open), weights));
    }

    public Optional<BigDecimal> points() {
        return Optional.ofNullable(value);
    }

    public Status status() {
        return Status.of(points());
    }
}
