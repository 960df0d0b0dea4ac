package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.leadlag.LagSeries;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.PairSide;
import org.kpisuite.domain.leadlag.Verdict;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/** The words beside a verdict say what was found, and not more. */
class PairViewTest {
    private static PairSide side(String code, Granularity granularity, double... values) {
        TreeMap<Period, BigDecimal> series = new TreeMap<>();
        Period first = Period.of(granularity, LocalDate.of(2010, 1, 4));
        for (int i = 0; i < values.length; i++) {
            series.put(first.plus(i), BigDecimal.valueOf(values[i]));
        }
        LocalizedText name = new LocalizedText(code, code);
        return new PairSide(new LagSeries(code, name, UnitKind.COUNT, series), Direction.UP, null, 0, null);
    }

    /** A walk, and one that does the opposite two periods later. */
    private static PairReading opposite(Granularity granularity, int periods) {
        Random random = new Random(5);
        double[] x = new double[periods];
        double[] y = new double[periods];
        double[] steps = random.doubles(periods).map(v -> (v - 0.5) * 0.2).toArray();
        x[0] = 1000;
        y[0] = 1000;
        for (int t = 1; t < periods; t++) {
            x[t] = x[t - 1] * Math.exp(steps[t]);
            y[t] = y[t - 1] * Math.exp((random.nextDouble() - 0.5) * 0.1 - (t < 2 ? 0 : steps[t - 2]));
        }
        Pair pair = new Pair("P", "X", "Y", granularity, 1, 2, 6, false);
        return PairReading.of(pair, side("X", granularity, x), side("Y", granularity, y), Comparisons.STANDARD);
    }

    private static PairView view(PairReading reading, Locale locale) {
        return new PairView(reading, new Reader(locale, ZoneId.of("Europe/Moscow")));
    }

    @Test
    void clearLinkOfTheOtherSign_isNotToldToBeChance() {
        PairReading reading = opposite(Granularity.MONTH, 61);

        assertThat(reading.analysis().verdict()).isEqualTo(Verdict.NOT_FOUND);
        assertThat(view(reading, Messages.EN).getPlain())
                .contains("with the other sign than was declared")
                .doesNotContain("chance");
        assertThat(view(reading, Messages.RU).getPlain())
                .contains("не с тем знаком")
                .doesNotContain("случай");
    }

    /** Steps of one that come back in the other, spread over two to four months. */
    private static PairReading spread() {
        Random random = new Random(11);
        double[] steps = random.doubles(60).map(v -> (v - 0.5) * 0.2).toArray();
        double[] x = new double[46];
        double[] y = new double[46];
        x[0] = 1000;
        y[0] = 1000;
        for (int t = 1; t < x.length; t++) {
            x[t] = x[t - 1] * Math.exp(steps[t - 1]);
            double answer = 0;
            for (int lag = 2; lag <= 4 && t > lag; lag++) {
                answer += (lag == 3 ? 1 : 0.7) * steps[t - 1 - lag];
            }
            y[t] = y[t - 1] * Math.exp(answer);
        }
        Pair pair = new Pair("P", "X", "Y", Granularity.MONTH, 1, 2, 8, false);
        return PairReading.of(
                pair, side("X", Granularity.MONTH, x), side("Y", Granularity.MONTH, y), Comparisons.STANDARD);
    }

    @Test
    void spreadResponse_isToldByItsFirstLag_andItsRange_notByAPeak() {
        PairReading reading = spread();
        PairView view = view(reading, Messages.EN);

        assertThat(reading.analysis().verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(view.getHeadline()).isEqualTo("X → Y: ahead by 2–4 months, first seen after 2 months");
        assertThat(view.getPlain()).contains("2–4 months later").contains("in 2013-12…2014-02");
        assertThat(view.getFacts()).contains(new PairView.Fact("Lag", "2–4 months"));
        assertThat(view(reading, Messages.RU).getHeadline())
                .isEqualTo("X → Y: опережение на 2–4 месяца, впервые видно через 2 месяца");
    }

    /** A walk, and one that does the opposite at once: on so few months weak at most. */
    @Test
    void weakLinkOfTheSameMonth_isToldToBeNoLead_andNotToGoTogether() {
        Random random = new Random(6);
        double[] x = random.doubles(19).map(v -> 1000 + 500 * v).toArray();
        double[] y = Arrays.stream(x).map(v -> 1e6 / v).toArray();
        Pair pair = new Pair("P", "X", "Y", Granularity.MONTH, -1, 2, 4, false);
        PairReading reading = PairReading.of(
                pair, side("X", Granularity.MONTH, x), side("Y", Granularity.MONTH, y), Comparisons.STANDARD);
        PairView view = view(reading, Messages.EN);

        assertThat(reading.analysis().verdict()).isEqualTo(Verdict.WEAK);
        assertThat(view.getVerdict()).isEqualTo("Possible link in the same period; evidence is weak.");
        assertThat(view.getHeadline()).contains("in the same period").doesNotContain("lead");
        assertThat(view.getPlain())
                .contains("in the same period")
                .contains("no early warning")
                .doesNotContain("together");
        assertThat(view(reading, Messages.RU).getHeadline()).doesNotContain("опереж");
        assertThat(view(reading, Messages.RU).getPlain()).contains("раннего предупреждения это и не дало бы");
    }

    private static PairReading ofFew(int sign, int lag) {
        Random random = new Random(4);
        double[] x = random.doubles(19).map(v -> 100 + v).toArray();
        double[] y = random.doubles(19).map(v -> 100 + v).toArray();
        Pair pair = new Pair("P", "X", "Y", Granularity.MONTH, sign, lag, 8, false);
        return PairReading.of(
                pair, side("X", Granularity.MONTH, x), side("Y", Granularity.MONTH, y), Comparisons.STANDARD);
    }

    @Test
    void declaredLagThatWasNotTried_isNotToldToBeNothing() {
        PairReading reading = ofFew(1, 7);

        assertThat(reading.analysis().verdict()).isEqualTo(Verdict.NOT_FOUND);
        assertThat(view(reading, Messages.EN).getHeadline())
                .isEqualTo("X → Y: 18 periods are too few for the declared lag");
        assertThat(view(reading, Messages.EN).getPlain())
                .startsWith("The declared lag of 7 was not tried: 18 periods allow lags 0 to 4 only.");
        assertThat(view(reading, Messages.EN).getFacts()).contains(new PairView.Fact("Lags tried", "0–4 months"));
        assertThat(view(reading, Messages.RU).getPlain()).startsWith("Заданный лаг 7 не проверен");
        assertThat(view(ofFew(1, 2), Messages.EN).getPlain()).startsWith("On 18 periods chance alone");
    }

    @Test
    void pairOfAUnitThatKnowsOneSideOnly_doesNotSpeakOfWhatIsDrawn() {
        Pair pair = new Pair("P", "X", "Y", Granularity.MONTH, 1, 2, 6, false);
        PairReading reading = PairReading.of(
                pair, side("X", Granularity.MONTH, 1, 2, 3), side("Y", Granularity.MONTH), Comparisons.STANDARD);

        assertThat(view(reading, Messages.EN).isDrawn()).isFalse();
        assertThat(view(reading, Messages.EN).getPlain()).startsWith("In this unit there is nothing to hold side by");
        assertThat(view(reading, Messages.RU).getPlain()).startsWith("В этом подразделении сравнивать нечего");
    }

    @Test
    void pairWithoutSignals_saysWhy() {
        assertThat(view(ofFew(-1, 2), Messages.EN).getQuiet()).startsWith("Signals are not told of this pair");
        assertThat(view(ofFew(1, 2), Messages.EN).getQuiet()).startsWith("No signal.");
    }

    @Test
    void quarters_sayThatTheyTakeSixYears() {
        assertThat(view(opposite(Granularity.QUARTER, 20), Messages.EN).getChange())
                .contains("24 of them are six years");
        assertThat(view(opposite(Granularity.QUARTER, 20), Messages.RU).getChange())
                .contains("шесть лет");
        assertThat(view(opposite(Granularity.MONTH, 20), Messages.EN).getChange())
                .doesNotContain("six years");
    }
}
