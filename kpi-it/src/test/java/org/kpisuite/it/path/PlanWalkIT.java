package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/** Everybody tries everything in every state of a plan; the table says who succeeds, everyone else is refused. */
class PlanWalkIT {
    /** From, action, to, roles: domain specification §4.2. What does not stand here is refused. */
    private static final List<Row> TABLE = """
            DRAFT     edit     DRAFT      author,head
            DRAFT     submit   SUBMITTED  head
            DRAFT     cancel   CANCELLED  head
            RETURNED  edit     RETURNED   author,head
            RETURNED  submit   SUBMITTED  head
            RETURNED  cancel   CANCELLED  head
            SUBMITTED withdraw DRAFT      head
            SUBMITTED check    CHECKED    controller
            SUBMITTED return   RETURNED   controller
            CHECKED   approve  ACTIVE     approver
            CHECKED   return   RETURNED   approver
            APPROVED  revise   APPROVED   head,controller
            ACTIVE    revise   ACTIVE     approver
            ACTIVE    close    CLOSED     controller
            """.lines().map(Row::of).toList();

    private static final List<String> STATES = List.of(
            "DRAFT", "SUBMITTED", "CHECKED", "RETURNED", "APPROVED", "ACTIVE", "SUPERSEDED", "CLOSED", "CANCELLED");
    private static final List<String> ACTIONS =
            List.of("edit", "submit", "withdraw", "check", "return", "approve", "cancel", "revise", "close");
    private static final List<String> ROLES =
            List.of("author", "head", "controller", "approver", "viewer", "auditor", "admin", "stranger");

    /** Those who may not even know of the plan. */
    private static final Set<String> BLIND = Set.of("admin", "stranger");

    private record Row(String from, String action, String to, Set<String> roles) {
        static Row of(String line) {
            String[] words = line.split(" +", -1);
            return new Row(words[0], words[1], words[2], Set.of(words[3].split(",", -1)));
        }
    }

    private final PlanMaker plans = new PlanMaker(new Company(RunningSuite.shared()));

    private static Optional<Row> row(String state, String action) {
        return TABLE.stream()
                .filter(r -> r.from.equals(state) && r.action.equals(action))
                .findFirst();
    }

    private static boolean isAllowed(String state, String action, String role) {
        return row(state, action).filter(r -> r.roles.contains(role)).isPresent();
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
        HttpResponse<String> answer = act(plan, action, role);
        String what = role + " " + action + " " + plan.getString("state") + ": " + answer.body();
        String code = ApiClient.json(answer).getString("code", "none");
        assertThat(answer.statusCode()).as(what).isIn(403, 404, 409);
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
            default -> plans.post(role, plan, action, PlanMaker.EMPTY);
        };
    }

    @TestFactory
    List<DynamicTest> everyRowOfTheTable_leadsWhereItSays() {
        return TABLE.stream()
                .flatMap(row -> row.roles.stream().sorted().map(role -> walk(row, role)))
                .toList();
    }

    private DynamicTest walk(Row row, String role) {
        return DynamicTest.dynamicTest(String.join(" ", row.from, row.action, role), () -> {
            JsonObject plan = plans.in(row.from);
            JsonObject answer = ok(act(plan, row.action, role));
            if (row.action.equals("revise")) {
                assertThat(answer.getInt("revision")).isEqualTo(plan.getInt("revision") + 1);
                assertThat(answer.getString("state")).isEqualTo("DRAFT");
            }
            assertThat(plans.now(plan).getString("state")).isEqualTo(row.to);
        });
    }

    /** The names of the table are those of the product: none is forgotten. */
    @Test
    void table_namesStatesAndActionsThatThereAre() {
        assertThat(TABLE).allMatch(r -> STATES.containsAll(Arrays.asList(r.from, r.to)) && ACTIONS.contains(r.action));
    }
}
