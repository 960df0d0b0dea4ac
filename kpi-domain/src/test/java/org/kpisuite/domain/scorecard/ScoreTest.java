package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.quantity.Decimals;

/** Status and weighted score by domain specification §5.3 to §5.5, cases B01 to B05 and W01 to W06. */
class ScoreTest {
    private static final String A18 = "66.6666666666666666666666666666666667";

    private static Score score(String items) {
        List<Score.Part> parts =
                Arrays.stream(items.split(" ", -1)).map(ScoreTest::part).toList();
        return Score.of(parts);
    }

    private static Score.Part part(String item) {
        int colon = item.indexOf(':');
        String achievement = item.substring(colon + 1);
        return new Score.Part(
                new BigDecimal(item.substring(0, colon)),
                achievement.equals("null") ? null : new BigDecimal(achievement.replace("A18", A18)),
                BigDecimal.valueOf(120));
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

    @Test
    void w06_compensatedItem_keepsItsOwnStatus() {
        assertThat(Status.of(Optional.of(BigDecimal.valueOf(80)))).isEqualTo(Status.AMBER);
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
        assertThat(Status.of(Optional.of(new BigDecimal(points)))).as(id).isEqualTo(expected);
    }

    @Test
    void b05_noValue_isGrey() {
        assertThat(Status.of(Optional.empty())).isEqualTo(Status.GREY);
    }

    @Test
    void signs_doubleTheColour_eachItsOwn() {
        assertThat(Arrays.stream(Status.values()).map(Status::sign)).containsExactly("●", "▲", "■", "○");
    }
}
