package org.kpisuite.domain.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankCorrelationTest {
    private static List<BigDecimal> series(String values) {
        return Arrays.stream(values.split(" ", -1)).map(BigDecimal::new).toList();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1 2 3 4,   1 10 100 1000, 1.000000",
                "1 2 3 4,   -1 -2 -3 -400, -1.000000",
                "1 2 2 3,   1 3 2 4,       0.948683",
                "1 2 3 4 5, 2 1 4 3 5,     0.800000",
                "1 2 3,     5.0 5 5.00,    -"
            })
    void ranksCount_notSizes_equalValuesShareTheirRank(String a, String b, BigDecimal expected) {
        assertThat(RankCorrelation.of(series(a), series(b)).map(r -> Decimals.round(r, 6)))
                .isEqualTo(Optional.ofNullable(expected));
    }
}
