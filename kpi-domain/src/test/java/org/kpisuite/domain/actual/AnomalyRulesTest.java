package org.kpisuite.domain.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a value, a file or a total is said to be unusual (§8.2, §8.4), and how two sources differ (§8.6). */
class AnomalyRulesTest {
    private static List<BigDecimal> values(String text) {
        return Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
    }

    /** Median 100.5, MAD 1.5: the limit is 5 · 1.4826 · 1.5 = 11.1195 around the last value, 101. */
    @ParameterizedTest
    @CsvSource({"112.1195, false", "112.1196, true", "89.8805, false", "89.88, true", "101, false"})
    void value_isFar_beyondFiveScatters_fromTheLast(BigDecimal value, boolean far) {
        List<BigDecimal> earlier = values("5000 102 98 101 99 103 97 100 101");
        assertThat(Outlier.of(value, earlier).isPresent()).isEqualTo(far);
    }

    @Test
    void fewerThanEightPeriods_sayNothing() {
        assertThat(Outlier.of(new BigDecimal("9999"), values("100 101 99 100 101 99 100")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"15, false", "15.1, true", "5, false", "4.9, true"})
    void whereMostAreEqual_halfOfTheLastIsTheLimit(BigDecimal value, boolean far) {
        assertThat(Outlier.of(value, values("10 10 10 10 10 10 11 10")).isPresent())
                .isEqualTo(far);
    }

    @Test
    void whereMostAreZero_nothingIsSaid() {
        assertThat(Outlier.of(new BigDecimal("7"), values("0 0 0 0 0 0 0 3"))).isEmpty();
    }

    @Test
    void limit_isPrintedBesideTheLastValue() {
        assertThat(Outlier.of(new BigDecimal("120"), values("102 98 101 99 103 97 100 101")))
                .hasToString("Optional[101 ± 11.12]");
    }

    @Test
    void file_isThin_belowHalfOfTheMedianOfThreeOrMore() {
        assertThat(FeedSize.of(List.of(10L, 10L))).isEmpty();
        FeedSize size = FeedSize.of(List.of(10L, 4L, 100L, 11L)).orElseThrow();
        assertThat(size.usual()).isEqualByComparingTo("10.5");
        assertThat(size.isThin(5)).isTrue();
        assertThat(size.isThin(6)).isFalse();
        assertThat(FeedSize.of(List.of(10L, 10L, 10L)).orElseThrow().isThin(5)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 995, false",
        "1000, 994.99, true",
        "1000, 1005.01, true",
        "-1000, -995, false",
        "0, 1, true",
        "0, 0, false"
    })
    void partsMayDifferByHalfAPercent(BigDecimal total, BigDecimal sum, boolean mismatch) {
        assertThat(new Parts(total, sum).mismatch()).isEqualTo(mismatch);
    }

    @ParameterizedTest
    @CsvSource({"225, 200, +12.5%", "150, 200, -25.0%", "3, 0, 3", "-50, -100, +50.0%"})
    void alternative_differsByAShareOfTheOneThatCounts(BigDecimal value, BigDecimal first, String printed) {
        assertThat(new Alternative(value, first).printed()).isEqualTo(printed);
    }
}
