package org.kpisuite.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;

/** What was displayed is what is signed (domain specification §4.5): nothing of an item is signed that is not told. */
class PlanTermsTest {
    private static final Catalogue CATALOGUE = SamplePlan.CATALOGUE;

    /** What stands in the columns of page and pack, or in the tree of goals: their tests look for it there. */
    private static final Set<String> IN_THE_TABLE = Set.of(
            "indicator",
            "dims",
            "usage",
            "weight",
            "target",
            "floor",
            "stretch",
            "low",
            "high",
            "lowFloor",
            "highFloor",
            "explains",
            "goalLink",
            "goalValue",
            "coverageFactor",
            "rationale");

    private static final Map<String, String> TOLD = told();

    private static Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("qualityPair", "quality: CAC, marketing");
        told.put("influencers", "influenced by the sales force");
        told.put("controllability", "controlled with others");
        told.put("owner", "owner: I. Petrov");
        told.put("dataSource", "source: CRM");
        told.put("baseline", "baseline 1,150");
        told.put("floorScore", "40 points at the floor");
        told.put("cap", "at most 115 points");
        told.put("direction", "higher is better");
        told.put("formula", "formula LEADS");
        told.put("definition", "definition ");
        told.put("phasing", "target spread by");
        told.put("phasingProfile", "0.3,0.3,0.4");
        told.put("gate.numerator", "Won deals by lead cohort");
        told.put("gate.denominator", "Leads");
        told.put("gate.threshold", "at least 21.5%");
        told.put("gate.mode", "else at most");
        told.put("gate.cap", "70 points");
        told.put("gate.maturityDays", "decided after 61 days");
        told.put("gate.matureShareMin", "85% are mature");
        return told;
    }

    /** An item that says everything that an item can say. */
    private static PlanItem full() {
        Gate gate = Gate.of(
                new GateTerms(
                        "DEALS_WON_COHORT",
                        "LEADS",
                        new BigDecimal("0.215"),
                        GateMode.CAP,
                        new BigDecimal(70),
                        61,
                        new BigDecimal("0.85")),
                CATALOGUE);
        return new PlanItem(
                        CATALOGUE.indicator("LEADS").orElseThrow(),
                        Map.of("channel", "social"),
                        Usage.EVAL,
                        new BigDecimal(40),
                        SamplePlan.marks("target=1200 floor=900 stretch=1500 baseline=1150 floorScore=40 cap=115"),
                        new TargetPhasing(Phasing.PROFILE, PhasingProfile.parse("0.3,0.3,0.4")),
                        Controllability.SHARED,
                        Map.of(
                                "qualityPair", "CAC",
                                "goalLink", "revenue",
                                "influencers", "the sales force",
                                "owner", "I. Petrov",
                                "dataSource", "CRM",
                                "rationale", "a new channel"))
                .with(gate)
                .withGoal(BigDecimal.TEN, BigDecimal.ONE)
                .defined(CATALOGUE);
    }

    @Test
    void everySignedField_isTold() {
        PlanItem item = full();
        String terms = String.join(
                " · ", new PlanTerms(CATALOGUE, Messages.EN).of(item).values());
        PlanFields.of(item).keySet().stream()
                .filter(field -> !IN_THE_TABLE.contains(field))
                .forEach(field -> assertThat(terms)
                        .as(field)
                        .contains(TOLD.getOrDefault(field, "no words for the signed field " + field)));
        assertThat(item.content().keySet())
                .as("the item says everything that one can")
                .containsAll(TOLD.keySet().stream()
                        .filter(f -> !f.startsWith("gate."))
                        .toList());
    }

    @Test
    void terms_areToldInRussian() {
        String terms = String.join(
                " · ", new PlanTerms(CATALOGUE, Messages.RU).of(full()).values());
        assertThat(terms)
                .contains(
                        "контроль вместе с другими, влияет: the sales force",
                        "не менее 21,5\u00A0%; иначе не больше 70 баллов; решается через 61 дн., когда созрело 85\u00A0%",
                        "баллов на пороге: 40, не больше баллов: 115",
                        "цель распределена по профилю 0.3,0.3,0.4")
                .doesNotContain("DEALS_WON_COHORT");
    }

    @Test
    void gateOfAMultiple_isNoPercentage() {
        Gate gate = Gate.of(new GateTerms("LTV", "CAC_FULL", new BigDecimal("3.0"), null, null, null, null), CATALOGUE);
        PlanItem item = SamplePlan.item("LEADS", "40", "target=1").with(gate);
        assertThat(new PlanTerms(CATALOGUE, Messages.EN).of(item).get(PlanTerms.About.GATE))
                .contains("at least 3×; else nothing counts");
    }

    @Test
    void metric_tellsOnlyWhatItHas_andItsGoal() {
        PlanItem metric = new PlanItem(
                CATALOGUE.indicator("CTR").orElseThrow(),
                Map.of(),
                Usage.DIAG,
                BigDecimal.ZERO,
                SamplePlan.marks(""),
                TargetPhasing.LINEAR_DAYS,
                null,
                Map.of("goalLink", "revenue"));
        assertThat(new PlanTerms(CATALOGUE, Messages.EN).of(metric).values())
                .containsExactly("goal: revenue", "formula CLICKS / IMPRESSIONS, higher is better");
    }

    @Test
    void children_standWithTheirWeights() {
        PlanContent content =
                new PlanContent(null, List.of(), List.of(new ChildWeight("RETAIL", new BigDecimal("60.50"))));
        assertThat(new PlanTerms(CATALOGUE, Messages.RU).children(content)).contains("RETAIL 60,5");
        assertThat(new PlanTerms(CATALOGUE, Messages.RU).children(PlanContent.EMPTY))
                .isEmpty();
    }
}
