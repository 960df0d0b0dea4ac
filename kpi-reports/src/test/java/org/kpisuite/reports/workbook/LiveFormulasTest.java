package org.kpisuite.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.leadlag.LagEvidence;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.pdf.BoardScorecards;
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

    /** Of each kind of scorecard in one language or the other, all in one run of the other reader. */
    @Test
    void recalculatedElsewhere_everyFormulaComesToTheStoredResult(@TempDir Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        List.of("open", "gated", "nothing delivered", "other scores")
                .forEach(name -> files.put(name, bytes(SampleScorecards.all().get(name), files.size())));
        List.of("usual", "long", "no-plan", "small", "empty")
                .forEach(name -> files.put(name, bytes(BoardScorecards.all().get(name), files.size())));
        Map<String, byte[]> made = LibreOffice.recalculated(files, folder);
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            try (XSSFWorkbook stored = ScorecardWorkbookTest.open(file.getValue());
                    XSSFWorkbook recalculated = ScorecardWorkbookTest.open(made.get(file.getKey()))) {
                compare(file.getKey(), stored, recalculated, differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static byte[] bytes(Scorecard card, int number) {
        return ScorecardWorkbookTest.bytes(card, number % 2 == 0 ? Messages.EN : Messages.RU);
    }

    private static void compare(String name, XSSFWorkbook stored, XSSFWorkbook recalculated, List<String> differences) {
        int compared = 0;
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
                            differences.add(name + " " + sheet.getSheetName() + "!" + cell.getAddress() + " " + cell
                                    + " " + shown((XSSFCell) cell) + " / " + shown(other));
                        }
                    }
                }
            }
        }
        assertThat(compared).as(name).isGreaterThan(20);
    }

    @Test
    void correlationsOfATestedPair_areFormulasOnTheWhitenedSeries() throws IOException {
        Scorecard usual = BoardScorecards.all().get("usual");
        LagEvidence evidence = usual.pairs().get(0).analysis().evidence().orElseThrow();
        try (XSSFWorkbook workbook = open(usual, Messages.EN)) {
            List<XSSFCell> correlations = new ArrayList<>();
            workbook.getSheet("LeadLag")
                    .forEach(row -> row.forEach(cell -> {
                        if (cell.getCellType() == CellType.FORMULA
                                && cell.getCellFormula().startsWith("CORREL(")) {
                            correlations.add((XSSFCell) cell);
                        }
                    }));
            assertThat(correlations)
                    .hasSizeGreaterThanOrEqualTo(evidence.decision().lags().size());
            assertThat(correlations.get(0).getNumericCellValue())
                    .isEqualTo(evidence.decision().lags().get(0).r().doubleValue());
        }
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
