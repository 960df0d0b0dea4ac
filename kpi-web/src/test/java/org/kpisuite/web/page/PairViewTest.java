package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
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
