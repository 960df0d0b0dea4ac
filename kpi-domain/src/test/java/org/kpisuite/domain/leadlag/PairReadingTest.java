package org.kpisuite.domain.leadlag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/** Signals of a pair as its periods go by. */
class PairReadingTest {
    private static PairSide side(String code, Direction direction, String first, double... values) {
        TreeMap<Period, BigDecimal> series = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                series.put(Period.parse(first).plus(i), BigDecimal.valueOf(values[i]));
            }
        }
        LagSeries known = new LagSeries(code, new LocalizedText(code, code), UnitKind.COUNT, series);
        return new PairSide(known, direction, null, 0, null);
    }

    private static PairReading reading(int sign, boolean seasonal, PairSide x, PairSide y) {
        Pair pair = new Pair("P", x.series().code(), y.series().code(), Granularity.MONTH, sign, 2, 6, seasonal);
        return PairReading.of(pair, x, y, Comparisons.STANDARD);
    }

    private static PairReading rising(double... y) {
        return reading(
                1,
                false,
                side("Leads", Direction.UP, "2026-01", 1000, 1000, 1500, 1500, 1500, 1500),
                side("Revenue", Direction.UP, "2026-01", y));
    }

    private static List<String> told(List<Signal> signals) {
        return signals.stream()
                .map(s -> s.period() + "→" + s.due() + " " + s.kind() + " " + s.severity())
                .toList();
    }

    @Test
    void promise_becomesAnAlert_whenTheLagHasRunOut() {
        assertThat(told(rising(500, 500, 500, 500).signalsNow())).containsExactly("2026-03→2026-05 NOT_YET INFO");
        assertThat(told(rising(500, 500, 500, 500, 510).signalsNow()))
                .containsExactly("2026-03→2026-05 DIVERGENCE ALERT");
        assertThat(rising(500, 500, 500, 500, 740).signalsNow()).isEmpty();
    }

    /** Once another period is known, the alert is history: it stays among the signals, and speaks no more. */
    @Test
    void alert_isHistory_afterTheNextPeriod() {
        PairReading later = rising(500, 500, 500, 500, 510, 515);
        assertThat(later.signalsNow()).isEmpty();
        assertThat(told(later.signals())).contains("2026-03→2026-05 DIVERGENCE ALERT");
    }

    @Test
    void warning_endsWithItsLag() {
        PairSide x = side("Leads", Direction.UP, "2026-01", 1500, 1500, 1000);
        assertThat(told(reading(1, false, x, side("Revenue", Direction.UP, "2026-01", 500, 500, 500))
                        .signalsNow()))
                .containsExactly("2026-03→2026-05 EARLY_WARNING WATCH");
        PairSide fallen = side("Revenue", Direction.UP, "2026-01", 500, 500, 500, 500, 300);
        assertThat(told(reading(1, false, x, fallen).signals())).noneMatch(t -> t.contains("EARLY_WARNING"));
    }

    @Test
    void periodThatNeverCame_isNoPromise() {
        assertThat(rising(500, 500, 500, 500, Double.NaN, 510).signals()).isEmpty();
    }

    @Test
    void seasonalPair_isComparedWithTheYearBefore() {
        double[] x = {1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1600};
        double[] y = {500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500};
        PairReading seasonal = reading(
                1, true, side("Leads", Direction.UP, "2025-01", x), side("Revenue", Direction.UP, "2025-01", y));
        assertThat(told(seasonal.signalsNow())).containsExactly("2026-02→2026-04 NOT_YET INFO");
        assertThat(seasonal.latestChange().orElseThrow()).isEqualByComparingTo("0.6");
    }

    /** A sign that goes against what both directions call good has no promise to keep or break. */
    @Test
    void contradictorySign_hasNoSignals() {
        PairSide x = side("Leads", Direction.UP, "2026-01", 1000, 1000, 1500);
        PairSide y = side("Revenue", Direction.UP, "2026-01", 500, 500, 500, 500, 400);
        assertThat(reading(-1, false, x, y).signals()).isEmpty();
        PairSide cost = side("CAC", Direction.DOWN, "2026-01", 500, 500, 500, 500, 600);
        assertThat(told(reading(-1, false, x, cost).signalsNow())).containsExactly("2026-03→2026-05 OPPOSITE ALERT");
    }

    @Test
    void sentence_namesPeriodsAndNumbers_inBothLanguages() {
        SignalText text = rising(500, 500, 500, 500, 510).signalTexts().get(0);
        assertThat(text.in(Messages.EN))
                .startsWith("Leads: +50.0% in 2026-03, but Revenue, 2 months later, only +2.0% (elasticity 0.05;");
        assertThat(text.in(Messages.RU))
                .contains("через 2 месяца — только +2,0")
                .contains("эластичность 0,05");
    }

    @ParameterizedTest
    @CsvSource({"WEEK, MONTH, 6, 2", "WEEK, QUARTER, 6, 1", "MONTH, WEEK, 2, 9", "WEEK, WEEK, 6, 6", "MONTH, DAY, 1, 12"
    })
    void lagsOfOtherPeriods_areRoundedUp_andNeverBeyondTwelve(Granularity from, Granularity to, int lag, int expected) {
        Pair pair = new Pair("P", "X", "Y", from, 1, lag, 12, true).by(to);
        assertThat(pair.expectedLag()).isEqualTo(expected);
        assertThat(pair.maxPlausibleLag()).isBetween(pair.expectedLag(), Pair.LAG_MAX);
        assertThat(pair.granularity()).isEqualTo(to);
    }

    @Test
    void falseDiscoveryRates_areThoseOfBenjaminiAndHochberg() {
        List<BigDecimal> q = Discovery.rates(
                List.of(new BigDecimal("0.01"), new BigDecimal("0.02"), new BigDecimal("0.03"), new BigDecimal("0.5")),
                4);
        assertThat(q)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        new BigDecimal("0.04"), new BigDecimal("0.04"), new BigDecimal("0.04"), new BigDecimal("0.5"));
    }

    @Test
    void proposal_isWhatAPersonDeclares() {
        @Nullable
        Pair pair = PairProposal.parse("LEADS REVENUE -1 6", Granularity.WEEK).orElse(null);
        assertThat(pair).isEqualTo(new Pair("LEADS_REVENUE", "LEADS", "REVENUE", Granularity.WEEK, -1, 6, 12, true));
        assertThat(PairProposal.parse("LEADS REVENUE 2 6", Granularity.WEEK)).isEmpty();
        assertThat(PairProposal.parse(null, Granularity.WEEK)).isEmpty();
    }
}
