package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/** The life of an import as a script sees it. */
class ImportProcessIT {
    private static final String CSV = "text/csv";
    private static final Duration WAIT_MAX = Duration.ofSeconds(60);
    private static final int LONG_NOTE = 900_000;

    private final Company company = new Company(RunningSuite.shared());
    private final ApiClient controller = company.as("controller");

    private String file(String day, String value) {
        return "unit;measure;period;value\n" + company.department() + ";LEADS;" + day + ";" + value + "\n";
    }

    private HttpResponse<String> send(String path, String body, String... headers) {
        var request = controller
                .request("/api/imports" + path)
                .header("Content-Type", CSV)
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return controller.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> undo(ApiClient client, int id, String reason) {
        return client.post(
                "/api/imports/" + id + "/undo",
                Json.createObjectBuilder().add("reason", reason).build());
    }

    private JsonObject finished(HttpResponse<String> accepted) {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String location = accepted.headers().firstValue("Location").orElseThrow();
        int id = ApiClient.json(accepted).getInt("id");
        assertThat(location).endsWith("/api/imports/" + id);
        Instant end = Instant.now().plus(WAIT_MAX);
        JsonObject run = ok(controller.get("/api/imports/" + id));
        while (!run.getJsonObject("progress").getBoolean("finished")) {
            assertThat(Instant.now()).as(run.toString()).isBefore(end);
            run = ok(controller.get("/api/imports/" + id));
        }
        return run;
    }

    @Test
    void whoPrefersNotToWait_comesBackForTheResult() {
        JsonObject run = finished(send("", file("2026-10-05", "17"), "Prefer", "respond-async, wait=1"));
        assertThat(run.getString("state")).isEqualTo("APPLIED");
        assertThat(run.getBoolean("background")).isTrue();
        assertThat(run.getJsonObject("progress").getInt("rows")).isEqualTo(2);
        assertThat(run.getString("sha256")).hasSize(64);
        JsonObject rejected = finished(send("", file("2026-10-05", "x"), "Prefer", "respond-async"));
        assertThat(rejected.getString("state")).isEqualTo("REJECTED");
    }

    @Test
    void largeFile_isMadeInTheBackground() {
        StringBuilder large = new StringBuilder("unit;measure;period;value;note\n");
        for (int day = 1; day <= 20; day++) {
            large.append(
                    "%s;LEADS;2026-09-%02d;%d;%s%n".formatted(company.department(), day, day, "x".repeat(LONG_NOTE)));
        }
        JsonObject run = finished(send("", large.toString()));
        assertThat(run.getString("state")).as(run.toString()).isEqualTo("APPLIED");
        assertThat(run.getJsonObject("counts").getInt("new")).isEqualTo(20);
    }

    @Test
    void dryRun_showsOldAndNewValue_andTheyComeTrue() {
        ok(send("", file("2026-10-05", "17")));
        JsonObject tried = ok(send("?dryRun=true", file("2026-10-05", "19")));
        assertThat(tried.getString("state")).isEqualTo("VALIDATED");
        JsonObject change = ok(controller.get("/api/imports/" + tried.getInt("id") + "/changes"))
                .getJsonArray("rows")
                .getJsonObject(0);
        assertThat(change.getString("kind")).isEqualTo("CHANGED");
        assertThat(change.getString("old")).isEqualTo("17");
        assertThat(change.getString("new")).isEqualTo("19");
        assertThat(change.getString("delta")).isEqualTo("2");
        JsonObject done = ok(send("", file("2026-10-05", "19")));
        assertThat(done.getJsonObject("counts")).isEqualTo(tried.getJsonObject("counts"));
    }

    @Test
    void undo_takesAllBack_once_unlessLaterImportsBuiltOnIt() {
        JsonObject first = ok(send("", file("2026-10-05", "17")));
        JsonObject second = ok(send("", file("2026-10-05", "19")));
        HttpResponse<String> refusal = undo(controller, first.getInt("id"), "wrong month");
        assertThat(refused(refusal, 409)).isEqualTo("E-IMPORT-BUILT-ON");
        assertThat(refusal.body()).contains(String.valueOf(second.getInt("id")));
        assertThat(refused(undo(controller, second.getInt("id"), " "), 422)).isEqualTo("E-REASON-MISSING");

        JsonObject undone = ok(undo(controller, second.getInt("id"), "wrong month"));
        assertThat(undone.getString("state")).isEqualTo("UNDONE");
        assertThat(undone.getJsonObject("undone").getString("reason")).isEqualTo("wrong month");
        assertThat(actuals()).contains("\"value\":\"17\"", "\"import\":" + first.getInt("id"));
        assertThat(ok(undo(controller, second.getInt("id"), "again"))).isEqualTo(undone);

        JsonObject again = ok(send("", file("2026-10-05", "19")));
        assertThat(again.isNull("duplicateOf")).isTrue();
        assertThat(again.getJsonObject("counts").getInt("changed")).isEqualTo(1);
    }

    @Test
    void cancel_isTooLateForWhatHasEnded_andNobodyElsesBusiness() {
        int id = ok(send("", file("2026-10-05", "17"))).getInt("id");
        JsonObject empty = Json.createObjectBuilder().build();
        assertThat(refused(controller.post("/api/imports/" + id + "/cancel", empty), 409))
                .isEqualTo("E-IMPORT-STATE");
        ApiClient stranger = new Company(RunningSuite.shared()).as("controller");
        assertThat(refused(stranger.post("/api/imports/" + id + "/cancel", empty), 404))
                .isEqualTo("E-NOT-FOUND");
        assertThat(refused(undo(stranger, id, "not mine"), 404)).isEqualTo("E-NOT-FOUND");
        assertThat(refused(undo(company.as("viewer"), id, "may not"), 403)).isEqualTo("E-FORBIDDEN");
    }

    @Test
    void importOfAColleague_isSeenAndTakenBack_byControllersOfAllItsUnits_andByNoOther() {
        company.person("of-department", company.department(), "CONTROLLER");
        company.person("of-other", company.other(), "CONTROLLER");
        ApiClient ofDepartment = company.as("of-department");
        ApiClient ofOther = company.as("of-other");
        int one = ok(send("", file("2026-10-05", "17"))).getInt("id");
        String others = company.other() + ";LEADS;2026-10-05;5\n";
        int both = ok(send("", file("2026-09-05", "18") + others)).getInt("id");

        assertThat(seen(ofDepartment)).containsExactly(one);
        assertThat(seen(ofOther)).isEmpty();
        assertThat(seen(controller)).contains(one, both);
        for (String path : List.of("", "/changes", "/rows/2", "/errors.csv")) {
            assertThat(ofDepartment.get("/api/imports/" + one + path).statusCode())
                    .as(path)
                    .isEqualTo(200);
            assertThat(refused(ofOther.get("/api/imports/" + one + path), 404)).isEqualTo("E-NOT-FOUND");
            assertThat(refused(ofDepartment.get("/api/imports/" + both + path), 404))
                    .isEqualTo("E-NOT-FOUND");
        }
        assertThat(refused(undo(ofDepartment, both, "not mine"), 404)).isEqualTo("E-NOT-FOUND");
        assertThat(refused(undo(ofOther, one, "not mine"), 404)).isEqualTo("E-NOT-FOUND");
        assertThat(ok(undo(ofDepartment, one, "wrong month")).getString("state"))
                .isEqualTo("UNDONE");
    }

    private static List<Integer> seen(ApiClient client) {
        return ok(client.get("/api/imports")).getJsonArray("rows").stream()
                .map(r -> r.asJsonObject().getInt("id"))
                .toList();
    }

    @Test
    void idempotencyKey_replaysTheAnswer_andIsRefusedForAnotherFile() {
        String key = company.department();
        JsonObject first = ok(send("", file("2026-10-05", "17"), "Idempotency-Key", key));
        assertThat(ok(send("", file("2026-10-05", "17"), "Idempotency-Key", key)))
                .isEqualTo(first);
        assertThat(refused(send("", file("2026-10-05", "18"), "Idempotency-Key", key), 409))
                .isEqualTo("E-IDEMPOTENCY");
        assertThat(refused(send("?dryRun=true", file("2026-10-05", "17"), "Idempotency-Key", key), 409))
                .isEqualTo("E-IDEMPOTENCY");
    }

    @Test
    void rowOfAFile_isShownAsTyped_toThoseWhoMayReadItsFigure() {
        int id = ok(send("", file("05.10.2026", "17,0"))).getInt("id");
        JsonObject row = ok(controller.get("/api/imports/" + id + "/rows/2"));
        assertThat(row.getJsonArray("cells").toString()).contains("05.10.2026", "17,0");
        String asFigure = "/api/imports/" + id + "/rows/2?measure=LEADS&unit=";
        assertThat(ok(company.as("viewer").get(asFigure + company.department())).getInt("row"))
                .isEqualTo(2);
        assertThat(company.as("viewer").get("/api/imports/" + id + "/rows/2").statusCode())
                .isEqualTo(404);
        assertThat(company.as("stranger").get(asFigure + company.department()).statusCode())
                .isEqualTo(404);
        assertThat(controller.get("/api/imports/" + id + "/rows/3").statusCode())
                .isEqualTo(404);
    }

    private String actuals() {
        return controller
                .get("/api/actuals?unit=" + company.department() + "&measure=LEADS")
                .body();
    }
}
