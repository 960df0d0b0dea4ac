package org.kpisuite.reports.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.Headline;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.archive.StableZip;
import org.kpisuite.reports.workbook.SummaryStrip.Figure;

/**
 * Reads a written workbook back and says where it differs from the scorecard: numbers by more than 1e-9, a number where
 * there is none, none where there is one, an item that is missing or too many.
 */
public final class ReadBack {
    private static final String EMPTY =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>";

    private final Scorecard scorecard;
    private final XSSFWorkbook workbook;
    private final List<Difference> differences = new ArrayList<>();
    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);

    private ReadBack(Scorecard scorecard, XSSFWorkbook workbook) {
        this.scorecard = scorecard;
        this.workbook = workbook;
        this.formatter.setUseCachedValuesForFormulaCells(true);
    }

    /** What a cell says, and what it should. */
    public record Difference(String cell, String found, String expected) {}

    /** The differences, each with its cell; empty if the workbook says what the scorecard says. */
    public static List<Difference> differences(Scorecard scorecard, Locale locale, byte[] file) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(withoutRows(file)))) {
            ReadBack reading = new ReadBack(scorecard, workbook);
            reading.items();
            reading.summary(Headline.of(scorecard, locale));
            reading.trend();
            reading.figures();
            return List.copyOf(reading.differences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the delivered rows, of which there may be more than fit into memory: sums over them are in the cells. */
    private static byte[] withoutRows(byte[] file) throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        ZipOutputStream zip = new ZipOutputStream(rest);
        zip.setLevel(Deflater.NO_COMPRESSION);
        StableZip.copy(file, Set.of(), Map.of(SheetName.DATA.entry(), EMPTY.getBytes(StandardCharsets.UTF_8)), zip);
        zip.finish();
        return rest.toByteArray();
    }

    private void items() {
        XSSFSheet sheet = sheet(SheetName.SCORECARD);
        for (int i = 0; i < scorecard.items().size(); i++) {
            ScorecardItem item = scorecard.items().get(i);
            int row = ItemsSheet.FIRST_ROW + i;
            text(sheet, row, ItemColumn.CODE.place(), item.key());
            text(sheet, row, ItemColumn.STATUS.place(), item.status().sign());
            for (ItemColumn column : ItemColumn.values()) {
                Expected.of(column, item).ifPresent(e -> number(sheet, row, column.place(), e.value()));
            }
        }
        text(sheet, ItemsSheet.FIRST_ROW + scorecard.items().size(), ItemColumn.CODE.place(), "");
    }

    private void summary(String headline) {
        XSSFSheet sheet = sheet(SheetName.SUMMARY);
        text(sheet, 0, 0, headline);
        int row = SummarySheet.FIRST_ROW;
        for (Nature nature : Nature.values()) {
            List<ScorecardItem> block = scorecard.items(nature);
            row++;
            for (ScorecardItem item : block) {
                text(sheet, row, SummaryColumn.CODE.place(), item.key());
                for (SummaryColumn column : SummaryColumn.values()) {
                    summary(sheet, row, column, item);
                }
                row++;
            }
            row += block.isEmpty() ? 1 : 0;
        }
    }

    private void summary(XSSFSheet sheet, int row, SummaryColumn column, ScorecardItem item) {
        boolean inPoints =
                column == SummaryColumn.DELTA_PL_PCT && item.unitKind().isComparedInPoints();
        if (!inPoints) {
            Expected.of(column.source(), item).ifPresent(e -> number(sheet, row, column.place(), e.value()));
        }
    }

    private void trend() {
        XSSFSheet sheet = sheet(SheetName.TREND);
        for (int i = 0; i < scorecard.items().size(); i++) {
            for (ScorecardItem.TrendPoint point : scorecard.items().get(i).trend()) {
                int column = TrendSheet.FIRST_PERIOD_COLUMN
                        + scorecard.trendPeriods().indexOf(point.period());
                text(sheet, TrendSheet.HEAD_ROW, column, point.period().code());
                for (TrendSheet.Series series : TrendSheet.Series.values()) {
                    number(
                            sheet,
                            TrendSheet.row(i, series),
                            column,
                            series.of(point).usable());
                }
            }
        }
    }

    private void figures() {
        Score score = scorecard.score();
        figure(Figure.SCORE.cellName(), score.points());
        figure(Figure.COVERAGE.cellName(), Optional.of(score.coverage()));
        figure(Figure.LOW.cellName(), Optional.ofNullable(score.low()));
        figure(Figure.HIGH.cellName(), Optional.ofNullable(score.high()));
        figure(Figure.PREVIOUS.cellName(), scorecard.previousScore().points());
        for (int i = 0; i < scorecard.others().size(); i++) {
            figure(
                    SummarySheet.otherScore(i + 1),
                    scorecard.others().get(i).score().points());
        }
        figure(ChecksSheet.TOTAL, Optional.of(BigDecimal.ZERO));
    }

    private void figure(String name, Optional<BigDecimal> expected) {
        CellReference at = new CellReference(workbook.getName(name).getRefersToFormula());
        number(workbook.getSheet(at.getSheetName()), at.getRow(), at.getCol(), expected);
    }

    private XSSFSheet sheet(SheetName name) {
        return Objects.requireNonNull(workbook.getSheet(name.title()), name.title());
    }

    private static @Nullable XSSFCell cell(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row) == null ? null : sheet.getRow(row).getCell(column);
    }

    private void number(XSSFSheet sheet, int row, int column, Optional<BigDecimal> expected) {
        Optional<BigDecimal> found = Cells.number(cell(sheet, row, column));
        if (!Cells.same(found, expected)) {
            difference(sheet, row, column, plain(expected), plain(found));
        }
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.map(Decimals::plain).orElse("no number");
    }

    private void text(XSSFSheet sheet, int row, int column, String expected) {
        String found = formatter.formatCellValue(cell(sheet, row, column));
        if (!found.equals(expected)) {
            difference(sheet, row, column, expected, found);
        }
    }

    private void difference(XSSFSheet sheet, int row, int column, String expected, String found) {
        String at = new CellReference(sheet.getSheetName(), row, column, false, false).formatAsString();
        differences.add(new Difference(at, found, expected));
    }
}
