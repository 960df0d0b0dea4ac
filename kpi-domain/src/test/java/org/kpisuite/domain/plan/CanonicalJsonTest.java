package org.kpisuite.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.plan.SamplePlan.QUARTER;
import static org.kpisuite.domain.plan.SamplePlan.item;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One spelling of what is signed: RFC 8785 with decimals as strings, domain specification §4.5. */
class CanonicalJsonTest {
    @Test
    void names_areSortedByUtf16CodeUnits_asTheExampleOfTheRfc() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("\u20ac", "Euro Sign");
        map.put("\r", "Carriage Return");
        map.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        map.put("1", "One");
        map.put("\ud83d\ude00", "Emoji: Grinning Face");
        map.put("\u0080", "Control");
        map.put("\u00f6", "Latin Small Letter O With Diaeresis");
        List<String> order = List.of(
                "Carriage Return", "One", "Control", "Latin Small Letter O", "Euro Sign", "Emoji", "Hebrew Letter");
        String json = CanonicalJson.of(map);
        assertThat(order.stream().map(json::indexOf)).isSorted().doesNotContain(-1);
    }

    @Test
    void text_isEscapedAsTheRfcSays_andNoFurther() {
        assertThat(CanonicalJson.of("\u20ac$\u000f\nA'B\"\\\b\t\r\f/\u007f\u2028<"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\b\\t\\r\\f/\u007f\u2028<\"");
    }

    @ParameterizedTest
    @CsvSource({
        "1.50, 1.5",
        "100, 100",
        "1E+3, 1000",
        "0.00, 0",
        "-0.0, 0",
        "0.1234567890123456789012345678, 0.1234567890123456789012345678"
    })
    void decimals_areStrings_withoutIdleZeros(BigDecimal number, String text) {
        assertThat(CanonicalJson.of(number)).isEqualTo('"' + text + '"');
    }

    @Test
    void otherValues_haveNoWhiteSpace() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", Arrays.asList(1, 2L, null, true, PlanState.DRAFT));
        map.put("a", Map.of());
        assertThat(CanonicalJson.of(map)).isEqualTo("{\"a\":{},\"b\":[1,2,null,true,\"DRAFT\"]}");
    }

    @Test
    void composedAndDecomposedText_isTheSame() {
        assertThat(CanonicalJson.of("\u0438\u0306"))
                .isEqualTo(CanonicalJson.of("\u0439"))
                .isEqualTo("\"й\"");
    }

    @Test
    void sha256_isThatOfTheUtf8Bytes() {
        assertThat(CanonicalJson.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(CanonicalJson.sha256("й")).hasSize(64).isNotEqualTo(CanonicalJson.sha256("?"));
    }

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
