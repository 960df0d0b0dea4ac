package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.plan.SamplePlan.approved;
import static org.kpisuite.domain.plan.SamplePlan.item;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
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
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/** A quarter's forecast by the worked example of domain specification §6.5: closed month, two months of the model. */
class ModelForecastTest {
    private static final String TODAY = "2026-10-31";
    private static final Period Q4 = Period.parse("2026-Q4");
    private static final int[] LEADS = {
        456, 498, 413, 417, 391, 402, 335, 348, 362, 441, 463, 497, 420, 556, 446, 514, 499, 454, 423, 395, 417, 416,
        502, 407, 411, 373, 413, 324, 314, 325, 275, 312, 322, 367, 416, 374, 343
    };
    private static final int[] REVENUE = {
        5000, 4911, 5961, 6690, 5636, 5481, 5003, 4936, 4289, 4382, 5103, 5702, 5807, 6287, 5285, 6302, 5418, 6283,
        5698, 5798, 5420, 5222, 5724, 5954, 7251, 6340, 6388, 6095, 6184, 5617, 5256, 5005, 5044, 5484, 5233, 6422, 6886
    };

    private static PairSide side(String code, UnitKind unit, int[] values) {
        TreeMap<Period, BigDecimal> series = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            series.put(Period.parse("2023-10").plus(i), BigDecimal.valueOf(values[i]));
        }
        LagSeries known = new LagSeries(code, new LocalizedText(code, code), unit, series);
        return new PairSide(known, Direction.UP, unit == UnitKind.MONEY ? "RUB" : null, 0, null);
    }

    private static PairReading reading(int[] leads, int maxLag) {
        Pair pair = new Pair("P", "LEADS", "REVENUE", Granularity.MONTH, 1, 2, maxLag, false);
        return PairReading.of(
                pair,
                side("LEADS", UnitKind.COUNT, leads),
                side("REVENUE", UnitKind.MONEY, REVENUE),
                Comparisons.STANDARD);
    }

    private static ScorecardItem revenue(Optional<PairReading> pair, Plan... plans) {
        SampleFacts facts = new SampleFacts();
        for (int i = 0; i < REVENUE.length; i++) {
            facts.row("REVENUE", Period.parse("2023-10").plus(i), String.valueOf(REVENUE[i]));
        }
        Grounds grounds = facts.grounds("MARKETING", plans).with(pair.stream().toList());
        return SampleFacts.scorecard(grounds, Q4, TODAY).items().stream()
                .filter(i -> i.key().equals("REVENUE"))
                .findFirst()
                .orElseThrow();
    }

    private static String forecast(ScorecardItem item) {
        return item.forecast().usable().orElseThrow().setScale(2, RoundingMode.HALF_UP) + " "
                + item.forecastMethod().orElseThrow().letter();
    }

    @Test
    void quarter_isClosedMonths_andTheModel() {
        ScorecardItem item = revenue(Optional.of(reading(LEADS, 6)));
        assertThat(forecast(item)).isEqualTo("19416.58 s");
        assertThat(item.notes()).contains(ScorecardItem.Note.MODEL_FORECAST);
    }

    @Test
    void withoutAConfirmedPair_itIsTheRunRate() {
        assertThat(forecast(revenue(Optional.empty()))).isEqualTo("20435.87 r");
        PairReading unconfirmed = reading(new int[] {1, 2, 3}, 6);
        assertThat(forecast(revenue(Optional.of(unconfirmed)))).isEqualTo("20435.87 r");
    }

    /** Where the model ends before the quarter, the phased plan stands for the rest; without a plan there is no such sum. */
    @Test
    void afterTheModel_thePhasedPlanStands() {
        int[] leads = LEADS.clone();
        leads[36] = 700;
        PairReading pair = reading(leads, 6);
        assertThat(pair.forecast().points()).hasSize(1);
        BigDecimal november = pair.forecast().points().get(0).value();
        Plan plan = approved(Q4, item("REVENUE", "100", "target=18400"));
        BigDecimal expected = november.add(BigDecimal.valueOf(6886)).add(BigDecimal.valueOf(18400L * 31 / 92));
        assertThat(forecast(revenue(Optional.of(pair), plan)))
                .isEqualTo(expected.setScale(2, RoundingMode.HALF_UP) + " s");
        assertThat(forecast(revenue(Optional.of(pair)))).isEqualTo("20435.87 r");
    }
}
