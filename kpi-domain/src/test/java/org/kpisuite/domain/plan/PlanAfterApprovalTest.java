package org.kpisuite.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kpisuite.domain.plan.SamplePlan.AFTER;
import static org.kpisuite.domain.plan.SamplePlan.APPROVERS;
import static org.kpisuite.domain.plan.SamplePlan.HEADS;
import static org.kpisuite.domain.plan.SamplePlan.IN_TIME;
import static org.kpisuite.domain.plan.SamplePlan.QUARTER;
import static org.kpisuite.domain.plan.SamplePlan.by;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.access.Authentication;
import org.kpisuite.domain.access.Mandate;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.quantity.LocalizedText;

/** Revisions, closing, adjustments, delegates and what submission asks for (domain specification §4.2 to §4.5). */
class PlanAfterApprovalTest {
    private static KpiException refused(Runnable step, Code code) {
        KpiException refusal = catchThrowableOfType(KpiException.class, step::run);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.message(Messages.EN)).isNotBlank();
        assertThat(refusal.message(Messages.RU)).isNotBlank();
        return refusal;
    }

    private static Signing delegate(String login, String principal) {
        return by(login).as(new Mandate(Role.APPROVER, principal));
    }

    @Test
    void revision_beginsWithTheSameContent_andTellsWhy() {
        Plan plan = SamplePlan.in(PlanState.ACTIVE);
        Plan next = plan.revise(by("head"), SamplePlan.revision(IN_TIME));
        assertThat(plan.state()).isEqualTo(PlanState.ACTIVE);
        assertThat(next.state()).isEqualTo(PlanState.DRAFT);
        assertThat(next.revision()).isEqualTo(2);
        assertThat(next.written()).isEqualTo(plan.written());
        assertThat(next.revisionReason()).contains("a new channel from July");
        assertThat(next.signatures()).extracting(Signature::meaning).containsExactly(PlanAction.REVISE);
        assertThat(next.editors()).isEmpty();
        assertThat(next.hash()).isEmpty();
    }

    @Test
    void revision_hasAnotherHash_thoughItsItemsAreTheSame() {
        Plan plan = SamplePlan.in(PlanState.ACTIVE);
        Plan next = plan.revise(by("head"), SamplePlan.revision(IN_TIME));
        next.submit(by("head"), new Submission(APPROVERS, HEADS, List.of()));
        assertThat(next.hash()).isNotEqualTo(plan.hash());
        next.check(by("controller"), next.hash().orElseThrow());
        next.approve(by("approver"), next.hash().orElseThrow(), HEADS, LocalDate.of(2026, 11, 2));
        plan.supersede();
        assertThat(next.state()).isEqualTo(PlanState.ACTIVE);
        assertThat(next.approvedLateDays()).isZero();
        assertThat(plan.state()).isEqualTo(PlanState.SUPERSEDED);
    }

    /** The last ten working days of 2026-Q4, Monday to Friday: 18 December to 31 December. */
    @ParameterizedTest
    @CsvSource({"2026-12-17,false,true", "2026-12-18,false,false", "2026-12-18,true,true", "2027-02-01,false,false"})
    void lateRevision_isBegunByTheCfoOnly(LocalDate today, boolean cfo, boolean begun) {
        Plan plan = SamplePlan.in(PlanState.ACTIVE);
        Revision revision = new Revision(RevisionReason.BUSINESS, "a recall", today, WorkingDays.MONDAY_TO_FRIDAY, cfo);
        if (begun) {
            assertThat(plan.revise(by("head"), revision).revision()).isEqualTo(2);
        } else {
            refused(() -> plan.revise(by("head"), revision), Code.E_REVISION_LATE);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void revision_needsAReason(String reason) {
        Plan plan = SamplePlan.in(PlanState.ACTIVE);
        refused(
                () -> plan.revise(
                        by("head"),
                        new Revision(RevisionReason.OTHER, reason, IN_TIME, WorkingDays.MONDAY_TO_FRIDAY, false)),
                Code.E_REASON_MISSING);
    }

    @Test
    void plan_isInForce_fromTheFirstDayOfItsQuarter_once() {
        Plan plan = SamplePlan.in(PlanState.APPROVED);
        assertThat(plan.activate(QUARTER.start().minusDays(1))).isFalse();
        assertThat(plan.activate(QUARTER.start())).isTrue();
        assertThat(plan.activate(QUARTER.start())).isFalse();
        assertThat(plan.state()).isEqualTo(PlanState.ACTIVE);
        assertThat(SamplePlan.in(PlanState.CHECKED).activate(QUARTER.start())).isFalse();
    }

    private static Closing missing(String... items) {
        return new Closing(Set.of(items), Set.of());
    }

    @Test
    void closing_asksForAnActionOnEachRedItem() {
        Plan plan = SamplePlan.in(PlanState.ACTIVE);
        KpiException refusal = refused(
                () -> plan.close(
                        by("controller"), List.of(), new Closing(Set.of("CAC"), Set.of("LEADS", "CTR")), AFTER),
                Code.E_ITEM_UNDECIDED);
        assertThat(refusal.refusals())
                .extracting(r -> r.code() + " " + r.column())
                .containsExactly("E-ITEM-UNDECIDED CAC", "E-ACTION-MISSING CTR", "E-ACTION-MISSING LEADS");
        assertThat(plan.state()).isEqualTo(PlanState.ACTIVE);
    }

    @Test
    void closing_asksForADecisionAboutEachMissingItem_andAboutNothingElse() {
        Plan plan = SamplePlan.in(PlanState.ACTIVE);
        refused(
                () -> plan.close(by("controller"), List.of(), Closing.SETTLED, QUARTER.endInclusive()),
                Code.E_QUARTER_RUNNING);
        KpiException refusal = refused(
                () -> plan.close(by("controller"), List.of(), missing("LEADS", "CAC"), AFTER), Code.E_ITEM_UNDECIDED);
        assertThat(refusal.refusals()).extracting(Refusal::column).containsExactly("CAC", "LEADS");
        ClosingDecision excused = new ClosingDecision("CAC", MissingDecision.EXCUSED, "the ledger is late");
        refused(() -> plan.close(by("controller"), List.of(excused), Closing.SETTLED, AFTER), Code.E_FIELD_VALUE);
        refused(
                () -> plan.close(by("controller"), List.of(excused, excused), missing("CAC"), AFTER),
                Code.E_FIELD_VALUE);
        assertThat(plan.state()).isEqualTo(PlanState.ACTIVE);
        plan.close(by("controller"), List.of(excused), missing("CAC"), AFTER);
        assertThat(plan.state()).isEqualTo(PlanState.CLOSED);
        assertThat(plan.isClosedBefore(by("x").at())).isFalse();
        assertThat(plan.isClosedBefore(by("x").at().plusSeconds(1))).isTrue();
        refused(() -> new ClosingDecision("CAC", MissingDecision.EXCUSED, " "), Code.E_REASON_MISSING);
    }

    @Test
    void adjustment_takesSomebodyWhoNeitherAskedNorWroteNorHeads() {
        Plan plan = SamplePlan.in(PlanState.ACTIVE);
        plan.askAdjustment(by("head"), new BigDecimal("-2.5"), "a recall in August");
        for (String login : List.of("head", "author")) {
            refused(() -> plan.decideAdjustment(by(login), 0, true, HEADS), Code.E_FOUR_EYES);
        }
        refused(() -> plan.decideAdjustment(delegate("deputy", "author"), 0, true, HEADS), Code.E_FOUR_EYES);
        refused(() -> plan.decideAdjustment(by("approver"), 1, true, HEADS), Code.E_NOT_FOUND);
        plan.decideAdjustment(by("approver"), 0, true, HEADS);
        assertThat(plan.adjustments().get(0).counts(by("x").at())).isFalse();
        assertThat(plan.adjustments().get(0).counts(by("x").at().plusSeconds(1)))
                .isTrue();
        refused(() -> plan.decideAdjustment(by("approver"), 0, false, HEADS), Code.E_PLAN_STATE);
    }

    @Test
    void plan_isNotSuperseded_whilePointsAskedForWait() {
        Plan plan = SamplePlan.in(PlanState.ACTIVE);
        plan.askAdjustment(by("controller"), BigDecimal.ONE, "a recall in August");
        KpiException refusal = refused(plan::supersede, Code.E_ADJUSTMENT_OPEN);
        assertThat(refusal.message(Messages.EN)).contains("revision 1");
        assertThat(plan.barred(plan.adjustments().get(0), HEADS))
                .containsExactlyInAnyOrder("controller", "author", "head");
        plan.decideAdjustment(by("approver"), 0, true, HEADS);
        plan.supersede();
        assertThat(plan.state()).isEqualTo(PlanState.SUPERSEDED);
    }

    /** The principal is a controller and an approver, and lets somebody ask as a controller for him. */
    @Test
    void adjustmentThatADelegateAskedFor_isNotDecidedByThePrincipal_norByWhoActsForThem() {
        Plan plan = SamplePlan.in(PlanState.ACTIVE);
        Signing asking = by("deputy").as(new Mandate(Role.CONTROLLER, "approver"));
        plan.askAdjustment(asking, new BigDecimal("-2.5"), "a recall in August");
        assertThat(plan.adjustments().get(0).requestedFor()).contains("approver");
        refused(() -> plan.decideAdjustment(by("approver"), 0, true, HEADS), Code.E_FOUR_EYES);
        refused(() -> plan.decideAdjustment(by("deputy"), 0, true, HEADS), Code.E_FOUR_EYES);
        refused(() -> plan.decideAdjustment(delegate("third", "approver"), 0, true, HEADS), Code.E_FOUR_EYES);
        plan.decideAdjustment(delegate("third", "second-approver"), 0, true, HEADS);
        assertThat(plan.adjustments().get(0).decidedBy()).contains("third");
        assertThat(plan.adjustments().get(0).decidedFor()).contains("second-approver");
    }

    @Test
    void adjustment_isDecidedByWhoeverHasJustProvedThemselves() {
        Plan plan = SamplePlan.in(PlanState.ACTIVE);
        plan.askAdjustment(by("head"), BigDecimal.ONE, "a recall in August");
        Instant at = by("x").at();
        Authentication aged = new Authentication("PASSWORD", at.minus(Duration.ofMinutes(16)), null);
        refused(
                () -> plan.decideAdjustment(new Signing("approver", null, at, aged), 0, true, HEADS),
                Code.E_SIGN_IN_AGED);
        assertThat(plan.adjustments().get(0).decidedBy()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,a recall in August,E_FIELD_VALUE", "50.1,a recall in August,E_FIELD_VALUE", "5,short,E_COMMENT_SHORT"
    })
    void adjustment_isLimited_andExplained(BigDecimal points, String reason, Code code) {
        Plan plan = SamplePlan.in(PlanState.ACTIVE);
        refused(() -> plan.askAdjustment(by("head"), points, reason), code);
        refused(
                () -> SamplePlan.in(PlanState.CHECKED).askAdjustment(by("head"), BigDecimal.ONE, "a recall in August"),
                Code.E_PLAN_STATE);
    }

    @Test
    void delegate_keepsFourEyes_togetherWithThePrincipal() {
        Plan plan = SamplePlan.in(PlanState.CHECKED);
        String hash = plan.hash().orElseThrow();
        refused(() -> plan.approve(delegate("author", "approver"), hash, HEADS, IN_TIME), Code.E_FOUR_EYES);
        refused(() -> plan.approve(delegate("deputy", "head"), hash, HEADS, IN_TIME), Code.E_FOUR_EYES);
        plan.approve(delegate("deputy", "approver"), hash, HEADS, IN_TIME);
        Signature last = plan.signatures().get(2);
        assertThat(last.signer()).isEqualTo("deputy");
        assertThat(last.onBehalfOf()).contains("approver");
        assertThat(last.role()).contains(Role.APPROVER);
        assertThat(last.displayedHash()).contains(hash);
        assertThat(last.prevSignatureHash()).contains(plan.signatureHashes().get(1));
        assertThat(last.lintReportHash()).isEqualTo(plan.signatures().get(0).lintReportHash());
    }

    @Test
    void signature_asksForAPasswordOfTheLastQuarterOfAnHour() {
        Plan plan = SamplePlan.draft();
        Instant at = by("head").at();
        Submission submission = new Submission(APPROVERS, HEADS, List.of());
        Signing stale = new Signing(
                "head",
                null,
                at,
                new Authentication("PASSWORD", at.minus(Duration.ofMinutes(15)).minusSeconds(1), null));
        refused(() -> plan.submit(stale, submission), Code.E_SIGN_IN_AGED);
        assertThat(plan.state()).isEqualTo(PlanState.DRAFT);
        plan.submit(
                new Signing(
                        "head", null, at, new Authentication("PASSWORD", at.minus(Duration.ofMinutes(15)), "10.0.0.7")),
                submission);
        assertThat(plan.signatures().get(0).clientIp()).contains("10.0.0.7");
    }

    /** Who may not take a step is told before it is tried, by the same rule that refuses it. */
    @ParameterizedTest
    @CsvSource({
        "SUBMITTED,CHECK,author",
        "SUBMITTED,RETURN,author",
        "CHECKED,RETURN,''",
        "CHECKED,APPROVE,author controller head",
        "SUBMITTED,WITHDRAW,''"
    })
    void barred_areThoseWhoTookAPartThatForbidsTheStep(PlanState state, PlanAction action, String barred) {
        Set<String> expected = barred.isEmpty() ? Set.of() : Set.of(barred.split(" "));
        assertThat(SamplePlan.in(state).barred(action, HEADS)).isEqualTo(expected);
    }

    private static Finding finding(String code, Severity severity, @Nullable String item) {
        return new Finding(code, severity, item, "target", new LocalizedText("Too much.", "Слишком много."));
    }

    @Test
    void submission_namesEveryObstacle() {
        Finding error = finding("L14", Severity.ERROR, null);
        Finding warning = finding("L17", Severity.WARN, "LEADS");
        Finding note = finding("L21", Severity.INFO, null);
        Plan plan = SamplePlan.draft();
        KpiException refusal = catchThrowableOfType(
                KpiException.class,
                () -> plan.submit(
                        by("head"), new Submission(APPROVERS, HEADS, List.of(error, warning, note), 2, null)));
        assertThat(refusal.refusals())
                .extracting(Refusal::code)
                .containsExactly(Code.E_LINT, Code.E_WARN_UNANSWERED, Code.E_COMMENT_OPEN);
        PlanContent said = plan.written();
        plan.edit(
                new PlanContent(
                        said.businessStage(),
                        said.items(),
                        said.children(),
                        List.of(),
                        List.of(new Answer("L17", "LEADS", "contract no. 17"))),
                "author");
        plan.submit(by("head"), new Submission(APPROVERS, HEADS, List.of(warning, note)));
        assertThat(plan.state()).isEqualTo(PlanState.SUBMITTED);
        assertThat(plan.content()).contains("contract no. 17");
    }
}
