package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/** What somebody foretells by hand, on the way from the request to the scorecard and its PDF. */
class ForecastsIT {
    private static final int MONTHS_OF_QUARTER = 3;

    private final Company company = new Company(RunningSuite.shared());
    private final LocalDate today = Company.today();
    private final String quarter = today.getYear() + "-Q" + ((today.getMonthValue() - 1) / MONTHS_OF_QUARTER + 1);
    private final String path = "/api/forecasts/" + company.department() + "/LEADS/" + quarter;
    private final String card = "/api/scorecards/" + company.department() + "/" + quarter;

    private static JsonObject body(String value, String note) {
        return Json.createObjectBuilder().add("value", value).add("note", note).build();
    }

    private JsonObject leads(String query) {
        return ok(company.as("viewer").get(card + query)).getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(i -> i.getString("indicator").equals("LEADS"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void forecastByHand_standsOnScorecardAndPdf_withLetterAndName_untilItIsTakenBack() throws IOException {
        company.approved(quarter, Map.of("LEADS", "1800", "CAC", "3100"));
        String before = Instant.now().toString();
        JsonObject set = ok(company.as("author").put(path, body("1592.0", "fair in the last month")));
        assertThat(set.getString("value")).isEqualTo("1592");
        assertThat(set.getString("author")).isEqualTo(company.login("author"));

        JsonObject item = leads("");
        assertThat(item.getString("forecast")).isEqualTo("1592");
        assertThat(item.getString("forecastMethod")).isEqualTo("MANUAL");
        assertThat(item.getJsonObject("forecastBy").getString("author")).isEqualTo("Person author");
        assertThat(item.getJsonObject("forecastBy").getString("date")).isEqualTo(today.toString());
        assertThat(leads("?asOf=" + before).get("forecastBy")).isIn(null, JsonValue.NULL);
        String pdf = text(company.as("viewer").download(card + ".pdf?lang=en").body());
        assertThat(pdf).contains("1,592m").contains("set by hand by Person author");
        assertThat(text(company.as("viewer").download(card + ".pdf?lang=ru").body()))
                .contains("задан вручную: Person author");

        ok(company.as("author").put(path, body("1592", "fair in the last month")));
        ok(company.as("head").put(path, body("1650.5", "")));
        assertThat(ok(company.as("viewer").get(path)).getJsonArray("rows").stream()
                        .map(r -> r.asJsonObject().getString("value")))
                .as("the same word again says nothing new")
                .containsExactly("1650.5", "1592");
        ok(company.as("controller").send(company.as("controller").request(path).DELETE(), text()));
        assertThat(leads("").get("forecastBy")).isIn(null, JsonValue.NULL);
    }

    @Test
    void whoMaySetIt_andWhatIsRefused() {
        company.approved(quarter, Map.of("LEADS", "1800", "CAC", "3100"));
        assertThat(refused(company.as("viewer").put(path, body("1", "")), 403)).isEqualTo("E-FORBIDDEN");
        assertThat(refused(company.as("stranger").put(path, body("1", "")), 403))
                .isEqualTo("E-FORBIDDEN");
        assertThat(refused(company.as("stranger").get(path), 404)).isEqualTo("E-NOT-FOUND");
        ApiClient author = company.as("author");
        assertThat(refused(author.put(path, body("-1", "")), 422)).isEqualTo("E-NUM-NEGATIVE");
        assertThat(refused(author.put(path, body("many", "")), 422)).isEqualTo("E-FIELD-VALUE");
        assertThat(refused(author.put(path, JsonValue.EMPTY_JSON_OBJECT), 422)).isEqualTo("E-FIELD-MISSING");
        assertThat(refused(
                        author.put(
                                path,
                                Json.createObjectBuilder(body("1", ""))
                                        .add("valeu", "2")
                                        .build()),
                        422))
                .isEqualTo("E-FIELD-UNKNOWN");
        assertThat(refused(author.put(path, body("1", "x".repeat(1001))), 413)).isEqualTo("E-LIMIT");
        assertThat(refused(author.put(path.replace("LEADS", "NONSENSE"), body("1", "")), 404))
                .isEqualTo("E-NOT-FOUND");
        assertThat(refused(author.put(path.replace(quarter, "2020-Q1"), body("1", "")), 422))
                .isEqualTo("E-FIELD-VALUE");
        assertThat(ok(author.get(path)).getJsonArray("rows")).isEmpty();
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
