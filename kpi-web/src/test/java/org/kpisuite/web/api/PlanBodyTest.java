package org.kpisuite.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.Plan;

class PlanBodyTest {
    private static PlanBody read(String json) {
        Body body = Body.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        return PlanBody.of(body, Catalogue.shipped(), CompanyCalendar.STANDARD, true);
    }

    private static PlanBody gated(String gate) {
        return read("""
                {"unit": "MARKETING", "period": "2026-Q4",
                 "items": [{"indicator": "LEADS", "weight": "100", "target": "900", "gate": %s}]}
                """.formatted(gate));
    }

    private static Map<String, String> refusals(String gate) {
        KpiException refused = catchThrowableOfType(KpiException.class, () -> gated(gate));
        return refused.refusals().stream().collect(java.util.stream.Collectors.toMap(Refusal::column, r -> r.code()
                .text()));
    }

    private static PlanView view(PlanBody body) {
        Plan plan = new Plan(body.unit(), body.period().orElseThrow(), "author");
        plan.edit(body.content(), "author");
        return PlanView.of(plan, List.of());
    }

    @Test
    void gate_isRead_andShownAsItIsKept() {
        PlanBody body = gated("""
                {"numerator": "DEALS_WON_COHORT", "denominator": "LEADS", "threshold": "0.20", "mode": "CAP",
                 "cap": "70", "maturityDays": 60}""");

        Gate gate = body.content().items().get(0).gate().orElseThrow();
        assertThat(gate).hasToString("DEALS_WON_COHORT / LEADS ≥ 0.2");
        assertThat(view(body).items().get(0).get("gate"))
                .isEqualTo(Map.of(
                        "numerator", "DEALS_WON_COHORT",
                        "denominator", "LEADS",
                        "threshold", "0.2",
                        "mode", "CAP",
                        "cap", "70",
                        "maturityDays", 60,
                        "matureShareMin", "0.8"));
    }

    @Test
    void noGate_isShownAsNone() {
        assertThat(view(gated("null")).items().get(0)).containsEntry("gate", null);
    }

    @Test
    void everythingWrongInAGate_isRefusedAtOnce_eachFieldOnce() {
        assertThat(refusals("""
                {"numerator": "WINS", "threshold": "many", "mode": "CAP", "matureShareMin": "80", "teshold": 1}"""))
                .isEqualTo(Map.of(
                        "items[0].gate.numerator", "E-FIELD-VALUE",
                        "items[0].gate.denominator", "E-FIELD-MISSING",
                        "items[0].gate.threshold", "E-FIELD-VALUE",
                        "items[0].gate.cap", "E-FIELD-MISSING",
                        "items[0].gate.matureShareMin", "E-FIELD-VALUE",
                        "items[0].gate.teshold", "E-FIELD-UNKNOWN"));
    }

    @Test
    void gateThatIsNoObject_isRefused() {
        assertThat(refusals("true")).isEqualTo(Map.of("items[0].gate", "E-FIELD-VALUE"));
    }

    @Test
    void children_areRead_andShown() {
        PlanBody body = read("""
                {"unit": "MERIDIAN", "period": "2026-Q4",
                 "children": [{"unit": "SALES", "weight": "60"}, {"unit": "ONLINE", "weight": 40}]}
                """);
        assertThat(view(body).children())
                .containsExactly(new PlanView.ChildView("SALES", "60"), new PlanView.ChildView("ONLINE", "40"));
    }

    @Test
    void childWithoutUnitOrWeight_isRefused_byItsPlace() {
        KpiException refused = catchThrowableOfType(KpiException.class, () -> read("""
                {"unit": "MERIDIAN", "period": "2026-Q4", "children": [{"weight": "0"}, {"unit": "SALES"}]}
                """));
        assertThat(refused.refusals())
                .extracting(Refusal::column)
                .containsExactlyInAnyOrder("children[0].unit", "children[0].weight", "children[1].weight");
    }
}
