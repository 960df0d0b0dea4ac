package org.kpisuite.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

class DefinitionBodyTest {
    private static DefinitionBody body(String code, String json) {
        return new DefinitionBody(
                code, Body.of(Json.createReader(new StringReader(json)).readObject()));
    }

    @Test
    void missingAndImpossibleFields_areToldTogether() {
        DefinitionBody body = body("9cac", """
                {"name": {"en": "CAC", "ru": "CAC"}, "displayScale": 9, "sourceLagDays": -1, "currency": "RUB",
                 "formula": "MKT_COST / NEW_CUSTOMERS", "nature": "LAG", "direction": "DOWN"}
                """);
        assertThatThrownBy(() -> body.of(Definition.Kind.INDICATOR, Map.of()))
                .isInstanceOfSatisfying(KpiException.class, e -> assertThat(e.refusals())
                        .extracting(Refusal::column)
                        .contains("definition", "unitKind", "displayScale", "sourceLagDays", "code")
                        .doesNotContain("currency")
                        .doesNotHaveDuplicates());
    }
}
