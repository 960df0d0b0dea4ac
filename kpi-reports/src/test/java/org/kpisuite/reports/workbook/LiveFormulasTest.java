package org.kpisuite.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.sample.SampleScorecards;

/** Values on the sheet Scorecard are formulas on the delivered rows and the plan, down to the score. */
class LiveFormulasTest {
    @Test
    void quotient_isDividedFromTwoSumsOfRows() throws IOException {
        try (XSSFWorkbook workbook = open(SampleScorecards.open(), Messages.EN)) {
            int row = row(workbook, "CAC");
            assertThat(formula(workbook, row, ItemColumn.NUM))
                    .isEqualTo("SUMIFS(tblData[value],tblData[unit],Param!$B$1,tblData[measure],\"CAC_PART\","
                            + "tblData[dims],\"\",tblData[scenario],\"AC\","
                            + "tblData[start],\">=\"&Param!$B$2,tblData[end],\"<=\"&Param!$B$3)");
            assertThat(formula(workbook, row, ItemColumn.AC)).isEqualTo("IF($H9=0,\"\",$G9/$H9)");
        }
    }

    @Test
    void state_isTheSumOfItsLastRows_byTheirKey() throws IOException {
        try (XSSFWorkbook workbook = open(SampleScorecards.open(), Messages.EN)) {
            assertThat(formula(workbook, row(workbook, "REFERRALS"), ItemColumn.NUM))
                    .contains("tblData[key],\"*LAST 2026-10-01..2026-11-21*\"")
                    .doesNotContain("tblData[start]");
        }
    }

    @Test
    void totalOfParts_takesEveryPart() throws IOException {
        try (XSSFWorkbook workbook = open(SampleScorecards.open(), Messages.EN)) {
            assertThat(formula(workbook, row(workbook, "BRAND"), ItemColumn.NUM))
                    .contains("tblData[dims],\"channel=*\"");
        }
    }

    @Test
    void everyUsableActual_isAFormula() throws IOException {
        Scorecard scorecard = SampleScorecards.open();
        try (XSSFWorkbook workbook = open(scorecard, Messages.RU)) {
            for (int i = 0; i < scorecard.items().size(); i++) {
                boolean usable = scorecard.items().get(i).actual().usable().isPresent();
                assertThat(cell(workbook, ItemsSheet.FIRST_ROW + i, ItemColumn.AC)
                                .getCellType())
                        .as(scorecard.items().get(i).key())
                        .isEqualTo(usable ? CellType.FORMULA : CellType.BLANK);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("org.kpisuite.reports.workbook.ScorecardWorkbookTest#scorecards")
    void recalculatedElsewhere_everyFormulaComesToTheStoredResult(
            String name, Locale locale, Scorecard scorecard, @TempDir Path folder) throws IOException {
        byte[] file = ScorecardWorkbookTest.bytes(scorecard, locale);
        byte[] made = LibreOffice.recalculated(file, folder);
        List<String> differences = new ArrayList<>();
        int compared = 0;
        try (XSSFWorkbook stored = ScorecardWorkbookTest.open(file);
                XSSFWorkbook recalculated = ScorecardWorkbookTest.open(made)) {
            for (var sheet : stored) {
                for (var row : sheet) {
                    for (var cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            compared++;
                            XSSFCell other = recalculated
                                    .getSheet(sheet.getSheetName())
                                    .getRow(row.getRowNum())
                                    .getCell(cell.getColumnIndex());
                            if (!isSame((XSSFCell) cell, other)) {
                                differences.add(sheet.getSheetName() + "!" + cell.getAddress() + " " + cell + " "
                                        + shown((XSSFCell) cell) + " / " + shown(other));
                            }
                        }
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(30);
    }

    private static boolean isSame(XSSFCell one, XSSFCell other) {
        Optional<BigDecimal> number = Cells.number(one);
        return number.isPresent()
                ? Cells.same(Cells.number(other), number)
                : Cells.number(other).isEmpty() && shown(one).equals(shown(other));
    }

    private static String shown(XSSFCell cell) {
        return Cells.number(cell)
                .map(BigDecimal::toString)
                .orElseGet(() -> cell == null
                        ? ""
                        : cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.ERROR
                                ? cell.getErrorCellString()
                                : cell.getCellType() == CellType.BLANK ? "" : cell.getStringCellValue());
    }

    private static XSSFWorkbook open(Scorecard scorecard, Locale locale) throws IOException {
        return ScorecardWorkbookTest.open(ScorecardWorkbookTest.bytes(scorecard, locale));
    }

    private static int row(XSSFWorkbook workbook, String item) {
        XSSFSheet sheet = workbook.getSheet("Scorecard");
        for (int row = ItemsSheet.FIRST_ROW; ; row++) {
            if (sheet.getRow(row).getCell(0).getStringCellValue().equals(item)) {
                return row;
            }
        }
    }

    private static XSSFCell cell(XSSFWorkbook workbook, int row, ItemColumn column) {
        return workbook.getSheet("Scorecard").getRow(row).getCell(column.place());
    }

    private static String formula(XSSFWorkbook workbook, int row, ItemColumn column) {
        return cell(workbook, row, column).getCellFormula();
    }
}
