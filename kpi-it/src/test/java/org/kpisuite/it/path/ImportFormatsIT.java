package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/** A file gets in as text, workbook or JSON, bare, packed or as the part of a form; what is none of them stays out. */
class ImportFormatsIT {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Company company = new Company(RunningSuite.shared());
    private final ApiClient controller = company.as("controller");

    @Test
    void workbook_isImported_itsDatesAndNumbersExactly() throws IOException {
        byte[] book = workbook("<row><c t='inlineStr'><is><t>%s</t></is></c>".formatted(company.department())
                + "<c t='inlineStr'><is><t>LEADS</t></is></c><c t='d'><v>2026-10-05</v></c><c><v>17</v></c></row>");
        JsonObject result = applied(send("/api/imports", XLSX, book));
        assertThat(result.getString("fileName")).isEqualTo("upload.xlsx");
        assertThat(actuals()).contains("\"value\":\"17\"", "\"period\":\"2026-10-05\"");
    }

    @Test
    void packedBody_isUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(csv("18").getBytes(StandardCharsets.UTF_8));
        }
        HttpResponse<String> answer = controller.send(
                controller
                        .request("/api/imports")
                        .header("Content-Type", "text/csv")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(packed.toByteArray())),
                BodyHandlers.ofString());
        applied(answer);
        assertThat(actuals()).contains("\"value\":\"18\"");
    }

    @Test
    void partOfAForm_isTheFile_underItsName() {
        String form = """
                --x\r
                Content-Disposition: form-data; name="file"; filename="october.csv"\r
                Content-Type: text/csv\r
                \r
                %s\r
                --x--\r
                """.formatted(csv("19"));
        JsonObject result =
                applied(send("/api/imports", "multipart/form-data; boundary=x", form.getBytes(StandardCharsets.UTF_8)));
        assertThat(result.getString("fileName")).isEqualTo("october.csv");
        assertThat(actuals()).contains("\"value\":\"19\"");
    }

    @Test
    void partsBesideTheFile_sayHowItIsImported_orAreRefused() {
        String file = part("file\"; filename=\"a.csv", csv("22"));
        JsonObject dry = ok(form("/api/imports", part("dryRun", "true") + file + part("mode", "partial")));
        assertThat(dry.getString("state")).isEqualTo("VALIDATED");
        assertThat(dry.getString("mode")).isEqualTo("partial");
        HttpResponse<String> torn = form("/api/imports?dryRun=false", part("dryRun", "true") + file);
        assertThat(torn.statusCode()).isEqualTo(422);
        assertThat(torn.body()).contains("E-FIELD-VALUE", "dryRun");
        HttpResponse<String> unknown = form("/api/imports", file + part("dryrun", "true") + file);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).containsPattern("(?s)E-FIELD-UNKNOWN.*dryrun.*E-FIELD-UNKNOWN.*file");
        assertThat(form("/api/imports", part("profile", "crm")).body()).contains("E-FIELD-MISSING", "file");
        assertThat(actuals()).doesNotContain("\"value\":\"22\"");
    }

    private static String part(String name, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    private HttpResponse<String> form(String path, String parts) {
        return send(path, "multipart/form-data; boundary=x", (parts + "--x--\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void json_saysItselfHowItIsImported_unlessTheRequestSaysOtherwise() {
        String json = """
                {"schema": "kpi-import/1", "dryRun": true, "policy": "RESTATE", "rows": [
                 {"unit": "%s", "measure": "LEADS", "period": "2026-10-05", "value": 2e1, "dims": {"channel": null}}]}
                """.formatted(company.department());
        JsonObject dry = ok(send("/api/imports", "application/json", json.getBytes(StandardCharsets.UTF_8)));
        assertThat(dry.getString("state")).isEqualTo("VALIDATED");
        HttpResponse<String> torn =
                send("/api/imports?dryRun=false", "application/json", json.getBytes(StandardCharsets.UTF_8));
        assertThat(torn.statusCode()).isEqualTo(422);
        assertThat(torn.body()).contains("E-FIELD-VALUE", "dryRun");
        byte[] wet = json.replace("\"dryRun\": true, ", "").getBytes(StandardCharsets.UTF_8);
        applied(send("/api/imports", "application/json", wet));
        assertThat(actuals()).contains("\"value\":\"20\"");
    }

    private HttpResponse<String> send(String path, String type, byte[] body) {
        return controller.post(path, type, BodyPublishers.ofByteArray(body));
    }

    private static JsonObject applied(HttpResponse<String> answer) {
        JsonObject result = ok(answer);
        assertThat(result.getString("state")).isEqualTo("APPLIED");
        return result;
    }

    private String csv(String value) {
        return "unit;measure;period;value\n" + company.department() + ";LEADS;2026-10-05;" + value + "\n";
    }

    private String actuals() {
        HttpResponse<String> answer =
                company.as("viewer").get("/api/actuals?unit=" + company.department() + "&measure=LEADS");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** The least that is a workbook, with those rows under the header. */
    private static byte[] workbook(String rows) throws IOException {
        StringBuilder header = new StringBuilder("<row>");
        for (String name : new String[] {"unit", "measure", "period", "value"}) {
            header.append("<c t='inlineStr'><is><t>").append(name).append("</t></is></c>");
        }
        Map<String, String> parts = Map.of(
                "_rels/.rels",
                relation("officeDocument", "xl/workbook.xml"),
                "xl/_rels/workbook.xml.rels",
                relation("worksheet", "worksheets/sheet1.xml"),
                "xl/workbook.xml",
                "<workbook xmlns:r='" + RELATIONS
                        + "'><sheets><sheet name='a' sheetId='1' r:id='r1'/></sheets></workbook>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>" + header + "</row>" + rows + "</sheetData></worksheet>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static String relation(String type, String target) {
        return "<Relationships><Relationship Id='r1' Type='" + RELATIONS + "/" + type + "' Target='" + target
                + "'/></Relationships>";
    }
}
