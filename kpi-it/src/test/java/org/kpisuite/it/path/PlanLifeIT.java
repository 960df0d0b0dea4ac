package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;
import static org.kpisuite.it.path.PlanMaker.EMPTY;
import static org.kpisuite.it.path.PlanMaker.shown;
import static org.kpisuite.it.path.PlanMaker.with;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kpisuite.it.suite.RunningSuite;

/** A plan from its first draft to its close, with everything that people try in between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(3)
class PlanLifeIT {
    private final Company company = new Company(RunningSuite.shared());
    private final PlanMaker plans = new PlanMaker(company);

    private JsonObject delegation(String to, LocalDate until) {
        return company.delegation(to, "APPROVER", until);
    }

    @Test
    void delegate_approvesForThePrincipal_untilItIsRevoked() {
        JsonObject plan = plans.checked(plans.pastQuarter());
        assertThat(refused(plans.post("deputy", plan, "approve", shown(plan)), 403))
                .isEqualTo("E-FORBIDDEN");
        JsonObject given = ok(plans.as("approver")
                .post("/api/delegations", delegation("deputy", Company.today().plusDays(3))));
        JsonObject approved = ok(plans.post("deputy", plan, "approve", shown(plan)));
        JsonObject signature = approved.getJsonArray("signatures").getJsonObject(2);
        assertThat(signature.getString("signer")).isEqualTo(company.login("deputy"));
        assertThat(signature.getString("onBehalfOf")).isEqualTo(company.login("approver"));
        assertThat(signature.getString("role")).isEqualTo("APPROVER");
        assertThat(signature.getString("displayedHash")).isEqualTo(approved.getString("hash"));

        ok(plans.as("approver").post("/api/delegations/" + given.getInt("id") + "/revoke", EMPTY));
        JsonObject next = plans.checked(plans.pastQuarter());
        assertThat(refused(plans.post("deputy", next, "approve", shown(next)), 403))
                .isEqualTo("E-FORBIDDEN");
    }

    @Test
    void editBetweenWhatTheHeadSaw_andTheHeadsClick_isNotSubmitted() {
        String quarter = plans.pastQuarter();
        JsonObject seen = plans.draft(quarter);
        JsonObject shown = with("hash", seen.getString("contentHash"));
        JsonObject other = Json.createObjectBuilder(plans.body(quarter))
                .add("answers", seen.getJsonArray("answers"))
                .add("businessStage", "MATURITY")
                .build();
        plans.edit("author", seen, other);
        assertThat(refused(plans.post("head", seen, "submit", shown), 409)).isEqualTo("E-PLAN-HASH");
        JsonObject now = plans.now(seen);
        assertThat(now.getString("state")).isEqualTo("DRAFT");
        JsonObject submitted = ok(plans.post("head", seen, "submit", with("hash", now.getString("contentHash"))));
        assertThat(submitted.getJsonArray("signatures").getJsonObject(0).getString("displayedHash"))
                .isEqualTo(submitted.getString("hash"));
    }

    @Test
    void delegates_whoTookPart_orActForOneWhoDid_mayNotApprove() {
        ok(plans.as("approver").post("/api/delegations", delegation("author", Company.today())));
        JsonObject plan = plans.checked(plans.pastQuarter());
        assertThat(refused(plans.post("author", plan, "approve", shown(plan)), 403))
                .isEqualTo("E-FOUR-EYES");
        assertThat(refused(plans.as("approver").post("/api/delegations", delegation("approver", Company.today())), 422))
                .isEqualTo("E-FIELD-VALUE");
        assertThat(refused(
                        plans.as("approver")
                                .post(
                                        "/api/delegations",
                                        delegation("deputy", Company.today().plusDays(90))),
                        422))
                .isEqualTo("E-FIELD-VALUE");
        // What was delegated cannot be delegated on.
        assertThat(refused(plans.as("author").post("/api/delegations", delegation("deputy", Company.today())), 403))
                .isEqualTo("E-FORBIDDEN");
    }

    private List<JsonObject> audit(String object) {
        return ok(plans.as("auditor").get("/api/audit?object=" + object))
                .getJsonArray("rows")
                .getValuesAs(JsonObject.class);
    }

    @Test
    void delegations_areOnRecord_andShownToTheirOwnUnitsOnly() {
        JsonObject given = ok(plans.as("local").post("/api/delegations", forApprover("deputy", company.department())));
        String object = "delegation/" + given.getInt("id");
        JsonObject record = audit(object).get(0);
        assertThat(record.getString("action")).isEqualTo("DELEGATE");
        assertThat(record.getString("actor")).isEqualTo(company.login("local"));
        assertThat(record.getString("onBehalfOf")).isEqualTo(company.login("approver"));
        assertThat(record.getJsonObject("after").getString("delegate")).isEqualTo(company.login("deputy"));

        company.person("other-admin", company.other(), "ADMIN");
        assertThat(ok(plans.as("other-admin").get("/api/delegations")).getJsonArray("rows"))
                .as("those of other units are not shown")
                .isEmpty();
        String revoke = "/api/delegations/" + given.getInt("id") + "/revoke";
        assertThat(refused(plans.as("other-admin").post(revoke, EMPTY), 404)).isEqualTo("E-NOT-FOUND");
        ok(plans.as("approver").post(revoke, EMPTY));
        assertThat(audit(object)).extracting(r -> r.getString("action")).containsExactly("REVOKE", "DELEGATE");
    }

    @Test
    void audit_tellsTheLife_whatWasChanged_andForWhom() {
        ok(plans.as("head")
                .post(
                        "/api/delegations",
                        Json.createObjectBuilder(delegation("deputy", Company.today()))
                                .add("role", "HEAD")
                                .build()));
        String quarter = plans.futureQuarter();
        JsonObject plan = plans.draft(quarter);
        JsonObject other = Json.createObjectBuilder(plans.body(quarter))
                .add("answers", plan.getJsonArray("answers"))
                .add("businessStage", "MATURITY")
                .build();
        plans.edit("deputy", plan, other);
        String comments = "/api/plans/" + plan.getInt("id") + "/comments";
        JsonObject comment = ok(plans.as("controller").post(comments, with("text", "Why this stage?")));
        ok(plans.as("controller").post(comments + "/" + comment.getInt("id") + "/resolve", EMPTY));
        ok(plans.post("head", plan, "submit", EMPTY));
        plans.approve(ok(plans.post("controller", plan, "check", EMPTY)));
        JsonObject next = ok(plans.post("deputy", plan, "revise", with("reason", "A new channel")));
        ok(plans.post("head", next, "submit", EMPTY));
        plans.approve(ok(plans.post("controller", next, "check", EMPTY)));

        List<JsonObject> records = audit("plan/" + plan.getInt("id"));
        assertThat(records)
                .extracting(r -> r.getString("action"))
                .containsExactly(
                        "SUPERSEDE", "APPROVE", "CHECK", "SUBMIT", "RESOLVE", "COMMENT", "CHANGE", "CHANGE", "CREATE");
        JsonObject change = records.get(6);
        assertThat(change.getString("onBehalfOf")).isEqualTo(company.login("head"));
        assertThat(change.getJsonObject("after").getString("businessStage")).isEqualTo("MATURITY");
        assertThat(change.getJsonObject("after")).doesNotContainKey("LEADS.target");
        JsonObject submitted = records.get(3).getJsonObject("after");
        assertThat(submitted.getString("LEADS.target")).isEqualTo("3100");
        assertThat(submitted.getString("lintReport")).contains("findings");
        JsonObject left = records.get(0);
        assertThat(left.getJsonObject("before").getString("state")).isEqualTo("APPROVED");
        assertThat(left.getJsonObject("after").getString("state")).isEqualTo("SUPERSEDED");
        JsonObject begun = audit("plan/" + next.getInt("id")).get(3);
        assertThat(begun.getString("action")).isEqualTo("REVISE");
        assertThat(begun.getString("onBehalfOf")).isEqualTo(company.login("head"));
        JsonObject proof = ok(plans.as("auditor").get("/api/audit/verify"));
        assertThat(proof.getBoolean("whole")).as(proof.toString()).isTrue();
        assertThat(proof.isNull("brokenPlan")).isTrue();
    }

    @Test
    void revision_takesThePlaceOfThePlan_andBothScoresStand() {
        String quarter = plans.pastQuarter();
        JsonObject first = plans.approved(quarter);
        assertThat(refused(plans.post("head", first, "revise", with("reason", "a new channel")), 403))
                .isEqualTo("E-REVISION-LATE");
        JsonObject next = ok(plans.post("approver", first, "revise", with("reason", "a new channel")));
        assertThat(refused(plans.post("approver", first, "revise", with("reason", "another one")), 409))
                .isEqualTo("E-PLAN-EXISTS");
        assertThat(next.getInt("basedOn")).isEqualTo(first.getInt("id"));
        ok(plans.post("head", next, "submit", EMPTY));
        JsonObject checked = ok(plans.post("controller", next, "check", shown(plans.now(next))));
        assertThat(plans.approve(checked).getString("state")).isEqualTo("ACTIVE");
        assertThat(plans.now(first).getString("state")).isEqualTo("SUPERSEDED");
        JsonObject card = ok(plans.as("viewer").get("/api/scorecards/" + company.department() + "/" + quarter));
        assertThat(card.getJsonObject("plan").getInt("revision")).isEqualTo(2);
        assertThat(card.getJsonArray("otherScores").toString()).contains("REVISION_BEFORE");
    }

    @Test
    void warnings_needARationale_andBlockingCommentsAResolution() {
        String quarter = plans.pastQuarter();
        JsonObject silent = ok(plans.as("author")
                .post(
                        "/api/plans",
                        Json.createObjectBuilder(plans.body(quarter))
                                .add("answers", Json.createArrayBuilder())
                                .build()));
        assertThat(refused(plans.post("head", silent, "submit", EMPTY), 422)).isEqualTo("E-WARN-UNANSWERED");
        ok(plans.post("head", silent, "cancel", with("reason", "written anew")));

        JsonObject plan = plans.draft(quarter);
        String comments = "/api/plans/" + plan.getInt("id") + "/comments";
        JsonObject comment = ok(plans.as("controller")
                .post(
                        comments,
                        Json.createObjectBuilder()
                                .add("text", "Where does the target come from?")
                                .add("item", "LEADS")
                                .add("field", "target")
                                .add("blocking", true)
                                .build()));
        assertThat(refused(plans.post("head", plan, "submit", EMPTY), 422)).isEqualTo("E-COMMENT-OPEN");
        ok(plans.as("author")
                .post(
                        comments,
                        Json.createObjectBuilder()
                                .add("text", "From the contract")
                                .add("parent", comment.getInt("id"))
                                .build()));
        assertThat(refused(plans.as("viewer").post(comments, with("text", "Fine")), 403))
                .isEqualTo("E-FORBIDDEN");
        ok(plans.as("controller").post(comments + "/" + comment.getInt("id") + "/resolve", EMPTY));
        ok(plans.post("head", plan, "submit", EMPTY));
        assertThat(ok(plans.as("viewer").get(comments)).getJsonArray("rows")).hasSize(2);
    }

    @Test
    void closing_waitsForDecisionsAboutWhatIsMissing() {
        JsonObject plan = plans.approved(PlanMaker.quarterWithoutData());
        HttpResponse<String> undecided = close(plan);
        assertThat(refused(undecided, 422)).isEqualTo("E-ITEM-UNDECIDED");
        assertThat(undecided.body()).contains("LEADS", "CAC");
        HttpResponse<String> half = close(plan, "LEADS");
        assertThat(refused(half, 422)).isEqualTo("E-ITEM-UNDECIDED");
        assertThat(half.body()).contains("CAC").doesNotContain("LEADS");
        assertThat(plans.now(plan).getString("state")).isEqualTo("ACTIVE");
        JsonObject closed = ok(close(plan, "LEADS", "CAC"));
        assertThat(closed.getString("state")).isEqualTo("CLOSED");
        assertThat(refused(close(plan), 409)).isEqualTo("E-PLAN-STATE");

        JsonObject complete = plans.approved(plans.pastQuarter());
        assertThat(refused(close(complete, "LEADS"), 422)).isEqualTo("E-FIELD-VALUE");
    }

    private HttpResponse<String> close(JsonObject plan, String... excused) {
        JsonArrayBuilder decisions = Json.createArrayBuilder();
        for (String item : excused) {
            decisions.add(Json.createObjectBuilder()
                    .add("item", item)
                    .add("decision", "EXCUSED")
                    .add("reason", "The shop counts anew from April"));
        }
        return plans.post(
                "controller",
                plan,
                "close",
                Json.createObjectBuilder().add("decisions", decisions).build());
    }

    @Test
    void headOfTheTopUnit_whoIsTheOnlyApprover_findsNobodyToDecide_untilThereIsABoard() {
        Company small = new Company(RunningSuite.shared());
        small.regrant("head", small.root(), "HEAD", "APPROVER");
        small.regrant("approver", small.root(), "VIEWER");
        PlanMaker made = new PlanMaker(small);
        JsonObject plan = made.draft(made.pastQuarter());
        assertThat(refused(made.post("head", plan, "submit", EMPTY), 422)).isEqualTo("E-NO-APPROVER");
        assertThat(made.now(plan).getString("state")).isEqualTo("DRAFT");
        small.person("board", small.root(), "APPROVER");
        ok(made.post("head", plan, "submit", EMPTY));
    }

    @Test
    void administrator_letsOthersActForOthers_inTheUnitsThatHeAdministers_butNeverHimself() {
        assertThat(refused(plans.as("local").post("/api/delegations", forApprover("local", company.root())), 403))
                .isEqualTo("E-FORBIDDEN");
        assertThat(refused(plans.as("local").post("/api/delegations", forApprover("viewer", company.root())), 403))
                .isEqualTo("E-FORBIDDEN");
        assertThat(refused(plans.as("admin").post("/api/delegations", forApprover("admin", company.root())), 403))
                .isEqualTo("E-FORBIDDEN");
        assertThat(refused(plans.as("head").post("/api/delegations", forApprover("viewer", company.root())), 403))
                .isEqualTo("E-FORBIDDEN");
        JsonObject given = ok(plans.as("local").post("/api/delegations", forApprover("viewer", company.department())));
        assertThat(given.getString("principal")).isEqualTo(company.login("approver"));
        JsonObject plan = plans.checked(plans.pastQuarter());
        ok(plans.post("viewer", plan, "approve", shown(plan)));
        ok(plans.as("local").post("/api/delegations/" + given.getInt("id") + "/revoke", EMPTY));
    }

    private JsonObject forApprover(String to, String unit) {
        return Json.createObjectBuilder(delegation(to, Company.today()))
                .add("principal", company.login("approver"))
                .add("unit", unit)
                .build();
    }

    @Test
    void adjustment_takesFourEyes_andStandsBesideTheScore() {
        String quarter = plans.pastQuarter();
        JsonObject plan = plans.approved(quarter);
        JsonObject asked = Json.createObjectBuilder()
                .add("points", "-2.5")
                .add("reason", "A recall in August")
                .build();
        ok(plans.post("head", plan, "adjustments", asked));
        assertThat(refused(plans.post("head", plan, "adjustments/0/accept", EMPTY), 403))
                .isIn("E-FORBIDDEN", "E-FOUR-EYES");
        ok(plans.post("approver", plan, "adjustments/0/accept", EMPTY));
        assertThat(refused(plans.post("approver", plan, "adjustments/0/reject", EMPTY), 409))
                .isEqualTo("E-PLAN-STATE");
        JsonObject card = ok(plans.as("viewer").get("/api/scorecards/" + company.department() + "/" + quarter));
        assertThat(card.getJsonArray("otherScores").toString()).contains("ADJUSTED");
    }

    @Test
    void copy_takesTheItemsOfTheQuarterBefore_andNothingThatWasSaid() {
        String before = plans.pastQuarter();
        plans.approved(before);
        JsonObject order = Json.createObjectBuilder()
                .add("unit", company.department())
                .add("period", plans.pastQuarter())
                .add("copyPrevious", true)
                .build();
        JsonObject copied = ok(plans.as("author").post("/api/plans", order));
        assertThat(copied.getJsonArray("items")).hasSize(2);
        assertThat(copied.getJsonArray("answers")).isEmpty();
        assertThat(copied.getJsonArray("consultations")).isEmpty();
    }

    private HttpResponse<String> keyed(String role, String path, JsonObject body, String key) {
        return plans.as(role)
                .send(
                        plans.as(role)
                                .request(path)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", key)
                                .POST(HttpRequest.BodyPublishers.ofString(body.toString())),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void command_withAKey_isDoneOnce_andAnsweredAlike() {
        JsonObject body = plans.body(plans.pastQuarter());
        HttpResponse<String> first = keyed("author", "/api/plans", body, "begin-1");
        HttpResponse<String> again = keyed("author", "/api/plans", body, "begin-1");
        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(refused(keyed("author", "/api/plans", plans.body(plans.pastQuarter()), "begin-1"), 409))
                .isEqualTo("E-IDEMPOTENCY");

        JsonObject plan = plans.checked(plans.pastQuarter());
        String approve = "/api/plans/" + plan.getInt("id") + "/approve";
        assertThat(refused(keyed("head", approve, shown(plan), "approve-1"), 403))
                .isIn("E-FORBIDDEN", "E-FOUR-EYES");
        ok(keyed("approver", approve, shown(plan), "approve-1"));
        assertThat(ok(keyed("approver", approve, shown(plan), "approve-1")).getString("state"))
                .isEqualTo("ACTIVE");
        assertThat(refused(plans.post("approver", plan, "approve", shown(plan)), 409))
                .isEqualTo("E-PLAN-STATE");
        assertThat(plans.now(plan).getJsonArray("signatures")).hasSize(3);
    }
}
