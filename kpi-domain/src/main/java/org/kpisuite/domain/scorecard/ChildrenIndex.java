package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.Decimals;

/**
 * How the departments below did, weighted by the plan of the one above; never mixed with its own score.
 *
 * <pre>
 *   Σ vⱼ·Sⱼ / Σ vⱼ     over the children that are rated;  coverage = 100 · Σ of their vⱼ / Σ of all
 * </pre>
 * <p>Unit: points. Unrounded. Source: domain specification §5.7.
 *
 * @param value null where no child is rated
 * @param coverage percent of the weights that belong to rated children, 0 to 100
 * @param unrated codes of the children left out, in the order of the plan: anything but empty wants a mark
 * @param limits by which it has its status
 */
public record ChildrenIndex(
        @Nullable BigDecimal value, BigDecimal coverage, List<String> unrated, StatusLimits limits) {
    public ChildrenIndex {
        unrated = List.copyOf(unrated);
    }

    /**
     * A department below.
     *
     * @param weight vⱼ, above 0
     */
    public record Child(String unit, BigDecimal weight, Score score) {}

    /** The index; empty where the plan names no children. */
    public static Optional<ChildrenIndex> of(List<Child> children, StatusLimits limits) {
        BigDecimal weights = BigDecimal.ZERO;
        BigDecimal rated = BigDecimal.ZERO;
        BigDecimal points = BigDecimal.ZERO;
        List<String> unrated = new ArrayList<>();
        for (Child child : children) {
            weights = weights.add(child.weight);
            Optional<BigDecimal> score = child.score.points();
            if (score.isPresent()) {
                rated = rated.add(child.weight);
                points = points.add(child.weight.multiply(score.get()));
            } else {
                unrated.add(child.unit);
            }
        }
        if (weights.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(new ChildrenIndex(
                rated.signum() == 0 ? null : Decimals.divide(points, rated),
                Decimals.divide(rated.multiply(Decimals.HUNDRED), weights),
                unrated,
                limits));
    }

    public Status status() {
        return limits.of(Optional.ofNullable(value));
    }
}
