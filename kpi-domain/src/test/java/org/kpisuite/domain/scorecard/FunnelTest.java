package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.quantity.LocalizedText;

/** What a cohort loses from stage to stage, against what it usually loses. */
class FunnelTest {
    private static Funnel.Stage stage(String name, String count, String conversion, String usual) {
        return new Funnel.Stage(
                name,
                new LocalizedText(name, name),
                new BigDecimal(count),
                Optional.ofNullable(conversion).map(BigDecimal::new),
                Optional.ofNullable(usual).map(BigDecimal::new));
    }

    private static Optional<String> bottleneck(Funnel.Stage... stages) {
        return new Funnel(List.of(stages)).bottleneck().map(Funnel.Stage::measure);
    }

    @Test
    void bottleneck_isTheLargestLossAgainstItsOwnMedian() {
        assertThat(bottleneck(
                        stage("LEADS", "900", null, null),
                        stage("QUALIFIED", "522", "0.58", "0.569"),
                        stage("MEETING", "238", "0.456", "0.542"),
                        stage("OFFER", "190", "0.75", "0.804"),
                        stage("WON", "150", "0.789", "0.781")))
                .contains("MEETING");
    }

    @Test
    void lossBelowTwoPoints_isNone_twoIsOne() {
        assertThat(bottleneck(stage("A", "1000", null, null), stage("B", "481", "0.481", "0.5")))
                .isEmpty();
        assertThat(bottleneck(stage("A", "1000", null, null), stage("B", "480", "0.48", "0.5")))
                .contains("B");
    }

    @Test
    void fewerThanAHundredThatCame_areNoBottleneck() {
        assertThat(bottleneck(stage("A", "99", null, null), stage("B", "10", "0.1010", "0.5")))
                .isEmpty();
        assertThat(bottleneck(stage("A", "100", null, null), stage("B", "10", "0.1", "0.5")))
                .contains("B");
    }

    @Test
    void withoutAMedian_nothingIsUsual() {
        assertThat(bottleneck(stage("A", "1000", null, null), stage("B", "10", "0.01", null)))
                .isEmpty();
    }

    @Test
    void usual_isTheMedian_ofFourAtLeast() {
        assertThat(usual("0.5", "0.6", "0.4")).isEmpty();
        assertThat(usual("0.5", "0.6", "0.4", "0.9").orElseThrow()).isEqualByComparingTo("0.55");
        assertThat(usual("0.5", "0.6", "0.4", "0.9", "0.1").orElseThrow()).isEqualByComparingTo("0.5");
    }

    private static Optional<BigDecimal> usual(String... conversions) {
        return Funnel.usual(Arrays.stream(conversions).map(BigDecimal::new).toList());
    }

    @Test
    void stages_areCountedFromFacts_withTheConversionsOfEightPeriodsBefore() {
        SampleFacts facts = new SampleFacts();
        Period q4 = Period.parse("2026-Q4");
        String[] met = {"40", "50", "60", "50", "50", "55", "45", "50"};
        for (int i = 0; i < met.length; i++) {
            facts.row("FUNNEL_1", q4.plus(i - 8), "100").row("FUNNEL_2", q4.plus(i - 8), met[i]);
        }
        facts.row("FUNNEL_1", "2026-10", "200").row("FUNNEL_2", "2026-10", "60").row("FUNNEL_4", "2026-10", "1");
        Grounds grounds = facts.grounds("MARKETING");
        Scorecard card = SampleFacts.scorecard(grounds, "2026-Q4", "2026-10-31");
        Funnel funnel = Background.of(card, grounds).funnel().orElseThrow();
        assertThat(funnel.stages())
                .as("the third was not counted, so that the fourth follows nothing")
                .hasSize(2);
        Funnel.Stage second = funnel.stages().get(1);
        assertThat(second.count()).isEqualByComparingTo("60");
        assertThat(second.conversion().orElseThrow()).isEqualByComparingTo("0.3");
        assertThat(second.usual().orElseThrow()).isEqualByComparingTo("0.5");
        assertThat(second.delta().orElseThrow()).isEqualByComparingTo("-0.2");
        assertThat(funnel.bottleneck()).contains(second);
    }

    @Test
    void unitWithoutStages_hasNoFunnel() {
        Grounds grounds = new SampleFacts().row("LEADS", "2026-10", "200").grounds("MARKETING");
        Scorecard card = SampleFacts.scorecard(grounds, "2026-Q4", "2026-10-31");
        assertThat(Background.of(card, grounds).funnel()).isEmpty();
    }

    @Test
    void needs_nameEveryStage() {
        FactNeeds plain = FactNeeds.of(
                Definitions.always(SampleFacts.CATALOGUE),
                List.of(),
                Period.parse("2026-Q4"),
                LocalDate.of(2026, 11, 21));
        FactNeeds bare = new FactNeeds(Set.of(), plain.whole(), plain.byDay());
        assertThat(Background.needs(bare, SampleFacts.CATALOGUE).formulas().stream()
                        .flatMap(Set::stream)
                        .map(s -> s.measure())
                        .distinct())
                .hasSize(9);
    }
}
