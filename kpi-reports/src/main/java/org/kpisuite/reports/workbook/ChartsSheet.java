package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.workbook.SheetChart.Cells;
import org.kpisuite.reports.workbook.SheetChart.Drawn;
import org.kpisuite.reports.workbook.SheetChart.Ink;

/**
 * The sheet Charts: of each KPI columns of actual, plan and forecast, the variance to the plan as columns, that to the prior
 * year as pins.
 *
 * <p>Good and bad variances are two series, so that colours follow the direction of the KPI. Their numbers are formulas on
 * the sheet Trend, beside the printed page.
 */
final class ChartsSheet {
    /** More would make the file slow to open; every number is on the sheet Trend. */
    private static final int ITEMS_MAX = 8;

    private static final int ITEMS_A_PAGE = 3;
    private static final int FIRST_ROW = 4;
    private static final int ROWS = 13;
    private static final int COLUMNS = 7;
    private static final int CHARTS = 3;
    private static final int LAST_PRINTED = CHARTS * (COLUMNS + 1);
    private static final int NAME_COLUMN = LAST_PRINTED + 2;
    private static final int DATA_COLUMN = NAME_COLUMN + 1;
    private static final String NAME_AND_UNIT = "%s, %s";

    private final Book book;
    private final Page page;

    /** The rows of numbers of an item, from the top. */
    private enum Line {
        /** Of the whole period, as the forecast beside it is. */
        PL,
        FC,
        PL_GOOD,
        PL_BAD,
        PY_GOOD,
        PY_BAD,
        /** Keeps zero on the axes of variances. */
        ZERO;

        private static final List<Line> FROM_TOP = List.of(values());

        int below(int row) {
            return row + FROM_TOP.indexOf(this);
        }
    }

    ChartsSheet(Book book) {
        this.book = book;
        this.page = book.page(SheetName.CHARTS);
    }

    void write() {
        page.spill(0, 0, book.words.text("charts.title", book.heading.unit()), Look.MESSAGE);
        page.spill(1, 0, book.footer(), Look.SUBTITLE);
        page.spill(2, 0, book.words.text("charts.note"), Look.LEGEND);
        List<ScorecardItem> drawn = book.scorecard.items().stream()
                .filter(ChartsSheet::hasActuals)
                .sorted(Comparator.comparing(i -> i.usage() == Usage.DIAG))
                .limit(ITEMS_MAX)
                .toList();
        if (drawn.isEmpty()) {
            page.spill(FIRST_ROW, 0, book.words.text("charts.none"), Look.SUBTITLE);
        }
        for (int i = 0; i < drawn.size(); i++) {
            int row = FIRST_ROW + i * (ROWS + 1);
            draw(drawn.get(i), row);
            if (i % ITEMS_A_PAGE == 0 && i > 0) {
                page.sheet().setRowBreak(row - 2);
            }
        }
        page.sheet().setDisplayGridlines(false);
        page.print(book, 0, 1, 1);
        int last = FIRST_ROW + Math.max(1, drawn.size()) * (ROWS + 1);
        book.workbook.setPrintArea(book.workbook.getSheetIndex(page.sheet()), 0, LAST_PRINTED, 0, last);
        page.width(NAME_COLUMN, Page.WIDTH_LABEL);
    }

    private static boolean hasActuals(ScorecardItem item) {
        return item.trend().stream().anyMatch(p -> p.actual().usable().isPresent());
    }

    private void draw(ScorecardItem item, int row) {
        numbers(item, row);
        ItemText text = new ItemText(item, book.locale);
        String title = text.unit().isEmpty() ? text.name() : NAME_AND_UNIT.formatted(text.name(), text.unit());
        String format = Formats.value(item.rounding());
        boolean fromZero = !hasNegative(item);
        chart(title, format)
                .columns(
                        place(row, 0),
                        fromZero,
                        List.of(
                                own(Ink.PL, row, Line.PL),
                                trend(item, Ink.AC, TrendSheet.Series.AC),
                                own(Ink.FC, row, Line.FC)));
        chart(book.words.text("charts.plan", text.name()), Formats.variance(item.rounding()))
                .variances(
                        place(row, 1),
                        List.of(own(Ink.GOOD, row, Line.PL_GOOD), own(Ink.BAD, row, Line.PL_BAD)),
                        zeros(row));
        String year = book.words.text("charts.year", text.name());
        if (!hasPins(item)) {
            page.spill(row, 2 * (COLUMNS + 1), book.words.text("charts.no-pins", year), Look.LEGEND);
            return;
        }
        chart(year, Formats.variance(Formats.FRACTION))
                .pins(
                        place(row, 2),
                        List.of(own(Ink.GOOD, row, Line.PY_GOOD), own(Ink.BAD, row, Line.PY_BAD)),
                        zeros(row));
    }

    /** An axis without one pin would have ends that nothing gives it. */
    private static boolean hasPins(ScorecardItem item) {
        return item.trend().stream()
                .anyMatch(p -> p.actual().usable().filter(v -> v.signum() >= 0).isPresent()
                        && p.priorYear().usable().filter(v -> v.signum() > 0).isPresent());
    }

    private static boolean hasNegative(ScorecardItem item) {
        return item.trend().stream()
                .flatMap(p -> Stream.of(p.actual(), p.plan(), p.priorYear()))
                .anyMatch(c -> c.usable().filter(v -> v.signum() < 0).isPresent());
    }

    private ClientAnchor place(int row, int place) {
        int column = place * (COLUMNS + 1);
        return page.sheet()
                .createDrawingPatriarch()
                .createAnchor(0, 0, 0, 0, column, row, column + COLUMNS, row + ROWS);
    }

    private SheetChart chart(String title, String format) {
        XSSFSheet trend = book.page(SheetName.TREND).sheet();
        int first = TrendSheet.FIRST_PERIOD_COLUMN;
        Cells periods = Cells.row(trend, TrendSheet.HEAD_ROW, first, first + periods() - 1, first);
        return new SheetChart(book, page.sheet(), title, periods, format);
    }

    private int periods() {
        return book.scorecard.trendPeriods().size();
    }

    private Drawn trend(ScorecardItem item, Ink ink, TrendSheet.Series series) {
        int row = TrendSheet.row(book.scorecard.items().indexOf(item), series);
        int first = TrendSheet.FIRST_PERIOD_COLUMN;
        XSSFSheet sheet = book.page(SheetName.TREND).sheet();
        return new Drawn(ink, Cells.row(sheet, row, first, first + periods() - 1, first - 1), series.name());
    }

    private Cells zeros(int row) {
        return cells(row, Line.ZERO);
    }

    private Cells cells(int row, Line line) {
        return Cells.row(page.sheet(), line.below(row), DATA_COLUMN, DATA_COLUMN + periods() - 1, NAME_COLUMN);
    }

    private Drawn own(Ink ink, int row, Line line) {
        return new Drawn(ink, cells(row, line), book.words.text("charts." + line));
    }

    /** The numbers of the charts, right of the printed page. */
    private void numbers(ScorecardItem item, int row) {
        for (Line line : Line.values()) {
            page.text(line.below(row), NAME_COLUMN, book.words.text("charts." + line), Look.LEGEND);
        }
        int index = book.scorecard.items().indexOf(item);
        for (int i = 0; i < periods(); i++) {
            String ac = at(index, TrendSheet.Series.AC, i);
            String pl = at(index, TrendSheet.Series.PL, i);
            String py = at(index, TrendSheet.Series.PY, i);
            int column = DATA_COLUMN + i;
            String plan = Formats.variance(item.rounding());
            String year = Formats.variance(Formats.FRACTION);
            variance(Line.PL_GOOD.below(row), column, item, plan, ac, pl, "%1$s-%2$s");
            page.number(Line.ZERO.below(row), column, BigDecimal.ZERO, Look.CHART_NUMBER, plan, "");
            variance(Line.PY_GOOD.below(row), column, item, year, ac, py, "(%1$s-%2$s)/%2$s");
        }
        whole(item, row);
    }

    private static String at(int item, TrendSheet.Series series, int period) {
        return new CellReference(
                        SheetName.TREND.title(),
                        TrendSheet.row(item, series),
                        TrendSheet.FIRST_PERIOD_COLUMN + period,
                        true,
                        true)
                .formatAsString();
    }

    /** The good one above, the bad one below; a relative one only where both values are above zero. */
    private void variance(
            int row, int column, ScorecardItem item, String format, String ac, String base, String difference) {
        String sound = difference.contains("/") ? "AND(%1$s>=0,%2$s>0,%1$s%3$s%2$s)" : "%1$s%3$s%2$s";
        String better = item.direction() == Direction.DOWN ? "<=" : ">=";
        String worse = item.direction() == Direction.DOWN ? ">" : "<";
        String formula = "IF(AND(ISNUMBER(%1$s),ISNUMBER(%2$s)),IF(" + sound + "," + difference + ",NA()),NA())";
        page.formula(row, column, formula.formatted(ac, base, better), Look.CHART_NUMBER, format, "");
        page.formula(row + 1, column, formula.formatted(ac, base, worse), Look.CHART_NUMBER, format, "");
    }

    /** Plans of periods that are over; of the one that runs plan and forecast of its whole. */
    private void whole(ScorecardItem item, int row) {
        int index = book.scorecard.items().indexOf(item);
        int source = ItemsSheet.FIRST_ROW + index;
        for (int i = 0; i < periods(); i++) {
            boolean runs = book.scorecard.heading().isOpen() && i == periods() - 1;
            whole(Line.PL.below(row), i, item, runs ? ItemColumn.PL.on(source) : at(index, TrendSheet.Series.PL, i));
            if (runs) {
                whole(Line.FC.below(row), i, item, ItemColumn.FC.on(source));
            }
        }
    }

    private void whole(int row, int period, ScorecardItem item, String from) {
        String formula = "IF(ISNUMBER(%1$s),%1$s,NA())".formatted(from);
        page.formula(row, DATA_COLUMN + period, formula, Look.CHART_NUMBER, Formats.value(item.rounding()), "");
    }
}
