package org.kpisuite.web.sample;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Imports the company's files as its controller. */
final class ImportSteps {
    private final SampleCompany company;
    private final Client controller;
    private final Protocol protocol;

    ImportSteps(SampleCompany company, Client controller, Protocol protocol) {
        this.company = company;
        this.controller = controller;
        this.protocol = protocol;
    }

    void run() {
        protocol.heading("Figures, " + Span.endingOn(company.lastSunday()).start() + " to " + company.lastSunday());
        company.files().forEach(f -> protocol.step(f.name(), () -> applied(f)));
        protocol.step("The first file once more", () -> again(company.files().get(0)));
        protocol.step("A file as it should not be", () -> refused(company.badFile()));
    }

    private Answer sent(CsvFile file) {
        return controller.postCsv(
                "/imports?fileName=" + URLEncoder.encode(file.name(), StandardCharsets.UTF_8), file.bytes());
    }

    private String applied(CsvFile file) {
        JsonObject result = sent(file).expect(200).json();
        String state = result.getString("state");
        if (!state.equals("APPLIED")) {
            throw new DemoFailure(file.name() + " was not applied but " + state + ": " + result.get("issues"));
        }
        return isDuplicate(result) ? "imported already, nothing changed" : counts(result, file.rows());
    }

    private static String counts(JsonObject result, int rows) {
        JsonObject counts = result.getJsonObject("counts");
        int changed = counts.getInt("changed");
        int unchanged = counts.getInt("unchanged");
        return rows + " rows: " + counts.getInt("new") + " new"
                + (changed > 0 ? ", " + changed + " changed, their old values kept" : "")
                + (unchanged > 0 ? ", " + unchanged + " unchanged" : "");
    }

    private static boolean isDuplicate(JsonObject result) {
        return result.containsKey("duplicateOf") && result.get("duplicateOf") != JsonValue.NULL;
    }

    private String again(CsvFile file) {
        JsonObject result = sent(file).expect(200).json();
        if (!isDuplicate(result)) {
            throw new DemoFailure(file.name() + " was taken a second time");
        }
        return "known as import " + result.get("duplicateOf") + ", nothing changed";
    }

    private String refused(CsvFile file) {
        JsonObject result = sent(file).expect(422).json();
        StringBuilder codes = new StringBuilder();
        for (JsonObject issue : result.getJsonArray("issues").getValuesAs(JsonObject.class)) {
            codes.append(System.lineSeparator())
                    .append(String.format(
                            "      row %-3s %-8s %-20s %s",
                            issue.get("row"),
                            issue.getString("column", ""),
                            issue.getString("code"),
                            issue.getString("message")));
        }
        return "refused, database unchanged:" + codes;
    }
}
