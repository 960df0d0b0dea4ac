package org.kpisuite.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.Period;

class FactFilesTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:15:00Z");

    private static FactLine line(int row, String source, String value) {
        return new FactLine(
                "MKT",
                "LEADS",
                "channel=social",
                Period.parse("2026-W47"),
                Scenario.AC,
                new BigDecimal(value),
                "RUB",
                source,
                AT,
                2,
                AT,
                41,
                row);
    }

    private static XSSFWorkbook workbook(List<FactLine> lines, long rowsMax) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FactWorkbook.write(lines::forEach, rowsMax, out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static XSSFCell cell(XSSFSheet sheet, int row, DataColumn column) {
        return sheet.getRow(row).getCell(column.place());
    }

    @Test
    void moreThanASheetHolds_goesOnOnTheNext_underTheSameHead() throws IOException {
        List<FactLine> lines =
                IntStream.rangeClosed(1, 7).mapToObj(i -> line(i, "CRM", "1")).toList();
        try (XSSFWorkbook workbook = workbook(lines, 3)) {
            assertThat(workbook).extracting(s -> s.getSheetName()).containsExactly("Data", "Data2", "Data3");
            assertThat(workbook)
                    .extracting(s -> s.getLastRowNum())
                    .as("rows below the head")
                    .containsExactly(3, 3, 1);
            XSSFSheet last = workbook.getSheetAt(2);
            assertThat(cell(last, 0, DataColumn.UNIT).getStringCellValue()).isEqualTo("unit");
            assertThat(cell(last, 1, DataColumn.ROW).getNumericCellValue()).isEqualTo(7);
        }
    }

    @Test
    void exactlyOneSheetFull_needsNoSecondOne() throws IOException {
        try (XSSFWorkbook workbook = workbook(List.of(line(1, "CRM", "1"), line(2, "CRM", "2")), 2)) {
            assertThat(workbook.getNumberOfSheets()).isOne();
        }
    }

    @Test
    void nothing_isAnEmptySheet() throws IOException {
        try (XSSFWorkbook workbook = workbook(List.of(), 2)) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isZero();
        }
    }

    @Test
    void cellsAreTyped_longNumbersStandAsTextToo_formulasAreText() throws IOException {
        List<FactLine> lines = List.of(line(1, "=1+1", "123456789012345.6789"), line(2, "<&\u0001\">", "-0.5"));
        try (XSSFWorkbook workbook = workbook(lines, 10)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(cell(sheet, 1, DataColumn.SOURCE).getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell(sheet, 1, DataColumn.SOURCE).getStringCellValue()).isEqualTo("=1+1");
            assertThat(cell(sheet, 1, DataColumn.SOURCE).getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(cell(sheet, 1, DataColumn.EXACT).getStringCellValue()).isEqualTo("123456789012345.6789");
            assertThat(cell(sheet, 2, DataColumn.SOURCE).getStringCellValue()).isEqualTo("<&?\">");
            assertThat(cell(sheet, 2, DataColumn.EXACT)).isNull();
            assertThat(cell(sheet, 2, DataColumn.VALUE).getNumericCellValue()).isEqualTo(-0.5);
            assertThat(cell(sheet, 1, DataColumn.START).getLocalDateTimeCellValue())
                    .isEqualTo("2026-11-16T00:00");
            assertThat(cell(sheet, 1, DataColumn.AS_OF).getLocalDateTimeCellValue())
                    .isEqualTo("2026-11-22T02:15");
        }
    }

    @Test
    void asText_formulasHaveAnApostrophe_numbersDoNot() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FactText.write(List.of(line(1, "=1+1", "-0.5"))::forEach, out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "\ufeffunit,measure,dims,period,start,end,scenario,value,currency,source,asOf,revision,"
                                + "recordedAt,importId,row",
                        "MKT,LEADS,channel=social,2026-W47,2026-11-16,2026-11-22,AC,-0.5,RUB,'=1+1,"
                                + "2026-11-22T02:15:00Z,2,2026-11-22T02:15:00Z,41,1");
    }

    @Test
    void opensElsewhere_withItsRows(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FactWorkbook.write(List.of(line(1, "CRM", "1234.5"))::forEach, out);
        assertThat(LibreOffice.firstSheet(out.toByteArray(), folder).get(1))
                .startsWith("MKT", "LEADS", "channel=social", "2026-W47", "2026-11-16", "2026-11-22", "AC", "1,234.5");
    }
}
