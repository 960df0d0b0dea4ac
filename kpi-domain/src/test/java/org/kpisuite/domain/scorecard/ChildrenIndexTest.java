package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.quantity.Decimals;

/** The roll-up of departments by domain specification §5.7, cases U01 to U03. */
class ChildrenIndexTest {
    private static ChildrenIndex.Child child(String unit, int weight, @Nullable String points) {
        BigDecimal value = points == null ? null : new BigDecimal(points);
        return new ChildrenIndex.Child(
                unit, BigDecimal.valueOf(weight), new Score(value, Decimals.HUNDRED, value, value));
    }

    @Test
    void u01_parentsIndicator_isRecomputed_andScoredAgainstItsOwnTarget() {
        BigDecimal cac = Decimals.divide(BigDecimal.valueOf(1000 + 9000), BigDecimal.valueOf(10 + 30));
        AchievementScale parent = AchievementScale.ofTarget(
                Direction.DOWN,
                BigDecimal.valueOf(300),
                BigDecimal.valueOf(240),
                BigDecimal.valueOf(200),
                BigDecimal.ZERO,
                BigDecimal.valueOf(120));

        assertThat(cac).isEqualByComparingTo("250.00");
        assertThat(Decimals.round(parent.of(Optional.of(cac)).orElseThrow(), 4)).isEqualByComparingTo("83.3333");
        BigDecimal a = parent.of(Optional.of(BigDecimal.valueOf(100))).orElseThrow();
        BigDecimal b = parent.of(Optional.of(BigDecimal.valueOf(300))).orElseThrow();
        assertThat(a.add(b))
                .as("twice the mean of the children's, which it must not be")
                .isEqualByComparingTo("120");
    }

    @Test
    void u02_index_isWeighted() {
        ChildrenIndex index = ChildrenIndex.of(
                        List.of(child("A", 60, "63.33333333333333333333333333333333"), child("B", 40, "80")),
                        StatusLimits.USUAL)
                .orElseThrow();
        assertThat(Decimals.round(index.value(), 4)).isEqualByComparingTo("70.0000");
        assertThat(index.value()).isNotEqualByComparingTo("71.6667");
        assertThat(index.coverage()).isEqualByComparingTo("100");
        assertThat(index.unrated()).isEmpty();
        assertThat(index.status()).isEqualTo(Status.AMBER);
    }

    @Test
    void u03_childNotRated_isLeftOut_withAMark() {
        ChildrenIndex index = ChildrenIndex.of(
                        List.of(child("A", 60, "63.3333"), child("B", 40, null)), StatusLimits.USUAL)
                .orElseThrow();
        assertThat(index.value()).isEqualByComparingTo("63.3333");
        assertThat(index.coverage()).isEqualByComparingTo("60");
        assertThat(index.unrated()).containsExactly("B");
    }

    @Test
    void noChildRated_hasNoIndex_notZero() {
        ChildrenIndex index = ChildrenIndex.of(List.of(child("A", 60, null), child("B", 40, null)), StatusLimits.USUAL)
                .orElseThrow();
        assertThat(index.value()).isNull();
        assertThat(index.coverage()).isEqualByComparingTo("0");
        assertThat(index.status()).isEqualTo(Status.GREY);
    }

    @Test
    void planWithoutChildren_hasNone() {
        assertThat(ChildrenIndex.of(List.of(), StatusLimits.USUAL)).isEmpty();
    }
}
