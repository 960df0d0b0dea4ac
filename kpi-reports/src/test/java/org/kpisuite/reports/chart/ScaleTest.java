package org.kpisuite.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    @ParameterizedTest
    @CsvSource({
        "100, 100",
        "101, 120",
        "-130, 150",
        "151, 200",
        "2.1, 2.4",
        "0.25, 0.3",
        "3.5, 4",
        "4.4, 5",
        "0.059, 0.06",
        "7, 8",
        "8.1, 10",
        "99999.99, 100000",
        "1E+3, 1000"
    })
    void fullLength_isTheLargestQuantity_roundedUp(BigDecimal largest, BigDecimal full) {
        assertThat(Scale.of(List.of(BigDecimal.ZERO, largest)).full()).isEqualByComparingTo(full);
    }

    @Test
    void nothingButZero_hasAScaleOfOne() {
        assertThat(Scale.of(List.of(BigDecimal.ZERO)).full()).isEqualByComparingTo("1");
        assertThat(Scale.of(List.of()).full()).isEqualByComparingTo("1");
    }

    @Test
    void share_keepsTheSign() {
        assertThat(new Scale(BigDecimal.valueOf(120)).share(BigDecimal.valueOf(-60)))
                .isEqualTo(-0.5f);
    }

    @Test
    void fullLength_isAboveZero() {
        assertThatThrownBy(() -> new Scale(BigDecimal.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
