package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

class OrganisationIT {
    private final Company company = new Company(RunningSuite.shared());
    private final ApiClient admin = company.as("admin");
    private final String team = "TEAM-" + company.root();

    private static JsonObjectBuilder body() {
        return Json.createObjectBuilder()
                .add("name", Json.createObjectBuilder().add("en", "Team").add("ru", "Группа"));
    }

    private static JsonObjectBuilder shared(Map<String, String> shares) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        shares.forEach((parent, share) ->
                list.add(Json.createObjectBuilder().add("parent", parent).add("share", share)));
        return body().add("shares", list);
    }

    private JsonObject made() {
        return ok(admin.put(
                "/api/units/" + team, body().add("parent", company.department()).build()));
    }

    private HttpResponse<String> put(JsonObject unit, JsonObjectBuilder body) {
        String path = "/api/units/" + unit.getString("code");
        return admin.put(path, body.build(), "If-Match", "\"" + unit.getInt("version") + "\"");
    }

    @Test
    void newUnit_standsThereFromTheBeginning() {
        JsonObject membership = made().getJsonArray("memberships").getJsonObject(0);
        assertThat(membership.isNull("validFrom")).isTrue();
        assertThat(membership.getJsonArray("shares").getJsonObject(0).getString("parent"))
                .isEqualTo(company.department());
        assertThat(membership.getJsonArray("shares").getJsonObject(0).getString("share"))
                .isEqualTo("1");
    }

    @Test
    void unitThatMoves_keepsWhereItStood_andStandsThereFromItsDay() {
        JsonObject unit = made();
        JsonObject planned = ok(put(unit, body().add("parent", company.other()).add("validFrom", "2100-01-01")));
        assertThat(planned.getString("parent")).isEqualTo(company.department());
        assertThat(planned.getJsonArray("memberships")).hasSize(2);
        assertThat(planned.getInt("version")).isEqualTo(unit.getInt("version") + 1);
        JsonObject moved = ok(put(planned, body().add("parent", company.other())));
        assertThat(moved.getString("parent")).isEqualTo(company.other());
        assertThat(moved.getJsonArray("memberships")).hasSize(3);
        JsonObject same = ok(put(moved, body().add("parent", company.other())));
        assertThat(same.getJsonArray("memberships")).hasSize(3);
    }

    @Test
    void splitUnit_namesItsShares_andSharesMustSumToOne() {
        JsonObject unit = made();
        JsonObject split = ok(put(unit, shared(Map.of(company.department(), "0.6", company.other(), "0.4"))));
        assertThat(split.getJsonArray("memberships").getJsonObject(1).getJsonArray("shares"))
                .hasSize(2);
        HttpResponse<String> overlap = put(split, shared(Map.of(company.department(), "0.6", company.other(), "0.5")));
        assertThat(refused(overlap, 422)).isEqualTo("E-ORG-OVERLAP");
        assertThat(overlap.body()).contains("1.1");
    }

    @Test
    void circleOnAnyDay_isRefused_andClosingAUnitWithOthersBelow() {
        JsonObject unit = made();
        JsonObject department = ok(admin.get("/api/units/" + company.department()));
        assertThat(refused(put(department, body().add("parent", team).add("validFrom", "2100-01-01")), 422))
                .isEqualTo("E-FIELD-VALUE");
        assertThat(refused(put(department, body().add("parent", company.root()).add("closedOn", "2026-12-31")), 422))
                .isEqualTo("E-FIELD-VALUE");
        JsonObject closed =
                ok(put(unit, body().add("parent", company.department()).add("closedOn", "2026-12-31")));
        assertThat(closed.getString("closedOn")).isEqualTo("2026-12-31");
    }

    @Test
    void administratorOfADepartment_makesNoRootOfIt_andMovesItNowhereElse() {
        ApiClient local = company.as("local");
        String path = "/api/units/" + company.department();
        String version = "\"" + ok(local.get(path)).getInt("version") + "\"";
        assertThat(refused(local.put(path, body().build(), "If-Match", version), 403))
                .isEqualTo("E-FORBIDDEN");
        JsonObject elsewhere = body().add("parent", company.other()).build();
        assertThat(refused(local.put(path, elsewhere, "If-Match", version), 403))
                .isEqualTo("E-FORBIDDEN");
    }
}
