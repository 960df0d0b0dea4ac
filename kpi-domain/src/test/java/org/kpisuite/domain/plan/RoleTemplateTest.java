package org.kpisuite.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.quantity.Decimals;

/** The role templates of domain specification §1.5. */
class RoleTemplateTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();

    static List<RoleTemplate> templates() {
        return RoleTemplate.shipped();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "HEAD_OF_MARKETING; CAC_FULL 25, LTV_CAC 20, ROMI 25, PIPELINE_NEW 30;"
                        + " ROAS, FUNNEL_TOTAL, SESSIONS, MARKET_SHARE, MKT_COST",
                "PERFORMANCE; LEADS 40, LEAD_QUALITY 30, CPA 30;"
                        + " CTR, CPC, BOUNCE_RATE, LP_CONVERSION, LEADS[channel=paid]",
                "BRAND_PR; BRAND_SESSIONS 40, BRAND_LIFT 30, NPS 30; MARKET_SHARE, FOLLOWERS, POSTS, REACH, IMPRESSIONS",
                "SMM; LEADS[channel=social] 40, LEAD_QUALITY[channel=social] 30, ENGAGEMENT 30;"
                        + " FOLLOWERS, BRAND_SESSIONS, POSTS, REACH, IMPRESSIONS",
                "CRM_EMAIL; RETENTION 30, RPR 25, REVENUE[channel=email] 25, EMAIL_CTR 20;"
                        + " SATISFACTION, LEADS[channel=email]",
                "SALES; REVENUE 40, PIPELINE_NEW 30, LEAD_QUALITY 30; FUNNEL_TOTAL, UNITS_SOLD"
            })
    void templates_areThoseOfTheSpecification(String code, String scored, String diagnostic) {
        RoleTemplate template = RoleTemplate.of(code);
        assertThat(template.lines().stream()
                        .filter(l -> l.usage() == Usage.EVAL)
                        .map(l -> l.key() + " " + Decimals.plain(l.weight()))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(scored);
        assertThat(template.lines().stream()
                        .filter(l -> l.usage() == Usage.DIAG)
                        .map(RoleTemplate.Line::key)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(diagnostic);
    }

    @Test
    void thereAreSix_eachWithACodeOfItsOwn() {
        assertThat(templates()).hasSize(6).extracting(RoleTemplate::code).doesNotHaveDuplicates();
        assertThat(RoleTemplate.find("NO_SUCH")).isEmpty();
        assertThatThrownBy(() -> RoleTemplate.of("NO_SUCH")).isInstanceOf(KpiException.class);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplate_makesItems_inBothLanguages_thatBreakNoRuleOnceTheyHaveAPast(RoleTemplate template) {
        Map<String, List<BigDecimal>> history = template.lines().stream()
                .collect(Collectors.toMap(RoleTemplate.Line::key, l -> List.of(BigDecimal.TEN)));
        Plan plan = new Plan("MARKETING", SamplePlan.QUARTER, "author");
        plan.edit(new PlanContent(null, template.items(CATALOGUE, Messages.EN, history), List.of()), "author");

        assertThat(PlanLint.of(plan, CATALOGUE))
                .noneMatch(f -> f.severity() == Severity.ERROR)
                .extracting(Finding::code)
                .containsOnlyOnce("L20")
                .contains("L06");
        for (PlanItem item : plan.items()) {
            assertThat(item.controllability()).isEqualTo(Controllability.SHARED);
            assertThat(item.texts().get("influencers"))
                    .isEqualTo(template.influencer().en());
            if (item.usage() == Usage.DIAG) {
                assertThat(plan.item(String.valueOf(item.explains())))
                        .as(item.key())
                        .hasValueSatisfying(i -> assertThat(i.usage()).isEqualTo(Usage.EVAL));
            }
        }
        List<PlanItem> russian = template.items(CATALOGUE, Messages.RU);
        assertThat(russian)
                .allSatisfy(i -> assertThat(i.texts().get("influencers")).matches(".*[а-я].*"));
        assertThat(russian)
                .filteredOn(i -> i.usage() == Usage.EVAL)
                .allSatisfy(i -> assertThat(i.texts().get("goalLink")).matches(".*[а-я].*"));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "LEADS,        820 860 900 881, 865,       779,       952",
                "REVENUE,      100.4 100.5,     100,       90,        110",
                "CAC_FULL,     100 200,         150,       165,       135",
                "LEAD_QUALITY, 0.2181 0.2184,   0.218,     0.196,     0.24",
                "EMAIL_CTR,    0.02641,         0.0264,    0.0238,    0.029",
                "ENGAGEMENT,   0.00026,         0.0003,    0.00027,   0.00033",
                "ROMI,         -0.2 -0.3,       -0.25,     -0.275,    -0.225",
                "LEADS,        1 1 1,           1,         0.9,       1.1",
                "CTR,          0.00001,         0.00001,   0.000009,  0.000011",
                "LEADS,        '',              -,         -,         -",
                "ROMI,         -0.2 0.2,        -,         -,         -"
            })
    void marks_areTheMean_andATenthToEitherSide_byDirection(
            String indicator, String values, String target, String floor, String stretch) {
        List<BigDecimal> history = values.isEmpty()
                ? List.of()
                : Arrays.stream(values.split(" ", -1)).map(BigDecimal::new).toList();
        Marks marks = HistoricMarks.of(CATALOGUE.indicator(indicator).orElseThrow(), history);

        assertThat(text(marks, "target")).isEqualTo(target);
        assertThat(text(marks, "floor")).isEqualTo(floor);
        assertThat(text(marks, "stretch")).isEqualTo(stretch);
        PlanItem item = new PlanItem(
                CATALOGUE.indicator(indicator).orElseThrow(),
                Map.of(),
                Usage.EVAL,
                BigDecimal.TEN,
                marks,
                TargetPhasing.LINEAR_DAYS,
                Controllability.FULL,
                Map.of());
        assertThat(PlanLint.of(SamplePlan.draft(SamplePlan.QUARTER, item), CATALOGUE))
                .extracting(Finding::code)
                .doesNotContain("L16");
    }

    @Test
    void band_isATenthWideOnEitherSide() {
        Marks marks = HistoricMarks.of(
                CATALOGUE.indicator("MKT_COST").orElseThrow(),
                List.of(BigDecimal.valueOf(900), BigDecimal.valueOf(1100)));
        assertThat(List.of(text(marks, "lowFloor"), text(marks, "low"), text(marks, "high"), text(marks, "highFloor")))
                .containsExactly("800", "900", "1100", "1200");
    }

    private static String text(Marks marks, String name) {
        BigDecimal value = marks.values().get(name);
        return value == null ? null : Decimals.plain(value);
    }
}
