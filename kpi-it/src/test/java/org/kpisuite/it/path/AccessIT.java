package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

class AccessIT {
    private final RunningSuite suite = RunningSuite.shared();
    private final Company company = new Company(suite);

    @Test
    void withoutToken_nothingIsOpen() {
        for (String path : List.of("/api/me", "/api/units", "/api/plans", "/api/imports", "/api/no-such-thing")) {
            assertThat(refused(suite.api("").get(path), 401)).as(path).isEqualTo("E-SIGN-IN");
            assertThat(refused(suite.api("wrong").get(path), 401)).as(path).isEqualTo("E-SIGN-IN");
        }
    }

    @Test
    void unitOfOthers_isNotFound_notForbidden() {
        String path = "/api/scorecards/" + company.department() + "/2026-Q4";
        assertThat(refused(company.as("stranger").get(path), 404)).isEqualTo("E-NOT-FOUND");
        assertThat(refused(company.as("stranger").get(path + ".pdf"), 404)).isEqualTo("E-NOT-FOUND");
        assertThat(ok(company.as("stranger").get("/api/units")).toString()).doesNotContain(company.department());
    }

    @Test
    void admin_readsNoFigures_andControllersKeepNoPeople() {
        assertThat(company.as("admin")
                        .get("/api/scorecards/" + company.department() + "/2026-Q4")
                        .statusCode())
                .isIn(403, 404);
        assertThat(refused(company.as("controller").get("/api/people"), 403)).isEqualTo("E-FORBIDDEN");
    }

    @Test
    void administratorOfADepartment_raisesNobody_andReachesNobodyAbove() {
        ApiClient local = company.as("local");
        JsonObject raised = Json.createObjectBuilder()
                .add("name", "Local")
                .add("email", "local@example.org")
                .add(
                        "grants",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("role", "APPROVER")
                                        .add("unit", company.root())))
                .build();
        assertThat(refused(local.put("/api/people/" + company.login("local"), raised, "If-Match", "\"1\""), 403))
                .isEqualTo("E-FORBIDDEN");
        assertThat(refused(local.put("/api/people/new-" + company.login("local"), raised), 403))
                .isEqualTo("E-FORBIDDEN");
        JsonObject empty = Json.createObjectBuilder().build();
        assertThat(refused(local.post("/api/people/" + company.login("approver") + "/invite", empty), 404))
                .isEqualTo("E-NOT-FOUND");
        assertThat(ok(local.get("/api/people")).toString())
                .contains(company.login("author"))
                .doesNotContain(company.login("approver"));
        JsonObject renamed = Json.createObjectBuilder()
                .add("name", Json.createObjectBuilder().add("en", "Mine"))
                .build();
        assertThat(refused(local.put("/api/units/" + company.root(), renamed, "If-Match", "\"1\""), 403))
                .isEqualTo("E-FORBIDDEN");
        assertThat(refused(local.put("/api/units/NEW-" + company.root(), renamed), 403))
                .isEqualTo("E-FORBIDDEN");
    }

    @Test
    void token_opensOnlyWhatItWasMadeFor() {
        JsonObject wanted = Json.createObjectBuilder()
                .add("scopes", Json.createArrayBuilder().add("read"))
                .add("minutes", 5)
                .build();
        String token = ok(suite.api().post("/api/people/" + company.login("author") + "/tokens", wanted))
                .getString("token");
        ApiClient reader = suite.api(token);
        assertThat(ok(reader.get("/api/me")).getString("login")).isEqualTo(company.login("author"));
        JsonObject plan = company.plan("2026-Q4", java.util.Map.of("LEADS", "1"));
        assertThat(refused(reader.post("/api/plans", plan), 403)).isEqualTo("E-FORBIDDEN");
        assertThat(refused(company.as("admin").post("/api/people/" + company.login("author") + "/tokens", wanted), 403))
                .isEqualTo("E-FORBIDDEN");
    }

    @Test
    void signingToken_livesAtMost15Minutes() {
        JsonObject wanted = Json.createObjectBuilder()
                .add("scopes", Json.createArrayBuilder().add("sign"))
                .add("minutes", 16)
                .build();
        assertThat(refused(suite.api().post("/api/people/" + company.login("head") + "/tokens", wanted), 413))
                .isEqualTo("E-LIMIT");
    }

    @Test
    void refusal_speaksTheCallersLanguage_andNamesAnIncident() {
        var russian = suite.api()
                .send(
                        suite.api()
                                .request("/api/units/NONE")
                                .header("Accept-Language", "ru")
                                .GET(),
                        java.net.http.HttpResponse.BodyHandlers.ofString());
        assertThat(russian.body()).contains("Не найдено").contains("incident");
        assertThat(russian.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }
}
