package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.leadlag.Correlogram;
import org.kpisuite.domain.leadlag.Correlogram.WhitenedPoint;
import org.kpisuite.domain.leadlag.LagCorrelation;
import org.kpisuite.domain.leadlag.LagEvidence;
import org.kpisuite.domain.leadlag.LagNote;
import org.kpisuite.domain.leadlag.LeadLagAnalysis;
import org.kpisuite.domain.plan.CountedWord;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.Course;
import org.kpisuite.domain.scorecard.Course.Point;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.reports.workbook.SheetChart.Cells;
import org.kpisuite.reports.workbook.SheetChart.Drawn;
import org.kpisuite.reports.workbook.SheetChart.Ink;

/**
 * The sheet LeadLag: of each declared pair both series, the lagging one shifted by its lag, and once the pair was tested
 * the whitened series with the correlation at each lag as a formula.
 *
 * <p>No correlation stands where none was tested: of values that share a trend it says nothing. Source: domain
 * specification §6, §7.3.
 */
final class LeadLagSheet {
    private static final int FIRST_ROW = 4;
    private static final int PERIOD = 0;
    private static final int LEADING = 1;
    private static final int LAGGING = 2;
    private static final int SHIFTED = 3;
    private static final int WHITENED_PERIOD = 5;
    private static final int E = 6;
    private static final int F = 7;
    private static final int LAG = 9;
    private static final int R = 10;
    private static final int PAIRS = 11;
    private static final int BAND = 12;
    private static final int CHART = 14;
    private static final int CHART_COLUMNS = 8;
    private static final int CHART_ROWS = 9;
    private static final int ROWS_MIN = 2 * CHART_ROWS + 5;

    private final Book book;
    private final Page page;

    LeadLagSheet(Book book) {
        this.book = book;
        this.page = book.page(SheetName.LEADLAG);
    }

    void write() {
        page.spill(0, 0, book.words.text("leadlag.title", book.heading.unit()), Look.MESSAGE);
        page.spill(1, 0, book.footer(), Look.SUBTITLE);
        page.spill(2, 0, book.words.text("leadlag.note"), Look.LEGEND);
        List<Pair> pairs = book.scorecard.courses().pairs();
        if (pairs.isEmpty()) {
            page.spill(FIRST_ROW, 0, book.words.text("leadlag.none"), Look.SUBTITLE);
        }
        int row = FIRST_ROW;
        for (Pair pair : pairs) {
            row = write(pair, row);
            page.sheet().setRowBreak(row - 1);
        }
        page.sheet().setDisplayGridlines(false);
        page.print(book.footer(), 0, 1, 1);
        page.fitColumns();
    }

    private int write(Pair pair, int first) {
        Course leading = book.scorecard.courses().line(pair.leading()).orElseThrow();
        Course lagging = book.scorecard.courses().line(pair.lagging()).orElseThrow();
        Optional<LeadLagAnalysis> analysis =
                Optional.ofNullable(book.evidence.analyses().get(pair.code()));
        page.spill(first, 0, name(leading) + " → " + name(lagging), Look.SUBTITLE_BOLD);
        page.spill(first + 1, 0, verdict(pair, analysis), Look.SUBTITLE);
        int head = first + notes(analysis, first + 2) + 3;
        int lag = analysis.map(LeadLagAnalysis::lag).orElse(pair.expectedLag());
        XSSFCell lagCell = lag(pair, lag, head - 1);
        int end = series(leading, lagging, pair, lagCell, head);
        int tested = analysis.flatMap(LeadLagAnalysis::evidence)
                .map(e -> tested(pair, e, head))
                .orElse(head);
        charts(leading, lagging, head, end);
        return Math.max(Math.max(end, tested), first + ROWS_MIN) + 2;
    }

    private String name(Course course) {
        ItemText text = new ItemText(course.item(), book.locale);
        return text.unit().isEmpty() ? text.name() : text.name() + ", " + text.unit();
    }

    private String verdict(Pair pair, Optional<LeadLagAnalysis> analysis) {
        return analysis.map(a -> a.text().in(book.locale))
                .orElseGet(() -> book.words.text(
                        "leadlag.declared",
                        CountedWord.valueOf(pair.granularity().name()).text(pair.expectedLag(), book.locale)));
    }

    private int notes(Optional<LeadLagAnalysis> analysis, int first) {
        List<LagNote> notes = analysis.map(LeadLagAnalysis::notes).orElse(List.of());
        for (int i = 0; i < notes.size(); i++) {
            page.spill(first + i, 0, notes.get(i).text().in(book.locale), Look.LEGEND);
        }
        return notes.size();
    }

    /** The lag in rows of the table; whoever changes it sees the series moved. */
    private XSSFCell lag(Pair pair, int lag, int row) {
        int rows = lag * rowsOf(pair.granularity());
        page.spill(row, PERIOD, book.words.text("leadlag.lag"), Look.LEGEND);
        return page.number(row, SHIFTED, BigDecimal.valueOf(rows), Look.STRIP, Formats.INTEGER, Integer.toString(rows));
    }

    /** Weeks by weeks, all else by months; days are too short for either. */
    private static int rowsOf(Granularity granularity) {
        return switch (granularity) {
            case DAY -> 0;
            case WEEK, MONTH -> 1;
            case QUARTER -> 3;
            case YEAR -> 12;
        };
    }

    private static List<Point> points(Course course, Pair pair) {
        return course.by(pair.granularity() == Granularity.WEEK ? Granularity.WEEK : Granularity.MONTH);
    }

    private int series(Course leading, Course lagging, Pair pair, XSSFCell lag, int head) {
        page.heading(head, PERIOD, book.words.text("column.PERIOD"), Look.HEAD_LEFT);
        page.heading(head, LEADING, book.words.text("leadlag.leading"), Look.HEAD);
        page.heading(head, LAGGING, book.words.text("leadlag.lagging"), Look.HEAD);
        page.heading(head, SHIFTED, book.words.text("leadlag.shifted"), Look.HEAD);
        List<Point> x = points(leading, pair);
        List<Point> y = points(lagging, pair);
        int first = head + 1;
        int end = first + x.size();
        for (int i = 0; i < x.size(); i++) {
            int row = first + i;
            page.code(row, PERIOD, x.get(i).period().code(), Look.TEXT);
            value(leading, x.get(i), row, LEADING);
            value(lagging, y.get(i), row, LAGGING);
            String shifted = "IFERROR(IF(ISNUMBER(INDEX(%1$s,%2$d+%3$s)),INDEX(%1$s,%2$d+%3$s),\"\"),\"\")"
                    .formatted(
                            "$C$" + (first + 1) + ":$C$" + end,
                            i + 1,
                            new CellReference(lag.getRowIndex(), lag.getColumnIndex(), true, true).formatAsString());
            page.formula(
                    row,
                    SHIFTED,
                    shifted,
                    Look.NUMBER,
                    Formats.value(lagging.item().rounding()),
                    "");
        }
        return end;
    }

    /** A period that still runs is left out: it would look like a fall. */
    private void value(Course course, Point point, int row, int column) {
        String format = Formats.value(course.item().rounding());
        Optional<BigDecimal> value =
                point.isRunning() ? Optional.empty() : point.actual().usable();
        value.ifPresentOrElse(
                v -> page.number(
                        row,
                        column,
                        v,
                        Look.NUMBER,
                        format,
                        new ItemText(course.item(), book.locale).cell(point.actual())),
                () -> page.blank(row, column, Look.NUMBER, format));
    }

    private int tested(Pair pair, LagEvidence evidence, int head) {
        Correlogram decision = evidence.decision();
        page.heading(head, WHITENED_PERIOD, book.words.text("column.PERIOD"), Look.HEAD_LEFT);
        page.heading(head, E, "e", Look.HEAD);
        page.heading(head, F, "f", Look.HEAD);
        List<WhitenedPoint> points = decision.points();
        for (int i = 0; i < points.size(); i++) {
            int row = head + 1 + i;
            page.code(row, WHITENED_PERIOD, points.get(i).period().code(), Look.TEXT_GREY);
            whitened(row, E, points.get(i).leading());
            whitened(row, F, points.get(i).lagging());
        }
        correlations(pair, decision, head, points.size());
        return head + 1 + Math.max(points.size(), decision.lags().size());
    }

    private void whitened(int row, int column, Optional<BigDecimal> value) {
        value.ifPresentOrElse(
                v -> page.number(row, column, v, Look.NUMBER_GREY, Formats.WHITENED, "−0.000000"),
                () -> page.blank(row, column, Look.NUMBER_GREY, Formats.WHITENED));
    }

    /** Fixed ranges, shifted against each other by the lag; a period that lacks either value drops out by itself. */
    private void correlations(Pair pair, Correlogram decision, int head, int points) {
        page.heading(head, LAG, book.words.text("leadlag.k"), Look.HEAD);
        page.heading(head, R, "r", Look.HEAD);
        page.heading(head, PAIRS, "n", Look.HEAD);
        page.heading(head, BAND, book.words.text("leadlag.band"), Look.HEAD);
        int row = head + 1;
        for (LagCorrelation at : decision.lags()) {
            int shift = Math.abs(at.lag());
            int ahead = Math.max(0, at.lag());
            int behind = Math.max(0, -at.lag());
            String e = range("G", head + 2 + behind, points - shift);
            String f = range("H", head + 2 + ahead, points - shift);
            page.number(row, LAG, BigDecimal.valueOf(at.lag()), Look.NUMBER, Formats.SIGNED, "−12");
            XSSFCell r = page.number(row, R, at.r(), Look.NUMBER, Formats.CORRELATION, "−0.000");
            book.sources.add(new SourceCell(r, "CORREL(%s,%s)".formatted(e, f)));
            book.checks.add(pair.code(), "r(" + at.lag() + ")", r, Optional.of(at.r()));
            XSSFCell n = page.number(row, PAIRS, BigDecimal.valueOf(at.n()), Look.NUMBER, Formats.INTEGER, "999");
            book.sources.add(new SourceCell(n, "SUMPRODUCT(ISNUMBER(%s)*ISNUMBER(%s))".formatted(e, f)));
            page.number(row, BAND, decision.band(), Look.NUMBER_GREY, Formats.CORRELATION, "0.000");
            row++;
        }
        Signs.boldBeyond(page.sheet(), "K" + (head + 2) + ":K" + row, "$K" + (head + 2), "$M" + (head + 2));
    }

    private static String range(String column, int first, int rows) {
        return "$%1$s$%2$d:$%1$s$%3$d".formatted(column, first, first + rows - 1);
    }

    /** One below the other, period above period; each with its own scale. */
    private void charts(Course leading, Course lagging, int head, int end) {
        String at = book.words.text("leadlag.shifted");
        chart(leading, name(leading), LEADING, head, head, end);
        chart(lagging, name(lagging) + " (" + at + ")", SHIFTED, head + CHART_ROWS + 1, head, end);
    }

    private void chart(Course course, String title, int column, int top, int head, int end) {
        var anchor = page.sheet()
                .createDrawingPatriarch()
                .createAnchor(0, 0, 0, 0, CHART, top, CHART + CHART_COLUMNS, top + CHART_ROWS);
        Cells periods = Cells.column(page.sheet(), PERIOD, head + 1, end - 1, head);
        Cells values = Cells.column(page.sheet(), column, head + 1, end - 1, head);
        boolean fromZero = points(course).noneMatch(v -> v.signum() < 0);
        new SheetChart(
                        book,
                        page.sheet(),
                        title,
                        periods,
                        Formats.value(course.item().rounding()))
                .columns(anchor, fromZero, List.of(new Drawn(Ink.AC, values, title)));
    }

    private static Stream<BigDecimal> points(Course course) {
        return Stream.concat(course.weeks().stream(), course.months().stream())
                .map(Point::actual)
                .map(Cell::usable)
                .flatMap(Optional::stream);
    }
}
