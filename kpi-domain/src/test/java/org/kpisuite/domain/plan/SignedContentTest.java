package org.kpisuite.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.plan.SamplePlan.QUARTER;
import static org.kpisuite.domain.plan.SamplePlan.item;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

    @Test
    void content_holdsNoTimeNoVersionNoPeople() {
        assertThat(SamplePlan.in(PlanState.APPROVED).content())
                .doesNotContain("version", "signed", "editor", "author", "2026-09-25")
                .contains("\"period\":\"2026-Q4\"", "\"revision\":1", "\"target\":\"1200\"");
    }
}
