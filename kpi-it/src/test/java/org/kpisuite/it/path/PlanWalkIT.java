package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.kpisuite.it.path.Company.ok;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/**
 * Everybody tries everything in every state of a plan; the table says who succeeds, everyone else is refused. Beside those
 * who have the roles stand one who may act for the head, one who no longer may, and the head of the unit above.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(2)
class PlanWalkIT {
    /** Where it stands, action, where it stands then, roles: domain specification §4.2. What does not stand here is refused. */
    private static final List<Row> TABLE = """
            DRAFT          edit     DRAFT      author,head
            DRAFT          submit   SUBMITTED  head
            DRAFT          cancel   CANCELLED  head
            RETURNED       edit     RETURNED   author,head
            RETURNED       submit   SUBMITTED  head
            RETURNED       cancel   CANCELLED  head
            SUBMITTED      withdraw DRAFT      head
            SUBMITTED      check    CHECKED    controller
            SUBMITTED      return   RETURNED   controller
            CHECKED        approve  ACTIVE     approver
            CHECKED        return   RETURNED   approver
            CHECKED-AHEAD  approve  APPROVED   approver
            APPROVED       revise   APPROVED   head,controller
            ACTIVE-RUNNING revise   ACTIVE     head,controller
            ACTIVE         revise   ACTIVE     approver
            ACTIVE         adjust   ACTIVE     head,controller
            ACTIVE         close    CLOSED     controller
            CLOSED         adjust   CLOSED     head,controller
            """.lines().map(Row::of).toList();

    private static final List<String> STATES = List.of(
            "DRAFT", "SUBMITTED", "CHECKED", "RETURNED", "APPROVED", "ACTIVE", "SUPERSEDED", "CLOSED", "CANCELLED");
    private static final List<String> ACTIONS =
            List.of("edit", "submit", "withdraw", "check", "return", "approve", "cancel", "revise", "adjust", "close");
    private static final List<String> ROLES = List.of(
            "author",
            "head",
            "deputy",
            "former",
            "superior",
            "controller",
            "approver",
            "viewer",
            "auditor",
            "admin",
            "stranger");

    private static final JsonObject POINTS = Json.createObjectBuilder()
            .add("points", "-2.5")
            .add("reason", "A recall in August")
            .build();

    /** Those who may not even know of the plan. */
    private static final Set<String> BLIND = Set.of("admin", "stranger");

    private static final Set<String> WRITERS = Set.of("author", "head", "deputy");

    private static final Set<String> SPEAKERS =
            Set.of("author", "head", "deputy", "superior", "controller", "approver");

    /** For so long before its end a running quarter may be one that only the CFO revises. */
    private static final int LATE_DAYS = 25;

    private record Row(String from, String action, String to, Set<String> roles) {
        static Row of(String line) {
            String[] words = line.split(" +", -1);
            Set<String> roles = new TreeSet<>(Arrays.asList(words[3].split(",", -1)));
            if (roles.contains("head")) {
                roles.add("deputy");
            }
            return new Row(words[0], words[1], words[2], roles);
        }
    }

    private final Company company = new Company(RunningSuite.shared());
    private final PlanMaker plans = new PlanMaker(company);

    /** The head lets two act for him, and one of them no longer. */
    @BeforeAll
    void others() {
        company.person("superior", company.root(), "HEAD");
        company.person("former", company.department(), "VIEWER");
        delegated("deputy");
        int ended = delegated("former").getInt("id");
        ok(plans.as("head").post("/api/delegations/" + ended + "/revoke", PlanMaker.EMPTY));
    }

    private JsonObject delegated(String to) {
        return ok(plans.as("head").post("/api/delegations", company.delegation(to, "HEAD", Company.today())));
    }

    private static boolean isAllowed(String state, String action, String role) {
        return TABLE.stream().anyMatch(r -> r.from.equals(state) && r.action.equals(action) && r.roles.contains(role));
    }

    @TestFactory
    List<DynamicTest> everyState_refusesEverybody_whomTheTableDoesNotName() {
        return STATES.stream()
                .map(state -> DynamicTest.dynamicTest(state, () -> {
                    JsonObject plan = plans.in(state);
                    assertThat(plan.getString("state")).isEqualTo(state);
                    for (String action : ACTIONS) {
                        ROLES.stream()
                                .filter(role -> !isAllowed(state, action, role))
                                .forEach(role -> requireRefused(plan, action, role));
                    }
                    JsonObject after = plans.now(plan);
                    assertThat(after.getString("state")).isEqualTo(state);
                    assertThat(after.getInt("version")).isEqualTo(plan.getInt("version"));
                }))
                .toList();
    }

    private void requireRefused(JsonObject plan, String action, String role) {
        String what = role + " " + action + " " + plan.getString("state");
        requireRefused(act(plan, action, role), role, what);
    }

    private static void requireRefused(HttpResponse<String> answer, String role, String what) {
        String code = ApiClient.json(answer).getString("code", "none");
        assertThat(answer.statusCode()).as(what + ": " + answer.body()).isIn(403, 404, 409);
        if (BLIND.contains(role)) {
            assertThat(code).as(what).isIn("E-NOT-FOUND", "E-FORBIDDEN");
        } else {
            assertThat(code).as(what).isIn("E-FORBIDDEN", "E-PLAN-STATE", "E-REVISION-LATE");
        }
    }

    private HttpResponse<String> act(JsonObject plan, String action, String role) {
        return switch (action) {
            case "edit" -> plans.tryEdit(role, plan, plans.body(plan.getString("period")));
            case "return" -> plans.post(role, plan, action, PlanMaker.with("comment", "the floor is missing"));
            case "approve" -> plans.post(role, plan, action, PlanMaker.shown(plan));
            case "cancel", "revise" -> plans.post(role, plan, action, PlanMaker.with("reason", "a new channel"));
            case "adjust" -> plans.post(role, plan, "adjustments", POINTS);
            default -> plans.post(role, plan, action, PlanMaker.EMPTY);
        };
    }

    @TestFactory
    List<DynamicTest> everyRowOfTheTable_leadsWhereItSays() {
        return TABLE.stream()
                .flatMap(row -> row.roles.stream().map(role -> walk(row, role)))
                .toList();
    }

    private DynamicTest walk(Row row, String role) {
        return DynamicTest.dynamicTest(String.join(" ", row.from, row.action, role), () -> {
            if (row.from.equals("ACTIVE-RUNNING")) {
                assumeThat(Company.today().plusDays(LATE_DAYS).get(IsoFields.QUARTER_OF_YEAR))
                        .as("late in a quarter only the CFO revises")
                        .isEqualTo(Company.today().get(IsoFields.QUARTER_OF_YEAR));
            }
            JsonObject plan = plans.in(row.from);
            JsonObject answer = ok(act(plan, row.action, role));
            if (row.action.equals("revise")) {
                assertThat(answer.getInt("revision")).isEqualTo(plan.getInt("revision") + 1);
                assertThat(answer.getString("state")).isEqualTo("DRAFT");
                ok(plans.post("head", answer, "cancel", PlanMaker.with("reason", "not now")));
            }
            assertThat(plans.now(plan).getString("state")).isEqualTo(row.to);
        });
    }

    @Test
    void plan_isBegunAndCopied_byThoseWhoWritePlans_andBySomebodyForThem() {
        plans.approved(plans.pastQuarter());
        String quarter = plans.pastQuarter();
        JsonObject copy = Json.createObjectBuilder()
                .add("unit", company.department())
                .add("period", quarter)
                .add("copyPrevious", true)
                .build();
        for (String role : ROLES) {
            for (JsonObject begun : List.of(plans.body(quarter), copy)) {
                HttpResponse<String> answer = plans.as(role).post("/api/plans", begun);
                requireDone(answer, WRITERS, role, "begin");
                if (WRITERS.contains(role)) {
                    ok(plans.post("head", ApiClient.json(answer), "cancel", PlanMaker.with("reason", "not now")));
                }
            }
        }
    }

    @Test
    void comment_isWritten_byThoseWhoWorkOnPlans() {
        JsonObject plan = plans.draft(plans.pastQuarter());
        for (String role : ROLES) {
            requireDone(
                    plans.post(role, plan, "comments", PlanMaker.with("text", "Why so few?")),
                    SPEAKERS,
                    role,
                    "comment");
        }
    }

    private static void requireDone(HttpResponse<String> answer, Set<String> may, String role, String action) {
        if (may.contains(role)) {
            ok(answer);
        } else {
            requireRefused(answer, role, role + " " + action);
        }
    }

    /** The names of the table are those of the product: none is forgotten. */
    @Test
    void table_namesStatesAndActionsThatThereAre() {
        assertThat(TABLE)
                .allMatch(r -> STATES.contains(r.to)
                        && STATES.contains(r.from.replaceAll("-.*", ""))
                        && ACTIONS.contains(r.action)
                        && ROLES.containsAll(r.roles));
    }
}
