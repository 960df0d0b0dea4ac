package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.Rational;

/**
 * A formula with all indicators resolved, ready to be worked out from the values of its inputs.
 *
 * <p>An operand of a minimum that divides a positive number by zero is unbounded: the other operand counts. Source:
 * domain specification §2.2.
 */
sealed interface Expression {
    /** A number that stands in the formula. */
    record Constant(BigDecimal value) implements Expression {}

    /** The value of an input, by its place. */
    record Input(int place) implements Expression {}

    /** The value of an indicator that is taken as a whole, by its own rule; by its place counted from the last value. */
    record Whole(int place) implements Expression {
        <T> T of(T[] values) {
            return values[values.length - 1 - place];
        }
    }

    record Operation(char operator, Expression left, Expression right) implements Expression {}

    record Least(Expression left, Expression right) implements Expression {}

    /** Another indicator, with its own multiplier. */
    record Inner(Indicator indicator, Formula formula, Expression worked) implements Expression {}

    /** A denominator came to zero. */
    final class ZeroDivision extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient BigDecimal numerator;

        ZeroDivision(BigDecimal numerator) {
            super(null, null, false, false);
            this.numerator = numerator;
        }

        BigDecimal numerator() {
            return numerator;
        }
    }

    /**
     * The value.
     *
     * @param inputs by place, after them what is taken as a whole
     * @param marks takes CAPPED where a minimum took its constant
     * @throws ZeroDivision where a denominator is zero
     */
    default BigDecimal value(BigDecimal[] inputs, Set<Mark> marks) {
        if (this instanceof Input input) {
            return inputs[input.place];
        }
        if (this instanceof Whole whole) {
            return whole.of(inputs);
        }
        if (this instanceof Constant constant) {
            return constant.value;
        }
        if (this instanceof Inner inner) {
            return inner.worked
                    .value(inputs, marks)
                    .multiply(BigDecimal.valueOf(inner.indicator.multiplier()), Decimals.EXACT);
        }
        if (this instanceof Least least) {
            return least(least, inputs, marks);
        }
        Operation operation = (Operation) this;
        BigDecimal left = operation.left.value(inputs, marks);
        BigDecimal right = operation.right.value(inputs, marks);
        return switch (operation.operator) {
            case '+' -> left.add(right, Decimals.EXACT);
            case '-' -> left.subtract(right, Decimals.EXACT);
            case '*' -> left.multiply(right, Decimals.EXACT);
            default -> quotient(left, right);
        };
    }

    /**
     * The same exactly, as a quotient that was never divided.
     *
     * @throws ZeroDivision where a denominator is zero
     */
    default Rational exact(Rational[] inputs) {
        if (this instanceof Input input) {
            return inputs[input.place];
        }
        if (this instanceof Whole whole) {
            return whole.of(inputs);
        }
        if (this instanceof Constant constant) {
            return Rational.of(constant.value);
        }
        if (this instanceof Inner inner) {
            return inner.worked.exact(inputs).times(BigDecimal.valueOf(inner.indicator.multiplier()));
        }
        if (this instanceof Least least) {
            return exactLeast(least, inputs);
        }
        Operation operation = (Operation) this;
        Rational left = operation.left.exact(inputs);
        Rational right = operation.right.exact(inputs);
        return switch (operation.operator) {
            case '+' -> left.plus(right);
            case '-' -> left.minus(right);
            case '*' -> left.times(right);
            default -> {
                if (right.signum() == 0) {
                    throw new ZeroDivision(left.numerator());
                }
                yield left.over(right);
            }
        };
    }

    private static BigDecimal quotient(BigDecimal left, BigDecimal right) {
        if (right.signum() == 0) {
            throw new ZeroDivision(left);
        }
        return Decimals.divide(left, right);
    }

    private static BigDecimal least(Least least, BigDecimal[] inputs, Set<Mark> marks) {
        BigDecimal left = orUnbounded(least.left, inputs, marks);
        BigDecimal right = orUnbounded(least.right, inputs, marks);
        boolean takesLeft = right == null || (left != null && left.compareTo(right) <= 0);
        if ((takesLeft ? left : right) == null) {
            throw new ZeroDivision(BigDecimal.ONE);
        }
        if ((takesLeft ? least.left : least.right) instanceof Constant) {
            marks.add(Mark.CAPPED);
        }
        return takesLeft ? left : right;
    }

    private static Rational exactLeast(Least least, Rational[] inputs) {
        Rational left = exactOrUnbounded(least.left, inputs);
        Rational right = exactOrUnbounded(least.right, inputs);
        boolean takesLeft = right == null || (left != null && left.compareTo(right) <= 0);
        Rational taken = takesLeft ? left : right;
        if (taken == null) {
            throw new ZeroDivision(BigDecimal.ONE);
        }
        return taken;
    }

    private static @Nullable Rational exactOrUnbounded(Expression operand, Rational[] inputs) {
        try {
            return operand.exact(inputs);
        } catch (ZeroDivision division) {
            if (division.numerator().signum() > 0) {
                return null;
            }
            throw division;
        }
    }

    private static @Nullable BigDecimal orUnbounded(Expression operand, BigDecimal[] inputs, Set<Mark> marks) {
        try {
            return operand.value(inputs, marks);
        } catch (ZeroDivision division) {
            if (division.numerator().signum() > 0) {
                return null;
            }
            throw division;
        }
    }
}
