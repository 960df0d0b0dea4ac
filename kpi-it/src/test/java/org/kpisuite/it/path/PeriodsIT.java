package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/** Periods are the whole installation's: each test has years of its own, long before those of other tests. */
class PeriodsIT {
    private static final JsonObject EMPTY = JsonValue.EMPTY_JSON_OBJECT;
    private static final JsonObject WITH_CHILDREN =
            Json.createObjectBuilder().add("withChildren", true).build();

    private final RunningSuite suite = RunningSuite.shared();
    private final Company company = new Company(suite);

    private ApiClient as(String who, String role) {
        JsonObject grant = Json.createObjectBuilder()
                .add("role", role)
                .add("unit", company.root())
                .build();
        ok(suite.api()
                .put(
                        "/api/people/" + company.login(who),
                        Json.createObjectBuilder()
                                .add("name", who)
                                .add("email", company.login(who) + "@example.org")
                                .add("locale", "ru")
                                .add("grants", Json.createArrayBuilder().add(grant))
                                .build()));
        return company.as(who);
    }

    private static JsonObject reopening(String reason, JsonObject scope) {
        return Json.createObjectBuilder()
                .add("reason", reason)
                .add("scope", scope)
                .build();
    }

    private static JsonObject all() {
        return Json.createObjectBuilder().add("all", true).build();
    }

    private HttpResponse<String> imported(String... rows) {
        return company.as("controller")
                .post("/api/imports", "text/csv", "unit,measure,period,value\n" + String.join("\n", rows) + "\n");
    }

    private String row(String measure, String period, int value) {
        return company.department() + "," + measure + "," + period + "," + value;
    }

    @Test
    void period_isOpenUntilItIsClosed_andFutureBeforeItBegins() {
        ApiClient viewer = company.as("viewer");
        JsonObject open = ok(viewer.get("/api/periods/1990-W20"));
        assertThat(open.getString("state")).isEqualTo("OPEN");
        assertThat(open.getString("calendar")).isEqualTo("ISO");
        assertThat(open.getString("start")).isEqualTo("1990-05-14");
        assertThat(open.isNull("reopening")).isTrue();
        assertThat(open.getJsonArray("next").getJsonObject(0).getString("action"))
                .isEqualTo("CLOSE");
        assertThat(ok(viewer.get("/api/periods/2199-Q1")).getString("state")).isEqualTo("FUTURE");
        assertThat(refused(viewer.get("/api/periods/2025-W53"), 422)).isEqualTo("E-PERIOD-INVALID");
        assertThat(refused(viewer.get("/api/periods/soon"), 422)).isEqualTo("E-PERIOD-FORMAT");
        JsonObject months = ok(viewer.get("/api/periods?from=1990-Q1&to=1990-12-31"));
        assertThat(months.getJsonArray("rows")).hasSize(12);
        assertThat(months.isNull("next")).isTrue();
    }

    @Test
    void quarter_isClosedWithItsParts_andThenPutsFiguresAside() {
        ApiClient controller = company.as("controller");
        HttpResponse<String> open = controller.post("/api/periods/1991-Q2/close", EMPTY);
        assertThat(refused(open, 409)).isEqualTo("E-PERIOD-STATE");
        assertThat(open.body()).contains("1991-04", "1991-05", "1991-06", "1991-W14", "1991-W26");
        assertThat(refused(company.as("head").post("/api/periods/1991-Q2/close", EMPTY), 403))
                .isEqualTo("E-FORBIDDEN");
        assertThat(ok(controller.post("/api/periods/1991-Q2/close", WITH_CHILDREN))
                        .getString("state"))
                .isEqualTo("CLOSED");
        JsonObject again = ok(controller.post("/api/periods/1991-Q2/close", EMPTY));
        assertThat(again.getJsonArray("transitions")).hasSize(1);
        assertThat(ok(controller.get("/api/periods/1991-W20")).getString("inheritedFrom"))
                .isEqualTo("1991-05");

        JsonObject aside =
                ok(imported(row("LEADS", "1991-05-14", 3), row("LEADS", "1991-07-01", 4), row("LEADS", "1991-06", 9)));
        assertThat(aside.getString("state")).isEqualTo("APPLIED");
        assertThat(aside.getJsonObject("counts").getInt("quarantined")).isEqualTo(2);
        assertThat(aside.getJsonArray("issues").stream()
                        .map(JsonValue::asJsonObject)
                        .map(i -> i.getInt("row") + " " + i.getString("code")))
                .containsExactly("2 E-PERIOD-CLOSED", "4 E-PERIOD-CLOSED");
        ok(imported(row("DEALS_WON_COHORT", "1991-05-14", 2), row("LEADS", "1991-07-01", 4)));
    }

    @Test
    void closedPeriod_isReopenedByFourEyes_forWhatIsNamed() {
        ApiClient controller = company.as("controller");
        ApiClient second = as("second", "CONTROLLER");
        String month = "/api/periods/1992-03";
        ok(controller.post(month + "/close", EMPTY));
        JsonObject leads = Json.createObjectBuilder()
                .add("measures", Json.createArrayBuilder().add("LEADS"))
                .add("units", Json.createArrayBuilder().add(company.root()))
                .build();
        assertThat(refused(controller.post(month + "/reopen", reopening("", leads)), 422))
                .isEqualTo("E-REASON-MISSING");
        assertThat(refused(controller.post(month + "/reopen", reopening("late", EMPTY)), 422))
                .isEqualTo("E-FIELD-VALUE");
        JsonObject asked = ok(controller.post(month + "/reopen", reopening("late invoice", leads)));
        assertThat(asked.getString("state")).isEqualTo("CLOSED");
        assertThat(asked.getJsonObject("pending").getString("by")).isEqualTo(company.login("controller"));
        assertThat(refused(controller.post(month + "/approve-reopen", EMPTY), 403))
                .isEqualTo("E-FOUR-EYES");

        JsonObject reopened = ok(second.post(month + "/approve-reopen", EMPTY));
        assertThat(reopened.getString("state")).isEqualTo("OPEN");
        JsonObject reopening = reopened.getJsonObject("reopening");
        assertThat(reopening.getString("reason")).isEqualTo("late invoice");
        assertThat(Duration.between(Instant.now(), Instant.parse(reopening.getString("reclosesAt"))))
                .isBetween(Duration.ofDays(3), Duration.ofDays(9));
        ok(imported(row("LEADS", "1992-03-11", 5)));
        assertThat(imported(row("SESSIONS", "1992-03-11", 5)).body()).contains("E-PERIOD-CLOSED");
        JsonObject closed = ok(controller.post(month + "/close", EMPTY));
        assertThat(closed.getJsonArray("transitions")).hasSize(4);
        assertThat(imported(row("LEADS", "1992-03-11", 6)).body()).contains("E-PERIOD-CLOSED");
    }

    @Test
    void lockedYear_isUnlockedByFourEyes() {
        ApiClient controller = company.as("controller");
        ApiClient chief = company.as("approver");
        ApiClient auditor = company.as("auditor");
        String year = "/api/periods/1993";
        assertThat(refused(chief.post(year + "/lock", EMPTY), 409)).isEqualTo("E-PERIOD-STATE");
        ok(controller.post(year + "/close", WITH_CHILDREN));
        assertThat(refused(controller.post(year + "/lock", EMPTY), 403)).isEqualTo("E-FORBIDDEN");
        assertThat(ok(chief.post(year + "/lock", EMPTY)).getString("state")).isEqualTo("LOCKED");
        assertThat(ok(chief.get("/api/periods/1993-07-14")).getString("inheritedFrom"))
                .isEqualTo("1993");
        assertThat(imported(row("DEALS_WON_COHORT", "1993-07-14", 1)).body()).contains("E-PERIOD-LOCKED");
        assertThat(refused(controller.post(year + "/reopen", reopening("late", all())), 409))
                .isEqualTo("E-PERIOD-STATE");

        JsonObject why =
                Json.createObjectBuilder().add("reason", "correction act 7").build();
        ok(chief.post(year + "/unlock", why));
        assertThat(refused(chief.post(year + "/approve-unlock", EMPTY), 403)).isEqualTo("E-FOUR-EYES");
        JsonObject unlocked = ok(auditor.post(year + "/approve-unlock", EMPTY));
        assertThat(unlocked.getString("state")).isEqualTo("CLOSED");
        ok(controller.post(year + "/reopen", reopening("late", all())));
        assertThat(ok(chief.post(year + "/approve-reopen", EMPTY)).getString("state"))
                .isEqualTo("OPEN");
        assertThat(ok(chief.get("/api/periods/1993-07"))
                        .getJsonObject("reopening")
                        .getString("period"))
                .isEqualTo("1993");
        ok(imported(row("LEADS", "1993-07-14", 1)));
    }
}
