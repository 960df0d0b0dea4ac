package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kpisuite.it.suite.RunningSuite;

/** Each test plans a quarter of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanPathIT {
    private static final JsonObject EMPTY = Json.createObjectBuilder().build();
    private static final Map<String, String> TARGETS = Map.of("LEADS", "1000", "CAC", "5000.50");

    private final Company company = new Company(RunningSuite.shared());

    @Test
    void plan_isApproved_bySomebodyWhoTookNoPart_andNeverChangesAgain() {
        JsonObject plan = company.approved("2026-Q1", TARGETS);
        assertThat(plan.getString("state")).isEqualTo("ACTIVE");
        assertThat(plan.getString("hash")).matches("[0-9a-f]{64}");

        String path = "/api/plans/" + plan.getInt("id");
        assertThat(refused(
                        company.as("author")
                                .put(
                                        path,
                                        company.plan("2026-Q1", TARGETS),
                                        "If-Match",
                                        "\"" + plan.getInt("version") + "\""),
                        409))
                .isEqualTo("E-PLAN-STATE");
        assertThat(ok(company.as("viewer").get(path)).getString("hash")).isEqualTo(plan.getString("hash"));
    }

    @Test
    void fourEyes_areRefused_toEveryoneWhoTookPart() {
        JsonObject plan = ok(company.as("author").post("/api/plans", company.plan("2026-Q2", TARGETS)));
        String path = "/api/plans/" + plan.getInt("id");
        assertThat(refused(company.as("author").post(path + "/submit", EMPTY), 403))
                .isEqualTo("E-FORBIDDEN");
        ok(company.as("head").post(path + "/submit", EMPTY));
        String hash = ok(company.as("controller").post(path + "/check", EMPTY)).getString("hash");
        JsonObject shown = Json.createObjectBuilder().add("hash", hash).build();
        for (String role : new String[] {"author", "head", "controller", "viewer"}) {
            assertThat(refused(company.as(role).post(path + "/approve", shown), 403))
                    .as(role)
                    .isIn("E-FORBIDDEN", "E-FOUR-EYES");
        }
        JsonObject other =
                Json.createObjectBuilder().add("hash", "0".repeat(64)).build();
        assertThat(refused(company.as("approver").post(path + "/approve", other), 409))
                .isEqualTo("E-PLAN-HASH");
        assertThat(ok(company.as("approver").post(path + "/approve", shown)).getString("state"))
                .isEqualTo("ACTIVE");
        assertThat(refused(company.as("approver").post(path + "/approve", shown), 409))
                .isEqualTo("E-PLAN-STATE");
    }

    @Test
    void returnedPlan_goesBackToItsAuthors_withAComment() {
        JsonObject plan = ok(company.as("author").post("/api/plans", company.plan("2026-Q3", TARGETS)));
        String path = "/api/plans/" + plan.getInt("id");
        ok(company.as("head").post(path + "/submit", EMPTY));
        assertThat(refused(company.as("controller").post(path + "/return", EMPTY), 422))
                .isEqualTo("E-COMMENT-SHORT");
        JsonObject comment = Json.createObjectBuilder()
                .add("comment", "Give the source of the leads")
                .build();
        assertThat(ok(company.as("controller").post(path + "/return", comment)).getString("state"))
                .isEqualTo("RETURNED");
    }

    @Test
    void draft_isHeldAgainstThePast_forWhoeverMayReadIt() {
        JsonObject plan = ok(company.as("author").post("/api/plans", company.plan("2026-Q4", TARGETS)));
        String path = "/api/plans/" + plan.getInt("id");

        assertThat(ok(company.as("viewer").get(path + "/lint"))
                        .getJsonArray("rows")
                        .getValuesAs(JsonObject.class))
                .extracting(f -> f.getString("code") + " " + f.getString("severity") + " " + f.getString("field"))
                .contains("L13 WARN indicator", "L10 WARN items")
                .noneMatch(f -> f.contains("ERROR"));
        JsonObject tried = ok(company.as("viewer").get(path + "/what-if"));
        assertThat(tried.getJsonArray("items").getJsonObject(0).getJsonArray("history"))
                .hasSize(8);
        assertThat(tried.getJsonArray("scores")).hasSize(4).allSatisfy(s -> {
            assertThat(s.asJsonObject().get("value")).isEqualTo(JsonValue.NULL);
            assertThat(s.asJsonObject().getString("coverage")).isEqualTo("0");
        });
        assertThat(refused(company.as("stranger").get(path + "/what-if"), 404)).isEqualTo("E-NOT-FOUND");
    }

    @Test
    void staleOrMissingVersion_isRefused_withWhatItWouldChange() {
        JsonObject plan = ok(company.as("author").post("/api/plans", company.plan("2027-Q1", TARGETS)));
        String path = "/api/plans/" + plan.getInt("id");
        JsonObject body = company.plan("2027-Q1", Map.of("LEADS", "1100", "CAC", "4900"));
        assertThat(refused(company.as("author").put(path, body), 428)).isEqualTo("E-VERSION-MISSING");
        ok(company.as("author").put(path, body, "If-Match", "\"" + plan.getInt("version") + "\""));
        var stale = company.as("author")
                .put(
                        path,
                        company.plan("2027-Q1", Map.of("LEADS", "1300", "CAC", "4900")),
                        "If-Match",
                        "\"" + plan.getInt("version") + "\"");
        assertThat(refused(stale, 412)).isEqualTo("E-VERSION");
        assertThat(stale.body()).contains("\"field\":\"target\"", "\"before\":\"1100\"", "\"after\":\"1300\"");
    }

    @Test
    void body_isReadStrictly_allFindingsAtOnce() {
        JsonObject body = Json.createObjectBuilder()
                .add("unit", company.department())
                .add("period", "2026-Q9")
                .add("colour", "red")
                .add(
                        "items",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("indicator", "NO_SUCH")))
                .build();
        var answer = company.as("author").post("/api/plans", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("E-FIELD-UNKNOWN", "colour", "2026-Q9", "NO_SUCH", "incident");
    }

    @Test
    void weightsThatDoNotSumTo100_blockSubmitting() {
        JsonObject plan = ok(company.as("author")
                .post("/api/plans", company.plan("2027-Q2", Map.of("LEADS", "1", "CAC", "2", "REVENUE", "3"))));
        var answer = company.as("head").post("/api/plans/" + plan.getInt("id") + "/submit", EMPTY);
        assertThat(refused(answer, 422)).isEqualTo("E-LINT");
        assertThat(answer.body()).contains("L14").contains("99");
    }

    @Test
    void roleTemplate_becomesADraft_thatSaysWhereThePastIsMissing() {
        assertThat(ok(company.as("viewer").get("/api/plan-templates")).getJsonArray("rows"))
                .hasSize(6);
        JsonObject body = Json.createObjectBuilder()
                .add("unit", company.department())
                .add("period", "2027-Q3")
                .add("template", "PERFORMANCE")
                .build();
        JsonObject plan = ok(company.as("author").post("/api/plans", body));

        assertThat(plan.getString("state")).isEqualTo("DRAFT");
        assertThat(plan.getJsonArray("items")).hasSize(8);
        assertThat(plan.getJsonArray("items")
                        .getJsonObject(0)
                        .getJsonObject("gate")
                        .getString("threshold"))
                .isEqualTo("0.2");
        assertThat(plan.getJsonArray("findings").toString()).contains("L04").doesNotContain("L05", "L11", "L12");
        assertThat(refused(company.as("author").post("/api/plans", body), 409)).isEqualTo("E-PLAN-EXISTS");
    }

    @Test
    void childrenThatStandElsewhere_areRefused() {
        JsonObject body = Json.createObjectBuilder()
                .add("unit", company.department())
                .add("period", "2027-Q4")
                .add(
                        "children",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("unit", company.department())
                                        .add("weight", "1")))
                .build();
        assertThat(refused(company.as("author").post("/api/plans", body), 422)).isEqualTo("E-FIELD-VALUE");
    }
}
