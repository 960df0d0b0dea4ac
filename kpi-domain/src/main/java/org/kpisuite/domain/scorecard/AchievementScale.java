package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.quantity.Decimals;

/**
 * How far an actual reached its target, in points of the way from floor to target; 100 is exactly on target.
 *
 * <pre>
 *   UP    x &lt; F → 0      F ≤ x ≤ T → aF + (100 − aF)·(x − F)/(T − F)      x &gt; T → min(cap, 100 + (cap − 100)·(x − T)/(S − T))
 *   DOWN  the same on −x
 *   BAND  inside [lo, hi] → 100, outside [loF, hiF] → 0, between by the share of the distance
 * </pre>
 * <p>Without a stretch the slope above target is that below it. Without a floor: UP F = 0, DOWN F = 2T. Range: 0 to
 * the cap. Unrounded. Source: domain specification §5.1.
 *
 * @param floorScore aF, points at the floor
 * @param cap aS, highest achievement; 100 allows no over-achievement
 */
public record AchievementScale(
        Direction direction,
        @Nullable BigDecimal floor,
        @Nullable BigDecimal target,
        @Nullable BigDecimal stretch,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal lowFloor,
        @Nullable BigDecimal highFloor,
        BigDecimal floorScore,
        BigDecimal cap) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    public static AchievementScale ofTarget(
            Direction direction,
            @Nullable BigDecimal floor,
            BigDecimal target,
            @Nullable BigDecimal stretch,
            BigDecimal floorScore,
            BigDecimal cap) {
        return new AchievementScale(direction, floor, target, stretch, null, null, null, null, floorScore, cap);
    }

    /** Points for an actual; empty without one. */
    public Optional<BigDecimal> of(Optional<BigDecimal> actual) {
        return actual.map(
                x -> way(x).map(Way::points).orElseGet(() -> isReached(x) ? Decimals.HUNDRED : BigDecimal.ZERO));
    }

    /** The floor, also where the plan sets none: UP 0, DOWN twice the target. Null for a band. */
    public @Nullable BigDecimal effectiveFloor() {
        if (floor != null || target == null) {
            return floor;
        }
        return direction == Direction.DOWN ? TWO.multiply(target) : BigDecimal.ZERO;
    }

    /** The stretch of the scale on which an actual lies; empty where nothing rises: at worst, in the band, on the target. */
    public Optional<Way> way(BigDecimal x) {
        return direction == Direction.BAND ? wayToBand(x) : wayToTarget(x);
    }

    private Optional<Way> wayToTarget(BigDecimal x) {
        BigDecimal from = effectiveFloor();
        boolean beyond = isBetter(x, target);
        if (isBetter(from, x) || (from.compareTo(target) == 0 && (!beyond || stretch == null))) {
            return Optional.empty();
        }
        return Optional.of(
                beyond && stretch != null
                        ? new Way(x, target, stretch, Decimals.HUNDRED, cap, cap)
                        : new Way(x, from, target, floorScore, Decimals.HUNDRED, cap));
    }

    private Optional<Way> wayToBand(BigDecimal x) {
        boolean under = x.compareTo(low) < 0;
        BigDecimal edge = under ? low : high;
        BigDecimal end = under ? lowFloor : highFloor;
        boolean outside = end == null || (under ? x.compareTo(end) < 0 : x.compareTo(end) > 0);
        return isReached(x) || outside
                ? Optional.empty()
                : Optional.of(new Way(x, end, edge, floorScore, Decimals.HUNDRED, cap));
    }

    /** Whether nothing more is wanted: in the band, or on target. */
    private boolean isReached(BigDecimal x) {
        return direction == Direction.BAND ? x.compareTo(low) >= 0 && x.compareTo(high) <= 0 : !isBetter(target, x);
    }

    private boolean isBetter(BigDecimal one, BigDecimal other) {
        return direction == Direction.DOWN ? one.compareTo(other) < 0 : one.compareTo(other) > 0;
    }

    /**
     * One stretch of a scale, and the actual on it.
     *
     * <pre>
     *   points = min(cap, least + (most − least) · (x − from) / (to − from))
     * </pre>
     *
     * @param least points at its beginning
     * @param most points at its end
     */
    public record Way(BigDecimal x, BigDecimal from, BigDecimal to, BigDecimal least, BigDecimal most, BigDecimal cap) {
        /** Unrounded. */
        public BigDecimal points() {
            return uncapped().min(cap);
        }

        private BigDecimal uncapped() {
            BigDecimal rise = most.subtract(least).multiply(x.subtract(from));
            return least.add(Decimals.divide(rise, to.subtract(from)));
        }

        /** The arithmetic: {@code 50 + (100 − 50) × (900 − 800) / (1000 − 800)}. */
        public String text(Function<BigDecimal, String> value, Function<BigDecimal, String> point) {
            String start = value.apply(from);
            String share = "(%s − %s) / (%s − %s)".formatted(value.apply(x), start, value.apply(to), start);
            String first = point.apply(least);
            String text = least.signum() == 0
                    ? point.apply(most) + " × " + share
                    : first + " + (" + point.apply(most) + " − " + first + ") × " + share;
            return uncapped().compareTo(cap) > 0 ? "min(" + point.apply(cap) + "; " + text + ")" : text;
        }
    }
}
