package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.plan.MissingDecision;
import org.kpisuite.domain.quantity.Decimals;

/** Status and weighted score by domain specification §5.3 to §5.5, cases B01 to B05 and W01 to W06. */
class ScoreTest {
    private static final String A18 = "66.6666666666666666666666666666666667";

    private static final ScoreRules CLOSED = ScoreRules.DEFAULT.afterClosing();

    private static Score score(String items) {
        return Score.of(parts(items));
    }

    private static List<Score.Part> parts(String items) {
        return Arrays.stream(items.split(" ", -1)).map(ScoreTest::part).toList();
    }

    /** {@code weight:achievement}, or {@code weight:decision} for a missing one, with {@code /cap} if not 120. */
    private static Score.Part part(String item) {
        int colon = item.indexOf(':');
        int slash = item.indexOf('/');
        BigDecimal weight = new BigDecimal(item.substring(0, colon));
        BigDecimal cap = slash < 0 ? BigDecimal.valueOf(120) : new BigDecimal(item.substring(slash + 1));
        String achievement = item.substring(colon + 1, slash < 0 ? item.length() : slash);
        if (achievement.equals("null")) {
            return new Score.Part(weight, null, cap);
        }
        return Arrays.stream(MissingDecision.values())
                .filter(d -> d.name().equals(achievement))
                .findFirst()
                .map(d -> new Score.Part(weight, null, cap, d))
                .orElseGet(() -> new Score.Part(weight, new BigDecimal(achievement.replace("A18", A18)), cap));
    }

    private static @Nullable String printed(@Nullable BigDecimal points) {
        return points == null ? null : Decimals.round(points, 4).toPlainString();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "W01, 40:50 30:A18 20:A18 10:100,    63.3333,  100, 63.3333, 63.3333,  RED",
                "W02, 40:50 30:A18 20:null 10:100,   62.5000,  80,  50.0000, 74.0000,  RED",
                "W03, 40:50 30:A18 20:0 10:100,      50.0000,  100, 50.0000, 50.0000,  RED",
                "W04, 40:null 30:null 20:A18 10:100, -,        30,  23.3333, 107.3333, GREY",
                "W05, 40:null 30:null 20:null 10:null, -,      0,   0.0000,  120.0000, GREY",
                "W06, 50:120 50:80,                  100.0000, 100, 100.0000, 100.0000, GREEN",
                "coverage exactly 60, 60:100 40:null, 100.0000, 60, 60.0000, 108.0000, GREEN",
                "coverage below 60, 59.99:100 40.01:null, -, 59.99, 59.9900, 108.0020, GREY"
            })
    void score_isWeighted_overWhatIsThere_withItsRange(
            String id, String items, String value, String coverage, String low, String high, Status status) {
        Score score = score(items);
        assertThat(printed(score.value())).as(id).isEqualTo(value);
        assertThat(score.coverage()).isEqualByComparingTo(coverage);
        assertThat(printed(score.low())).isEqualTo(low);
        assertThat(printed(score.high())).isEqualTo(high);
        assertThat(score.status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "W02, 40:50 30:A18 20:EXCUSED 10:100,        62.5000, 62.5000, 80,  50.0000, 74.0000,  RED",
                "W02 not due, 40:50 30:A18 20:NOT_DUE 10:100, 62.5000, 62.5000, 80, 50.0000, 74.0000,  RED",
                "W03, 40:50 30:A18 20:UNEXCUSED 10:100,      50.0000, 50.0000, 100, 50.0000, 50.0000,  RED",
                "W04, 40:EXCUSED 30:EXCUSED 20:A18 10:100,   -,       77.7778, 30,  23.3333, 107.3333, GREY",
                "W05, 40:EXCUSED 30:EXCUSED 20:EXCUSED 10:EXCUSED, -, -,       0,   0.0000,  120.0000, GREY",
                "half unexcused, 50:UNEXCUSED 30:EXCUSED 20:100, 28.5714, 28.5714, 70, 20.0000, 56.0000, RED"
            })
    void atClosing_missingItems_countAsDecided(
            String id,
            String items,
            String value,
            String unrated,
            String coverage,
            String low,
            String high,
            Status status) {
        Score score = Score.of(parts(items), CLOSED);
        assertThat(printed(score.value())).as(id).isEqualTo(value);
        assertThat(printed(score.unrated())).as(id).isEqualTo(unrated);
        assertThat(score.coverage()).isEqualByComparingTo(coverage);
        assertThat(printed(score.low())).isEqualTo(low);
        assertThat(printed(score.high())).isEqualTo(high);
        assertThat(score.status()).isEqualTo(status);
    }

    @Test
    void beforeClosing_allMissing_areExcused_whateverWasDecidedSoFar() {
        assertThat(printed(score("40:50 30:A18 20:UNEXCUSED 10:100").value())).isEqualTo("62.5000");
    }

    @Test
    void decisionAboutAnItemWithAValue_changesNothing() {
        Score.Part there = new Score.Part(
                BigDecimal.valueOf(100), BigDecimal.TEN, BigDecimal.valueOf(120), MissingDecision.UNEXCUSED);
        assertThat(Score.of(List.of(there), CLOSED).value()).isEqualByComparingTo("10");
    }

    @ParameterizedTest(name = "minimum {0}: {1}")
    @CsvSource(
            nullValues = "-",
            value = {"80, 62.5000", "80.01, -", "0, 62.5000", "100, -"})
    void coverageMinimum_isASetting(BigDecimal minimum, String value) {
        ScoreRules rules = new ScoreRules(minimum, false, true);
        assertThat(printed(
                        Score.of(parts("40:50 30:A18 20:EXCUSED 10:100"), rules).value()))
                .isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "one red,          50:120 50:69.94,        94.9700,  94.9700, 94.9700",
        "red compensated,  80:120 20:60,           99.9000,  99.9000, 99.9000",
        "amber compensated, 50:120 50:80,          100.0000, 100.0000, 100.0000",
        "red and one missing, 60:120 20:60 20:null,   99.9000,  84.0000, 99.9000",
        "missing is no red, 60:120 40:null,        120.0000, 72.0000, 120.0000",
        "missing at 0 is,  90:120 10:null,         120.0000, 99.9000, 120.0000"
    })
    void withoutCompensation_noScoreReachesAHundred_whileAnItemIsRed(
            String id, String items, String value, String low, String high) {
        Score score = Score.of(parts(items), ScoreRules.DEFAULT.withoutCompensation());
        assertThat(printed(score.value())).as(id).isEqualTo(value);
        assertThat(printed(score.low())).as(id).isEqualTo(low);
        assertThat(printed(score.high())).as(id).isEqualTo(high);
    }

    @Test
    void range_holdsTheScore_evenWhereTheMissingItemCanReachLess() {
        Score score = score("60:120 40:null/100");
        assertThat(score.value()).isEqualByComparingTo("120");
        assertThat(score.high()).isEqualByComparingTo("120").isNotEqualByComparingTo("112");
    }

    @Property
    void score_liesInItsRange_andForgetsTheOrderOfItsItems(
            @ForAll("items") List<Score.Part> items, @ForAll boolean noCompensation, @ForAll boolean closed) {
        ScoreRules rules = new ScoreRules(Score.COVERAGE_MIN, noCompensation, closed);
        Score score = Score.of(items, rules);
        if (score.unrated() != null) {
            assertThat(score.unrated()).isBetween(score.low(), score.high());
        }
        assertThat(score.low()).isLessThanOrEqualTo(score.high());
        List<Score.Part> reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        Score again = Score.of(reversed, rules);
        assertThat(printed(again.value())).isEqualTo(printed(score.value()));
        assertThat(printed(again.low())).isEqualTo(printed(score.low()));
        assertThat(printed(again.high())).isEqualTo(printed(score.high()));
    }

    @Provide
    static Arbitrary<List<Score.Part>> items() {
        Arbitrary<BigDecimal> weights = Arbitraries.bigDecimals().between(new BigDecimal("0.01"), Decimals.HUNDRED);
        Arbitrary<BigDecimal> caps = Arbitraries.of(BigDecimal.valueOf(100), BigDecimal.valueOf(120));
        Arbitrary<BigDecimal> shares = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.ONE)
                .injectNull(0.3);
        Arbitrary<MissingDecision> decisions =
                Arbitraries.of(MissingDecision.class).injectNull(0.3);
        return Combinators.combine(weights, shares, caps, decisions)
                .as((w, share, cap, d) -> new Score.Part(w, share == null ? null : share.multiply(cap), cap, d))
                .list()
                .ofMinSize(1)
                .ofMaxSize(7);
    }

    @Test
    void w06_compensatedItem_keepsItsOwnStatus() {
        assertThat(StatusLimits.USUAL.of(Optional.of(BigDecimal.valueOf(80)))).isEqualTo(Status.AMBER);
    }

    @Test
    void noItems_isNoPlan_notZero() {
        assertThat(Score.of(List.of())).isEqualTo(Score.NO_PLAN);
        assertThat(Score.NO_PLAN.points()).isEmpty();
        assertThat(Score.NO_PLAN.status()).isEqualTo(Status.GREY);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "B01, 99.95,     GREEN",
        "B02, 99.94,     AMBER",
        "B02b, 99.9499999, AMBER",
        "B03, 69.95,     AMBER",
        "B04, 69.94,     RED",
        "B06, 100.0000,  GREEN",
        "zero, 0,        RED"
    })
    void status_isThatOfThePrintedNumber(String id, String points, Status expected) {
        assertThat(StatusLimits.USUAL.of(Optional.of(new BigDecimal(points))))
                .as(id)
                .isEqualTo(expected);
    }

    @Test
    void b05_noValue_isGrey() {
        assertThat(StatusLimits.USUAL.of(Optional.empty())).isEqualTo(Status.GREY);
    }

    @Test
    void signs_doubleTheColour_eachItsOwn() {
        assertThat(Arrays.stream(Status.values()).map(Status::sign)).containsExactly("●", "▲", "■", "○");
    }

    @Test
    void limitsAreThoseOfTheRules_forItemsAndForTheScore() {
        StatusLimits limits = new StatusLimits(BigDecimal.valueOf(95), new BigDecimal("80.5"));
        Score score = Score.of(
                List.of(new Score.Part(BigDecimal.valueOf(100), new BigDecimal("94.95"), BigDecimal.valueOf(120))),
                ScoreRules.DEFAULT.with(limits));
        assertThat(score.status()).isEqualTo(Status.GREEN).isNotEqualTo(StatusLimits.USUAL.of(score.points()));
        assertThat(limits.of(Optional.of(new BigDecimal("80.44")))).isEqualTo(Status.RED);
        assertThat(limits.legend(Messages.EN)).isEqualTo("● ≥ 95 · ▲ 80.5–94.9 · ■ < 80.5 · ○ no value");
        assertThat(StatusLimits.USUAL.legend(Messages.RU)).isEqualTo("● ≥ 100 · ▲ 70–99,9 · ■ < 70 · ○ нет значения");
        assertThatThrownBy(() -> new StatusLimits(BigDecimal.TEN, BigDecimal.TEN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
