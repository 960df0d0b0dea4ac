package org.kpisuite.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;

/** The errors of the lint by domain specification §4.7 that need no history. */
class PlanLintTest {
    private static final Gate GATE = Gate.of(
            new GateTerms("DEALS_WON_COHORT", "LEADS", new BigDecimal("0.2"), null, null, null, null),
            SamplePlan.CATALOGUE);

    /** The shipped catalogue, where leads are a quantity and impressions an activity. */
    private static final Catalogue CATALOGUE = new Catalogue(
            SamplePlan.CATALOGUE.measures(),
            SamplePlan.CATALOGUE.indicators().stream().map(PlanLintTest::marked).toList());

    private static Indicator marked(Indicator indicator) {
        boolean quantity = indicator.code().equals("LEADS");
        return indicator.with(indicator.terms().marked(indicator.activity(), quantity));
    }

    private static PlanItem item(String indicator, Controllability control, Map<String, String> texts) {
        return new PlanItem(
                CATALOGUE.indicator(indicator).orElseThrow(),
                Map.of(),
                Usage.EVAL,
                BigDecimal.valueOf(50),
                SamplePlan.marks("target=1"),
                TargetPhasing.LINEAR_DAYS,
                control,
                texts);
    }

    private static PlanItem item(String indicator) {
        return item(indicator, Controllability.FULL, Map.of("goalLink", "revenue 10 m"));
    }

    private static List<Finding> lint(PlanItem... items) {
        return PlanLint.of(SamplePlan.draft(SamplePlan.QUARTER, items), CATALOGUE);
    }

    private static List<String> codes(PlanItem... items) {
        return lint(items).stream().map(Finding::code).toList();
    }

    @Test
    void leadingAndLagging_linkedAndControlled_breakNoRule() {
        assertThat(lint(item("BRAND_SESSIONS"), item("CAC"))).isEmpty();
    }

    @Test
    void l05_itemWithoutGoal_isAnError_unlessItOnlyDiagnoses() {
        PlanItem aimless = item("CAC", Controllability.FULL, Map.of());
        PlanItem diagnostic = new PlanItem(
                CATALOGUE.indicator("CTR").orElseThrow(),
                Map.of(),
                Usage.DIAG,
                BigDecimal.ZERO,
                SamplePlan.marks(""),
                TargetPhasing.LINEAR_DAYS,
                null,
                Map.of());
        assertThat(codes(item("BRAND_SESSIONS"), aimless, diagnostic)).containsExactly("L05");
        assertThat(lint(item("BRAND_SESSIONS"), aimless).get(0).message(Messages.EN))
                .isEqualTo("CAC: not linked to a business goal.");
    }

    @ParameterizedTest
    @CsvSource({"FULL, 0", "SHARED, 0", "NONE, 1"})
    void l06_itemOutOfControl_isAnError(Controllability control, int errors) {
        PlanItem item = item("CAC", control, Map.of("goalLink", "profit", "influencers", "Sales"));
        assertThat(lint(item("BRAND_SESSIONS"), item)).hasSize(errors).allSatisfy(f -> assertThat(
                        f.message(Messages.EN))
                .isEqualTo("CAC: the department does not control it (Sales does)."));
    }

    @Test
    void l07_activity_isNotScored() {
        assertThat(codes(item("IMPRESSIONS"), item("CAC"))).containsExactly("L07");
    }

    @Test
    void l09_moreThanSevenScored_isAnError() {
        PlanItem[] seven = IntStream.rangeClosed(1, 7)
                .mapToObj(i -> SamplePlan.item(
                        i == 1 ? "BRAND_SESSIONS" : "CAC",
                        Map.of("campaign", "c" + i),
                        i == 7 ? "16" : "14",
                        "target=1"))
                .toArray(PlanItem[]::new);
        assertThat(lint(seven)).isEmpty();
        PlanItem[] eight = Arrays.copyOf(seven, 8);
        eight[7] = SamplePlan.item("NPS", "0", "target=1");
        assertThat(codes(eight)).containsExactly("L09");
    }

    @Test
    void l11_quantity_needsAQualityItem_orAGate() {
        PlanItem bare = item("LEADS");
        PlanItem paired =
                item("LEADS", Controllability.FULL, Map.of("goalLink", "revenue", "qualityPair", "LEAD_QUALITY"));

        assertThat(codes(bare, item("CAC"))).containsExactly("L11");
        assertThat(codes(bare.with(GATE), item("CAC"))).isEmpty();
        assertThat(codes(paired, item("LEAD_QUALITY"))).isEmpty();
        assertThat(codes(paired, item("CAC"))).as("its pair stands in no plan").containsExactly("L11");
    }

    @Test
    void l12_onlyLagging_orOnlyLeading_isAnError() {
        assertThat(codes(item("CAC"), item("NPS"))).containsExactly("L12");
        assertThat(codes(item("BRAND_SESSIONS"), item("PIPELINE_NEW"))).containsExactly("L12");
        assertThat(codes()).as("an empty plan is told so once").containsExactly("L10");
    }
}
