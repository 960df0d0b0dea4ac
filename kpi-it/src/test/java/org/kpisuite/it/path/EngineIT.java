package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/** Numbers over HTTP: where they come from, and that they stay what they were. */
class EngineIT {
    private final Company company = new Company(RunningSuite.shared());

    private ApiClient prepared() {
        StringBuilder csv = new StringBuilder("unit,measure,period,value,currency\n");
        for (LocalDate day = LocalDate.of(2026, 4, 1); day.isBefore(LocalDate.of(2026, 10, 1)); day = day.plusDays(1)) {
            row(csv, "LEADS", day, "20", "");
            row(csv, "NEW_CUSTOMERS", day, "4", "");
            row(csv, "MKT_COST", day, "12000.50", "RUB");
        }
        ok(company.as("controller").post("/api/imports", "text/csv", csv.toString()));
        company.approved("2026-Q3", Map.of("LEADS", "1800", "CAC", "3100.25"));
        return company.as("viewer");
    }

    private void row(StringBuilder csv, String measure, LocalDate day, String value, String currency) {
        csv.append(String.join(",", company.department(), measure, day.toString(), value, currency))
                .append('\n');
    }

    private String scorecard(String period) {
        return "/api/scorecards/" + company.department() + "/" + period;
    }

    private String asked(String path, String indicator) {
        return path + "?unit=" + company.department() + "&indicator=" + indicator + "&period=2026-Q3";
    }

    @Test
    void everyNumber_canBeFollowedToTheRowsOfItsFile() {
        ApiClient viewer = prepared();
        JsonObject tree = ok(viewer.get(asked("/api/explain", "CAC")));
        JsonObject actual = tree.getJsonArray("steps").getJsonObject(0);
        assertThat(actual.getString("kind")).isEqualTo("ACTUAL");
        assertThat(actual.getString("working")).isEqualTo("MKT_COST / NEW_CUSTOMERS");
        BigDecimal shown =
                new BigDecimal(item(ok(viewer.get(scorecard("2026-Q3"))), "CAC").getString("actual"));
        assertThat(new BigDecimal(actual.getString("value"))).isEqualByComparingTo(shown);

        List<JsonObject> rows = ok(viewer.get(asked("/api/actuals/trace", "CAC"))).getJsonArray("rows").stream()
                .map(JsonValue::asJsonObject)
                .toList();
        assertThat(rows).hasSize(2 * 92).allSatisfy(r -> {
            assertThat(r.getJsonNumber("importId").longValue()).isPositive();
            assertThat(r.getInt("row")).isGreaterThan(1);
        });
        BigDecimal cost = sum(rows, "MKT_COST");
        assertThat(cost.divide(sum(rows, "NEW_CUSTOMERS"))).isEqualByComparingTo(shown);
        for (JsonValue input : actual.getJsonArray("inputs")) {
            JsonObject measure = input.asJsonObject();
            assertThat(sum(rows, measure.getString("subject"))).isEqualByComparingTo(measure.getString("value"));
        }
    }

    private static BigDecimal sum(List<JsonObject> rows, String measure) {
        return rows.stream()
                .filter(r -> r.getString("measure").equals(measure))
                .map(r -> new BigDecimal(r.getString("value")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static JsonObject item(JsonObject scorecard, String key) {
        return scorecard.getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(i -> i.getString("key").equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void explanation_ofWhatThereIsNot_isNotFound_andSaysWhatItNeeds() {
        ApiClient viewer = prepared();
        assertThat(refused(viewer.get(asked("/api/explain", "NONSENSE")), 404)).isEqualTo("E-NOT-FOUND");
        assertThat(refused(viewer.get("/api/explain?unit=" + company.department()), 422))
                .isEqualTo("E-FIELD-MISSING");
        assertThat(refused(viewer.get(asked("/api/explain", "CAC") + "&organisation=other"), 422))
                .isEqualTo("E-FIELD-VALUE");
        ok(viewer.get(asked("/api/explain", "CAC") + "&organisation=restated&comparison=RESTATED"));
        assertThat(refused(viewer.get("/api/explain?unit=" + company.other() + "&indicator=CAC&period=2026-Q3"), 404))
                .isEqualTo("E-NOT-FOUND");
    }

    @Test
    void scorecardAsOfThen_hasTheSameBytes_whateverWasChangedSince() {
        ApiClient viewer = prepared();
        ApiClient controller = company.as("controller");
        String asOf = "?lang=ru&asOf=" + Instant.now();
        String data = viewer.get(scorecard("2026-Q3") + asOf).body();
        byte[] pdf = viewer.download(scorecard("2026-Q3") + ".pdf" + asOf).body();
        byte[] workbook = viewer.download(scorecard("2026-Q3") + ".xlsx" + asOf).body();

        ok(controller.post(
                "/api/imports",
                "text/csv",
                "unit,measure,period,value,op,reason\n" + company.department()
                        + ",LEADS,2026-08-11,4000,,late\n" + company.department()
                        + ",NEW_CUSTOMERS,2026-08-12,,DELETE,wrong\n"));
        ok(RunningSuite.shared()
                .api()
                .put(
                        "/api/rates/USD/2026-Q3",
                        Json.createObjectBuilder().add("average", "95").build(),
                        "If-Match",
                        "\"0\""));
        ok(RunningSuite.shared()
                .api()
                .put(
                        "/api/units/" + company.department(),
                        Json.createObjectBuilder()
                                .add(
                                        "name",
                                        Json.createObjectBuilder()
                                                .add("en", "Unit " + company.department())
                                                .add("ru", "Отдел " + company.department()))
                                .add("parent", company.root())
                                .add("validFrom", "2026-09-01")
                                .build(),
                        "If-Match",
                        viewer.get("/api/units/" + company.department())
                                .headers()
                                .firstValue("ETag")
                                .orElseThrow()));

        assertThat(viewer.get(scorecard("2026-Q3") + asOf).body()).isEqualTo(data);
        assertThat(viewer.download(scorecard("2026-Q3") + ".pdf" + asOf).body()).isEqualTo(pdf);
        assertThat(viewer.download(scorecard("2026-Q3") + ".xlsx" + asOf).body())
                .isEqualTo(workbook);
        assertThat(item(ok(viewer.get(scorecard("2026-Q3"))), "LEADS").getString("actual"))
                .isNotEqualTo(item(read(data), "LEADS").getString("actual"));
    }

    private static JsonObject read(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-Q3", "2026-09", "2026-W39", "2026-09-15", "2026"})
    void periodsOfEveryLength_haveTheirScorecard(String period) {
        JsonObject card = ok(prepared().get(scorecard(period)));
        JsonObject leads = item(card, "LEADS");
        long days = card.getJsonNumber("elapsedDays").longValue();
        assertThat(new BigDecimal(leads.getString("actual")))
                .isEqualByComparingTo(BigDecimal.valueOf(20 * Math.min(days, 183)));
    }

    @Test
    void gate_ofAPlan_decidesWhatItsItemIsWorth() {
        prepared();
        JsonObject plan = Json.createObjectBuilder()
                .add("unit", company.department())
                .add("period", "2026-Q2")
                .add(
                        "items",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("indicator", "LEADS")
                                        .add("usage", "EVAL")
                                        .add("weight", "60")
                                        .add("target", "1000")
                                        .add("goalLink", "Revenue")
                                        .add("dataSource", "CRM")
                                        .add(
                                                "gate",
                                                Json.createObjectBuilder()
                                                        .add("numerator", "NEW_CUSTOMERS")
                                                        .add("denominator", "LEADS")
                                                        .add("threshold", "0.25")
                                                        .add("mode", "ZERO")))
                                .add(Json.createObjectBuilder()
                                        .add("indicator", "CAC")
                                        .add("usage", "EVAL")
                                        .add("weight", "40")
                                        .add("target", "3100")
                                        .add("goalLink", "Revenue")
                                        .add("dataSource", "CRM")))
                .add("consultations", Company.consulted())
                .add(
                        "answers",
                        Json.createArrayBuilder()
                                .add(Company.answer("L10"))
                                .add(Company.answer("L15").add("item", "LEADS")))
                .build();
        int id = ok(company.as("author").post("/api/plans", plan)).getInt("id");
        JsonObject empty = Json.createObjectBuilder().build();
        ok(company.as("head").post("/api/plans/" + id + "/submit", empty));
        String hash = ok(company.as("controller").post("/api/plans/" + id + "/check", empty))
                .getString("hash");
        ok(company.as("approver")
                .post(
                        "/api/plans/" + id + "/approve",
                        Json.createObjectBuilder().add("hash", hash).build()));
        JsonObject leads = item(ok(company.as("viewer").get(scorecard("2026-Q2"))), "LEADS");
        assertThat(leads.getJsonObject("gate").getString("state")).isEqualTo("FAIL");
        assertThat(leads.getJsonObject("gate").getString("ungated")).isEqualTo("120");
        assertThat(leads.getString("achievement")).isEqualTo("0");
    }
}
