package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.Rational;

/**
 * Decides a gate and applies it to a capped achievement.
 *
 * <pre>
 *   N = 0                          NOT_APPLICABLE      W ≥ θ·N       PASS, early while something is open
 *   W + U &lt; θ·N                    FAIL, early while something is open
 *   N_mature ≥ share · N           by the mature part: W_mature ≥ θ·N_mature
 *   else, or while N still grows   PENDING
 *   failed: ZERO → 0      CAP → min(A, c)      SCALE → A·min(1, q/θ)
 * </pre>
 * <p>Compared by cross-multiplication: no division decides. Source: domain specification §5.6.
 */
public final class GateEvaluation {
    private final Gate gate;
    private final GateInputs in;
    private final Rational threshold;

    private GateEvaluation(Gate gate, GateInputs in) {
        this.gate = gate;
        this.in = in;
        this.threshold = Rational.of(gate.threshold());
    }

    /** The gate over its inputs. */
    public static GateResult of(Gate gate, GateInputs in, @Nullable BigDecimal ungated) {
        return new GateEvaluation(gate, in).result(ungated);
    }

    /** The gate where its measures were not delivered: it stays pending. */
    public static GateResult undelivered(Gate gate, @Nullable BigDecimal ungated) {
        return new GateResult(gate, GateState.PENDING, Optional.empty(), Optional.empty(), ungated, ungated);
    }

    private GateResult result(@Nullable BigDecimal ungated) {
        Decision decision = decision();
        BigDecimal gated = ungated == null || decision.state.letsThrough()
                ? ungated
                : failed(ungated, decision.quotient.orElseThrow());
        return new GateResult(gate, decision.state, decision.quotient, reachable(decision.state), ungated, gated);
    }

    /** A state, and the quotient that led to it. */
    private record Decision(GateState state, Optional<Rational> quotient) {}

    private Decision decision() {
        if (in.whole().signum() == 0) {
            return new Decision(in.complete() ? GateState.NOT_APPLICABLE : GateState.PENDING, Optional.empty());
        }
        Optional<Rational> soFar = Optional.of(in.reached().over(in.whole()));
        Optional<GateState> sure = in.complete() ? in.open().flatMap(this::sureOutcome) : Optional.empty();
        if (sure.isPresent()) {
            return new Decision(sure.get(), soFar);
        }
        if (!in.complete() || !isMature()) {
            return new Decision(GateState.PENDING, soFar);
        }
        boolean passed = reaches(in.matureReached(), in.matureWhole());
        return new Decision(
                passed ? GateState.PASS : GateState.FAIL,
                Optional.of(in.matureReached().over(in.matureWhole())));
    }

    /** The outcome that nothing still open can change. */
    private Optional<GateState> sureOutcome(Rational open) {
        boolean settled = open.signum() == 0;
        if (reaches(in.reached(), in.whole())) {
            return Optional.of(settled ? GateState.PASS : GateState.PASS_EARLY);
        }
        if (!reaches(in.reached().plus(open), in.whole())) {
            return Optional.of(settled ? GateState.FAIL : GateState.FAIL_EARLY);
        }
        return Optional.empty();
    }

    private boolean reaches(Rational numerator, Rational denominator) {
        return numerator.isAtLeast(threshold.times(denominator));
    }

    private boolean isMature() {
        return in.matureWhole().signum() > 0
                && in.matureWhole().isAtLeast(in.whole().times(gate.matureShareMin()));
    }

    private Optional<Rational> reachable(GateState state) {
        boolean asked = state == GateState.PENDING || state == GateState.FAIL_EARLY;
        return asked && in.complete() && in.whole().signum() != 0
                ? in.open().map(u -> in.reached().plus(u).over(in.whole()))
                : Optional.empty();
    }

    private BigDecimal failed(BigDecimal ungated, Rational quotient) {
        return switch (gate.mode()) {
            case ZERO -> BigDecimal.ZERO;
            case CAP -> ungated.min(gate.cap().orElseThrow());
            case SCALE -> scaled(ungated, quotient);
        };
    }

    /** Divided once, and never below zero: a numerator may be negative. */
    private BigDecimal scaled(BigDecimal ungated, Rational quotient) {
        BigDecimal points = Decimals.divide(
                ungated.multiply(quotient.numerator()), quotient.denominator().multiply(gate.threshold()));
        return points.max(BigDecimal.ZERO).min(ungated);
    }
}
