package org.kpisuite.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.kpisuite.domain.plan.SamplePlan.APPROVERS;
import static org.kpisuite.domain.plan.SamplePlan.HEADS;
import static org.kpisuite.domain.plan.SamplePlan.IN_TIME;
import static org.kpisuite.domain.plan.SamplePlan.QUARTER;
import static org.kpisuite.domain.plan.SamplePlan.by;
import static org.kpisuite.domain.plan.SamplePlan.draft;
import static org.kpisuite.domain.plan.SamplePlan.item;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.access.Mandate;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.CanonicalJson;

/** The life of a plan by domain specification §4.2 and §4.3. */
class PlanTest {
    /** From, action, to, roles: the table of the specification, as far as people act. Everything else is refused. */
    private static final String ALLOWED = """
            DRAFT     EDIT     DRAFT     AUTHOR,HEAD
            RETURNED  EDIT     RETURNED  AUTHOR,HEAD
            DRAFT     SUBMIT   SUBMITTED HEAD
            RETURNED  SUBMIT   SUBMITTED HEAD
            SUBMITTED WITHDRAW DRAFT     HEAD
            SUBMITTED CHECK    CHECKED   CONTROLLER
            SUBMITTED RETURN   RETURNED  CONTROLLER
            CHECKED   APPROVE  APPROVED  APPROVER
            CHECKED   RETURN   RETURNED  APPROVER
            DRAFT     CANCEL   CANCELLED HEAD
            RETURNED  CANCEL   CANCELLED HEAD
            APPROVED  REVISE   APPROVED  HEAD,CONTROLLER
            ACTIVE    REVISE   ACTIVE    HEAD,CONTROLLER
            ACTIVE    CLOSE    CLOSED    CONTROLLER
            """;

    private static final Set<PlanState> REACHED_BY_PEOPLE = EnumSet.of(
            PlanState.DRAFT,
            PlanState.SUBMITTED,
            PlanState.CHECKED,
            PlanState.RETURNED,
            PlanState.APPROVED,
            PlanState.ACTIVE,
            PlanState.SUPERSEDED,
            PlanState.CLOSED,
            PlanState.CANCELLED);

    private static void act(Plan plan, PlanAction action) {
        switch (action) {
            case EDIT -> plan.edit("GROWTH", plan.items(), "author");
            case SUBMIT -> plan.submit(by("head"), new Submission(APPROVERS, HEADS, List.of()));
            case WITHDRAW -> plan.withdraw(by("head"));
            case CHECK -> plan.check(by("controller"), null);
            case RETURN -> plan.giveBack(by("controller"), null, "the floor is missing");
            case APPROVE -> plan.approve(by("approver"), plan.hash().orElse(""), HEADS, IN_TIME);
            case CANCEL -> plan.cancel(by("head"), "no budget");
            case REVISE -> plan.revise(by("head"), SamplePlan.revision(IN_TIME));
            case CLOSE -> plan.close(by("controller"), List.of(), Closing.SETTLED, SamplePlan.AFTER);
        }
    }

    static Stream<Arguments> everyStateAndAction() {
        return REACHED_BY_PEOPLE.stream()
                .flatMap(s -> Arrays.stream(PlanAction.values()).map(a -> Arguments.of(s, a)));
    }

    private static String[] row(PlanState state, PlanAction action) {
        return ALLOWED.lines()
                .map(l -> l.split(" +", -1))
                .filter(c -> c[0].equals(state.name()) && c[1].equals(action.name()))
                .findFirst()
                .orElse(new String[0]);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyStateAndAction")
    void action_leadsWhereTheTableSays_orIsRefused(PlanState state, PlanAction action) {
        Plan plan = SamplePlan.in(state);
        assertThat(plan.state()).isEqualTo(state);
        String[] row = row(state, action);
        if (row.length == 0) {
            assertThat(state.actions()).doesNotContain(action);
            assertRefused(() -> act(plan, action), Code.E_PLAN_STATE);
            assertThat(plan.state()).isEqualTo(state);
        } else {
            assertThat(state.actions()).contains(action);
            assertThat(action.roles(state).stream().map(Role::name)).containsExactlyInAnyOrder(row[3].split(",", -1));
            assertThat(action.roles()).containsAll(action.roles(state));
            act(plan, action);
            assertThat(plan.state()).hasToString(row[2]);
        }
    }

    private static KpiException assertRefused(Runnable action, Code code) {
        KpiException refusal = catchThrowableOfType(KpiException.class, action::run);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.message(Messages.RU)).isNotBlank();
        return refusal;
    }

    @Test
    void noRoleOfAnAction_isTechnicalOrReadsOnly() {
        assertThat(Arrays.stream(PlanAction.values()).flatMap(a -> a.roles().stream()))
                .doesNotContain(Role.ADMIN, Role.VIEWER, Role.AUDITOR);
        assertThat(Role.ADMIN.readsFigures()).isFalse();
        assertThat(Arrays.stream(Role.values()).filter(r -> !r.readsFigures())).containsExactly(Role.ADMIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "second-author", "head", "controller", "deputy-head"})
    void approval_byWhoTookPartOrHeads_isRefused_withFourEyes(String login) {
        Plan plan = draft();
        plan.edit("GROWTH", plan.items(), "second-author");
        plan.submit(by("head"), new Submission(APPROVERS, HEADS, List.of()));
        plan.check(by("controller"), null);
        Set<String> heads = Set.of("deputy-head");
        assertRefused(() -> plan.approve(by(login), plan.hash().orElseThrow(), heads, IN_TIME), Code.E_FOUR_EYES);
        assertThat(plan.state()).isEqualTo(PlanState.CHECKED);
        plan.approve(by("approver"), plan.hash().orElseThrow(), heads, IN_TIME);
        assertThat(plan.state()).isEqualTo(PlanState.APPROVED);
    }

    @Test
    void whoEditedBeforeAReturn_stillMayNotApprove() {
        Plan plan = draft();
        plan.edit("GROWTH", plan.items(), "approver");
        plan.edit("GROWTH", plan.items(), "author");
        plan.submit(by("head"), new Submission(Set.of("approver", "second-approver"), HEADS, List.of()));
        plan.giveBack(by("controller"), null, "the floor is missing");
        plan.edit("GROWTH", plan.items(), "author");
        plan.submit(by("head"), new Submission(Set.of("approver", "second-approver"), HEADS, List.of()));
        plan.check(by("second-controller"), null);
        assertRefused(() -> plan.approve(by("approver"), plan.hash().orElseThrow(), HEADS, IN_TIME), Code.E_FOUR_EYES);
    }

    @Test
    void forWhomSomebodyElseWrote_mayNotApproveEither() {
        Plan plan = draft();
        plan.edit(plan.written(), by("deputy").as(new Mandate(Role.AUTHOR, "approver")));
        assertThat(plan.editors()).contains("deputy", "approver");
        plan.submit(by("head"), new Submission(Set.of("approver", "second-approver"), HEADS, List.of()));
        plan.check(by("controller"), null);
        String hash = plan.hash().orElseThrow();
        assertRefused(() -> plan.approve(by("approver"), hash, HEADS, IN_TIME), Code.E_FOUR_EYES);
        plan.approve(by("second-approver"), hash, HEADS, IN_TIME);
    }

    @Test
    void whoCheckedBeforeAReturn_stillMayNotApprove() {
        Plan plan = SamplePlan.in(PlanState.CHECKED);
        plan.giveBack(by("approver"), null, "a target is too low");
        plan.submit(by("head"), new Submission(APPROVERS, HEADS, List.of()));
        plan.check(by("second-controller"), null);
        assertRefused(
                () -> plan.approve(by("controller"), plan.hash().orElseThrow(), HEADS, IN_TIME), Code.E_FOUR_EYES);
    }

    @ParameterizedTest
    @EnumSource(
            value = PlanAction.class,
            names = {"CHECK", "RETURN"})
    void methodCheck_byAnEditor_isRefused_withFourEyes_whateverItsResult(PlanAction action) {
        Plan plan = draft();
        plan.edit("GROWTH", plan.items(), "controller");
        plan.submit(by("head"), new Submission(APPROVERS, HEADS, List.of()));
        assertRefused(() -> act(plan, action), Code.E_FOUR_EYES);
        assertThat(plan.state()).isEqualTo(PlanState.SUBMITTED);
    }

    @Test
    void approvalOfAnotherContent_isRefused_withBothHashes() {
        Plan plan = SamplePlan.in(PlanState.CHECKED);
        String shown = "0".repeat(64);
        KpiException refusal =
                assertRefused(() -> plan.approve(by("approver"), shown, HEADS, IN_TIME), Code.E_PLAN_HASH);
        assertThat(refusal.refusals().get(0).arguments())
                .containsExactly(shown, plan.hash().orElseThrow());
        assertThat(plan.state()).isEqualTo(PlanState.CHECKED);
        assertThat(plan.signatures()).extracting(Signature::meaning).doesNotContain(PlanAction.APPROVE);
    }

    /** The head's page shows one content; an author stores another one before the head presses the button. */
    @Test
    void submissionOfAnotherContentThanWasShown_isRefused_andSignsNothing() {
        Plan plan = draft();
        String shown = plan.contentHash();
        plan.edit("MATURITY", plan.items(), "author");
        assertRefused(() -> plan.submit(by("head"), shown(shown)), Code.E_PLAN_HASH);
        assertThat(plan.state()).isEqualTo(PlanState.DRAFT);
        assertThat(plan.signatures()).isEmpty();
        plan.submit(by("head"), shown(plan.contentHash()));
        assertThat(plan.signatures().get(0).displayedHash()).isEqualTo(plan.hash());
    }

    private static Submission shown(String hash) {
        return new Submission(APPROVERS, HEADS, List.of(), 0, hash);
    }

    @Test
    void returnOfAnotherContentThanWasShown_isRefused() {
        Plan plan = SamplePlan.in(PlanState.SUBMITTED);
        assertRefused(() -> plan.giveBack(by("controller"), "0".repeat(64), "floor?"), Code.E_PLAN_HASH);
        String hash = plan.hash().orElseThrow();
        plan.giveBack(by("controller"), hash, "floor?");
        assertThat(plan.signatures().get(1).displayedHash()).contains(hash);
    }

    @Test
    void submission_withoutAnybodyLeftToApprove_isRefused_andLeavesTheDraftAsItWas() {
        for (Set<String> approvers : List.of(Set.<String>of(), Set.of("head"), Set.of("author", "head"))) {
            Plan plan = draft();
            assertRefused(
                    () -> plan.submit(by("head"), new Submission(approvers, HEADS, List.of())), Code.E_NO_APPROVER);
            assertThat(plan.state()).isEqualTo(PlanState.DRAFT);
            assertThat(plan.hash()).isEmpty();
            assertThat(plan.signatures()).isEmpty();
            plan.edit("GROWTH", List.of(item("LEADS", "100", "target=1")), "author");
        }
    }

    @Test
    void submitter_doesNotCountAsApprover_evenWhereSomebodyElseHeads() {
        Plan plan = draft();
        assertRefused(
                () -> plan.submit(by("deputy"), new Submission(Set.of("deputy"), HEADS, List.of())),
                Code.E_NO_APPROVER);
        assertThat(plan.state()).isEqualTo(PlanState.DRAFT);
    }

    @Test
    void submission_freezesContentAndHash_untilItIsGivenBack() {
        Plan plan = SamplePlan.in(PlanState.SUBMITTED);
        assertThat(plan.hash()).contains(CanonicalJson.sha256(plan.content()));
        assertRefused(() -> plan.edit("GROWTH", List.of(), "author"), Code.E_PLAN_STATE);
        assertThat(plan.items()).hasSize(3);
        assertThatThrownBy(() -> plan.items().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> plan.editors().add("x")).isInstanceOf(UnsupportedOperationException.class);
        plan.withdraw(by("head"));
        assertThat(plan.hash()).isEmpty();
        plan.edit("GROWTH", List.of(item("LEADS", "100", "target=1200")), "author");
        assertThat(plan.items()).hasSize(1);
    }

    @Test
    void listGivenToADraft_mayChangeAfterwards_withoutChangingIt() {
        Plan plan = draft();
        List<PlanItem> given = new ArrayList<>(plan.items());
        plan.edit("GROWTH", given, "author");
        given.clear();
        assertThat(plan.items()).hasSize(3);
    }

    @Test
    void signatures_tellWhoWhenWhatAndHow() {
        Plan plan = SamplePlan.in(PlanState.APPROVED);
        String hash = plan.hash().orElseThrow();
        assertThat(plan.signatures())
                .extracting(Signature::meaning, Signature::signer, Signature::contentHash, Signature::authMethod)
                .containsExactly(
                        tuple(PlanAction.SUBMIT, "head", hash, "PASSWORD"),
                        tuple(PlanAction.CHECK, "controller", hash, "PASSWORD"),
                        tuple(PlanAction.APPROVE, "approver", hash, "PASSWORD"));
    }

    @Test
    void returnSignature_keepsTheHashThatWasReturned_andTheComment() {
        Plan plan = SamplePlan.in(PlanState.SUBMITTED);
        String hash = plan.hash().orElseThrow();
        plan.giveBack(by("controller"), null, "  the floor is missing ");
        Signature last = plan.signatures().get(1);
        assertThat(last.contentHash()).isEqualTo(hash);
        assertThat(last.comment()).contains("the floor is missing");
        assertThat(plan.hash()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-09-30, APPROVED, 0", "2026-10-01, ACTIVE, 0", "2026-10-02, ACTIVE, 1", "2026-11-21, ACTIVE, 51"})
    void approval_afterTheQuarterBegan_isActiveAtOnce_andMarkedLate(LocalDate today, PlanState state, long late) {
        Plan plan = SamplePlan.in(PlanState.CHECKED);
        plan.approve(by("approver"), plan.hash().orElseThrow(), HEADS, today);
        assertThat(plan.state()).isEqualTo(state);
        assertThat(plan.approvedLateDays()).isEqualTo(late);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "too short", "   123456789   "})
    void approversReturn_withoutTenCharacters_isRefused(String comment) {
        Plan plan = SamplePlan.in(PlanState.CHECKED);
        assertRefused(() -> plan.giveBack(by("approver"), null, comment), Code.E_COMMENT_SHORT);
        assertThat(plan.state()).isEqualTo(PlanState.CHECKED);
    }

    @Test
    void controllersReturn_needsAComment_ofAnyLength() {
        Plan plan = SamplePlan.in(PlanState.SUBMITTED);
        assertRefused(() -> plan.giveBack(by("controller"), null, "  "), Code.E_COMMENT_SHORT);
        plan.giveBack(by("controller"), null, "floor?");
        assertThat(plan.state()).isEqualTo(PlanState.RETURNED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void cancellation_withoutAReason_isRefused(String reason) {
        assertRefused(() -> draft().cancel(by("head"), reason), Code.E_REASON_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-10", "2026-W41", "2026-10-05"})
    void planForWhatIsNoQuarter_isRefused(String period) {
        assertRefused(() -> new Plan("MARKETING", Period.parse(period), "author"), Code.E_FIELD_VALUE);
    }

    @Test
    void sameItemTwice_isRefused_butNotOfOtherDimensions() {
        PlanItem leads = item("LEADS", "50", "target=1");
        PlanItem social = item("LEADS", Map.of("channel", "social"), "50", "target=1");
        assertThat(draft(QUARTER, leads, social).items()).hasSize(2);
        assertThat(social.key()).isEqualTo("LEADS[channel=social]");
        assertRefused(() -> draft(QUARTER, leads, item("LEADS", "50", "target=2")), Code.E_ITEM_TWICE);
        assertRefused(
                () -> draft(
                        QUARTER,
                        item("LEADS", Map.of("channel", "a", "product", "b"), "50", "target=1"),
                        item("LEADS", Map.of("product", "b", "channel", "a"), "50", "target=1")),
                Code.E_ITEM_TWICE);
    }

    @Test
    void moreItemsThanTheLimit_areRefused() {
        PlanItem[] items = IntStream.rangeClosed(0, Plan.ITEMS_MAX)
                .mapToObj(i -> item("LEADS", Map.of("campaign", "c" + i), "1", "target=1"))
                .toArray(PlanItem[]::new);
        assertRefused(() -> draft(QUARTER, items), Code.E_LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "", " ", "a=b", "\"a\"", "a\nb"})
    void dimensionValueThatCouldNotBeReadBack_isRefused(String value) {
        assertRefused(() -> item("LEADS", Map.of("channel", value), "100", "target=1"), Code.E_FIELD_VALUE);
    }

    @Test
    void dimensions_readBackAsGiven() {
        Map<String, String> dimensions = Map.of("product", "a[b], c", "channel", "e-mail");
        assertThat(item("LEADS", dimensions, "100", "target=1").dimensions()).isEqualTo(dimensions);
        assertThat(item("LEADS", "100", "target=1").dimensions()).isEmpty();
    }

    @Test
    void negativeWeight_isRefused_becauseOthersCouldThenOutweighTheRest() {
        assertRefused(() -> item("LEADS", "-50", "target=1"), Code.E_FIELD_VALUE);
    }

    @Test
    void allErrors_areToldAtOnce_eachWithItsItem() {
        Plan plan = draft(
                QUARTER,
                item("LEADS", "40", ""),
                item("CAC", Map.of("channel", "social"), "30", "target=100 floor=80"),
                item("NPS", "20", "target=45"));
        KpiException refusal = assertRefused(
                () -> plan.submit(
                        by("head"), new Submission(APPROVERS, HEADS, PlanLint.of(plan, SamplePlan.CATALOGUE))),
                Code.E_LINT);
        assertThat(refusal.refusals()).extracting(Refusal::column).contains("LEADS", "CAC[channel=social]", null);
        assertThat(refusal.refusals())
                .extracting(r -> r.message(Messages.EN))
                .contains("L04: Leads: no target or deadline.", "L14: Weights sum to 90%, must be 100%.")
                .noneMatch(m -> m.startsWith("L20"));
        assertThat(refusal.refusals())
                .extracting(r -> r.message(Messages.RU))
                .contains("L04: Лиды: не задана цель или срок.", "L14: Сумма весов 90 %, должна быть 100 %.");
        assertThat(plan.state()).isEqualTo(PlanState.DRAFT);
        assertThat(plan.hash()).isEmpty();
    }
}
