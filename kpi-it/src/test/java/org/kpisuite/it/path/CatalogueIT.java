package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

class CatalogueIT {
    private static final String FIRST = "MKT_COST / LEADS";
    private static final String SECOND = "AD_SPEND / LEADS";

    private final Company company = new Company(RunningSuite.shared());
    private final ApiClient controller = company.as("controller");
    private final String suffix = company.root().replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);

    private static JsonObjectBuilder name(String en) {
        return Json.createObjectBuilder().add("en", en).add("ru", "Имя");
    }

    private static JsonObjectBuilder indicator(String formula) {
        return Json.createObjectBuilder()
                .add("name", name("Cost per lead"))
                .add("definition", name("Cost divided by leads."))
                .add("nature", "LEAD")
                .add("formula", formula)
                .add("multiplier", 1)
                .add("unitKind", "MONEY")
                .addNull("currency")
                .add("displayScale", 2)
                .add("direction", "DOWN")
                .add("groups", Json.createArrayBuilder().add("CHANNEL"));
    }

    private static JsonObjectBuilder measure(String kind) {
        return Json.createObjectBuilder()
                .add("name", name("Calls"))
                .add("kind", kind)
                .add("unitKind", "COUNT");
    }

    private HttpResponse<String> changed(String path, JsonObjectBuilder body, long version) {
        return controller.put(path, body.build(), "If-Match", "\"" + version + "\"");
    }

    @Test
    void newIndicator_holdsFromTheBeginning_andIsMeasuredByItsFormula() {
        String path = "/api/indicators/CPL_" + suffix;
        HttpResponse<String> answer = controller.put(path, indicator(FIRST).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        JsonObject created = ApiClient.json(answer);
        assertThat(created.getString("validFrom")).isEqualTo("1900-01-01");
        assertThat(created.getString("timeAggregation")).isEqualTo("RATIO_OF_SUMS");
        assertThat(created.getString("orgAggregation")).isEqualTo("RATIO_OF_SUMS");
        assertThat(created.getString("missingPolicy")).isEqualTo("NULL");
        assertThat(created.getBoolean("inForce")).isTrue();
        assertThat(created.getString("recordedBy")).isEqualTo(company.login("controller"));
        assertThat(ok(company.as("viewer").get(path)).getString("formula")).isEqualTo(FIRST);

        String unit = company.department();
        ok(controller.post(
                "/api/imports",
                "text/csv",
                "unit,measure,period,value,currency\n" + unit + ",LEADS,2026-07,4,\n" + unit
                        + ",MKT_COST,2026-07,1000,RUB\n"));
        JsonObject scorecard = ok(company.as("viewer").get("/api/scorecards/" + unit + "/2026-07"));
        assertThat(scorecard.getJsonArray("items").stream()
                        .map(i -> i.asJsonObject())
                        .filter(i -> i.getString("indicator").equals("CPL_" + suffix))
                        .map(i -> i.getString("actual")))
                .containsExactly("250");
    }

    @Test
    void newVersion_leavesTheOldPeriodsTheirDefinition() {
        String path = "/api/indicators/VER_" + suffix;
        ok(controller.put(path, indicator(FIRST).build()));
        JsonObject second = ok(changed(path, indicator(SECOND).add("validFrom", "2026-10-01"), 1));
        assertThat(second.getInt("version")).isEqualTo(2);
        assertThat(ok(controller.get(path + "?on=2026-09-30")).getString("formula"))
                .isEqualTo(FIRST);
        assertThat(ok(controller.get(path + "?on=2026-10-01")).getString("formula"))
                .isEqualTo(SECOND);
        assertThat(ok(controller.get(path + "/versions")).getJsonArray("rows").stream()
                        .map(v -> v.asJsonObject().getString("formula")))
                .containsExactly(FIRST, SECOND);
        assertThat(ok(controller.get("/api/indicators?on=2026-09-30&q=ver_" + suffix))
                        .getJsonArray("rows"))
                .singleElement()
                .satisfies(
                        i -> assertThat(i.asJsonObject().getString("formula")).isEqualTo(FIRST));
        assertThat(ok(changed(path, indicator(FIRST), 2)).getString("validFrom"))
                .isBetween(
                        LocalDate.now(java.time.ZoneOffset.UTC).toString(),
                        LocalDate.now(java.time.ZoneOffset.UTC).plusDays(1).toString());
    }

    @Test
    void versionsThatWereNotRead_areNotReplaced() {
        String path = "/api/indicators/IFM_" + suffix;
        ok(controller.put(path, indicator(FIRST).build()));
        assertThat(refused(controller.put(path, indicator(SECOND).build()), 428))
                .isEqualTo("E-VERSION-MISSING");
        ok(changed(path, indicator(SECOND), 1));
        assertThat(refused(changed(path, indicator(FIRST), 1), 412)).isEqualTo("E-VERSION");
        assertThat(refused(
                        controller.put("/api/indicators/CAC", indicator(SECOND).build()), 428))
                .isEqualTo("E-VERSION-MISSING");
    }

    @Test
    void unsoundFormulas_areRefused_withTheirReason() {
        String path = "/api/indicators/BAD_" + suffix;
        record Case(String formula, String reason) {}
        for (Case c : List.of(
                new Case("MKT_COST / LEDAS", "no measure or indicator LEDAS; LEADS perhaps"),
                new Case("BAD_" + suffix + " / 2", "comes back to itself"),
                new Case("(MKT_COST + CLICKS) / LEADS", "unlike units and cannot be added"),
                new Case("LEADS / MKT_COST", "gives COUNT/MONEY, which is not MONEY"),
                new Case("MKT_COST / LEADS[colour=\\\"red\\\"]", "no dimension colour"),
                new Case("MKT_COST // LEADS", "cannot be read"))) {
            HttpResponse<String> answer = controller.put(
                    path, indicator(c.formula.replace("\\\"", "\"")).build());
            assertThat(refused(answer, 422)).as(c.formula).isEqualTo("E-FORMULA");
            assertThat(answer.body()).as(c.formula).contains(c.reason);
        }
        assertThat(refused(controller.get(path), 404)).isEqualTo("E-NOT-FOUND");
    }

    @Test
    void impossibleBodies_areRefused_allAtOnce_andUnknownFieldsByName() {
        HttpResponse<String> unknown = controller.put(
                "/api/measures/M_" + suffix,
                measure("FLOW").add("colour", "red").build());
        assertThat(refused(unknown, 422)).isEqualTo("E-FIELD-UNKNOWN");
        assertThat(unknown.body()).contains("colour");
        HttpResponse<String> impossible = controller.put(
                "/api/measures/M_" + suffix,
                measure("STOCK")
                        .add("timeAggregation", "SUM")
                        .add("weekSplit", "BY_DAYS")
                        .add("currency", "RUB")
                        .build());
        assertThat(refused(impossible, 422)).isEqualTo("E-FIELD-VALUE");
        assertThat(impossible.body()).contains("timeAggregation", "weekSplit", "currency");
        HttpResponse<String> scale = controller.put(
                "/api/indicators/S_" + suffix,
                indicator(FIRST).add("displayScale", 5).add("multiplier", 10).build());
        assertThat(refused(scale, 422)).isEqualTo("E-FIELD-VALUE");
        assertThat(scale.body()).contains("displayScale", "multiplier");
    }

    @Test
    void onlyControllers_keepTheCatalogue() {
        JsonObject body = measure("FLOW").build();
        assertThat(refused(company.as("viewer").put("/api/measures/V_" + suffix, body), 403))
                .isEqualTo("E-FORBIDDEN");
        assertThat(refused(company.as("author").put("/api/measures/V_" + suffix, body), 403))
                .isEqualTo("E-FORBIDDEN");
    }

    @Test
    void measure_isImported_untilTheDayOnWhichItIsClosed() {
        String code = "CALLS_" + suffix;
        JsonObject created =
                ok(controller.put("/api/measures/" + code, measure("FLOW").build()));
        assertThat(created.getString("timeAggregation")).isEqualTo("SUM");
        String row = "unit,measure,period,value\n" + company.department() + "," + code + ",2026-08-0";
        assertThat(ok(controller.post("/api/imports", "text/csv", row + "1,5\n"))
                        .getString("state"))
                .isEqualTo("APPLIED");

        JsonObject today =
                Json.createObjectBuilder().add("closedOn", "2026-01-01").build();
        HttpResponse<String> closed = controller.send(
                controller
                        .request("/api/measures/" + code + "/close")
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"1\"")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(today.toString())),
                HttpResponse.BodyHandlers.ofString());
        assertThat(ok(closed).getString("closedOn")).isEqualTo("2026-01-01");
        HttpResponse<String> after = controller.post("/api/imports", "text/csv", row + "2,6\n");
        assertThat(after.statusCode()).isEqualTo(422);
        assertThat(after.body()).contains("E-MEASURE-UNKNOWN");
        assertThat(ok(controller.get("/api/measures?q=" + code)).getJsonArray("rows"))
                .isEmpty();
        assertThat(ok(controller.get("/api/measures?closed=true&q=" + code)).getJsonArray("rows"))
                .hasSize(1);
    }

    @Test
    void pairsAndSources_areKeptTheSameWay() {
        JsonObject pair = ok(controller.put("/api/pairs/P_" + suffix, pair("LEADS", "REVENUE")));
        assertThat(pair.getInt("expectedLag")).isEqualTo(6);
        assertThat(pair.getBoolean("seasonal")).isTrue();
        HttpResponse<String> turned = controller.put("/api/pairs/Q_" + suffix, pair("REVENUE", "LEADS"));
        assertThat(refused(turned, 422)).isEqualTo("E-FIELD-VALUE");
        assertThat(turned.body()).contains("leading", "lagging");

        JsonObject source = Json.createObjectBuilder()
                .add("name", name("Call centre"))
                .add("type", "CRM")
                .add("lagDays", 2)
                .build();
        ok(controller.put("/api/sources/CALLS_" + suffix, source));
        JsonObject imported = ok(controller.post(
                "/api/imports",
                "text/csv",
                "unit,measure,period,value,source\n" + company.department() + ",LEADS,2026-08-09,3,CALLS_" + suffix
                        + "\n"));
        assertThat(imported.getString("state")).isEqualTo("APPLIED");
        assertThat(ok(controller.get("/api/sources?limit=1000")).getJsonArray("rows"))
                .extracting(s -> s.asJsonObject().getString("code"))
                .contains("MANUAL", "CRM", "CALLS_" + suffix);
    }

    private static JsonObject pair(String leading, String lagging) {
        return Json.createObjectBuilder()
                .add("leading", leading)
                .add("lagging", lagging)
                .add("granularity", "WEEK")
                .add("expectedSign", 1)
                .add("expectedLag", 6)
                .add("maxPlausibleLag", 12)
                .add("seasonal", true)
                .build();
    }

    @Test
    void list_isSearched_byText_groupAndNature_pageByPage() {
        JsonObject page = ok(controller.get("/api/indicators?group=SATISFACTION&limit=1"));
        assertThat(page.getJsonArray("rows")).hasSize(1);
        String next = page.getString("next");
        JsonObject rest = ok(controller.get("/api/indicators?group=SATISFACTION&after=" + next));
        assertThat(rest.getJsonArray("rows")).isNotEmpty();
        assertThat(rest.isNull("next")).isTrue();
        assertThat(ok(controller.get("/api/indicators?nature=LAG&q=%D1%80%D0%BE%D0%BC%D0%B8"))
                        .getJsonArray("rows"))
                .isEmpty();
        assertThat(ok(controller.get("/api/indicators?nature=LAG&q=romi")).getJsonArray("rows"))
                .singleElement()
                .satisfies(i -> assertThat(i.asJsonObject().getString("code")).isEqualTo("ROMI"));
        assertThat(ok(controller.get("/api/indicators?nature=LEAD&q=romi")).getJsonArray("rows"))
                .isEmpty();
    }
}
