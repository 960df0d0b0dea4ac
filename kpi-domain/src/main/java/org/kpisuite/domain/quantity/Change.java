package org.kpisuite.domain.quantity;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The variance of an actual against a reference, with the reason where a part of it has no meaning.
 *
 * <pre>
 *   absolute = AC − REF        relative = (AC − REF) / REF
 * </pre>
 * <p>Unit: absolute in the unit of the values, relative a fraction (0.05 is 5 %). Unrounded. The first matching row of
 * the table in domain specification §2.4 decides; there is no relative change against a negative base or zero.
 *
 * @param absolute null where one side is missing
 * @param relative null where {@code reason} says why
 * @param reason why there is no relative change, or a word about it; null where there is nothing to say
 * @param lowBase whether the reference is so small that the percentage says little: printed with the mark ‡
 */
public record Change(
        @Nullable BigDecimal absolute,
        @Nullable BigDecimal relative,
        @Nullable Reason reason,
        boolean lowBase) {

    /** A variance against a base that is large enough. */
    public Change(@Nullable BigDecimal absolute, @Nullable BigDecimal relative, @Nullable Reason reason) {
        this(absolute, relative, reason, false);
    }

    /** Beyond this the printed text is {@code >+999 %}. */
    public static final BigDecimal PRINTED_MAX = new BigDecimal("9.99");

    /** Why a relative change is missing, or how a sign turned. */
    public enum Reason {
        NO_ACTUAL,
        NO_REF,
        ZERO_BASE,
        LOSS_TO_PROFIT,
        PROFIT_TO_LOSS,
        LOSS_NARROWED,
        LOSS_WIDENED,
        LOSS_UNCHANGED,
        POINTS_ONLY;

        /** Whether the base or the actual is negative, so that a percentage would mislead. */
        public boolean isNegativeBase() {
            return switch (this) {
                case LOSS_TO_PROFIT, PROFIT_TO_LOSS, LOSS_NARROWED, LOSS_WIDENED, LOSS_UNCHANGED -> true;
                case NO_ACTUAL, NO_REF, ZERO_BASE, POINTS_ONLY -> false;
            };
        }
    }

    public static Change of(Optional<BigDecimal> actual, Optional<BigDecimal> reference, UnitKind unit) {
        if (actual.isEmpty()) {
            return new Change(null, null, Reason.NO_ACTUAL);
        }
        if (reference.isEmpty()) {
            return new Change(null, null, Reason.NO_REF);
        }
        return of(actual.get(), reference.get(), unit);
    }

    /**
     * The same, marked where the reference is below what its indicator calls material.
     *
     * @param material least base of a percentage that says something, in the unit of the values; empty for any
     */
    public static Change of(
            Optional<BigDecimal> actual, Optional<BigDecimal> reference, UnitKind unit, Optional<BigDecimal> material) {
        Change change = of(actual, reference, unit);
        boolean low = change.relative != null
                && change.relative.abs().compareTo(PRINTED_MAX) <= 0
                && material.isPresent()
                && reference.orElseThrow().signum() > 0
                && reference.orElseThrow().compareTo(material.get()) < 0;
        return low ? new Change(change.absolute, change.relative, change.reason, true) : change;
    }

    private static Change of(BigDecimal actual, BigDecimal reference, UnitKind unit) {
        BigDecimal absolute = actual.subtract(reference);
        if (unit == UnitKind.POINTS) {
            return new Change(absolute, null, Reason.POINTS_ONLY);
        }
        if (reference.signum() == 0) {
            return actual.signum() == 0
                    ? new Change(absolute, BigDecimal.ZERO, null)
                    : new Change(absolute, null, Reason.ZERO_BASE);
        }
        if (reference.signum() < 0 || actual.signum() < 0) {
            return new Change(absolute, null, turn(actual, reference));
        }
        return new Change(absolute, Decimals.divide(absolute, reference), null);
    }

    private static Reason turn(BigDecimal actual, BigDecimal reference) {
        if (reference.signum() < 0 && actual.signum() >= 0) {
            return Reason.LOSS_TO_PROFIT;
        }
        if (reference.signum() > 0) {
            return Reason.PROFIT_TO_LOSS;
        }
        int turn = actual.compareTo(reference);
        if (turn == 0) {
            return Reason.LOSS_UNCHANGED;
        }
        return turn > 0 ? Reason.LOSS_NARROWED : Reason.LOSS_WIDENED;
    }

    public Optional<BigDecimal> absoluteValue() {
        return Optional.ofNullable(absolute);
    }

    public Optional<BigDecimal> relativeValue() {
        return Optional.ofNullable(relative);
    }

    public Optional<Reason> why() {
        return Optional.ofNullable(reason);
    }
}
