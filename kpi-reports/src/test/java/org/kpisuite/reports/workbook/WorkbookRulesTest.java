package org.kpisuite.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.sample.SampleScorecards;

/** What the file itself must be: safe, alive, printable. */
class WorkbookRulesTest {
    private static Map<String, String> parts(byte[] file) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static List<XSSFCell> cells(XSSFWorkbook workbook) {
        List<XSSFCell> cells = new ArrayList<>();
        workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> cells.add((XSSFCell) cell))));
        return cells;
    }

    @Test
    void noMacros_noExternalLinks_noTimeOfWriting() throws IOException {
        Map<String, String> parts = parts(ScorecardWorkbookTest.bytes(SampleScorecards.formulaNames(), Messages.EN));
        assertThat(parts.keySet()).noneMatch(p -> p.contains("vba") || p.contains("externalLink"));
        assertThat(parts.entrySet())
                .filteredOn(p -> p.getKey().endsWith(".rels"))
                .noneMatch(p -> p.getValue()
                        .replaceAll(
                                "Target=\"https://kpi.example.org/trace[?]code=[0-9A-Z-]+\" TargetMode=\"External\"",
                                "")
                        .contains("TargetMode=\"External\""));
        assertThat(parts.get("docProps/core.xml"))
                .contains(">2026-11-22T03:00:00Z</dcterms:created>")
                .contains(">2026-11-22T03:00:00Z</dcterms:modified>");
        assertThat(parts.get("xl/workbook.xml")).contains("fullCalcOnLoad=\"true\"");
    }

    @Test
    void namesThatLookLikeFormulas_areStrings_andStaySoWhenEdited() throws IOException {
        try (XSSFWorkbook workbook =
                ScorecardWorkbookTest.open(ScorecardWorkbookTest.bytes(SampleScorecards.formulaNames(), Messages.EN))) {
            List<XSSFCell> suspicious = cells(workbook).stream()
                    .filter(c -> c.getCellType() == CellType.STRING)
                    .filter(c -> c.getStringCellValue().matches("(?s)[=+\\-@\t\r].+"))
                    .toList();
            assertThat(suspicious).hasSizeGreaterThan(8).allMatch(c -> c.getCellStyle()
                    .getQuotePrefixed());
            assertThat(workbook.getSheet("Scorecard")
                            .getRow(ItemsSheet.FIRST_ROW)
                            .getCell(1)
                            .getStringCellValue())
                    .isEqualTo("=HYPERLINK(\"http://x\",\"y\")");
            assertThat(cells(workbook))
                    .filteredOn(c -> c.getCellType() == CellType.FORMULA)
                    .noneMatch(c -> c.getCellFormula().contains("HYPERLINK("));
        }
    }

    @Test
    void formulas_neverAverage_andAreNotVolatile() throws IOException {
        try (XSSFWorkbook workbook =
                ScorecardWorkbookTest.open(ScorecardWorkbookTest.bytes(SampleScorecards.open(), Messages.RU))) {
            List<String> formulas = cells(workbook).stream()
                    .filter(c -> c.getCellType() == CellType.FORMULA)
                    .map(XSSFCell::getCellFormula)
                    .toList();
            assertThat(formulas)
                    .hasSizeGreaterThan(300)
                    .noneMatch(f -> f.matches(".*\\b(AVERAGE|OFFSET|INDIRECT|NOW|TODAY|RAND)\\b.*"));
        }
    }

    @Test
    void variancesAchievementAndScore_areFormulas() throws IOException {
        try (XSSFWorkbook workbook =
                ScorecardWorkbookTest.open(ScorecardWorkbookTest.bytes(SampleScorecards.open(), Messages.EN))) {
            XSSFSheet sheet = workbook.getSheet("Scorecard");
            for (int row = ItemsSheet.FIRST_ROW; row <= sheet.getLastRowNum(); row++) {
                assertThat(type(sheet, row, ItemColumn.DELTA_PL)).isEqualTo(CellType.FORMULA);
                assertThat(type(sheet, row, ItemColumn.DELTA_PP)).isEqualTo(CellType.FORMULA);
                assertThat(type(sheet, row, ItemColumn.DELTA_PY)).isEqualTo(CellType.FORMULA);
                boolean scored = sheet.getRow(row).getCell(ItemColumn.A.place()).getCellType() != CellType.BLANK;
                assertThat(type(sheet, row, ItemColumn.A)).isEqualTo(scored ? CellType.FORMULA : CellType.BLANK);
            }
            assertThat(ScorecardWorkbookTest.cell(workbook, "Score").getCellFormula())
                    .contains("SUM(Scorecard!");
        }
    }

    private static CellType type(XSSFSheet sheet, int row, ItemColumn column) {
        return sheet.getRow(row).getCell(column.place()).getCellType();
    }

    @Test
    void achievementThatAGateTookAway_isTheScorecardsNumber_andTheChecksSaySo() throws IOException {
        try (XSSFWorkbook workbook =
                ScorecardWorkbookTest.open(ScorecardWorkbookTest.bytes(SampleScorecards.gated(), Messages.EN))) {
            XSSFCell achievement =
                    workbook.getSheet("Scorecard").getRow(ItemsSheet.FIRST_ROW).getCell(ItemColumn.A.place());
            assertThat(achievement.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(Cells.number(achievement).orElseThrow()).isZero();
            assertThat(Cells.number(ScorecardWorkbookTest.cell(workbook, "Score"))
                            .orElseThrow())
                    .isZero();
            assertThat(cells(workbook))
                    .filteredOn(c -> c.getCellType() == CellType.STRING)
                    .anyMatch(c -> c.getStringCellValue().contains("the plan knows more"));
        }
    }

    @Test
    void tables_areFrozenFilteredAndPrintTheirHeads() throws IOException {
        try (XSSFWorkbook workbook =
                ScorecardWorkbookTest.open(ScorecardWorkbookTest.bytes(SampleScorecards.open(), Messages.EN))) {
            for (String name : List.of("Scorecard", "Trend", "Plan", "Restatements", "Checks")) {
                XSSFSheet sheet = workbook.getSheet(name);
                assertThat(sheet.getPaneInformation()).as(name).isNotNull();
                assertThat(sheet.getCTWorksheet().isSetAutoFilter()).as(name).isTrue();
                assertThat(sheet.getRepeatingRows()).as(name).isNotNull();
                assertThat(sheet.getPrintSetup().getLandscape()).as(name).isTrue();
                assertThat(sheet.getFitToPage()).as(name).isTrue();
            }
            assertThat(workbook.getSheet("Charts").getDrawingPatriarch().getCharts())
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void recalculatedByLibreOffice_theSummaryShowsWhatIsPrintedElsewhere(@TempDir Path folder) throws IOException {
        Scorecard scorecard = SampleScorecards.open();
        List<List<String>> shown = LibreOffice.firstSheet(ScorecardWorkbookTest.bytes(scorecard, Messages.RU), folder);
        assertThat(shown.toString()).doesNotContain("###", "#DIV", "#REF", "#NAME", "#VALUE", "Err:");
        for (ScorecardItem item : scorecard.items()) {
            List<String> line = shown.stream()
                    .filter(l -> l.get(l.size() - 1).equals(item.key()))
                    .findFirst()
                    .orElseThrow();
            ItemText text = new ItemText(item, Messages.EN);
            String percent = item.unitKind() == UnitKind.PERCENT ? "%" : "";
            item.actual().usable().ifPresent(v -> assertThat(at(line, SummaryColumn.AC))
                    .isEqualTo(text.actual() + percent));
            assertThat(at(line, SummaryColumn.PL_TO_DATE)).isEqualTo(text.planToDate() + percent);
            item.deltaPlan().absoluteValue().ifPresent(v -> assertThat(at(line, SummaryColumn.DELTA_PL))
                    .isEqualTo(text.deltaPlan() + percent));
            item.scored().ifPresent(v -> assertThat(at(line, SummaryColumn.A)).isEqualTo(text.achievement()));
        }
    }

    private static String at(List<String> line, SummaryColumn column) {
        return line.get(column.place());
    }
}
