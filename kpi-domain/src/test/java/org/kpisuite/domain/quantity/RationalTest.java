package org.kpisuite.domain.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RationalTest {
    private static Rational of(int numerator, int denominator) {
        return new Rational(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    @Test
    void aThird_timesThree_isOne_notNineNines() {
        assertThat(of(1, 3).times(BigDecimal.valueOf(3))).isEqualByComparingTo(of(1, 1));
        assertThat(of(1, 3).value().multiply(BigDecimal.valueOf(3))).isLessThan(BigDecimal.ONE);
    }

    @Test
    void negativeDenominator_givesItsSignAway() {
        assertThat(of(1, -2)).isEqualTo(of(-1, 2)).isLessThan(of(1, 3));
        assertThat(of(-1, -2)).isEqualByComparingTo(of(1, 2));
    }

    @Test
    void zeroDenominator_isRefused() {
        assertThatThrownBy(() -> of(5, 0))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("5 / 0");
        assertThatThrownBy(() -> of(5, 1).over(Rational.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void quotient_isRoundedOnce_halfUp() {
        assertThat(of(2675, 1000).rounded(2)).isEqualByComparingTo("2.68");
        assertThat(of(1, 3).rounded(4)).isEqualByComparingTo("0.3333");
    }

    @Property
    void arithmetic_agreesWithWholeNumbers(
            @ForAll @IntRange(min = -99, max = 99) int a,
            @ForAll @IntRange(min = 1, max = 99) int b,
            @ForAll @IntRange(min = -99, max = 99) int c,
            @ForAll @IntRange(min = 1, max = 99) int d) {
        assertThat(of(a, b).compareTo(of(c, d))).isEqualTo(Integer.compare(a * d, c * b));
        assertThat(of(a, b).plus(of(c, d))).isEqualByComparingTo(of(a * d + c * b, b * d));
        assertThat(of(a, b).minus(of(c, d)).plus(of(c, d))).isEqualByComparingTo(of(a, b));
        if (c != 0) {
            assertThat(of(a, b).over(of(c, d)).times(of(c, d))).isEqualByComparingTo(of(a, b));
        }
    }
}
