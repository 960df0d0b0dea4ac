package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.plan.SamplePlan.HEADS;
import static org.kpisuite.domain.plan.SamplePlan.approved;
import static org.kpisuite.domain.plan.SamplePlan.by;
import static org.kpisuite.domain.plan.SamplePlan.item;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.GateMode;
import org.kpisuite.domain.plan.GateTerms;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;

/** A score as reported stands beside the one that later facts, a gate or another organisation make of it. */
class OtherScoreTest {
    private static final Period Q3 = Period.parse("2026-Q3");

    private static Scorecard card(String leads, String lastDay, PlanItem... items) {
        SampleFacts facts = new SampleFacts().row("LEADS", "2026-Q3", leads);
        return facts.scorecard("2026-Q3", lastDay, approved(Q3, items));
    }

    private static Scorecard gated(String won, String lastDay) {
        Gate gate = Gate.of(
                new GateTerms("DEALS_WON_COHORT", "LEADS", new BigDecimal("0.2"), GateMode.ZERO, null, 90, null),
                SampleFacts.CATALOGUE);
        Plan plan = approved(Q3, item("LEADS", "100", "target=1000").with(gate));
        return new SampleFacts()
                .row("LEADS", "2026-Q3", "1000")
                .row("DEALS_WON_COHORT", "2026-Q3", won)
                .scorecard("2026-Q3", lastDay, plan);
    }

    private static List<String> told(List<OtherScore> others) {
        return others.stream()
                .map(o -> o.kind() + " "
                        + o.score()
                                .points()
                                .map(p -> p.stripTrailingZeros().toPlainString())
                                .orElse("not rated"))
                .toList();
    }

    @Test
    void factsChangedAfterClosing_showBothScores() {
        Scorecard reported = card("800", "2026-10-14", item("LEADS", "100", "target=1000"));
        Scorecard now = card("900", "2026-11-21", item("LEADS", "100", "target=1000"));
        List<OtherScore> others = OtherScore.beside(now, Optional.of(reported), Optional.empty());
        assertThat(told(others)).containsExactly("REPORTED 80", "RESTATED 90");
        assertThat(others.get(0).asOf()).isEqualTo(SampleFacts.after("2026-10-14"));
        assertThat(now.beside(others).score()).isEqualTo(now.score());
    }

    @Test
    void nothingChanged_showsNothingBeside() {
        Scorecard reported = card("800", "2026-10-14", item("LEADS", "100", "target=1000"));
        Scorecard now = card("800.00", "2026-11-21", item("LEADS", "100", "target=1000"));
        assertThat(OtherScore.beside(now, Optional.of(reported), Optional.of(now)))
                .isEmpty();
    }

    @Test
    void gateThatDecidedSince_makesASupplementaryScore_evenIfItComesToTheSame() {
        Scorecard waiting = gated("150", "2026-10-14");
        assertThat(waiting.items().get(0).beside().gate().orElseThrow().state()).isEqualTo(GateState.PENDING);
        Scorecard failed = gated("199", "2026-12-31");
        assertThat(told(OtherScore.beside(failed, Optional.of(waiting), Optional.empty())))
                .containsExactly("REPORTED 100", "SUPPLEMENTARY 0");
        Scorecard passed = gated("200", "2026-12-31");
        assertThat(told(OtherScore.beside(passed, Optional.of(waiting), Optional.empty())))
                .containsExactly("REPORTED 100", "SUPPLEMENTARY 100");
        Scorecard still = gated("151", "2026-11-30");
        assertThat(OtherScore.beside(still, Optional.of(waiting), Optional.empty()))
                .isEmpty();
    }

    @Test
    void pointsOfFourEyes_areTold_withTheirReason_andWhoAskedAndAccepted() {
        Plan plan = approved(Q3, item("LEADS", "100", "target=1000"));
        plan.activate(Q3.start());
        plan.askAdjustment(by("head"), new BigDecimal("-2.5"), "a recall in August");
        plan.askAdjustment(by("head"), new BigDecimal("7"), "leads of the fair");
        plan.askAdjustment(by("head"), new BigDecimal("9"), "nobody has decided");
        plan.decideAdjustment(by("approver"), 0, true, HEADS);
        plan.decideAdjustment(by("approver"), 1, false, HEADS);
        Scorecard card = new SampleFacts().row("LEADS", "2026-Q3", "800").scorecard("2026-Q3", "2026-11-21", plan);
        OtherScore adjusted = OtherScore.adjusted(card, plan, login -> login.toUpperCase(Locale.ROOT))
                .orElseThrow();
        assertThat(told(List.of(adjusted))).containsExactly("ADJUSTED 77.5");
        assertThat(adjusted.points()).hasSize(1);
        assertThat(adjusted.points().get(0).text(Messages.EN))
                .isEqualTo("\u22122.5: a recall in August (asked by HEAD, accepted by APPROVER)");
        assertThat(adjusted.name(Messages.EN, "")).isEqualTo("Score with adjustments, revision 1");
        assertThat(adjusted.name(Messages.RU, "")).isEqualTo("Оценка с корректировками, редакция 1");
    }

    @Test
    void otherOrganisation_showsItsScore_whereItDiffers() {
        Scorecard reported = card("800", "2026-11-21", item("LEADS", "100", "target=1000"));
        Scorecard restated = card("700", "2026-11-21", item("LEADS", "100", "target=1000"));
        assertThat(told(OtherScore.beside(reported, Optional.empty(), Optional.of(restated))))
                .containsExactly("OTHER_ORGANISATION 70");
    }
}
