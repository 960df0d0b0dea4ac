package org.kpisuite.domain.leadlag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of domain specification §6.7, and what stands between its lines. */
class DivergenceTest {
    private static Divergence.Compared compared(String value, String reference) {
        return new Divergence.Compared(new BigDecimal(value), new BigDecimal(reference));
    }

    private static Divergence.Compared grownBy(int percent) {
        return new Divergence.Compared(BigDecimal.valueOf(100 + percent), BigDecimal.valueOf(100));
    }

    private static Divergence.Case of(Divergence.Compared x, Divergence.Compared y, double expected) {
        return new Divergence.Case(x, y, y, 1, 1, false, expected, null);
    }

    private static String text(Optional<Divergence.Found> found) {
        return found.map(f -> f.kind() + " " + f.severity()).orElse("none");
    }

    private static @Nullable String rounded(@Nullable BigDecimal value, int scale) {
        return value == null
                ? null
                : value.setScale(scale, RoundingMode.HALF_UP).toPlainString();
    }

    @ParameterizedTest
    @CsvSource({
        "V01, 50, 10, DIVERGENCE ALERT",
        "V02, 12, 9, none",
        "V03, 30, 28, none",
        "V04, 25, 0, DIVERGENCE WATCH",
        "V05, 20, -5, OPPOSITE ALERT",
        "V06, -20, 5, EARLY_WARNING WATCH",
        "mirror, 0, -10, UNWARNED WATCH",
        "warned, -5, -10, none",
        "slightly, 0, -9, none"
    })
    void table_isFollowed(String id, int dx, int dy, String expected) {
        assertThat(text(Divergence.of(of(grownBy(dx), grownBy(dy), 1)))).as(id).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "V01, 50, 10, 0.2351, 40, -26.7",
        "V04, 25, 0, 0.0000, 25, -20.0",
        "V05, 20, -5, -0.2813, 25, -20.8",
        "V06, -20, 5, -0.2186, -25, 31.3"
    })
    void figures_areThoseOfTheTable(String id, int dx, int dy, String elasticity, String gap, String yield) {
        Divergence.Found found = Divergence.of(of(grownBy(dx), grownBy(dy), 1)).orElseThrow();
        assertThat(rounded(found.elasticity(), 4)).as(id).isEqualTo(elasticity);
        assertThat(rounded(found.yieldChange().movePointRight(2), 1)).as(id).isEqualTo(yield);
        Signal.Figures figures = new Signal.Figures(2, found.changeX(), found.changeY(), null, null, null);
        assertThat(figures.gap().map(g -> rounded(g, 0))).as(id).hasValue(gap);
    }

    /** V07: leads 10 to 15 are half as many again, and still within chance. */
    @Test
    void noise_isNoSignal() {
        Divergence.Case noisy =
                new Divergence.Case(compared("15", "10"), grownBy(10), grownBy(10), 1, 1, true, 1, null);
        assertThat(Divergence.of(noisy)).isEmpty();
    }

    /** V09: many visits, no sale. */
    @Test
    void noOutcomeAtAll_isAnAlert_fromWhereItMatters() {
        Divergence.Compared visits = compared("50000", "48000");
        Divergence.Compared sales = compared("0", "3");
        Divergence.Case matters = new Divergence.Case(visits, sales, sales, 1, 1, false, 1, new BigDecimal("50000"));
        assertThat(text(Divergence.of(matters))).isEqualTo("ZERO_OUTCOME ALERT");
        Divergence.Case small = new Divergence.Case(visits, sales, sales, 1, 1, false, 1, new BigDecimal("50001"));
        assertThat(Divergence.of(small)).isEmpty();
    }

    /** V10: V01 with the period of the effect still open. */
    @Test
    void openPromise_isNotYet() {
        Divergence.Case open =
                new Divergence.Case(grownBy(50), Divergence.Compared.NOTHING, grownBy(1), 1, 1, false, 1, null);
        assertThat(text(Divergence.of(open))).isEqualTo("NOT_YET INFO");
    }

    /** A pair that is known to follow by a fifth has kept its promise where one by one would not have. */
    @Test
    void elasticityOfAConfirmedPair_isTheMeasure() {
        assertThat(text(Divergence.of(of(grownBy(50), grownBy(10), 0.25)))).isEqualTo("none");
        assertThat(text(Divergence.of(of(grownBy(50), grownBy(10), 0.4)))).isEqualTo("DIVERGENCE WATCH");
        assertThat(text(Divergence.of(of(grownBy(50), grownBy(10), 0.5)))).isEqualTo("DIVERGENCE ALERT");
    }

    /** A falling cost is growth: CAC from 100 to 75 after leads that grew by half is a kept promise. */
    @Test
    void lessOfACost_isGrowth() {
        Divergence.Compared cost = compared("75", "100");
        Divergence.Case kept = new Divergence.Case(grownBy(30), cost, cost, 1, -1, false, 1, null);
        assertThat(Divergence.of(kept)).isEmpty();
        Divergence.Compared risen = compared("110", "100");
        Divergence.Case broken = new Divergence.Case(grownBy(30), risen, risen, 1, -1, false, 1, null);
        assertThat(text(Divergence.of(broken))).isEqualTo("OPPOSITE ALERT");
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "-5, 100", "150, 0", "150, -3"})
    void nothingIsComparedWithZeroOrLess(String value, String reference) {
        assertThat(Divergence.of(of(compared(value, reference), grownBy(-50), 1)))
                .isEmpty();
    }
}
