package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/** Who owes which data, the template to deliver it with, and the file given back with reasons, over the API. */
class DataStatusIT {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** Long over, so that the test does not depend on the day it runs. */
    private static final String QUARTER = "2025-Q1";

    private final Company company = new Company(RunningSuite.shared());
    private final ApiClient controller = company.as("controller");

    private List<JsonObject> status(ApiClient client, String query) {
        return ok(client.get("/api/data-status?period=" + QUARTER + query)).getJsonArray("rows").stream()
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private static Stream<String> told(List<JsonObject> rows) {
        return rows.stream()
                .map(r -> r.getString("measure") + " " + r.getString("state") + " " + r.getInt("delivered") + "/"
                        + r.getInt("expected"));
    }

    @Test
    void planSaysWhatIsOwed_templateIsFilledAndSentBack_thenNothingIsOwed() throws IOException {
        company.deliveredByMonth(QUARTER, "2024-12");
        company.approved(QUARTER, Map.of("LEADS", "1000", "CAC", "5000"));
        List<JsonObject> before = status(controller, "&unit=" + company.department());
        assertThat(told(before)).contains("LEADS LATE 0/3");
        JsonObject leads = before.stream()
                .filter(r -> r.getString("measure").equals("LEADS"))
                .findFirst()
                .orElseThrow();
        assertThat(leads.getBoolean("planned")).isTrue();
        assertThat(leads.getString("owedBy")).isEqualTo("Person head");
        assertThat(leads.getJsonArray("missing").toString()).isEqualTo("[\"2025-01\",\"2025-02\",\"2025-03\"]");

        HttpResponse<byte[]> blank = controller.download(
                "/api/import-template.xlsx?unit=" + company.department() + "&period=" + QUARTER + "&lang=ru");
        assertThat(blank.statusCode()).isEqualTo(200);
        JsonObject applied =
                ok(controller.post("/api/imports", XLSX, BodyPublishers.ofByteArray(filled(blank.body()))));
        assertThat(applied.getString("state")).isEqualTo("APPLIED");
        assertThat(applied.getJsonArray("issues")).isEmpty();

        List<JsonObject> after = status(controller, "&unit=" + company.department());
        assertThat(told(after)).contains("LEADS IN 3/3");
        assertThat(told(after)).allMatch(f -> f.endsWith(" IN 3/3"));
        assertThat(after.get(0).getJsonObject("last").getInt("importId")).isEqualTo(applied.getInt("id"));
        assertThat(status(controller, "&unit=" + company.department() + "&only=late"))
                .isEmpty();
    }

    /** A number in every row under the heading of values. */
    private static byte[] filled(byte[] blank) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(blank))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            int column = -1;
            for (int i = 0; i < sheet.getRow(0).getLastCellNum(); i++) {
                column = sheet.getRow(0).getCell(i).getStringCellValue().equals("значение") ? i : column;
            }
            for (Row row : sheet) {
                if (row.getRowNum() > 0) {
                    row.getCell(column).setCellValue(10 + row.getRowNum());
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void nobodySeesFeedsOfOthers() {
        ok(controller.post(
                "/api/imports",
                "text/csv",
                "unit,measure,period,value\n" + company.department() + ",LEADS,2025-01-15,3\n"));
        assertThat(told(status(company.as("viewer"), ""))).contains("LEADS LATE 1/76");
        assertThat(status(company.as("stranger"), "")).isEmpty();
        assertThat(refused(
                        company.as("stranger")
                                .get("/api/data-status?period=" + QUARTER + "&unit=" + company.department()),
                        404))
                .isEqualTo("E-NOT-FOUND");
        assertThat(refused(company.as("admin").get("/api/data-status"), 403)).isEqualTo("E-FORBIDDEN");
        assertThat(refused(controller.get("/api/data-status?only=never"), 422)).isEqualTo("E-FIELD-VALUE");
        assertThat(refused(
                        controller.get("/api/import-template.xlsx?unit=" + company.department() + "&period=" + QUARTER),
                        404))
                .isEqualTo("E-NOT-FOUND");
    }

    @Test
    void refusedFile_comesBackWithReasons_andIsTakenRepaired() {
        String unit = company.department();
        HttpResponse<String> rejected = controller.post(
                "/api/imports?fileName=%D0%BB%D0%B8%D0%B4%D1%8B.csv",
                "text/csv",
                "unit;measure;period;value\n" + unit + ";LEEDS;2025-02-15;3\n" + unit + ";LEADS;2025-02-16;4\n");
        assertThat(rejected.statusCode()).isEqualTo(422);
        int id = ApiClient.json(rejected).getInt("id");
        HttpResponse<byte[]> csv = controller.download("/api/imports/" + id + "/errors.csv?lang=ru");
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("filename*=UTF-8''%D0%BB%D0%B8%D0%B4%D1%8B-errors.csv");
        String text = new String(csv.body(), Charset.forName("UTF-8"));
        assertThat(text).contains("что не так;unit;measure", "[E-MEASURE-UNKNOWN];" + unit + ";LEEDS");
        JsonObject applied = ok(controller.post("/api/imports", "text/csv", text.replace(";LEEDS", ";LEADS")));
        assertThat(applied.getJsonObject("counts").getInt("new")).isEqualTo(2);
        assertThat(applied.getJsonArray("issues")).isEmpty();

        HttpResponse<byte[]> workbook = controller.download("/api/imports/" + id + "/errors.xlsx");
        assertThat(workbook.headers().firstValue("Content-Type")).contains(XLSX);
        assertThat(new String(workbook.body(), 0, 2, Charset.forName("ISO-8859-1")))
                .isEqualTo("PK");
        assertThat(refused(company.as("viewer").get("/api/imports/" + id + "/errors.csv"), 403))
                .isEqualTo("E-FORBIDDEN");
        assertThat(refused(controller.get("/api/imports/999999999/errors.csv"), 404))
                .isEqualTo("E-NOT-FOUND");
    }
}
