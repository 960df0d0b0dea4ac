package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

class ImportPathIT {
    private static final String CSV = "text/csv";
    private static final int LONG_LINE = 12 << 20;

    private final Company company = new Company(RunningSuite.shared());
    private final ApiClient controller = company.as("controller");

    @Test
    void sameFileTwice_changesNothing_andSaysSo() {
        String file = file("LEADS", "2026-10-05", "17");
        JsonObject first = ok(controller.post("/api/imports", CSV, file));
        assertThat(first.getString("state")).isEqualTo("APPLIED");
        assertThat(first.getJsonObject("counts").getInt("new")).isEqualTo(1);

        JsonObject second = ok(controller.post("/api/imports", CSV, file));
        assertThat(second.getInt("duplicateOf")).isEqualTo(first.getInt("id"));
        assertThat(actuals()).contains("\"revision\":1").doesNotContain("\"revision\":2");
    }

    @Test
    void changedValue_keepsTheRevisionBefore() {
        ok(controller.post("/api/imports", CSV, file("LEADS", "2026-10-05", "17")));
        JsonObject changed = ok(controller.post("/api/imports", CSV, file("LEADS", "2026-10-05", "19")));
        assertThat(changed.getJsonObject("counts").getInt("changed")).isEqualTo(1);
        assertThat(actuals()).contains("\"revision\":2", "\"value\":\"19\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NONE|LEADS|2026-10-05|17|E-UNIT-UNKNOWN|unit",
                "|LEEDS|2026-10-05|17|E-MEASURE-UNKNOWN|measure",
                "|CAC|2026-10-05|17|E-MEASURE-COMPUTED|measure",
                "|LEADS|10/05/2026|17|E-PERIOD-AMBIGUOUS|period",
                "|LEADS|2026-02-30|17|E-PERIOD-INVALID|period",
                "|LEADS|2026-10-05|1.234|E-NUM-AMBIGUOUS|value",
                "|LEADS|2026-10-05|-3|E-NUM-NEGATIVE|value"
            })
    void badRow_isRefused_withCodeRowAndColumn(
            String unit, String measure, String period, String value, String code, String column) {
        String row = (unit == null ? company.department() : unit) + "," + measure + "," + period + "," + value;
        HttpResponse<String> answer = controller.post(
                "/api/imports",
                CSV,
                "unit,measure,period,value\n" + company.department() + ",LEADS,2026-10-04,5\n" + row + "\n");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        JsonObject result = ApiClient.json(answer);
        assertThat(result.getString("state")).isEqualTo("REJECTED");
        JsonObject issue = result.getJsonArray("issues").getJsonObject(0);
        assertThat(issue.getString("code")).isEqualTo(code);
        assertThat(issue.getInt("row")).isEqualTo(3);
        assertThat(issue.getString("column")).isEqualTo(column);
        assertThat(issue.getString("message")).isNotBlank();
        assertThat(actuals()).contains("\"rows\":[]");
    }

    @Test
    void badFile_isRefusedWhole_andTheDatabaseIsUnchanged() {
        byte[] binary = new byte[4096];
        new java.util.Random(1).nextBytes(binary);
        for (byte[] bytes : new byte[][] {
            "department,kpi,when,how much\nA,B,C,D\n".getBytes(StandardCharsets.UTF_8),
            new byte[0],
            binary,
            ("unit,measure,period,value\n" + "x".repeat(LONG_LINE) + "\n").getBytes(StandardCharsets.UTF_8)
        }) {
            HttpResponse<String> answer = controller.send(
                    controller
                            .request("/api/imports")
                            .header("Content-Type", CSV)
                            .POST(BodyPublishers.ofByteArray(bytes)),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isIn(413, 422);
            assertThat(answer.body()).containsPattern("E-(COL-MISSING|FILE-EMPTY|FILE-FORMAT|ENCODING|LIMIT)");
        }
        assertThat(actuals()).contains("\"rows\":[]");
    }

    @Test
    void refusals_speakTheCallersLanguage() {
        HttpResponse<String> answer = controller.send(
                controller
                        .request("/api/imports?lang=ru")
                        .header("Content-Type", CSV)
                        .POST(BodyPublishers.ofString(file("LEADS", "2026-10-05", "-3"))),
                BodyHandlers.ofString());
        assertThat(answer.body()).contains("Количество не бывает отрицательным");
    }

    @Test
    void onlyControllers_import_andOnlyForTheirUnits() {
        assertThat(refused(company.as("viewer").post("/api/imports", CSV, file("LEADS", "2026-10-05", "1")), 403))
                .isEqualTo("E-FORBIDDEN");
        Company others = new Company(RunningSuite.shared());
        HttpResponse<String> answer =
                others.as("controller").post("/api/imports", CSV, file("LEADS", "2026-10-05", "1"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).containsAnyOf("E-UNIT-FORBIDDEN", "E-UNIT-UNKNOWN");
    }

    private String file(String measure, String period, String value) {
        return "unit;measure;period;value\n" + company.department() + ";" + measure + ";" + period + ";" + value + "\n";
    }

    private String actuals() {
        HttpResponse<String> answer =
                company.as("viewer").get("/api/actuals?unit=" + company.department() + "&measure=LEADS");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
