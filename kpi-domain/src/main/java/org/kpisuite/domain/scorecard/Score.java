package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.plan.MissingDecision;
import org.kpisuite.domain.quantity.Decimals;

/**
 * The weighted score of a plan.
 *
 * <pre>
 *   S = Σ wᵢ·Aᵢ / Σ wᵢ     over the items that have an achievement
 *   coverage = Σ of their weights;  low, high = S with the missing ones at 0 and at their cap
 * </pre>
 * <p>A missing item is left out, or counts as 0 once it was decided at closing that it is unexcused. The range holds
 * the score as well: where the caps differ, leaving an item out may come to more than its cap does. Without
 * compensation neither reaches 100 while an item is RED.
 *
 * <p>Unit: points, 100 is on target; coverage in points of weight, 100 is all. Unrounded. Source: domain specification
 * §5.4 and §5.5.
 *
 * @param value null where nothing is scored, or where coverage is below the minimum: not rated
 * @param unrated the same, coverage disregarded; null where nothing is scored
 * @param low null where there is no plan
 * @param high null where there is no plan
 * @param limits by which it has its status
 */
public record Score(
        @Nullable BigDecimal value,
        @Nullable BigDecimal unrated,
        BigDecimal coverage,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        StatusLimits limits) {
    public static final BigDecimal COVERAGE_MIN = BigDecimal.valueOf(60);

    /** The most that a score comes to without compensation, points. */
    public static final BigDecimal UNCOMPENSATED_MAX = new BigDecimal("99.9");

    /** Where no approved plan says what to score. */
    public static final Score NO_PLAN = new Score(null, BigDecimal.ZERO, null, null);

    /** A score that is what it is rated, by the usual limits. */
    public Score(@Nullable BigDecimal value, BigDecimal coverage, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        this(value, value, coverage, low, high, StatusLimits.USUAL);
    }

    /**
     * What one scored item brings.
     *
     * @param weight points, above 0
     * @param achievement null where the item has no value
     * @param cap highest achievement it could have
     * @param decision about a missing one; null as long as nobody decided, which excuses it
     */
    public record Part(
            BigDecimal weight,
            @Nullable BigDecimal achievement,
            BigDecimal cap,
            @Nullable MissingDecision decision) {
        public Part(BigDecimal weight, @Nullable BigDecimal achievement, BigDecimal cap) {
            this(weight, achievement, cap, null);
        }

        /** The achievement that counts by the rules: that of an unexcused one is 0. */
        Optional<BigDecimal> counting(ScoreRules rules) {
            return achievement == null && rules.closed() && decision == MissingDecision.UNEXCUSED
                    ? Optional.of(BigDecimal.ZERO)
                    : Optional.ofNullable(achievement);
        }
    }

    /** The score of a running quarter, by the usual rules. */
    public static Score of(List<Part> parts) {
        return of(parts, ScoreRules.DEFAULT);
    }

    /** The score by rules. The order of the parts does not matter. */
    public static Score of(List<Part> parts, ScoreRules rules) {
        BigDecimal weights = BigDecimal.ZERO;
        BigDecimal covered = BigDecimal.ZERO;
        BigDecimal points = BigDecimal.ZERO;
        BigDecimal open = BigDecimal.ZERO;
        boolean red = false;
        for (Part part : parts) {
            Optional<BigDecimal> achievement = part.counting(rules);
            weights = weights.add(part.weight);
            if (achievement.isEmpty()) {
                open = open.add(part.weight.multiply(part.cap));
            } else {
                covered = covered.add(part.weight);
                points = points.add(part.weight.multiply(achievement.get()));
                red |= rules.limits().of(achievement) == Status.RED;
            }
        }
        if (weights.signum() == 0) {
            return NO_PLAN;
        }
        boolean missing = covered.compareTo(weights) < 0;
        BigDecimal unrated = covered.signum() == 0 ? null : limited(Decimals.divide(points, covered), rules, red);
        BigDecimal low = limited(Decimals.divide(points, weights), rules, red || missing);
        BigDecimal high = limited(Decimals.divide(points.add(open), weights), rules, red);
        BigDecimal value = covered.compareTo(rules.coverageMin()) < 0 ? null : unrated;
        return new Score(
                value,
                unrated,
                covered,
                unrated == null ? low : low.min(unrated),
                unrated == null ? high : high.max(unrated),
                rules.limits());
    }

    private static BigDecimal limited(BigDecimal points, ScoreRules rules, boolean red) {
        return rules.noCompensation() && red ? points.min(UNCOMPENSATED_MAX) : points;
    }

    /** The score with points added, or taken off where negative; what is not rated stays so. Never below 0. */
    public Score plus(BigDecimal points) {
        return new Score(
                moved(value, points),
                moved(unrated, points),
                coverage,
                moved(low, points),
                moved(high, points),
                limits);
    }

    private static @Nullable BigDecimal moved(@Nullable BigDecimal score, BigDecimal points) {
        return score == null ? null : score.add(points).max(BigDecimal.ZERO);
    }

    /** The score where it is rated. */
    public Optional<BigDecimal> points() {
        return Optional.ofNullable(value);
    }

    public Status status() {
        return limits.of(points());
    }
}
