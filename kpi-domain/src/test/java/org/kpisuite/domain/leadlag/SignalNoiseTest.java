package org.kpisuite.domain.leadlag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.quantity.UnitKind;

/** Which changes of a leading indicator are within its usual variation. Source: domain specification §6.7. */
class SignalNoiseTest {
    private static final Pair PAIR = new Pair("P", "X", "Y", Granularity.MONTH, 1, 1, 6, false);

    private static PairSide side(String code, UnitKind unit, double... values) {
        LagSeries series = SampleSeries.of(code, unit, Period.parse("2024-01"), values);
        return new PairSide(series, Direction.UP, null, 0, null);
    }

    /** What is told of the last period of the leading indicator, after which the lagging one grew by a tenth. */
    private static String told(UnitKind unit, double... x) {
        return told(side("X", unit, x), x.length);
    }

    private static String told(PairSide x, int length) {
        double[] y = new double[length + 1];
        Arrays.fill(y, 200);
        y[length] = 220;
        return told(x, side("Y", UnitKind.COUNT, y), length);
    }

    private static String told(PairSide x, PairSide y, int length) {
        return PairReading.of(PAIR, x, y, Comparisons.STANDARD).signals().stream()
                .filter(s -> s.due().equals(Period.parse("2024-01").plus(length)))
                .map(s -> s.kind() + " " + s.severity())
                .findFirst()
                .orElse("none");
    }

    /** V07 and V08, z = 1.00 and 3.16, and both sides of z = 2. */
    @ParameterizedTest
    @CsvSource({
        "V07, 10, 15, none",
        "V08, 100, 150, DIVERGENCE ALERT",
        "z = 1.93, 39, 58, none",
        "z = 2.00, 40, 60, DIVERGENCE ALERT"
    })
    void count_mustChangeByTwiceTheRootOfItsNumber(String id, int before, int now, String expected) {
        assertThat(told(UnitKind.COUNT, before, now)).as(id).isEqualTo(expected);
    }

    /** Half as many again: after eight changes of so many percent up and down, wilder ones before those. */
    @ParameterizedTest
    @CsvSource({"10, 8, DIVERGENCE ALERT", "30, 8, none", "10, 3, DIVERGENCE ALERT", "10, 2, none"})
    void amount_mustChangeMoreThanItsLastEightChangesVaried(int percent, int changes, String expected) {
        double[] x = new double[changes + 2];
        x[0] = 100;
        for (int t = 1; t <= changes; t++) {
            x[t] = t % 2 == 1 ? 100 + percent : 100;
        }
        x[changes + 1] = 1.5 * x[changes];

        assertThat(told(UnitKind.MONEY, x)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"8, DIVERGENCE ALERT", "1, none"})
    void wildChangesLongerAgo_doNotCount(int quiet, String expected) {
        double[] x = new double[10 + quiet];
        for (int t = 0; t < x.length; t++) {
            double size = t < 9 ? 300 : 100;
            x[t] = t % 2 == 1 ? size + (t < 9 ? 100 : 5) : 100;
        }
        x[x.length - 1] = 1.5 * x[x.length - 2];

        assertThat(told(UnitKind.MONEY, x)).isEqualTo(expected);
    }

    /** From 20 to 30 and from 30 to 50 of an NPS: beyond √(m² + m²) or not. Source: domain specification §6.8. */
    @ParameterizedTest
    @CsvSource({"5, DIVERGENCE ALERT", "7.07, DIVERGENCE ALERT", "7.08, none", "15, none"})
    void survey_mustChangeByMoreThanItsMargin(BigDecimal margin, String expected) {
        double[] x = {20, 20, 20, 20, 20, 30};
        LagSeries series = SampleSeries.of("X", UnitKind.POINTS, Period.parse("2024-01"), x);
        Map<Period, BigDecimal> margins =
                series.values().keySet().stream().collect(Collectors.toMap(p -> p, p -> margin));
        PairSide survey = new PairSide(series, Direction.UP, null, 0, null, margins);

        assertThat(told(survey, x.length)).isEqualTo(expected);
    }

    /** A fall of the lagging one by a tenth that chance makes is none: the promise is broken, not turned round. */
    @ParameterizedTest
    @CsvSource({"1, OPPOSITE ALERT", "20, DIVERGENCE ALERT"})
    void answerWithinItsMargin_isNoAnswer(BigDecimal margin, String expected) {
        double[] x = {100, 150};
        LagSeries y = SampleSeries.of("Y", UnitKind.POINTS, Period.parse("2024-01"), 60, 60, 54);
        Map<Period, BigDecimal> margins = y.values().keySet().stream().collect(Collectors.toMap(p -> p, p -> margin));
        PairSide survey = new PairSide(y, Direction.UP, null, 0, null, margins);

        assertThat(told(side("X", UnitKind.COUNT, x), survey, x.length)).isEqualTo(expected);
    }
}
