package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.Completeness;

/** One cell of a scorecard: a quantity, or the reason why there is none. A missing value is never a zero. */
public sealed interface Cell {
    /** A value in the unit of its indicator, unrounded; percent as a fraction. */
    record Measured(BigDecimal value, Completeness completeness) implements Cell {
        @Override
        public Optional<BigDecimal> usable() {
            return completeness.isUsable() ? Optional.of(value) : Optional.empty();
        }

        @Override
        public Optional<BigDecimal> raw() {
            return Optional.of(value);
        }
    }

    /** Nothing came for this period. */
    record NotDelivered() implements Cell {}

    /** There can be no such value here: no plan, no such comparison period. */
    record NotApplicable() implements Cell {}

    /**
     * It cannot be computed from what came.
     *
     * @param denominator what came to zero, as the formula names it; null where nothing was divided
     */
    record Failed(Reason reason, @Nullable String denominator) implements Cell {
        public Failed(Reason reason) {
            this(reason, null);
        }
    }

    /**
     * A count that adds over nothing and was not made for exactly this period.
     *
     * @param low what it is at least: the largest of its parts
     * @param high what it is at most: all its parts together; null where not all parts are known
     */
    record Uncounted(BigDecimal low, @Nullable BigDecimal high) implements Cell {}

    /** Why a value cannot be computed. */
    enum Reason {
        /** Divided by zero, and no cost was left without its result. */
        DIV0,
        /** A cost above zero, of money or of hours, divided by no customers, orders or the like. */
        DIV0_COST,
        /** Money of unlike currencies, and no rate to bring them together. */
        CURRENCY,
        /** Several parts that make no whole: they stand for themselves. */
        NOT_AGGREGABLE
    }

    static Cell of(BigDecimal value) {
        return new Measured(value, Completeness.NOTHING_EXPECTED);
    }

    /** The value, if it may be printed and scored. */
    default Optional<BigDecimal> usable() {
        return Optional.empty();
    }

    /** The value however incomplete, for the drill-down. */
    default Optional<BigDecimal> raw() {
        return Optional.empty();
    }
}
