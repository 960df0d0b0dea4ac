package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;
import static org.kpisuite.it.path.Company.refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/** Stored values taken home as a workbook and as text: cut by unit, by measure, by time, and never a formula. */
class ActualsFilesIT {
    private static final String FORMULA = "@SUM(A1)";

    private final Company company = new Company(RunningSuite.shared());

    @BeforeEach
    void deliver() {
        String csv = "unit,measure,period,value,currency,dim.channel\n"
                + row(company.department(), "LEADS", "2026-07", "600", "", "")
                + row(company.department(), "LEADS", "2026-08", "500", "", "")
                + row(company.department(), "LEADS", "2026-08", "40", "", FORMULA)
                + row(company.department(), "MKT_COST", "2026-08", "310000.50", "RUB", "")
                + row(company.other(), "LEADS", "2026-08", "7", "", "");
        ok(company.as("controller").post("/api/imports", "text/csv", csv));
    }

    private static String row(String... cells) {
        return String.join(",", cells) + "\n";
    }

    private static List<String> lines(ApiClient reader, String query) {
        HttpResponse<byte[]> file = reader.download("/api/actuals.csv" + query);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("actuals.csv");
        String text = new String(file.body(), StandardCharsets.UTF_8);
        return text.lines().skip(1).toList();
    }

    private static List<Row> rows(Workbook workbook) {
        List<Row> rows = new ArrayList<>();
        workbook.getSheetAt(0).forEach(rows::add);
        return rows;
    }

    @Test
    void file_holdsWhatItsReaderMayRead_andNothingOfOtherUnits() {
        assertThat(lines(company.as("viewer"), "")).hasSize(4).allMatch(l -> l.contains(company.department()));
        assertThat(lines(company.as("stranger"), "")).singleElement().satisfies(l -> assertThat(l)
                .contains(company.other()));
        assertThat(lines(company.as("controller"), "?unit=" + company.other())).hasSize(1);
        assertThat(refused(company.as("stranger").get("/api/actuals.csv?unit=" + company.department()), 404))
                .isEqualTo("E-NOT-FOUND");
        assertThat(refused(company.as("stranger").get("/api/actuals.xlsx?unit=" + company.department()), 404))
                .isEqualTo("E-NOT-FOUND");
        assertThat(RunningSuite.shared().api("").get("/api/actuals.csv").statusCode())
                .isEqualTo(401);
    }

    @Test
    void file_isCutByMeasureAndTime_andASpanThatEndsBeforeItBeginsIsRefused() {
        ApiClient viewer = company.as("viewer");
        assertThat(lines(viewer, "?measure=MKT_COST"))
                .singleElement()
                .satisfies(l -> assertThat(l).contains("310000.5").contains("RUB"));
        assertThat(lines(viewer, "?measure=LEADS&from=2026-07&to=2026-07")).hasSize(1);
        assertThat(lines(viewer, "?from=2020-01&to=2020-12")).isEmpty();
        assertThat(lines(viewer, "?asOf=2020-01-01")).isEmpty();
        assertThat(refused(viewer.get("/api/actuals.csv?from=2026-08&to=2026-07"), 422))
                .isEqualTo("E-FIELD-VALUE");
    }

    @Test
    void whatLooksLikeAFormula_staysText_inBothForms() throws IOException {
        assertThat(lines(company.as("viewer"), "?measure=LEADS"))
                .anyMatch(l -> l.contains(FORMULA))
                .noneMatch(l -> l.startsWith("@") || l.contains(",@") || l.contains(",\"@"));
        byte[] file = company.as("viewer").download("/api/actuals.xlsx").body();
        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
            boolean found = false;
            for (Row row : rows(workbook)) {
                for (var cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    found |= cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().contains(FORMULA);
                }
            }
            assertThat(found).isTrue();
            assertThat(rows(workbook).stream()
                            .filter(r -> r.getCell(0) != null
                                    && r.getCell(0).getCellType() == CellType.STRING
                                    && r.getCell(0).getStringCellValue().equals(company.department())))
                    .hasSize(4);
        }
    }
}
