package org.kpisuite.domain.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The arithmetic of business numbers: 34 digits while computing, HALF_UP once at output (domain specification §2.2). */
public final class Decimals {
    public static final MathContext EXACT = MathContext.DECIMAL128;
    public static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Decimals() {}

    /** Rounds for output; a value that rounds to zero loses its sign with it. */
    public static BigDecimal round(BigDecimal value, int scale) {
        return value.setScale(scale, RoundingMode.HALF_UP);
    }

    public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, EXACT);
    }

    /** The share {@code part / whole} of two day or row counts. */
    public static BigDecimal share(long part, long whole) {
        return divide(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** The one text of a number in data: no exponent, no trailing zeros. */
    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
