package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.Decimals;

/**
 * Compares the change of a leading indicator with that of the lagging one, the lag later. Source: domain specification
 * §6.7.
 *
 * <pre>
 *   Δ%  = value / reference − 1, its sign turned where less is better
 *   E   = ln(y / yRef) / ln(x / xRef), signed likewise
 *   gap = Δ%x − Δ%y in percent points        yield = (1 + Δ%y) / (1 + Δ%x) − 1
 * </pre>
 *
 * <p>The yield is what comes of each unit of the leading one ("revenue per visit"): where less is better on either side there
 * is no such quantity, and no yield is told.
 */
final class Divergence {
    private static final BigDecimal MATERIAL = new BigDecimal("0.20");
    private static final BigDecimal FELL_SLIGHTLY = new BigDecimal("-0.05");
    private static final BigDecimal FELL = new BigDecimal("-0.10");
    private static final BigDecimal GAP_ALERT = new BigDecimal("0.30");
    private static final BigDecimal GAP_WATCH = new BigDecimal("0.15");
    private static final double SHARE_ALERT = 0.5;
    private static final double SHARE_WATCH = 0.75;

    /** A value and what it is compared with, both complete; null where one is not. */
    record Compared(@Nullable BigDecimal value, @Nullable BigDecimal reference) {
        static final Compared NOTHING = new Compared(null, null);

        boolean isPositive() {
            return value != null && reference != null && value.signum() > 0 && reference.signum() > 0;
        }

        /** Empty where either is missing, zero or less. */
        Optional<BigDecimal> change(int effect) {
            return isPositive()
                    ? Optional.of(Decimals.divide(value, reference)
                            .subtract(BigDecimal.ONE)
                            .multiply(BigDecimal.valueOf(effect)))
                    : Optional.empty();
        }

        double logRatio(int effect) {
            return effect * Math.log(Decimals.divide(value, reference).doubleValue());
        }
    }

    /**
     * What is compared.
     *
     * @param x leading indicator in a period
     * @param y lagging indicator the lag later; nothing while that period is not complete
     * @param yNow lagging indicator in the period of x
     * @param effectOfX 1 where more is better, −1 where less is, likewise effectOfY
     * @param isNoise whether the change of x is within its usual variation
     * @param expectedElasticity what follows one percent of x, signed by effect: the slope of a confirmed pair, else 1
     * @param materialX from which x on an outcome of zero matters; null for none
     */
    record Case(
            Compared x,
            Compared y,
            Compared yNow,
            int effectOfX,
            int effectOfY,
            boolean isNoise,
            double expectedElasticity,
            @Nullable BigDecimal materialX) {}

    /** What was found, without the periods. */
    record Found(
            Signal.Kind kind,
            Signal.Severity severity,
            @Nullable BigDecimal changeX,
            @Nullable BigDecimal changeY,
            @Nullable BigDecimal elasticity,
            @Nullable BigDecimal yieldChange) {}

    private final Case of;
    private final @Nullable BigDecimal dx;
    private final @Nullable BigDecimal dy;

    private Divergence(Case of) {
        this.of = of;
        this.dx = of.x.change(of.effectOfX).orElse(null);
        this.dy = of.y.change(of.effectOfY).orElse(null);
    }

    /** The first condition that matches; empty where none does. */
    static Optional<Found> of(Case compared) {
        return new Divergence(compared).first();
    }

    private Optional<Found> first() {
        boolean grew = dx != null && dx.compareTo(MATERIAL) >= 0 && !of.isNoise;
        boolean fell = dx != null && dx.compareTo(MATERIAL.negate()) <= 0 && !of.isNoise;
        if (grew && of.y.value() == null) {
            return found(Signal.Kind.NOT_YET, Signal.Severity.INFO);
        }
        if (isZeroOutcome()) {
            return found(Signal.Kind.ZERO_OUTCOME, Signal.Severity.ALERT);
        }
        if (grew && dy != null) {
            Optional<Found> grown = afterGrowth();
            if (grown.isPresent()) {
                return grown;
            }
        }
        BigDecimal now = of.yNow.change(of.effectOfY).orElse(null);
        if (fell && now != null && now.compareTo(FELL_SLIGHTLY) >= 0) {
            return found(Signal.Kind.EARLY_WARNING, Signal.Severity.WATCH);
        }
        if (dx != null && dy != null && dy.compareTo(FELL) <= 0 && dx.compareTo(FELL_SLIGHTLY) > 0) {
            return found(Signal.Kind.UNWARNED, Signal.Severity.WATCH);
        }
        return Optional.empty();
    }

    private boolean isZeroOutcome() {
        return of.y.value() != null
                && of.y.value().signum() == 0
                && of.x.value() != null
                && of.materialX != null
                && of.x.value().compareTo(of.materialX) >= 0;
    }

    private Optional<Found> afterGrowth() {
        if (dy.compareTo(FELL_SLIGHTLY) <= 0) {
            return found(Signal.Kind.OPPOSITE, Signal.Severity.ALERT);
        }
        BigDecimal gap = dx.subtract(dy);
        double elasticity = elasticity();
        if (elasticity < SHARE_ALERT * of.expectedElasticity && gap.compareTo(GAP_ALERT) >= 0) {
            return found(Signal.Kind.DIVERGENCE, Signal.Severity.ALERT);
        }
        if (elasticity < SHARE_WATCH * of.expectedElasticity && gap.compareTo(GAP_WATCH) >= 0) {
            return found(Signal.Kind.DIVERGENCE, Signal.Severity.WATCH);
        }
        return Optional.empty();
    }

    private double elasticity() {
        return of.y.logRatio(of.effectOfY) / of.x.logRatio(of.effectOfX);
    }

    private Optional<Found> found(Signal.Kind kind, Signal.Severity severity) {
        boolean both = dx != null && dy != null && of.x.logRatio(1) != 0;
        boolean yields = both && of.effectOfX > 0 && of.effectOfY > 0 && dx.compareTo(BigDecimal.ONE.negate()) != 0;
        return Optional.of(new Found(
                kind,
                severity,
                dx,
                dy,
                both ? BigDecimal.valueOf(elasticity()) : null,
                yields
                        ? Decimals.divide(dy.add(BigDecimal.ONE), dx.add(BigDecimal.ONE))
                                .subtract(BigDecimal.ONE)
                        : null));
    }
}
