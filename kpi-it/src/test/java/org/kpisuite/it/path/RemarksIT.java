package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.RunningSuite;

/** What is said about a scorecard and done about its red items, without which the quarter is not closed. */
class RemarksIT {
    private static final String QUARTER = "2026-Q3";

    private final Company company = new Company(RunningSuite.shared());
    private final String card = "/api/scorecards/" + company.department() + "/" + QUARTER;
    private JsonObject plan;

    /** Leads are far below their target, new customers cost what they may. */
    private void prepared() {
        StringBuilder csv = new StringBuilder("unit,measure,period,value,currency\n");
        for (String month : List.of("2026-07", "2026-08", "2026-09")) {
            String row = company.department() + ",%s," + month + ",%s\n";
            csv.append(row.formatted("LEADS", "1000,"))
                    .append(row.formatted("NEW_CUSTOMERS", "100,"))
                    .append(row.formatted("MKT_COST", "300000,RUB"));
        }
        ok(company.as("controller").post("/api/imports", "text/csv", csv.toString()));
        plan = company.approved(QUARTER, Map.of("LEADS", "9000", "CAC", "3100"));
    }

    private static JsonObject action(String item) {
        return Json.createObjectBuilder()
                .add("text", "=Landing page B")
                .add("item", item)
                .add("owner", "I. Orlova")
                .add("due", "2026-12-05")
                .build();
    }

    private static JsonObject comment(String text) {
        return Json.createObjectBuilder().add("text", text).build();
    }

    private JsonArray remarks(String query) {
        return ok(company.as("viewer").get(card + query)).getJsonArray("remarks");
    }

    private HttpResponse<String> close() {
        return company.as("controller").post("/api/plans/" + plan.getInt("id") + "/close", JsonValue.EMPTY_JSON_OBJECT);
    }

    @Test
    void quarterWithARedItem_isClosedOnceSomebodyActsOnIt() {
        prepared();
        HttpResponse<String> idle = close();
        assertThat(refused(idle, 422)).isEqualTo("E-ACTION-MISSING");
        assertThat(idle.body()).contains("LEADS").doesNotContain("CAC");
        ok(company.as("controller").post(card + "/comments", comment("We look at LEADS")));
        assertThat(refused(close(), 422)).as("a comment is no action").isEqualTo("E-ACTION-MISSING");
        ok(company.as("author").post(card + "/actions", action("LEADS")));
        assertThat(ok(close()).getString("state")).isEqualTo("CLOSED");
    }

    @Test
    void remarks_areSaidByRole_knownAsOfAnInstant_andDoneOnce() {
        prepared();
        String before = Instant.now().toString();
        for (String writer : new String[] {"author", "head", "controller", "approver"}) {
            ok(company.as(writer).post(card + "/comments", comment("Said by " + writer)));
        }
        for (String reader : new String[] {"viewer", "auditor", "stranger"}) {
            assertThat(refused(company.as(reader).post(card + "/comments", comment("No")), 403))
                    .isEqualTo("E-FORBIDDEN");
        }
        JsonObject written = ok(company.as("head").post(card + "/actions", action("LEADS")));
        assertThat(refused(company.as("controller").post(card + "/actions", action("LEADS")), 403))
                .isEqualTo("E-FORBIDDEN");
        assertThat(refused(company.as("author").post(card + "/actions", action("NPS")), 422))
                .isEqualTo("E-FIELD-VALUE");
        assertThat(refused(company.as("author").post(card + "/actions", comment("nobody")), 422))
                .isEqualTo("E-FIELD-MISSING");
        assertThat(refused(company.as("author").post(card + "/comments", comment("x".repeat(4001))), 422))
                .isEqualTo("E-FIELD-VALUE");

        String done = card + "/actions/" + written.getInt("id") + "/done";
        assertThat(refused(company.as("viewer").post(done, JsonValue.EMPTY_JSON_OBJECT), 403))
                .isEqualTo("E-FORBIDDEN");
        assertThat(refused(
                        company.as("author").post(done.replace(QUARTER, "2026-Q2"), JsonValue.EMPTY_JSON_OBJECT), 404))
                .isEqualTo("E-NOT-FOUND");
        JsonObject first = ok(company.as("author").post(done, JsonValue.EMPTY_JSON_OBJECT));
        assertThat(ok(company.as("head").post(done, JsonValue.EMPTY_JSON_OBJECT))
                        .get("doneAt"))
                .as("it stays done since then")
                .isEqualTo(first.get("doneAt"));
        assertThat(remarks("")).hasSize(5);
        assertThat(remarks("?asOf=" + before)).isEmpty();
        assertThat(remarks("").getJsonObject(4).getString("author")).isEqualTo("Person head");
    }
}
