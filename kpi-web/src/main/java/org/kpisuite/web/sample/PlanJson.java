package org.kpisuite.web.sample;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.kpisuite.domain.plan.GateTerms;

/** A sample plan as the body of {@code POST /plans}; quantities as strings. */
final class PlanJson {
    private static final int TALKED_DAYS_BEFORE = 21;

    private PlanJson() {}

    /** The plan before anybody has looked at what the lint says. */
    static JsonObject of(DepartmentPlan plan) {
        return of(plan, JsonValue.EMPTY_JSON_ARRAY);
    }

    /** The plan with answers to what the lint warns of. */
    static JsonObject of(DepartmentPlan plan, JsonArray answers) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        plan.items().forEach(i -> items.add(item(i)));
        return Json.createObjectBuilder()
                .add("unit", plan.unit())
                .add("period", plan.quarter().code())
                .add("businessStage", "GROWTH")
                .add("items", items)
                .add("consultations", Json.createArrayBuilder().add(consultation(plan)))
                .add("answers", answers)
                .build();
    }

    /** The team met three weeks before the quarter. */
    private static JsonObjectBuilder consultation(DepartmentPlan plan) {
        return Json.createObjectBuilder()
                .add("who", "Anna Sokolova, Pavel Egorov, Irina Belova")
                .add("at", plan.quarter().start().minusDays(TALKED_DAYS_BEFORE).toString())
                .add("outcome", "The set of KPIs is kept; targets follow the prior year and the season.");
    }

    private static JsonObjectBuilder item(PlannedItem item) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("indicator", item.indicator())
                .add("usage", item.usage())
                .add("weight", String.valueOf(item.weight()))
                .add("controllability", item.controllability());
        item.marks().forEach((name, value) -> json.add(name, value.toPlainString()));
        item.texts().forEach(json::add);
        if (item.gate() != null) {
            json.add("gate", gate(item.gate()));
        }
        return json;
    }

    private static JsonObjectBuilder gate(GateTerms gate) {
        return Json.createObjectBuilder()
                .add("numerator", gate.numerator())
                .add("denominator", gate.denominator())
                .add("threshold", gate.threshold().toPlainString())
                .add("mode", gate.mode().name())
                .add("maturityDays", gate.maturityDays());
    }
}
