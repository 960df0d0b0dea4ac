package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;
import static org.kpisuite.it.path.PlanMaker.EMPTY;
import static org.kpisuite.it.path.PlanMaker.shown;
import static org.kpisuite.it.path.PlanMaker.with;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;
import org.kpisuite.it.suite.TestDatabase;

/** Two people who decide about the same plan at the same instant, through the API: one wins and the other is told. */
@Tag("both-databases")
class PlanRaceIT {
    private static final int ROUNDS = 30;

    private final RunningSuite suite = RunningSuite.shared();
    private final Company company = new Company(suite);
    private final PlanMaker plans = new PlanMaker(company);

    @Test
    void approvalAndReturn_ofTwoPeopleAtTheSameInstant_haveOneWinner_andTheOtherIsTold() throws Exception {
        company.person("second", company.root(), "APPROVER");
        JsonObject plan = plans.checked(plans.pastQuarter());
        for (int round = 0; round < ROUNDS; round++) {
            boolean turned = round % 2 == 1;
            plan = checkedAgain(decided(plan, turned ? "second" : "approver", turned ? "approver" : "second"));
        }
    }

    /** One approves, the other returns; answers the plan as it stands afterwards. */
    private JsonObject decided(JsonObject plan, String approver, String returner) throws Exception {
        List<HttpResponse<String>> answers = together(
                step(approver, plan, "approve", shown(plan)),
                step(returner, plan, "return", with("comment", "The floor is missing")));
        boolean approved = answers.get(0).statusCode() == 200;
        ok(answers.get(approved ? 0 : 1));
        assertThat(refused(answers.get(approved ? 1 : 0), 409)).isEqualTo("E-PLAN-STATE");

        JsonObject after = plans.now(plan);
        assertThat(after.getString("state")).isEqualTo(approved ? "ACTIVE" : "RETURNED");
        List<JsonObject> signatures = after.getJsonArray("signatures").getValuesAs(JsonObject.class);
        assertThat(signatures).hasSize(plan.getJsonArray("signatures").size() + 1);
        JsonObject last = signatures.get(signatures.size() - 1);
        assertThat(last.getString("meaning")).isEqualTo(approved ? "APPROVE" : "RETURN");
        assertThat(last.getString("signer")).isEqualTo(company.login(approved ? approver : returner));
        return after;
    }

    private Callable<HttpResponse<String>> step(String role, JsonObject plan, String action, JsonObject body) {
        ApiClient client = plans.as(role);
        return () -> client.post("/api/plans/" + plan.getInt("id") + "/" + action, body);
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        ExecutorService another = Executors.newSingleThreadExecutor();
        try {
            CyclicBarrier start = new CyclicBarrier(2);
            Future<T> first = another.submit(() -> {
                start.await();
                return one.call();
            });
            start.await();
            T second = other.call();
            return List.of(first.get(), second);
        } finally {
            another.shutdownNow();
        }
    }

    /** The returned plan, or the next revision of the approved one, before its next decision. */
    private JsonObject checkedAgain(JsonObject decided) {
        JsonObject draft = decided.getString("state").equals("RETURNED")
                ? decided
                : ok(plans.post("approver", decided, "revise", with("reason", "A new channel")));
        ok(plans.post("head", draft, "submit", EMPTY));
        return ok(plans.post("controller", draft, "check", EMPTY));
    }

    /** A token that signs lives as long as a signature may wait; one for plans lives longer, and then signs no more. */
    @Test
    void tokenThatIsOlderThanAQuarterOfAnHour_readsButSignsNoMore() throws SQLException {
        assumeTrue(TestDatabase.isPostgresql(), "H2 lets nobody else write its file");
        JsonObject plan = plans.draft(plans.pastQuarter());
        ApiClient head = suite.api(ok(suite.api()
                        .post(
                                "/api/people/" + company.login("head") + "/tokens",
                                Json.createObjectBuilder()
                                        .add(
                                                "scopes",
                                                Json.createArrayBuilder()
                                                        .add("read")
                                                        .add("plan"))
                                        .add("minutes", 60)
                                        .build()))
                .getString("token"));
        age("head");
        String path = "/api/plans/" + plan.getInt("id");
        ok(head.get(path));
        assertThat(refused(head.post(path + "/cancel", with("reason", "No budget")), 403))
                .isEqualTo("E-SIGN-IN-AGED");
        assertThat(plans.now(plan).getString("state")).isEqualTo("DRAFT");
    }

    /** As if sixteen minutes had passed since the person's tokens were made. */
    private void age(String role) throws SQLException {
        try (Connection connection = suite.database().connect();
                PreparedStatement update = connection.prepareStatement("""
                        update access_token
                        set created_at = created_at - interval '16 minutes'
                        where login = ?
                        """)) {
            update.setString(1, company.login(role));
            assertThat(update.executeUpdate()).isPositive();
        }
    }
}
