package org.kpisuite.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.leadlag.LagSeries;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.PairSide;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/** What has no value has its reason in the notes. */
class PairAnalysisViewTest {
    private static PairSide side(String code, double... values) {
        TreeMap<Period, BigDecimal> series = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            series.put(Period.parse("2024-01").plus(i), BigDecimal.valueOf(values[i]));
        }
        LocalizedText name = new LocalizedText(code, code);
        return new PairSide(new LagSeries(code, name, UnitKind.COUNT, series), Direction.UP, null, 0, null);
    }

    private static PairAnalysisView view(int lagMax, double[] x, double... y) {
        Pair pair = new Pair("P", "X", "Y", Granularity.MONTH, 1, 0, lagMax, false);
        return PairAnalysisView.of(PairReading.of(pair, side("X", x), side("Y", y), Comparisons.STANDARD));
    }

    @Test
    void tooFewPeriods_haveNoNumber_andSayWhy() {
        double[] x = {410, 455, 470, 520, 540, 610, 640, 700};
        PairAnalysisView view = view(6, x, 5.1, 5.3, 5.9, 6.0, 6.6, 6.8, 7.6, 7.9);

        assertThat(view.verdict()).isEqualTo("INSUFFICIENT");
        assertThat(view.n()).isEqualTo(7);
        assertThat(view.r()).isNull();
        assertThat(view.p()).isNull();
        assertThat(view.lag()).isNull();
        assertThat(view.ccf()).isEmpty();
        assertThat(view.notes()).contains("TOO_FEW_PERIODS", "FORECAST_NOT_CONFIRMED");
    }

    @Test
    void lagsThatWereNotTried_andSignalsThatAreNotTold_areInTheNotes() {
        double[] x = {10, 12, 11, 14, 10, 13, 12, 15, 11, 14, 10, 12, 13, 11, 15, 12};
        double[] y = {5, 5, 7, 4, 6, 5, 8, 5, 6, 7, 4, 6, 5, 7, 6, 5};
        Pair pair = new Pair("P", "X", "Y", Granularity.MONTH, -1, 5, 6, false);
        PairAnalysisView view =
                PairAnalysisView.of(PairReading.of(pair, side("X", x), side("Y", y), Comparisons.STANDARD));

        assertThat(view.maxLag()).isEqualTo(3);
        assertThat(view.notes()).contains("LAG_NOT_TRIED", "NO_SIGNALS_AGAINST_DIRECTION");
        assertThat(view(0, x, y).notes()).doesNotContain("LAG_NOT_TRIED", "NO_SIGNALS_AGAINST_DIRECTION");
    }

    @Test
    void lagsThatAreNotThere_sayWhy() {
        double[] x = {10, 12, 11, 14, 10, 13, 12, 15, 11, 14, 10, 12, 13, 11, 15, 12};
        PairAnalysisView view = view(0, x, 5, 5, 7, 4, 6, 5, 8, 5, 6, 7, 4, 6, 5, 7, 6, 5);

        assertThat(view.reverse()).isNull();
        assertThat(view.firstSignificantLag() == null).isEqualTo(view.notes().contains("NO_SIGNIFICANT_LAG"));
        assertThat(view.notes()).contains("NO_REVERSE_SIDE").doesNotContain("TOO_FEW_PERIODS");
    }
}
