package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/** What was issued stays, can be made again, and each of its numbers is traced to the row of a file. */
class ReportsIT {
    private static final String PERIOD = "2026-Q3";

    private final Company company = new Company(RunningSuite.shared());
    private final ApiClient controller = company.as("controller");
    private final ApiClient viewer = company.as("viewer");

    private void imported(String... rows) {
        ok(controller.post(
                "/api/imports",
                "text/csv",
                "unit,measure,period,value,currency,reason\n" + String.join("\n", rows) + "\n"));
    }

    private String row(String measure, String month, String value, String reason) {
        String currency = measure.equals("MKT_COST") ? "RUB" : "";
        return String.join(",", company.department(), measure, month, value, currency, reason);
    }

    private void prepared() {
        imported(
                row("LEADS", "2026-07", "600", ""),
                row("LEADS", "2026-08", "500", ""),
                row("LEADS", "2026-09", "700", ""),
                row("NEW_CUSTOMERS", "2026-08", "100", ""),
                row("MKT_COST", "2026-08", "310000.50", ""));
        company.approved(PERIOD, Map.of("LEADS", "1800", "CAC", "3100.25"));
    }

    private List<JsonObject> reports() {
        return ok(controller.get("/api/reports?unit=" + company.department())).getJsonArray("rows").stream()
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private static String sha256(byte[] file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    }

    @Test
    void takenFile_staysAsItWasIssued_andIsMadeAgainToTheByte_whateverChanges() throws Exception {
        prepared();
        String card = "/api/scorecards/" + company.department() + "/" + PERIOD;
        byte[] pdf = viewer.download(card + ".pdf?lang=ru").body();
        byte[] workbook = viewer.download(card + ".xlsx?lang=en").body();
        assertThat(reports()).hasSize(2).allSatisfy(r -> {
            assertThat(r.getString("period")).isEqualTo(PERIOD);
            assertThat(r.getString("planHash")).hasSize(64);
            assertThat(r.getString("look")).hasSize(12);
            assertThat(r.getString("issuedBy")).isEqualTo(company.login("viewer"));
        });
        JsonObject xlsx = reports().get(0);
        assertThat(xlsx.getString("sha256")).isEqualTo(sha256(workbook));

        imported(row("LEADS", "2026-08", "900", "recount"));
        company.regrant("approver", company.root(), "APPROVER");
        String unit = "/api/units/" + company.department();
        ok(RunningSuite.shared()
                .api()
                .put(
                        unit,
                        Json.createObjectBuilder()
                                .add(
                                        "name",
                                        Json.createObjectBuilder()
                                                .add("en", "Renamed")
                                                .add("ru", "Иначе"))
                                .add("parent", company.root())
                                .build(),
                        "If-Match",
                        viewer.get(unit).headers().firstValue("ETag").orElseThrow()));

        for (JsonObject report : reports()) {
            String path = "/api/reports/" + report.getInt("id");
            byte[] kept = controller.download(path + "/file").body();
            assertThat(kept).isEqualTo(report.getString("format").equals("PDF") ? pdf : workbook);
            JsonObject rebuilt = ok(controller.get(path + "/rebuilt"));
            assertThat(rebuilt.getBoolean("same")).as(rebuilt.toString()).isTrue();
            JsonObject restated = ok(controller.get(path + "/restated"));
            JsonObject leads = restated.getJsonArray("cells").getJsonObject(0);
            assertThat(leads.getString("item")).isEqualTo("LEADS");
            assertThat(leads.getString("before")).isEqualTo("1800");
            assertThat(leads.getString("after")).isEqualTo("2200");
            assertThat(leads.getJsonArray("by").getJsonObject(0).getString("reason"))
                    .isEqualTo("recount");
            assertThat(ok(controller.get(path)).getJsonArray("downloads").stream()
                            .map(d -> d.asJsonObject().getString("person")))
                    .containsExactly(company.login("controller"), company.login("viewer"));
        }
        assertThat(refused(company.as("stranger").get("/api/reports/" + xlsx.getInt("id")), 403))
                .isEqualTo("E-FORBIDDEN");
    }

    /** What shows a unit that moved away is given to those who may read that unit too; others take it by today's tree. */
    @Test
    void fileThatShowsAUnitWhichMovedAway_isForThoseWhoMayReadIt_alsoWhereItWasIssuedBefore() {
        ApiClient admin = RunningSuite.shared().api();
        String team = "TEAM-" + company.root();
        String path = "/api/units/" + team;
        ok(admin.put(path, team(company.department()).build()));
        company.person("desk", company.department(), "CONTROLLER");
        ApiClient desk = company.as("desk");
        imported(
                row("LEADS", "2026-08", "500", ""),
                row("LEADS", "2026-08", "70", "").replace(company.department(), team));
        company.approved(PERIOD, Map.of("LEADS", "1800", "CAC", "3100.25"));
        String card = "/api/scorecards/" + company.department() + "/" + PERIOD;
        byte[] before = desk.download(card + ".xlsx").body();
        int issued = reports().get(0).getInt("id");
        assertThat(desk.download("/api/reports/" + issued + "/file").body()).isEqualTo(before);

        ok(admin.put(path, team(company.other()).add("validFrom", "2026-09-01").build(), "If-Match", "\"1\""));
        for (ApiClient below : List.of(desk, viewer)) {
            assertThat(refused(below.get(card + ".xlsx"), 403)).isEqualTo("E-REPORT-UNITS");
            assertThat(below.get(card + ".xlsx").body()).doesNotContain(team);
        }
        assertThat(refused(desk.get("/api/reports/" + issued + "/file"), 403)).isEqualTo("E-REPORT-UNITS");
        assertThat(viewer.get(card + ".pdf").statusCode()).isEqualTo(200);
        assertThat(viewer.get(card + ".xlsx?organisation=restated").statusCode())
                .isEqualTo(200);
        assertThat(controller.get(card + ".xlsx").statusCode()).isEqualTo(200);
        assertThat(controller.download("/api/reports/" + issued + "/file").body())
                .isEqualTo(before);
    }

    private static JsonObjectBuilder team(String parent) {
        return Json.createObjectBuilder()
                .add("name", Json.createObjectBuilder().add("en", "Team").add("ru", "Группа"))
                .add("parent", parent);
    }

    @Test
    void codeOnAReport_leadsToTheRowOfTheFile_withItsTextAndWhatItWasBefore() {
        prepared();
        imported(row("LEADS", "2026-08", "900", "recount"));
        ok(viewer.get("/api/scorecards/" + company.department() + "/" + PERIOD));
        viewer.download("/api/scorecards/" + company.department() + "/" + PERIOD + ".pdf")
                .body();
        String code = reports().get(0).getString("traceCode");

        JsonObject trace = ok(viewer.get("/api/actuals/trace?raw=true&code=" + code.toLowerCase(Locale.ROOT) + "-1"));
        assertThat(trace.getString("formula"))
                .isEqualTo(trace.getString("indicator").equals("LEADS") ? "LEADS" : "MKT_COST / NEW_CUSTOMERS");
        JsonObject leads = ok(viewer.get(
                "/api/actuals/trace?raw=true&unit=" + company.department() + "&indicator=LEADS&period=" + PERIOD));
        assertThat(leads.getString("value")).isEqualTo("2200");
        assertThat(leads.getInt("version")).isEqualTo(1);
        JsonObject august = leads.getJsonArray("rows").getJsonObject(1);
        assertThat(august.getString("period")).isEqualTo("2026-08");
        assertThat(august.getString("sha256")).hasSize(64);
        assertThat(august.getJsonArray("revisions").stream()
                        .map(r -> r.asJsonObject().getString("value")))
                .containsExactly("900", "500");
        assertThat(august.getJsonArray("cells").stream()
                        .map(c -> c.asJsonObject().getString("text")))
                .contains("LEADS", "900", "recount");

        assertThat(refused(company.as("stranger").get("/api/actuals/trace?code=" + code + "-1"), 404))
                .isEqualTo("E-NOT-FOUND");
        assertThat(refused(viewer.get("/api/actuals/trace?code=" + code + "-99"), 404))
                .isEqualTo("E-NOT-FOUND");
        assertThat(refused(viewer.get("/api/actuals/trace?code=nonsense"), 404)).isEqualTo("E-NOT-FOUND");
    }
}
