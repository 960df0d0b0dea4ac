package org.kpisuite.web.sample;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.kpisuite.domain.plan.GateTerms;

/** A sample plan as the body of {@code POST /plans}; quantities as strings. */
final class PlanJson {
    private PlanJson() {}

    static JsonObject of(DepartmentPlan plan) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        plan.items().forEach(i -> items.add(item(i)));
        return Json.createObjectBuilder()
                .add("unit", plan.unit())
                .add("period", plan.quarter().code())
                .add("businessStage", "GROWTH")
                .add("items", items)
                .build();
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
