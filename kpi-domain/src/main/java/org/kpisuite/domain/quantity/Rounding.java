package org.kpisuite.domain.quantity;

import java.math.BigDecimal;

/**
 * How the values of one line are printed: divided by a power of ten and rounded to a number of decimals.
 *
 * <p>One line of a scorecard prints all its values (actual, plan, variances) alike. Percent values are fractions and
 * print times 100, which is a power of −2.
 *
 * @param power of ten that one printed unit stands for: 0, 3 (thousand), 6 (million), 9 (billion); −2 for percent
 * @param scale printed decimals, 0..4
 */
public record Rounding(int power, int scale) {
    public Rounding {
        if (scale < 0 || scale > 4 || power < -2 || power > 9) {
            throw new IllegalArgumentException("power " + power + ", scale " + scale);
        }
    }

    /**
     * The rounding of a line from its largest absolute value: from 100,000 in thousands, from 10 million in millions,
     * from 10 billion in billions, with so many decimals that at least three digits show.
     */
    public static Rounding of(UnitKind unit, int displayScale, BigDecimal largest) {
        if (unit == UnitKind.PERCENT) {
            return new Rounding(-2, displayScale);
        }
        if (unit != UnitKind.COUNT && unit != UnitKind.MONEY) {
            return new Rounding(0, displayScale);
        }
        int digits = largest.precision() - largest.scale();
        if (digits <= 5) {
            return new Rounding(0, displayScale);
        }
        int power = digits >= 11 ? 9 : digits >= 8 ? 6 : 3;
        return new Rounding(power, digits - power >= 4 ? 0 : 1);
    }

    /** The printed number: shifted and rounded HALF_UP. */
    public BigDecimal printed(BigDecimal value) {
        return Decimals.round(value.movePointLeft(power), scale);
    }
}
