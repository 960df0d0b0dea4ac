package org.kpisuite.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.quantity.LocalizedText;

class PlanContentTest {
    private static final Gate GATE = Gate.of(
            new GateTerms("DEALS_WON_COHORT", "LEADS", new BigDecimal("0.20"), null, null, 60, null),
            SamplePlan.CATALOGUE);

    private static final OrgTree TREE = new OrgTree(
            List.of(unit("TRADE", null), unit("SHOP", "TRADE"), unit("SALES", "TRADE"), unit("EAST", "SALES")), "RUB");

    private static OrgUnit unit(String code, String parent) {
        return new OrgUnit(code, new LocalizedText(code, code), parent, null);
    }

    private static ChildWeight child(String unit, String weight) {
        return new ChildWeight(unit, new BigDecimal(weight));
    }

    private static String signed(PlanContent content) {
        Plan plan = new Plan("TRADE", SamplePlan.QUARTER, "author");
        plan.edit(content, "author");
        return plan.content();
    }

    @Test
    void whatHasNoGateAndNoChildren_isSigned_asItAlwaysWas() {
        assertThat(SamplePlan.draft().content()).doesNotContain("gate", "children");
    }

    @Test
    void gate_isSigned_withItsItem_withoutIdleZeros() {
        PlanItem item = SamplePlan.item("LEADS", "100", "target=1200");
        String content = signed(new PlanContent(null, List.of(item.with(GATE)), List.of()));

        assertThat(content)
                .contains(
                        "\"gate\":{\"cap\":null,\"denominator\":\"LEADS\",\"matureShareMin\":\"0.8\",\"maturityDays\":60,"
                                + "\"mode\":\"ZERO\",\"numerator\":\"DEALS_WON_COHORT\",\"threshold\":\"0.2\"}");
        assertThat(signed(new PlanContent(null, List.of(item.with(GATE).with(null)), List.of())))
                .isEqualTo(signed(new PlanContent(null, List.of(item), List.of())));
    }

    @Test
    void children_areSigned_byTheirCodes_whateverTheirOrder() {
        PlanContent one = new PlanContent(null, List.of(), List.of(child("SHOP", "60"), child("SALES", "40.0")));
        PlanContent other = new PlanContent(null, List.of(), List.of(child("SALES", "40"), child("SHOP", "60")));
        assertThat(signed(one))
                .isEqualTo(signed(other))
                .contains(
                        "\"children\":[{\"unit\":\"SALES\",\"weight\":\"40\"},{\"unit\":\"SHOP\",\"weight\":\"60\"}]");
    }

    @Test
    void childrenDirectlyBelow_areTaken_allOthersRefusedAtOnce() {
        new PlanContent(null, List.of(), List.of(child("SHOP", "60"), child("SALES", "40")))
                .requireChildrenOf("TRADE", TREE);
        PlanContent strangers = new PlanContent(
                null,
                List.of(),
                List.of(child("EAST", "1"), child("SHOP", "1"), child("TRADE", "1"), child("NO", "1")));

        KpiException refused =
                catchThrowableOfType(KpiException.class, () -> strangers.requireChildrenOf("TRADE", TREE));
        assertThat(refused.refusals())
                .extracting(Refusal::column)
                .containsExactly("children[0].unit", "children[2].unit", "children[3].unit");
        assertThat(refused.refusals().get(0).arguments()).contains("SALES, SHOP");
    }

    @Test
    void departmentTwice_isRefused() {
        KpiException refused = catchThrowableOfType(
                KpiException.class,
                () -> new PlanContent(null, List.of(), List.of(child("SHOP", "60"), child("SHOP", "40"))));
        assertThat(refused.code()).isEqualTo(Code.E_ITEM_TWICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void childWithoutWeight_isRefused(String weight) {
        KpiException refused = catchThrowableOfType(KpiException.class, () -> child("SHOP", weight));
        assertThat(refused.code()).isEqualTo(Code.E_FIELD_VALUE);
    }
}
