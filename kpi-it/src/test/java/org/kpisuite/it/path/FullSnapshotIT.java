package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/** Files that are all that their source knows, and sources that do not agree, as a script sees them. */
class FullSnapshotIT {
    private final Company company = new Company(RunningSuite.shared());
    private final ApiClient controller = company.as("controller");
    private final String unit = company.department();
    private final String profile = "crm-" + unit.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");

    private HttpResponse<String> send(String query, String... rows) {
        return controller.post("/api/imports" + query, "text/csv", String.join("\n", rows) + "\n");
    }

    private String row(String period, String value) {
        return unit + ",LEADS," + period + "," + value;
    }

    private JsonArray actuals() {
        return ok(controller.get("/api/actuals?unit=" + unit + "&measure=LEADS"))
                .getJsonArray("rows");
    }

    private static List<String> texts(JsonArray rows, String field) {
        return rows.getValuesAs(JsonObject.class).stream()
                .map(r -> r.getString(field))
                .toList();
    }

    @Test
    void whatTheFileLacks_isDeleted_onceItsDryRunIsNamed_andComesBackByUndo() {
        ok(controller.put(
                "/api/import-profiles/" + profile,
                Json.createObjectBuilder()
                        .add("name", Json.createObjectBuilder().add("en", "CRM").add("ru", "CRM"))
                        .add("source", "CRM")
                        .add("fullSnapshot", true)
                        .add(
                                "scope",
                                Json.createObjectBuilder()
                                        .add("units", Json.createArrayBuilder().add(unit))
                                        .add(
                                                "measures",
                                                Json.createArrayBuilder().add("LEADS"))
                                        .add("from", "2026-09")
                                        .add("to", "2026-09"))
                        .build()));
        String header = "unit,measure,period,value";
        ok(send(
                "?profile=" + profile,
                header,
                row("2026-09-01", "10"),
                row("2026-09-02", "20"),
                row("2026-08-31", "7")));
        String[] later = {header, row("2026-09-01", "11")};
        HttpResponse<String> unconfirmed = send("?profile=" + profile, later);
        assertThat(unconfirmed.statusCode()).isEqualTo(422);
        assertThat(texts(ApiClient.json(unconfirmed).getJsonArray("issues"), "code"))
                .containsExactly("E-SNAPSHOT-CONFIRM");
        assertThat(refused(send("?profile=" + profile + "&confirms=soon", later), 422))
                .isEqualTo("E-FIELD-VALUE");
        assertThat(refused(send("?profile=" + profile + "&confirms=999999999", later), 404))
                .isEqualTo("E-NOT-FOUND");

        JsonObject tried = ok(send("?profile=" + profile + "&dryRun=true", later));
        assertThat(tried.getInt("missing")).isEqualTo(1);
        assertThat(tried.getJsonObject("counts").getInt("deleted")).isEqualTo(1);
        JsonObject first = ok(controller.get("/api/imports/" + tried.getInt("id") + "/changes"))
                .getJsonArray("rows")
                .getJsonObject(0);
        assertThat(first.getString("kind") + " " + first.getString("period")).isEqualTo("DELETED 2026-09-02");
        assertThat(first.isNull("row")).isTrue();

        JsonObject loaded = ok(send("?profile=" + profile + "&confirms=" + tried.getInt("id"), later));
        assertThat(loaded.getJsonObject("counts")).isEqualTo(tried.getJsonObject("counts"));
        assertThat(texts(actuals(), "value")).containsExactly("7", "11");
        ok(controller.post(
                "/api/imports/" + loaded.getInt("id") + "/undo",
                Json.createObjectBuilder().add("reason", "wrong export").build()));
        assertThat(texts(actuals(), "value")).containsExactly("7", "10", "20");
    }

    @Test
    void valueByHandBesideAFeed_isShownByHowMuchItDiffers_inActualsTraceExplanationAndScorecard() {
        String header = "unit,measure,period,value,source";
        ok(send("", header, row("2026-09-01", "200,CRM"), row("2026-09-02", "50,CRM")));
        JsonObject byHand = ok(send("", header, row("2026-09-01", "250,MANUAL")));
        assertThat(texts(byHand.getJsonArray("issues"), "code")).containsExactly("W-SOURCE-ALTERNATIVE");

        String line = "?unit=" + unit + "&indicator=LEADS&period=2026-Q3";
        JsonArray traced = ok(controller.get("/api/actuals/trace" + line)).getJsonArray("rows");
        JsonObject alternative =
                traced.getJsonObject(0).getJsonArray("alternatives").getJsonObject(0);
        assertThat(alternative.getString("source") + " " + alternative.getString("differsBy"))
                .isEqualTo("MANUAL 0.25");
        assertThat(traced.getJsonObject(1).getJsonArray("alternatives")).isEmpty();
        JsonObject explained = ok(controller.get("/api/explain" + line))
                .getJsonArray("otherSources")
                .getJsonObject(0);
        assertThat(explained.getString("value") + " " + explained.getString("otherValue"))
                .isEqualTo("200 250");
        JsonObject leads = ok(controller.get("/api/scorecards/" + unit + "/2026-Q3"))
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(i -> i.getString("indicator").equals("LEADS"))
                .findFirst()
                .orElseThrow();
        assertThat(leads.getJsonArray("notes").toString()).contains("OTHER_SOURCE");
        assertThat(leads.getJsonArray("otherSources").getJsonObject(0).getString("differsBy"))
                .isEqualTo("0.25");
    }
}
