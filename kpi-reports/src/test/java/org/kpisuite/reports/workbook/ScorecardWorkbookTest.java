package org.kpisuite.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.OtherScore;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.sample.SampleEvidence;
import org.kpisuite.reports.sample.SampleScorecards;

class ScorecardWorkbookTest {
    private static final Map<Map.Entry<Scorecard, Locale>, byte[]> WRITTEN = new ConcurrentHashMap<>();

    static Stream<Arguments> scorecards() {
        return SampleScorecards.all().entrySet().stream()
                .flatMap(e -> Stream.of(Messages.EN, Messages.RU).map(l -> Arguments.of(e.getKey(), l, e.getValue())));
    }

    /** The workbook of a scorecard, written once for all tests that only read it. */
    static byte[] bytes(Scorecard scorecard, Locale locale) {
        return WRITTEN.computeIfAbsent(Map.entry(scorecard, locale), k -> write(scorecard, locale));
    }

    private static byte[] write(Scorecard scorecard, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ScorecardWorkbook().write(scorecard, SampleEvidence.of(scorecard), locale, out);
        return out.toByteArray();
    }

    static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("scorecards")
    void equalScorecards_giveEqualBytes(String name, Locale locale, Scorecard scorecard) {
        assertThat(write(scorecard, locale)).isEqualTo(bytes(scorecard, locale));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("scorecards")
    void everyItemCell_holdsTheNumberOfTheScorecard_orNone(String name, Locale locale, Scorecard scorecard)
            throws IOException {
        try (XSSFWorkbook workbook = open(bytes(scorecard, locale))) {
            XSSFSheet sheet = workbook.getSheet("Scorecard");
            for (int i = 0; i < scorecard.items().size(); i++) {
                ScorecardItem item = scorecard.items().get(i);
                int row = ItemsSheet.FIRST_ROW + i;
                assertNumber(sheet, row, ItemColumn.AC, item.actual().usable());
                assertNumber(
                        sheet, row, ItemColumn.PL_TO_DATE, item.planToDate().usable());
                assertNumber(sheet, row, ItemColumn.PL, item.plan().usable());
                assertNumber(sheet, row, ItemColumn.PP, item.previous().usable());
                assertNumber(sheet, row, ItemColumn.PY, item.priorYear().usable());
                assertNumber(sheet, row, ItemColumn.FC, item.forecast().usable());
                assertNumber(sheet, row, ItemColumn.DELTA_PL, item.deltaPlan().absoluteValue());
                assertNumber(
                        sheet, row, ItemColumn.DELTA_PL_PCT, item.deltaPlan().relativeValue());
                assertNumber(
                        sheet, row, ItemColumn.DELTA_PP, item.deltaPrevious().absoluteValue());
                assertNumber(
                        sheet, row, ItemColumn.DELTA_PY, item.deltaPriorYear().absoluteValue());
                assertNumber(
                        sheet,
                        row,
                        ItemColumn.DELTA_PY_PCT,
                        item.deltaPriorYear().relativeValue());
                assertNumber(sheet, row, ItemColumn.A, item.scored());
                assertNumber(sheet, row, ItemColumn.POINTS, item.pointsLost());
            }
        }
    }

    private static void assertNumber(XSSFSheet sheet, int row, ItemColumn column, Optional<BigDecimal> expected) {
        XSSFCell cell = sheet.getRow(row).getCell(column.place());
        assertThat(Cells.same(Cells.number(cell), expected))
                .as("%s row %d: %s, expected %s", column, row, cell, expected)
                .isTrue();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("scorecards")
    void recalculated_theChecksStillComeToZero(String name, Locale locale, Scorecard scorecard) throws IOException {
        try (XSSFWorkbook workbook = open(bytes(scorecard, locale))) {
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            XSSFCell total = cell(workbook, "ChecksTotal");
            assertThat(total.getCellType()).isEqualTo(CellType.FORMULA);
            assertThat(Cells.number(total).orElseThrow()).isZero();
        }
    }

    static XSSFCell cell(XSSFWorkbook workbook, String name) {
        var reference =
                new org.apache.poi.ss.util.CellReference(workbook.getName(name).getRefersToFormula());
        return workbook.getSheet(reference.getSheetName())
                .getRow(reference.getRow())
                .getCell(reference.getCol());
    }

    @Test
    void relativeChangeOfAPercentage_isLabelled_soThatNobodyTakesItForPoints() throws IOException {
        Scorecard scorecard = SampleScorecards.open();
        for (Locale locale : Arrays.asList(Messages.EN, Messages.RU)) {
            String label = locale.equals(Messages.RU) ? "отн. " : "rel. ";
            try (XSSFWorkbook workbook = open(bytes(scorecard, locale))) {
                XSSFSheet sheet = workbook.getSheet("Scorecard");
                for (int i = 0; i < scorecard.items().size(); i++) {
                    ScorecardItem item = scorecard.items().get(i);
                    XSSFCell cell = sheet.getRow(ItemsSheet.FIRST_ROW + i).getCell(ItemColumn.DELTA_PY_PCT.place());
                    if (item.deltaPriorYear().relativeValue().isPresent()) {
                        String shown = new DataFormatter(Locale.ROOT)
                                .formatRawCellContents(
                                        cell.getNumericCellValue(),
                                        -1,
                                        cell.getCellStyle().getDataFormatString());
                        assertThat(shown.contains(label))
                                .as("%s: %s", item.key(), shown)
                                .isEqualTo(item.unitKind() == UnitKind.PERCENT);
                    }
                }
            }
        }
        assertThat(scorecard.items())
                .anyMatch(i -> i.unitKind() == UnitKind.PERCENT
                        && i.deltaPriorYear().relativeValue().isPresent());
    }

    @Test
    void scoreAsReported_headsTheWorkbook_thatOfTheLinesStandsBeside() throws IOException {
        Scorecard now = SampleScorecards.open();
        Score reported = new Score(new BigDecimal("42.5"), new BigDecimal("100"), BigDecimal.ZERO, BigDecimal.TEN);
        Scorecard closed = now.headedBy(reported)
                .beside(List.of(
                        new OtherScore(OtherScore.Kind.RESTATED, now.heading().asOf(), now.score(), 1, List.of())));
        byte[] file = bytes(closed, Messages.EN);
        try (XSSFWorkbook workbook = open(file)) {
            assertThat(cell(workbook, "Score").getNumericCellValue()).isEqualTo(42.5);
            assertThat(workbook.getSheet("Summary")
                            .getRow(SummaryStrip.LABEL_ROW)
                            .getCell(0)
                            .getStringCellValue())
                    .isEqualTo("Score as reported, points");
        }
        assertThat(ReadBack.differences(closed, Messages.EN, file)).isEmpty();
    }

    @Test
    void planBesideAForecast_isThatOfTheWholePeriod() throws IOException {
        Scorecard scorecard = SampleScorecards.open();
        ScorecardItem leads = scorecard.items().get(0);
        try (XSSFWorkbook workbook = open(bytes(scorecard, Messages.EN))) {
            assertThat(lastOf(workbook, "PL")).isEqualTo(leads.plan().usable());
            assertThat(lastOf(workbook, "FC")).hasValueSatisfying(fc -> assertThat(fc)
                    .isCloseTo(leads.forecast().usable().orElseThrow(), within(new BigDecimal("1e-9"))));
        }
    }

    /** The number of the last period in the first row of the sheet Charts that is named so. */
    private static Optional<BigDecimal> lastOf(XSSFWorkbook workbook, String name) {
        for (Row row : workbook.getSheet("Charts")) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().equals(name)) {
                    return Cells.number((XSSFCell) row.getCell(row.getLastCellNum() - 1));
                }
            }
        }
        return Optional.empty();
    }

    @Test
    void columnOfRelativeVariances_holdsTheLongestWord() throws IOException {
        Scorecard scorecard = SampleScorecards.open();
        try (XSSFWorkbook workbook = open(bytes(scorecard, Messages.EN))) {
            XSSFSheet sheet = workbook.getSheet("Summary");
            int column = SummaryColumn.DELTA_PL_PCT.place();
            assertThat(sheet.getColumnWidth(column)).isGreaterThan("n/a (zero base)".length() * 256);
        }
    }

    @Test
    void sheetNames_areEnglish_inBothLanguages() throws IOException {
        for (Locale locale : Arrays.asList(Messages.EN, Messages.RU)) {
            try (XSSFWorkbook workbook = open(bytes(SampleScorecards.open(), locale))) {
                assertThat(workbook)
                        .extracting(sheet -> sheet.getSheetName())
                        .containsExactly(
                                "Summary",
                                "Scorecard",
                                "Trend",
                                "Charts",
                                "Bridge",
                                "LeadLag",
                                "Plan",
                                "Data",
                                "Restatements",
                                "Issues",
                                "Param",
                                "Checks",
                                "Audit");
            }
        }
    }
}
