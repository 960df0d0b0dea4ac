package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/** Rows for closed quarters. Periods are the whole installation's: each test closes a quarter of its own. */
class QuarantineIT {
    private static final JsonObject EMPTY = JsonValue.EMPTY_JSON_OBJECT;
    private static final JsonObject REASON =
            Json.createObjectBuilder().add("reason", "a late invoice").build();

    private final Company company = new Company(RunningSuite.shared());
    private final ApiClient controller = company.as("controller");

    /** A year of months that end with the quarter, 300 leads and CAC 100 in each, and a plan that they meet exactly. */
    private void planned(String quarter, YearMonth last) {
        StringBuilder csv = new StringBuilder("unit,measure,period,value,currency\n");
        for (YearMonth month = last.minusMonths(11); !month.isAfter(last); month = month.plusMonths(1)) {
            String of = "," + month + ",";
            csv.append(company.department()).append(",LEADS").append(of).append("300,\n");
            csv.append(company.department()).append(",NEW_CUSTOMERS").append(of).append("10,\n");
            csv.append(company.department()).append(",MKT_COST").append(of).append("1000,RUB\n");
        }
        ok(controller.post("/api/imports", "text/csv", csv.toString()));
        company.approved(quarter, Map.of("LEADS", "900", "CAC", "100"));
    }

    private void close(String quarter) {
        ok(controller.post(
                "/api/periods/" + quarter + "/close",
                Json.createObjectBuilder().add("withChildren", true).build()));
    }

    private JsonObject leads(String query, String month, int value) {
        return ok(controller.post(
                "/api/imports" + query,
                "text/csv",
                "unit,measure,period,value\n" + company.department() + ",LEADS," + month + "," + value + "\n"));
    }

    /** The same among more rows than are laid over what is stored, which no plan needs. */
    private JsonObject amongManyRows(String month, int value) {
        StringBuilder file = new StringBuilder("unit,measure,period,value,dim.channel\n");
        for (int i = 0; i <= 10_000; i++) {
            file.append("%s,POSTS,2019-05-01,1,c%d%n".formatted(company.department(), i));
        }
        file.append("%s,LEADS,%s,%d,%n".formatted(company.department(), month, value));
        return ok(controller.post("/api/imports?dryRun=true", "text/csv", file.toString()));
    }

    private JsonArray listed(String quarter) {
        return ok(controller.get("/api/quarantine?unit=" + company.root() + "&period=" + quarter))
                .getJsonArray("rows");
    }

    private String path(JsonArray rows, int index) {
        return "/api/quarantine/" + rows.getJsonObject(index).getInt("id");
    }

    private String score(String quarter) {
        String value = ok(company.as("viewer").get("/api/scorecards/" + company.department() + "/" + quarter))
                .getJsonObject("score")
                .getString("value");
        return value.substring(0, Math.min(value.length(), 7));
    }

    @Test
    void heavyRow_takesTwoPeople_lightOneOne_eachShowsWhatItDoesToTheScore() {
        planned("2019-Q2", YearMonth.of(2019, 6));
        JsonObject tried = leads("?dryRun=true", "2019-05", 309).getJsonObject("effect");
        assertThat(tried.getBoolean("complete")).isTrue();
        assertThat(tried.getJsonArray("scores").getJsonObject(0).getString("difference"))
                .isEqualTo("0.5");
        assertThat(amongManyRows("2019-05", 309).getJsonObject("effect"))
                .as("of a file of which one row is what scores rest on")
                .isEqualTo(tried);
        close("2019-Q2");
        JsonObject aside = leads("", "2019-05", 309);
        assertThat(aside.getString("state")).isEqualTo("APPLIED");
        assertThat(aside.getJsonObject("counts").getInt("quarantined")).isEqualTo(1);
        leads("", "2019-04", 303);
        JsonArray rows = listed("2019-Q2");
        JsonObject heavy = rows.getJsonObject(0);
        assertThat(heavy.getString("oldValue") + " " + heavy.getString("value")).isEqualTo("300 309");
        JsonObject effect = heavy.getJsonObject("effect");
        assertThat(effect.getBoolean("fourEyes")).isTrue();
        assertThat(effect.getJsonArray("scores")).hasSize(1);
        assertThat(effect.getJsonArray("scores").getJsonObject(0).getString("scoreAfter"))
                .isEqualTo("100.5");
        assertThat(rows.getJsonObject(1).getJsonObject("effect").getBoolean("fourEyes"))
                .isFalse();
        assertThat(refused(company.as("head").get("/api/quarantine"), 403)).isEqualTo("E-FORBIDDEN");

        assertThat(refused(controller.post(path(rows, 1) + "/accept", EMPTY), 422))
                .isEqualTo("E-REASON-MISSING");
        assertThat(ok(controller.post(path(rows, 1) + "/accept", REASON)).getString("state"))
                .isEqualTo("ACCEPTED");
        assertThat(score("2019-Q2")).isEqualTo("100.166");
        assertThat(ok(controller.post(path(rows, 0) + "/accept", REASON)).getString("state"))
                .isEqualTo("PROPOSED");
        assertThat(refused(controller.post(path(rows, 0) + "/accept", REASON), 403))
                .isEqualTo("E-FOUR-EYES");
        assertThat(score("2019-Q2")).isEqualTo("100.166");
        JsonObject confirmed = ok(company.as("approver").post(path(rows, 0) + "/accept", EMPTY));
        assertThat(confirmed.getString("state")).isEqualTo("ACCEPTED");
        assertThat(confirmed.getJsonObject("proposed").getString("by")).isEqualTo(company.login("controller"));
        assertThat(score("2019-Q2")).isEqualTo("100.666");
        assertThat(refused(controller.post(path(rows, 0) + "/reject", REASON), 409))
                .isEqualTo("E-QUARANTINE-STATE");
    }

    @Test
    void lightRowsOfSeveralFiles_takeTwoPeople_whereTheirSumIsHeavy() {
        planned("2015-Q2", YearMonth.of(2015, 6));
        close("2015-Q2");
        leads("", "2015-04", 306);
        JsonObject first = listed("2015-Q2").getJsonObject(0);
        assertThat(first.getJsonObject("effect").getBoolean("fourEyes")).isFalse();
        assertThat(ok(controller.post(path(listed("2015-Q2"), 0) + "/accept", REASON))
                        .getString("state"))
                .isEqualTo("ACCEPTED");
        assertThat(score("2015-Q2")).isEqualTo("100.333");

        leads("", "2015-05", 306);
        JsonArray open = ok(controller.get("/api/quarantine?unit=" + company.root() + "&period=2015-Q2&state=OPEN"))
                .getJsonArray("rows");
        JsonObject effect = open.getJsonObject(0).getJsonObject("effect");
        assertThat(effect.getJsonArray("scores").getJsonObject(0).getString("scoreBefore"))
                .as("the effect is that of this row, the number of people that of both")
                .startsWith("100.333");
        assertThat(effect.getBoolean("fourEyes")).isTrue();
        assertThat(ok(controller.post(path(open, 0) + "/accept", REASON)).getString("state"))
                .isEqualTo("PROPOSED");
        assertThat(refused(controller.post(path(open, 0) + "/accept", REASON), 403))
                .isEqualTo("E-FOUR-EYES");
        assertThat(ok(company.as("approver").post(path(open, 0) + "/accept", EMPTY))
                        .getString("state"))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void rowForHistoryOnly_changesSeries_andNotTheScoreAsReported() {
        planned("2018-Q2", YearMonth.of(2018, 6));
        close("2018-Q2");
        leads("", "2018-05", 390);
        assertThat(ok(controller.post(path(listed("2018-Q2"), 0) + "/accept-history", REASON))
                        .getString("state"))
                .isEqualTo("HISTORY");
        assertThat(score("2018-Q2")).isEqualTo("100");
        String unit = company.department();
        assertThat(ok(controller.get("/api/actuals?unit=" + unit + "&measure=LEADS&from=2018-05&to=2018-05"))
                        .getJsonArray("rows")
                        .getJsonObject(0)
                        .getString("value"))
                .isEqualTo("390");
        for (String month : List.of("2018-07", "2018-08", "2018-09")) {
            leads("", month, 300);
        }
        JsonArray next =
                ok(controller.get("/api/scorecards/" + unit + "/2018-Q3")).getJsonArray("items");
        assertThat(next.stream()
                        .map(JsonValue::asJsonObject)
                        .filter(i -> i.getString("indicator").equals("LEADS"))
                        .map(i -> i.getString("previous")))
                .containsExactly("990");
    }

    @Test
    void rowsAreRejectedTogether_andLockedPeriodsTakeNothing() {
        planned("2017-Q2", YearMonth.of(2017, 6));
        close("2017-Q2");
        int id = leads("", "2017-05", 390).getInt("id");
        JsonObject all = Json.createObjectBuilder().add("import", id).build();
        assertThat(refused(controller.post("/api/quarantine/reject", all), 422)).isEqualTo("E-REASON-MISSING");
        JsonObject reasoned =
                Json.createObjectBuilder(all).add("reason", "wrong file").build();
        JsonArray rejected =
                ok(controller.post("/api/quarantine/reject", reasoned)).getJsonArray("rows");
        assertThat(rejected).hasSize(1);
        assertThat(rejected.getJsonObject(0).getString("state")).isEqualTo("REJECTED");
        assertThat(score("2017-Q2")).isEqualTo("100");
        ok(company.as("approver").post("/api/periods/2017-Q2/lock", EMPTY));
        assertThat(controller
                        .post(
                                "/api/imports",
                                "text/csv",
                                "unit,measure,period,value\n" + company.department() + ",LEADS,2017-05,391\n")
                        .body())
                .contains("E-PERIOD-LOCKED", "REJECTED");
    }
}
