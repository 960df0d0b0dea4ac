package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/** Whatever is done is on record with whoever did it; whatever is refused is not. */
class AuditIT {
    private final RunningSuite suite = RunningSuite.shared();
    private final Company company = new Company(suite);

    private ApiClient auditor(String who, String unit) {
        JsonObject grant = Json.createObjectBuilder()
                .add("role", "AUDITOR")
                .add("unit", unit)
                .build();
        ok(suite.api().put("/api/people/" + company.login(who), person(who, grant)));
        return company.as(who);
    }

    private JsonObject person(String who, JsonObject... grants) {
        var all = Json.createArrayBuilder();
        List.of(grants).forEach(all::add);
        return Json.createObjectBuilder()
                .add("name", "Person " + who)
                .add("email", company.login(who) + "@example.org")
                .add("locale", "en")
                .add("grants", all)
                .build();
    }

    private static List<JsonObject> rows(ApiClient client, String query) {
        return ok(client.get("/api/audit" + query)).getJsonArray("rows").getValuesAs(JsonObject.class);
    }

    private JsonObject unit(String name) {
        return Json.createObjectBuilder()
                .add("name", Json.createObjectBuilder().add("en", name).add("ru", name))
                .add("parent", company.root())
                .build();
    }

    @Test
    void whatIsDone_isOnRecord_withWhoeverDidIt_fromWhere() {
        ApiClient auditor = auditor("revisor", company.root());
        String code = company.department();
        HttpResponse<String> answer =
                company.as("admin").put("/api/units/" + code, unit("Renamed"), "If-Match", "\"1\"");
        ok(answer);
        JsonObject record = rows(auditor, "?object=unit/" + code).get(0);
        assertThat(record.getString("actor")).isEqualTo(company.login("admin"));
        assertThat(record.getString("action")).isEqualTo("CHANGE");
        assertThat(record.getString("unit")).isEqualTo(code);
        assertThat(record.getJsonObject("before").getJsonObject("name").getString("en"))
                .isEqualTo("Unit " + code);
        assertThat(record.getJsonObject("after").getJsonObject("name").getString("en"))
                .isEqualTo("Renamed");
        assertThat(record.getString("requestId"))
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(record.getString("ip")).isNotBlank();
        assertThat(ok(auditor.get("/api/audit/verify")).getBoolean("whole")).isTrue();
    }

    @Test
    void whatIsRefused_isNot() {
        ApiClient auditor = auditor("revisor", company.root());
        String code = company.department();
        int before = rows(auditor, "?object=unit/" + code).size();
        assertThat(refused(company.as("admin").put("/api/units/" + code, unit("Renamed"), "If-Match", "\"7\""), 412))
                .isEqualTo("E-VERSION");
        assertThat(rows(auditor, "?object=unit/" + code)).hasSize(before);
    }

    @Test
    void importAndItsUndo_grantsAndTokens_areOnRecord_withoutSecretsNorAddresses() {
        ApiClient auditor = auditor("revisor", company.root());
        JsonObject made = ok(company.as("controller")
                .post(
                        "/api/imports",
                        "text/csv",
                        "unit,measure,period,value\n" + company.department() + ",LEADS,2026-10-05,7\n"));
        ok(company.as("controller")
                .post(
                        "/api/imports/" + made.getInt("id") + "/undo",
                        Json.createObjectBuilder().add("reason", "wrong file").build()));
        String query = "?object=import/" + made.getInt("id");
        assertThat(rows(auditor, query)).extracting(r -> r.getString("action")).containsExactly("UNDO", "APPLY");
        assertThat(rows(suite.api(), query))
                .as("an administrator reads no figures")
                .isEmpty();
        List<JsonObject> people = rows(auditor, "?object=person/" + company.login("revisor"));
        assertThat(people).extracting(r -> r.getString("action")).containsExactly("ISSUE_TOKEN", "CREATE");
        assertThat(people.toString()).doesNotContain("@example.org").contains("AUDITOR");
    }

    @Test
    void changesAtTheSameInstant_standOneAfterTheOther() {
        ApiClient auditor = auditor("revisor", company.root());
        List<String> codes = IntStream.range(0, 12)
                .mapToObj(i -> company.department() + "-" + i)
                .toList();
        List<CompletableFuture<HttpResponse<String>>> answers = codes.stream()
                .map(code -> CompletableFuture.supplyAsync(
                        () -> company.as("admin").put("/api/units/" + code, unit("Unit " + code))))
                .toList();
        answers.forEach(answer -> ok(answer.join()));
        for (String code : codes) {
            assertThat(rows(auditor, "?object=unit/" + code))
                    .extracting(r -> r.getString("action"))
                    .containsExactly("CREATE");
        }
        assertThat(ok(auditor.get("/api/audit/verify")).getBoolean("whole")).isTrue();
    }

    @Test
    void rows_areCutByUnit_andByRole() {
        ApiClient stranger = auditor("stranger-auditor", company.other());
        String code = company.department();
        assertThat(rows(stranger, "?object=unit/" + code)).isEmpty();
        assertThat(rows(stranger, "?object=unit/" + company.other())).hasSize(1);
        assertThat(rows(company.as("local"), "?object=unit/" + code)).hasSize(1);
        assertThat(rows(company.as("local"), "?object=unit/" + company.other())).isEmpty();
        assertThat(refused(company.as("viewer").get("/api/audit"), 403)).isEqualTo("E-FORBIDDEN");
        assertThat(refused(company.as("controller").get("/api/audit/verify"), 403))
                .isEqualTo("E-FORBIDDEN");
    }

    @Test
    void list_isPaged_andFiltered() {
        ApiClient auditor = auditor("revisor", company.root());
        JsonObject first = ok(auditor.get("/api/audit?limit=2&object=person"));
        assertThat(first.getJsonArray("rows")).hasSize(2);
        JsonObject second = ok(auditor.get("/api/audit?limit=2&object=person&page=" + first.getString("next")));
        assertThat(second.getJsonArray("rows").getJsonObject(0).getInt("seq"))
                .isLessThan(first.getJsonArray("rows").getJsonObject(1).getInt("seq"));
        assertThat(rows(auditor, "?actor=nobody")).isEmpty();
        assertThat(rows(auditor, "?to=2001-01-01")).isEmpty();
        assertThat(rows(auditor, "?from=2001-01-01&object=person")).isNotEmpty();
        assertThat(refused(auditor.get("/api/audit?from=yesterday"), 422)).isEqualTo("E-FIELD-VALUE");
    }

    @Test
    void historyOfAPlan_isForWhoeverReadsIt() {
        JsonObject plan = ok(company.as("author")
                .post("/api/plans", company.plan("2026-Q4", Map.of("LEADS", "1000", "CAC", "5000"))));
        String path = "/api/plans/" + plan.getInt("id") + "/audit";
        assertThat(ok(company.as("viewer").get(path)).get("rows").getValueType())
                .isEqualTo(JsonValue.ValueType.ARRAY);
        assertThat(refused(company.as("stranger").get(path), 404)).isEqualTo("E-NOT-FOUND");
    }
}
