package org.kpisuite.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.plan.SamplePlan.QUARTER;
import static org.kpisuite.domain.plan.SamplePlan.item;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.catalogue.Aggregation;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.quantity.LocalizedText;

/** What of a plan is signed, domain specification §4.5. */
class SignedContentTest {
    private static String content(PlanItem... items) {
        return SamplePlan.draft(QUARTER, items).content();
    }

    @Test
    void content_doesNotDependOnTheOrderOfItems_norOnIdleZeros() {
        PlanItem leads = item("LEADS", "40", "target=1200");
        PlanItem social = item("LEADS", Map.of("channel", "social"), "30", "target=10");
        PlanItem cac = item("CAC", "30", "target=100");
        String content = content(leads, social, cac);
        assertThat(content(cac, social, leads)).isEqualTo(content);
        assertThat(content(item("LEADS", "40.00", "target=1200.0"), social, cac))
                .isEqualTo(content);
        assertThat(content.indexOf("\"CAC\"")).isLessThan(content.indexOf("\"LEADS\""));
    }

    @Test
    void content_changesWithEveryMark_weightAndText_butNotWithTheEditor() {
        PlanItem base = item("LEADS", "100", "target=1200 floor=800 stretch=1500 floorScore=10 cap=110");
        String content = content(base);
        for (String marks : List.of(
                "target=1201 floor=800 stretch=1500 floorScore=10 cap=110",
                "target=1200 floor=801 stretch=1500 floorScore=10 cap=110",
                "target=1200 floor=800 stretch=1501 floorScore=10 cap=110",
                "target=1200 floor=800 stretch=1500 floorScore=11 cap=110",
                "target=1200 floor=800 stretch=1500 floorScore=10 cap=111",
                "target=1200 floor=800 stretch=1500 floorScore=10 cap=110 baseline=7")) {
            assertThat(content(item("LEADS", "100", marks))).isNotEqualTo(content);
        }
        Plan plan = SamplePlan.draft(QUARTER, base);
        plan.edit("GROWTH", List.of(base), "somebody else");
        assertThat(plan.content()).isEqualTo(content);
        plan.edit("MATURITY", List.of(base), "author");
        assertThat(plan.content()).isNotEqualTo(content);
    }

    /** The text as it was before items held the hash of their definition: who signed it must be believed for ever. */
    @Test
    void contentFromBeforeDefinitionsWereKept_isWhatItWas() {
        assertThat(content(item("NPS", "100", "target=45")))
                .isEqualTo("{\"businessStage\":\"GROWTH\",\"items\":[{\"baseline\":null,\"cap\":\"120\","
                        + "\"controllability\":\"FULL\",\"dataSource\":\"CRM\",\"dims\":\"\",\"direction\":\"UP\","
                        + "\"explains\":null,\"floor\":null,\"floorScore\":\"0\","
                        + "\"formula\":\"(NPS_PROM - NPS_DETR) / (NPS_PROM + NPS_PASS + NPS_DETR)\","
                        + "\"goalLink\":\"revenue 10 m\",\"high\":null,\"highFloor\":null,\"indicator\":\"NPS\","
                        + "\"influencers\":null,\"low\":null,\"lowFloor\":null,\"owner\":null,"
                        + "\"phasing\":\"LINEAR_DAYS\",\"qualityPair\":null,\"rationale\":null,\"stretch\":null,"
                        + "\"target\":\"45\",\"usage\":\"EVAL\",\"weight\":\"100\"}],"
                        + "\"period\":\"2026-Q4\",\"revision\":1,\"unit\":\"MARKETING\"}");
    }

    private static Indicator other(String code, int multiplier, Formula formula) {
        Indicator i = SamplePlan.CATALOGUE.indicator(code).orElseThrow();
        return new Indicator(
                i.code(),
                i.name(),
                i.definition(),
                i.nature(),
                i.defaultUsage(),
                formula,
                multiplier,
                i.unitKind(),
                i.displayScale(),
                i.direction(),
                i.groups(),
                i.aggregation(),
                i.terms(),
                i.validity());
    }

    private static String defined(String code, Definition replaced) {
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        SamplePlan.CATALOGUE.indicators().forEach(i -> indicators.put(i.code(), i));
        Map<String, Measure> measures = new LinkedHashMap<>(SamplePlan.CATALOGUE.measuresByCode());
        if (replaced instanceof Indicator indicator) {
            indicators.put(indicator.code(), indicator);
        } else if (replaced instanceof Measure measure) {
            measures.put(measure.code(), measure);
        }
        Catalogue catalogue = new Catalogue(measures.values(), indicators.values());
        Plan plan = SamplePlan.draft(QUARTER, item(code, "100", "target=45"));
        plan.edit(plan.written().defined(catalogue), "author");
        return plan.content();
    }

    @Test
    void content_changesWithTheDefinition_andWithWhatItsFormulaRestsOn() {
        Indicator nps = SamplePlan.CATALOGUE.indicator("NPS").orElseThrow();
        Indicator cac = SamplePlan.CATALOGUE.indicator("CAC_FULL").orElseThrow();
        Measure cost = SamplePlan.CATALOGUE.measure("MKT_COST").orElseThrow();
        assertThat(defined("NPS", other("NPS", 1, nps.formula()))).isNotEqualTo(defined("NPS", nps));
        assertThat(defined("LTV_CAC", other("CAC_FULL", 1, Formula.parse("MKT_COST / NEW_CUSTOMERS"))))
                .isNotEqualTo(defined("LTV_CAC", cac));
        assertThat(defined("LTV_CAC", cost.with(Aggregation.of(TimeAggregation.LAST))))
                .isNotEqualTo(defined("LTV_CAC", cost));
        assertThat(defined("NPS", other("CAC_FULL", 100, cac.formula()))).isEqualTo(defined("NPS", nps));
    }

    @Test
    void definitionKeptSinceTheLastPlan_isNoDifference_anotherOneIs() {
        PlanItem item = item("NPS", "100", "target=45");
        PlanContent before = new PlanContent(null, List.of(item), List.of());
        PlanContent after = before.defined(SamplePlan.CATALOGUE);
        assertThat(PlanDiff.of(before, after).isEmpty()).isTrue();
        Catalogue other =
                new Catalogue(SamplePlan.CATALOGUE.measures(), List.of(other("NPS", 1, Formula.parse(item.formula()))));
        assertThat(PlanDiff.of(after, before.defined(other)).items().get(0).fields())
                .extracting(FieldChange::field)
                .containsExactly("definition");
    }

    @Test
    void lintReport_doesNotDependOnTheOrderOfAnswersOrFindings() {
        Finding one = finding("L15", "LEADS");
        Finding other = finding("L18", "CAC");
        List<Answer> answers = List.of(new Answer("L15", "LEADS", "a contract"), new Answer("L18", "CAC", "a recall"));
        List<Answer> turned = List.of(answers.get(1), answers.get(0));
        assertThat(PlanDocument.lintReport(List.of(one, other), answers))
                .isEqualTo(PlanDocument.lintReport(List.of(other, one), turned));
    }

    private static Finding finding(String code, String item) {
        return new Finding(code, Severity.WARN, item, "target", new LocalizedText("Too low.", "Слишком мало."));
    }

    @Test
    void whatTheLintHasComeToSay_standsBesideWhatWasSigned() {
        Finding signed = finding("L15", "LEADS");
        Finding since = finding("L18", "CAC");
        LintReport report = LintReport.of(List.of(signed), List.of(signed, since));
        assertThat(report.findings()).containsExactly(signed);
        assertThat(report.since()).containsExactly(since);
    }

    @Test
    void content_holdsNoTimeNoVersionNoPeople() {
        assertThat(SamplePlan.in(PlanState.APPROVED).content())
                .doesNotContain("version", "signed", "editor", "author", "2026-09-25")
                .contains("\"period\":\"2026-Q4\"", "\"revision\":1", "\"target\":\"1200\"");
    }
}
