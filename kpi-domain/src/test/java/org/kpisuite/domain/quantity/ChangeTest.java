package org.kpisuite.domain.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.failure.Messages;

/** Variances by domain specification §2.4, cases P01 to P14. */
class ChangeTest {
    private static Optional<BigDecimal> number(@Nullable String text) {
        return Optional.ofNullable(text).map(BigDecimal::new);
    }

    private static Change change(@Nullable String reference, @Nullable String actual, UnitKind unit) {
        return Change.of(number(actual), number(reference), unit);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "P01, COUNT,   100,  150,  50,   50.0,    -",
                "P02, COUNT,   100,  110,  10,   10.0,    -",
                "P03, COUNT,   110,  100,  -10,  -9.1,    -",
                "P04, COUNT,   100,  0,    -100, -100.0,  -",
                "P05, COUNT,   0,    100,  100,  -,       ZERO_BASE",
                "P06, COUNT,   0,    0,    0,    0.0,     -",
                "P07, MONEY,   -100, 50,   150,  -,       LOSS_TO_PROFIT",
                "P08, MONEY,   -100, -50,  50,   -,       LOSS_NARROWED",
                "P09, MONEY,   -100, -150, -50,  -,       LOSS_WIDENED",
                "P10, MONEY,   100,  -50,  -150, -,       PROFIT_TO_LOSS",
                "P11, COUNT,   50,   1100, 1050, 2100.0,  -",
                "P12, PERCENT, 0.04, 0.05, 0.01, 25.0,    -",
                "P13, MONEY,   100,  125,  25,   25.0,    -",
                "P14, POINTS,  -10,  20,   30,   -,       POINTS_ONLY",
                "no actual, COUNT, 100, -, -, -, NO_ACTUAL",
                "neither, COUNT, -, -, -, -, NO_ACTUAL",
                "no reference, COUNT, -, 100, -, -, NO_REF",
                "no reference of points, POINTS, -, 100, -, -, NO_REF",
                "zero base to a loss, MONEY, 0, -5, -5, -, ZERO_BASE",
                "loss to nothing, MONEY, -100, 0, 100, -, LOSS_TO_PROFIT"
            })
    void change_isThatOfTheFirstMatchingRow(
            String id,
            UnitKind unit,
            String reference,
            String actual,
            String absolute,
            String percent,
            Change.Reason reason) {
        Change change = change(reference, actual, unit);
        assertThat(change.absoluteValue().map(Decimals::plain)).as(id).isEqualTo(Optional.ofNullable(absolute));
        assertThat(change.relativeValue()
                        .map(r -> Decimals.round(r.movePointRight(2), 1).toPlainString()))
                .isEqualTo(Optional.ofNullable(percent));
        assertThat(change.why()).isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void p11_beyond999Percent_printsTheLimit_andKeepsTheFullValue() {
        Change change = change("50", "1100", UnitKind.COUNT);
        assertThat(change.relative()).isEqualByComparingTo("21");
        assertThat(NumberText.of(Messages.RU).relative(change.relative())).isEqualTo(">+999");
    }

    @Test
    void exactly999Percent_isStillPrinted() {
        Change change = change("100", "1099", UnitKind.COUNT);
        assertThat(NumberText.of(Messages.EN).relative(change.relative())).isEqualTo("+999.0");
    }

    @Test
    void unchangedLoss_isNeitherNarrowedNorWidened() {
        Change change = change("-100", "-100.00", UnitKind.MONEY);
        assertThat(change.absolute()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(change.why()).contains(Change.Reason.LOSS_UNCHANGED);
    }

    @Test
    void change_isComputedFromUnroundedValues() {
        Change change = change("1.049", "1.051", UnitKind.RATIO);
        assertThat(Decimals.round(change.absolute(), 1)).isEqualByComparingTo("0.0");
        assertThat(change.absolute()).isEqualByComparingTo("0.002");
    }
}
