package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.domain.scorecard.Explanation.Kind;
import org.kpisuite.domain.scorecard.Explanation.Step;
import org.kpisuite.domain.scorecard.ScorecardItem;

/** Steps of an explanation in the words and numbers of a reader. */
class ExplainStepsTest {
    private static final Period QUARTER = Period.parse("2026-Q4");

    private static Step step(Kind kind, String subject, String working, String value, Step... inputs) {
        return step(kind, subject, working, null, value, List.of(), inputs);
    }

    private static Step step(
            Kind kind,
            String subject,
            String working,
            String aggregation,
            String value,
            List<FactSlice> slices,
            Step... inputs) {
        return new Step(
                kind,
                subject,
                null,
                working,
                aggregation,
                new BigDecimal(value),
                QUARTER.days(),
                new Completeness(1, 1),
                null,
                slices,
                List.of(inputs));
    }

    private static ExplainStep printed(Step step, Locale locale) {
        Reader reader = new Reader(locale, ZoneId.of("Europe/Moscow"));
        ScorecardItem leads = ScorecardFixture.marketing().items().get(0);
        Explanation explanation = new Explanation(
                "MARKETING", QUARTER, Instant.EPOCH, leads.key(), leads.name(), List.of(step), List.of());
        ExplainFigures figures = new ExplainFigures(leads, Catalogue.shipped(), reader);
        return new ExplainSteps(leads, figures, Map.of(), reader)
                .of(explanation)
                .get(0);
    }

    @Test
    void planToDate_isTheArithmeticOfTheShareThatCounts() {
        Step phasing = step(Kind.PHASING, "WORKDAYS", "37 / 66", "0.5606060606");
        Step toDate = step(Kind.PLAN_TO_DATE, "", "1000 × 37 / 66", "560.6060606", phasing);
        ExplainStep english = printed(toDate, Messages.EN);
        assertThat(english.working()).endsWith(" × 37 / 66").doesNotContain("52 / 92");
        ExplainStep share = english.parts().get(0);
        assertThat(share.rule()).isEqualTo("by working days");
        assertThat(share.value()).isEqualTo("56.06%");
        assertThat(printed(toDate, Messages.RU).parts().get(0).rule()).isEqualTo("по рабочим дням");
    }

    @Test
    void wayOfAStock_beginsWhereItStood() {
        Step toDate = step(
                Kind.PLAN_TO_DATE,
                "",
                "",
                "700",
                step(Kind.OPENING, "", "", "400"),
                step(Kind.PHASING, "LINEAR_DAYS", "52 / 92", "0.5652"));
        assertThat(printed(toDate, Messages.EN).working()).startsWith("400 + (").endsWith(" − 400) × 52 / 92");
    }

    private static FactSlice month(String code, String value) {
        DayRange days = Period.parse(code).days();
        BigDecimal number = new BigDecimal(value);
        BigDecimal sum = number.multiply(BigDecimal.valueOf(days.days()));
        return new FactSlice(
                "MARKETING",
                "FOLLOWERS",
                "",
                "SOCIAL",
                Granularity.DAY,
                days,
                sum,
                number,
                number,
                days.endInclusive(),
                days.days());
    }

    @Test
    void daysOfAMean_areTheirMean_notTheirSum() {
        Step unit = step(Kind.UNIT, "MARKETING", "", null, "929.5", List.of(month("2026-10", "900")));
        Step measure = step(Kind.MEASURE, "FOLLOWERS", "", "AVG_T", "929.5", List.of(), unit);
        ExplainStep slice = printed(measure, Messages.EN).parts().get(0).parts().get(0);
        assertThat(slice.value()).startsWith("900").doesNotContain("27,900");
    }

    @Test
    void gate_showsWhatItIsDecidedBy() {
        Step gate = step(
                Kind.GATE,
                "PENDING",
                "",
                "120",
                step(Kind.MEASURE, "LEADS", "", "SUM", "1200", List.of()),
                step(Kind.STILL_OPEN, "", "", "500"));
        ExplainStep english = printed(gate, Messages.EN);
        assertThat(english.parts()).extracting(ExplainStep::label).containsExactly("Measure", "Still open");
        assertThat(english.parts().get(1).value()).isEqualTo("500");
        assertThat(printed(gate, Messages.RU).parts().get(1).label()).isEqualTo("Ещё открыто");
    }
}
