package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.scorecard.Status;

class DrawingsTest {
    private static final BigDecimal LIMIT = new BigDecimal("0.15");

    @Test
    void pin_standsOnTheScale_andIsColouredByEffect() {
        String svg = Pin.drawing(new Pin.Shown(Optional.of(new BigDecimal("-0.10")), -1, LIMIT, false));

        assertThat(svg)
                .contains("x=\"15.3\" y=\"10.3\" width=\"20.7\" height=\"1.5\" class=\"fbad\"")
                .doesNotContain("brk");
    }

    @Test
    void pinBeyondTheScale_breaks() {
        assertThat(Pin.drawing(new Pin.Shown(Optional.of(new BigDecimal("0.40")), 1, LIMIT, false)))
                .contains("width=\"31\"", "fgood", "brk");
    }

    @Test
    void pinWithoutRelativeVariance_isTheAxisAlone() {
        assertThat(Pin.drawing(new Pin.Shown(Optional.empty(), 0, LIMIT, false)))
                .doesNotContain("<rect");
    }

    @Test
    void lossBar_growsFromZero_andIsNotDrawnForNoLoss() {
        assertThat(LossBar.drawing(BigDecimal.TEN, BigDecimal.valueOf(20))).contains("width=\"23\"");
        assertThat(LossBar.drawing(BigDecimal.ZERO, BigDecimal.valueOf(20))).doesNotContain("<rect");
    }

    @Test
    void scoreBar_endsAt120() {
        assertThat(ScoreBar.drawing(BigDecimal.valueOf(100))).contains("width=\"140\"");
        assertThat(ScoreBar.drawing(BigDecimal.valueOf(300))).contains("width=\"168\"");
        assertThat(ScoreBar.drawing(null)).doesNotContain("<rect");
    }

    @Test
    void spark_leavesAGap_whereAPeriodHasNoValue() {
        List<Optional<BigDecimal>> values =
                List.of(Optional.of(BigDecimal.ONE), Optional.empty(), Optional.of(BigDecimal.TEN));

        assertThat(Spark.drawing(new Spark.Shown(values, true, true, false, "x")))
                .containsOnlyOnce("hatch");
        assertThat(Spark.drawing(new Spark.Shown(values, false, false, false, "x")))
                .contains("d=\"M2 19M60 3\"");
    }

    @Test
    void statusWithLabel_isHeard_andWithoutIsSilent() {
        assertThat(StatusSign.sign(Status.RED, true, "red <")).contains("role=\"img\"", "red &lt;", "<rect");
        assertThat(StatusSign.sign(Status.GREY, false, null)).contains("aria-hidden=\"true\"", "sg o");
    }

    @Test
    void noValue_isAGreyDash_thatReadersHear() {
        assertThat(Num.number("—", "not delivered", "0"))
                .isEqualTo("<span class=\"m\">—<span class=\"sr\"> not delivered</span></span>");
        assertThat(Num.number("−10.0", "", "-1")).contains("bad", "−10.0");
    }
}
