package org.kpisuite.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kpisuite.domain.plan.SamplePlan.APPROVERS;
import static org.kpisuite.domain.plan.SamplePlan.HEADS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.quantity.LocalizedText;

/** A rationale answers the finding that it was given to, and no other (domain specification §4.2, §4.7). */
class AnswerTest {
    private static final Finding AT_1300 = finding("L17", "LEADS", "Leads: target 1,300 exceeds the best.");
    private static final Finding AT_5000 = finding("L17", "LEADS", "Leads: target 5,000 exceeds the best.");
    private static final Finding TWIN_OF_CAC = finding("L22", "CPA", "CAC and CPA measure nearly the same.");
    private static final Finding TWIN_OF_CPC = finding("L22", "CPA", "CPC and CPA measure nearly the same.");

    private static Finding finding(String code, String item, String said) {
        return new Finding(code, Severity.WARN, item, "target", new LocalizedText(said, said));
    }

    private static PlanContent answered(Answer... answers) {
        return new PlanContent(null, List.of(), List.of(), List.of(), List.of(answers));
    }

    private static List<Refusal> obstacles(PlanContent content, Finding... findings) {
        Plan plan = new Plan("MARKETING", SamplePlan.QUARTER, "author");
        plan.edit(content, "author");
        return new Submission(APPROVERS, HEADS, List.of(findings)).obstacles(plan);
    }

    private static Answer of(Finding finding, String rationale) {
        return new Answer(finding.code(), finding.item(), rationale);
    }

    @Test
    void newAnswer_isKeptWithTheFindingOfItsRuleAndItem() {
        PlanContent content =
                answered(of(AT_1300, "contract 17")).answering(PlanContent.EMPTY, () -> List.of(TWIN_OF_CAC, AT_1300));
        assertThat(content.answers().get(0).finding()).contains(AT_1300.id());
        assertThat(obstacles(content, AT_1300)).isEmpty();
    }

    @Test
    void answerToANumber_isAskedForAgain_whenTheNumberIsAnother() {
        PlanContent before = answered(of(AT_1300, "contract 17")).answering(PlanContent.EMPTY, () -> List.of(AT_1300));
        PlanContent raised = answered(of(AT_1300, "contract 17")).answering(before, () -> List.of(AT_5000));
        assertThat(obstacles(raised, AT_5000)).extracting(Refusal::code).containsExactly(Code.E_WARN_UNANSWERED);
        PlanContent reworded = answered(of(AT_1300, "contract 17 and 18")).answering(before, () -> List.of(AT_5000));
        assertThat(obstacles(reworded, AT_5000)).isEmpty();
        PlanContent confirmed = answered(new Answer("L17", "LEADS", "contract 17", AT_5000.id()))
                .answering(before, () -> List.of(AT_5000));
        assertThat(obstacles(confirmed, AT_5000)).isEmpty();
    }

    @Test
    void itemThatDoublesTwoOthers_needsTwoAnswers() {
        PlanContent one = answered(of(TWIN_OF_CAC, "paid channels only"))
                .answering(PlanContent.EMPTY, () -> List.of(TWIN_OF_CAC, TWIN_OF_CPC));
        assertThat(obstacles(one, TWIN_OF_CAC, TWIN_OF_CPC)).hasSize(1);
        PlanContent both = answered(
                new Answer("L22", "CPA", "paid channels only", TWIN_OF_CAC.id()),
                new Answer("L22", "CPA", "actions, not clicks", TWIN_OF_CPC.id()));
        assertThat(obstacles(both, TWIN_OF_CAC, TWIN_OF_CPC)).isEmpty();
        Plan plan = new Plan("MARKETING", SamplePlan.QUARTER, "author");
        plan.edit(both, "author");
        assertThat(plan.content()).contains(TWIN_OF_CAC.id(), TWIN_OF_CPC.id());
        assertThat(PlanDiff.of(PlanContent.EMPTY, both).others()).hasSize(1);
    }

    @Test
    void answerThatNamesNoFinding_isSigned_asItAlwaysWas() {
        Plan plan = new Plan("MARKETING", SamplePlan.QUARTER, "author");
        plan.edit(answered(of(AT_1300, "contract 17")), "author");
        assertThat(plan.content()).doesNotContain("\"finding\"");
        assertThat(plan.answer(AT_5000)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "L17", "0123456789abcdeg"})
    void finding_isNamedByItsId(String id) {
        KpiException refusal =
                catchThrowableOfType(KpiException.class, () -> new Answer("L17", "LEADS", "contract 17", id));
        assertThat(refusal.code()).isEqualTo(Code.E_FIELD_VALUE);
    }
}
