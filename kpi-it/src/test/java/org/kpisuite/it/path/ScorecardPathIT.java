package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.Rounding;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

class ScorecardPathIT {
    private static final double TOLERANCE = 1e-9;
    private static final List<String> NUMBERS =
            List.of("actual", "planToDate", "previous", "priorYear", "deltaPlan", "deltaPriorYear", "achievement");

    /** The page of a board compares with plan and prior year; the period before is in the workbook. */
    private static final String IN_WORKBOOK_ALONE = "previous";

    private final Company company = new Company(RunningSuite.shared());

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void everyNumber_isTheSame_inJsonPdfAndWorkbook(String language) throws IOException {
        ApiClient viewer = prepared();
        String query = "?lang=" + language + "&asOf=" + Instant.now();
        String path = "/api/scorecards/" + company.department() + "/2026-Q3";
        JsonObject scorecard = ok(viewer.get(path + query));
        String pdf = pdfText(viewer.download(path + ".pdf" + query).body());
        Set<Double> cells = numbers(viewer.download(path + ".xlsx" + query).body());
        NumberText text = NumberText.of(Locale.forLanguageTag(language));

        assertThat(scorecard.getJsonArray("items")).hasSize(2);
        for (JsonValue value : scorecard.getJsonArray("items")) {
            JsonObject item = value.asJsonObject();
            Rounding rounding = new Rounding(item.getInt("displayPower"), item.getInt("displayScale"));
            for (String name : NUMBERS) {
                if (item.isNull(name)) {
                    continue;
                }
                BigDecimal number = new BigDecimal(item.getString(name));
                if (!name.equals(IN_WORKBOOK_ALONE)) {
                    String printed = printed(name, number, rounding, text);
                    assertThat(pdf).as(item.getString("key") + " " + name).contains(printed);
                }
                assertThat(cells)
                        .as(item.getString("key") + " " + name + " " + number)
                        .anyMatch(c -> Math.abs(c - number.doubleValue()) <= TOLERANCE * Math.max(1, Math.abs(c)));
            }
        }
        String score = scorecard.getJsonObject("score").getString("value");
        assertThat(pdf).contains(text.points(new BigDecimal(score)));
    }

    @Test
    void scorecard_asOfBeforeARestatement_isAsItWas() {
        prepared();
        ApiClient controller = company.as("controller");
        String path = "/api/scorecards/" + company.department() + "/2026-Q3";
        String before = Instant.now().toString();
        String then = ok(controller.get(path + "?asOf=" + before)).toString();
        ok(controller.post(
                "/api/imports",
                "text/csv",
                "unit,measure,period,value\n" + company.department() + ",LEADS,2026-08-11,4000\n"));
        assertThat(ok(controller.get(path + "?asOf=" + before)).toString()).isEqualTo(then);
        JsonObject now = ok(controller.get(path));
        assertThat(now.toString()).isNotEqualTo(then);
    }

    @Test
    void withoutApprovedPlan_allIndicatorsWithData_andNoScore() {
        prepared();
        JsonObject scorecard = ok(company.as("viewer").get("/api/scorecards/" + company.department() + "/2026-Q2"));
        assertThat(scorecard.isNull("plan")).isTrue();
        assertThat(scorecard.getJsonObject("score").isNull("value")).isTrue();
        assertThat(scorecard.getJsonArray("items").stream()
                        .map(i -> i.asJsonObject().getString("indicator")))
                .contains("LEADS", "CAC", "MKT_COST", "NEW_CUSTOMERS");
    }

    /** Two years of daily data and an approved plan; answers a reader. */
    private ApiClient prepared() {
        StringBuilder csv = new StringBuilder("unit,measure,period,value,currency\n");
        for (LocalDate day = LocalDate.of(2025, 1, 1); day.isBefore(LocalDate.of(2026, 10, 1)); day = day.plusDays(1)) {
            int n = day.getDayOfYear() % 17;
            row(csv, "LEADS", day, String.valueOf(20 + n), "");
            row(csv, "NEW_CUSTOMERS", day, String.valueOf(3 + n % 5), "");
            row(csv, "MKT_COST", day, (15_000 + 137 * n) + ".55", "RUB");
        }
        ok(company.as("controller").post("/api/imports", "text/csv", csv.toString()));
        company.approved("2026-Q3", Map.of("LEADS", "2700", "CAC", "3100.25"));
        return company.as("viewer");
    }

    private void row(StringBuilder csv, String measure, LocalDate day, String value, String currency) {
        csv.append(company.department())
                .append(',')
                .append(measure)
                .append(',')
                .append(day)
                .append(',');
        csv.append(value).append(',').append(currency).append('\n');
    }

    private static String printed(String name, BigDecimal number, Rounding rounding, NumberText text) {
        if (name.equals("achievement")) {
            return text.points(number);
        }
        return name.startsWith("delta") ? text.variance(number, rounding) : text.value(number, rounding);
    }

    private static String pdfText(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Set<Double> numbers(byte[] xlsx) throws IOException {
        Set<Double> numbers = new HashSet<>();
        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            for (Sheet sheet : workbook) {
                sheet.forEach(row -> row.forEach(cell -> add(cell, numbers)));
            }
        }
        return numbers;
    }

    private static void add(Cell cell, Set<Double> numbers) {
        boolean numeric = cell.getCellType() == CellType.NUMERIC
                || (cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.NUMERIC);
        if (numeric) {
            numbers.add(cell.getNumericCellValue());
        }
    }
}
