package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.plan.SamplePlan.approved;
import static org.kpisuite.domain.plan.SamplePlan.item;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.plan.MissingDecision;
import org.kpisuite.domain.quantity.Decimals;

/** How scores come from those before, worked out by hand. */
class ScoreBridgeTest {
    private static final BigDecimal CAP = BigDecimal.valueOf(120);

    /** {@code LEADS 40:50}: weight 40, achievement 50; {@code -} for none. */
    private static Map<String, ScoreBridge.Part> parts(String... items) {
        Map<String, ScoreBridge.Part> parts = new LinkedHashMap<>();
        for (String text : items) {
            String[] words = text.split("[ :]", -1);
            Optional<BigDecimal> achievement =
                    words[2].equals("-") ? Optional.empty() : Optional.of(new BigDecimal(words[2]));
            parts.put(words[0], new ScoreBridge.Part(new BigDecimal(words[1]), achievement));
        }
        return parts;
    }

    private static Score score(Map<String, ScoreBridge.Part> parts) {
        return Score.of(parts.values().stream()
                .map(p -> new Score.Part(p.weight(), p.achievement().orElse(null), CAP))
                .toList());
    }

    private static ScoreBridge bridge(Map<String, ScoreBridge.Part> before, Map<String, ScoreBridge.Part> now) {
        return ScoreBridge.between(score(before), before, score(now), now).orElseThrow();
    }

    private static String text(ScoreBridge bridge) {
        StringBuilder text = new StringBuilder(printed(bridge.before()));
        bridge.steps()
                .forEach(s -> text.append(" | ").append(s.key()).append(' ').append(printed(s.contribution())));
        return text.append(" | shifted ")
                .append(printed(bridge.shifted()))
                .append(" | ")
                .append(printed(bridge.after()))
                .toString();
    }

    private static String printed(BigDecimal points) {
        return Decimals.plain(Decimals.round(points, 4));
    }

    private static BigDecimal sum(ScoreBridge bridge) {
        return bridge.steps().stream()
                .map(ScoreBridge.Step::contribution)
                .reduce(bridge.before().add(bridge.shifted()), BigDecimal::add);
    }

    @Test
    void samePlan_allDelivered_isExplainedByAchievementsAlone() {
        ScoreBridge bridge =
                bridge(parts("LEADS 50:90", "CAC 30:80", "NPS 20:100"), parts("LEADS 50:70", "CAC 30:90", "NPS 20:95"));
        assertThat(text(bridge)).isEqualTo("89 | LEADS -10 | NPS -1 | CAC 3 | shifted 0 | 81");
        assertThat(bridge.isShifted()).isFalse();
    }

    @Test
    void missingItem_shiftsItsWeightToTheOthers_andAllAddsUpExactly() {
        ScoreBridge bridge =
                bridge(parts("LEADS 50:90", "CAC 30:80", "NPS 20:100"), parts("LEADS 50:70", "CAC 30:90", "NPS 20:-"));
        assertThat(text(bridge))
                .as("of 80 points of weight: 50/80 of -20, 30/80 of +10; 6200/80 = 77.5, so that -2.75 is left")
                .isEqualTo("89 | LEADS -12.5 | CAC 3.75 | shifted -2.75 | 77.5");
        assertThat(bridge.missing()).containsExactly("NPS");
        assertThat(bridge.isShifted()).isTrue();
    }

    @Test
    void thirds_addUpExactly_too() {
        ScoreBridge bridge = bridge(
                parts("A 10:33.333333", "B 60:66.666667", "C 30:91.7"), parts("A 10:11.1", "B 60:77.7", "C 30:-"));
        assertThat(sum(bridge)).isEqualByComparingTo(bridge.after());
    }

    @Test
    void changedPlan_contributesWhatBothHave_theRestIsShifted() {
        ScoreBridge bridge = bridge(parts("LEADS 60:100", "CAC 40:50"), parts("LEADS 50:90", "NPS 50:100"));
        assertThat(text(bridge))
                .as("80 before; half of -10; NPS is new and CAC gone: +20")
                .isEqualTo("80 | LEADS -5 | shifted 20 | 95");
        assertThat(bridge.fresh()).containsExactly("NPS");
        assertThat(bridge.replanned()).isTrue();
    }

    @Test
    void otherWeightsOfTheSameItems_areAChangedPlan() {
        ScoreBridge bridge = bridge(parts("LEADS 60:100", "CAC 40:50"), parts("LEADS 40:100", "CAC 60:50"));
        assertThat(text(bridge)).isEqualTo("80 | LEADS 0 | CAC 0 | shifted -10 | 70");
        assertThat(bridge.replanned()).isTrue();
    }

    @Test
    void firstPeriod_hasNoBridge() {
        Map<String, ScoreBridge.Part> now = parts("LEADS 100:90");
        assertThat(ScoreBridge.between(Score.NO_PLAN, Map.of(), score(now), now))
                .isEmpty();
    }

    @Test
    void scoreThatIsNotRated_hasNoBridge() {
        Map<String, ScoreBridge.Part> before = parts("LEADS 50:90", "CAC 50:80");
        Map<String, ScoreBridge.Part> now = parts("LEADS 50:90", "CAC 50:-");
        assertThat(ScoreBridge.between(score(before), before, score(now), now)).isEmpty();
    }

    @Property
    void anyTwoPeriods_addUpExactly(
            @ForAll @Size(5) List<@IntRange(max = 120) Integer> before,
            @ForAll @Size(5) List<@IntRange(max = 120) Integer> now,
            @ForAll @IntRange(max = 4) int missing) {
        Map<String, ScoreBridge.Part> then = new LinkedHashMap<>();
        Map<String, ScoreBridge.Part> later = new LinkedHashMap<>();
        for (int i = 0; i < 5; i++) {
            BigDecimal weight = BigDecimal.valueOf(10L + 5L * i);
            then.put("K" + i, new ScoreBridge.Part(weight, Optional.of(BigDecimal.valueOf(before.get(i)))));
            Optional<BigDecimal> a = i == missing ? Optional.empty() : Optional.of(BigDecimal.valueOf(now.get(i)));
            later.put("K" + i, new ScoreBridge.Part(weight, a));
        }
        ScoreBridge bridge = bridge(then, later);
        assertThat(sum(bridge)).isEqualByComparingTo(bridge.after());
        assertThat(bridge.steps())
                .isSortedAccordingTo((a, b) -> a.contribution().compareTo(b.contribution()));
    }

    @Test
    void scorecard_bridgesFromTheQuarterBefore_andPointLossesStayRaw() {
        Period q3 = Period.parse("2026-Q3");
        Period q4 = Period.parse("2026-Q4");
        SampleFacts facts = new SampleFacts()
                .row("LEADS", "2026-Q3", "900")
                .row("LEADS", "2026-Q4", "800")
                .row("SESSIONS", "2026-Q3", "1000")
                .row("SESSIONS", "2026-Q4", "1100");
        Scorecard card = facts.scorecard(
                "2026-Q4",
                "2026-12-31",
                approved(
                        q3,
                        item("LEADS", "60", "target=1000"),
                        item("SESSIONS", "20", "target=1000"),
                        item("NPS", "20", "target=40 floor=10")),
                approved(
                        q4,
                        item("LEADS", "60", "target=1000"),
                        item("SESSIONS", "20", "target=1000"),
                        item("NPS", "20", "target=40 floor=10")));
        assertThat(card.bridge().map(ScoreBridgeTest::text))
                .as("both quarters lack NPS: 60/80 of -10, 20/80 of +10")
                .contains("92.5 | LEADS -7.5 | SESSIONS 2.5 | shifted 0 | 87.5");
        assertThat(card.bridge().orElseThrow().missing()).containsExactly("NPS");
        assertThat(card.pointsLost()).isEqualByComparingTo("12");
    }

    @Test
    void otherScoresThanThoseOfTheParts_areBridgedAsTheyStand() {
        Map<String, ScoreBridge.Part> before = parts("LEADS 100:90");
        Map<String, ScoreBridge.Part> now = parts("LEADS 100:80");
        Score reported = new Score(new BigDecimal("88"), Decimals.HUNDRED, null, null);
        assertThat(text(ScoreBridge.between(reported, before, score(now), now).orElseThrow()))
                .isEqualTo("88 | LEADS -10 | shifted 2 | 80");
    }

    @Test
    void unexcusedItem_countsAsNothing_andTakesItsShare() {
        Score.Part unexcused = new Score.Part(BigDecimal.TEN, null, CAP, MissingDecision.UNEXCUSED);
        assertThat(unexcused.counting(ScoreRules.DEFAULT)).isEmpty();
        assertThat(unexcused.counting(ScoreRules.DEFAULT.afterClosing())).contains(BigDecimal.ZERO);
    }
}
