package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Optional;
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
        return actual.map(x -> switch (direction) {
            case UP -> climb(x, floor == null ? BigDecimal.ZERO : floor, target, stretch);
            case DOWN ->
                climb(
                        x.negate(),
                        floor == null ? TWO.multiply(target).negate() : floor.negate(),
                        target.negate(),
                        stretch == null ? null : stretch.negate());
            case BAND -> inBand(x);
        });
    }

    private BigDecimal climb(BigDecimal x, BigDecimal from, BigDecimal to, @Nullable BigDecimal beyond) {
        if (x.compareTo(from) < 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal below = Decimals.HUNDRED.subtract(floorScore);
        if (x.compareTo(to) <= 0) {
            return to.compareTo(from) == 0
                    ? Decimals.HUNDRED
                    : floorScore.add(Decimals.divide(below.multiply(x.subtract(from)), to.subtract(from)));
        }
        BigDecimal above = beyond == null
                ? Decimals.divide(below.multiply(x.subtract(to)), to.subtract(from))
                : Decimals.divide(cap.subtract(Decimals.HUNDRED).multiply(x.subtract(to)), beyond.subtract(to));
        return cap.min(Decimals.HUNDRED.add(above));
    }

    private BigDecimal inBand(BigDecimal x) {
        if (x.compareTo(low) >= 0 && x.compareTo(high) <= 0) {
            return Decimals.HUNDRED;
        }
        boolean under = x.compareTo(low) < 0;
        BigDecimal edge = under ? low : high;
        BigDecimal end = under ? lowFloor : highFloor;
        if (end == null || (under ? x.compareTo(end) < 0 : x.compareTo(end) > 0)) {
            return BigDecimal.ZERO;
        }
        BigDecimal share = Decimals.divide(x.subtract(end), edge.subtract(end));
        return floorScore.add(Decimals.HUNDRED.subtract(floorScore).multiply(share));
    }
}
