package org.kpisuite.reports.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.actual.TypedCell;
import org.kpisuite.reports.workbook.LibreOffice;

/** Files given back: what becomes of each kind of cell. */
class ReturnedTablesTest {
    private static ReturnedCell text(String text) {
        return new ReturnedCell(text, null, false);
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReturnedWorkbook table = new ReturnedWorkbook(out, "Leads")) {
            table.above(List.of(text("Report")));
            table.header("what is wrong", List.of(text("a"), text("b"), text("c"), text("d")));
            table.row(
                    "=1+1",
                    List.of(
                            text("=cmd|' /C calc'!A0"),
                            new ReturnedCell("12.5%", new TypedCell.Exact(new BigDecimal("0.125"), true), true),
                            new ReturnedCell("2026-10-05", new TypedCell.Day(LocalDate.of(2026, 10, 5)), false),
                            text("007 <&> \u0001 Ж")));
        }
        return out.toByteArray();
    }

    @Test
    void cellsKeepTheirType_andTextIsNeverAFormula() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook()))) {
            assertThat(book.getSheetAt(0).getSheetName()).isEqualTo("Leads");
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Report");
            XSSFRow row = book.getSheetAt(0).getRow(2);
            assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("=cmd|' /C calc'!A0");
            assertThat(row.getCell(1).getCellStyle().getDataFormatString()).isEqualTo("@");
            assertThat(row.getCell(2).getRawValue()).isEqualTo("0.125");
            assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("0.00%");
            assertThat(row.getCell(2)
                            .getCellStyle()
                            .getFillForegroundColorColor()
                            .getARGBHex())
                    .isEqualTo("FFFCEFED");
            assertThat(row.getCell(3).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2026, 10, 5));
            assertThat(row.getCell(4).getStringCellValue())
                    .startsWith("007 <&> ")
                    .endsWith(" Ж");
        }
    }

    @Test
    void anotherSpreadsheetShowsTheSame(@TempDir Path folder) throws IOException {
        List<List<String>> lines = LibreOffice.firstSheet(workbook(), folder);
        assertThat(lines.get(1)).containsExactly("what is wrong", "a", "b", "c", "d");
        assertThat(lines.get(2).subList(0, 4)).containsExactly("=1+1", "=cmd|' /C calc'!A0", "12.50%", "2026-10-05");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=1+1|'=1+1",
                "@SUM(A1)|'@SUM(A1)",
                "-1+cmd|'-1+cmd",
                "-5|-5",
                "+7 999,5|+7 999,5",
                "-|-",
                "a;b|\"a;b\"",
                "say \"x\"|\"say \"\"x\"\"\"",
                "Ёлка|Ёлка"
            })
    void textIsSafeInASpreadsheet(String given, String written) throws IOException {
        Charset windows = Charset.forName("windows-1251");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReturnedText table = new ReturnedText(out, windows, ';', '"')) {
            table.row("1 → 2", List.of(text(given)));
        }
        assertThat(out.toString(windows)).isEqualTo("1 -> 2;" + written + "\r\n");
    }

    @Test
    void utf8_beginsWithItsMark_soThatSpreadsheetsKnowIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReturnedText table = new ReturnedText(out, StandardCharsets.UTF_8, ',', '"')) {
            table.above(List.of());
            table.header("что не так", List.of(text("a\nb")));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\ufeff\r\nчто не так,\"a\nb\"\r\n");
    }
}
