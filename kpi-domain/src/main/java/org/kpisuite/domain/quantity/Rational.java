package org.kpisuite.domain.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact quotient of two decimals, kept undivided so that no rounding decides a comparison.
 *
 * <p>The denominator is above zero. Compared by cross-multiplication: {@code a/b ≥ c/d ⇔ a·d ≥ c·b}. Source: domain
 * specification §2.2.
 */
public record Rational(BigDecimal numerator, BigDecimal denominator) implements Comparable<Rational> {
    public static final Rational ZERO = of(BigDecimal.ZERO);

    /** Refuses a zero denominator; the sign goes to the numerator, so that comparing needs not ask for it. */
    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException(numerator + " / 0");
        }
        if (denominator.signum() < 0) {
            numerator = numerator.negate();
            denominator = denominator.negate();
        }
    }

    public static Rational of(BigDecimal value) {
        return new Rational(value, BigDecimal.ONE);
    }

    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Rational times(BigDecimal factor) {
        return new Rational(numerator.multiply(factor), denominator);
    }

    /** This over another, still exact. */
    public Rational over(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public boolean isAtLeast(Rational other) {
        return compareTo(other) >= 0;
    }

    public int signum() {
        return numerator.signum();
    }

    /** The quotient to 34 digits. */
    public BigDecimal value() {
        return Decimals.divide(numerator, denominator);
    }

    /** The exact quotient rounded once, HALF_UP. */
    public BigDecimal rounded(int scale) {
        return numerator.divide(denominator, scale, RoundingMode.HALF_UP);
    }

    /** By value: {@code 1/2} and {@code 2/4} compare as equal, though as records they differ. */
    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return Decimals.plain(numerator) + "/" + Decimals.plain(denominator);
    }
}
