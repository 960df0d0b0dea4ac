package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.leadlag.Correlogram;
import org.kpisuite.domain.leadlag.Correlogram.WhitenedPoint;
import org.kpisuite.domain.leadlag.LagCorrelation;
import org.kpisuite.domain.leadlag.LagEvidence;
import org.kpisuite.domain.leadlag.LagNote;
import org.kpisuite.domain.leadlag.LeadLagAnalysis;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.PairSide;
import org.kpisuite.domain.leadlag.Signal;
import org.kpisuite.domain.plan.CountedWord;
import org.kpisuite.domain.quantity.Rounding;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.reports.workbook.SheetChart.Cells;
import org.kpisuite.reports.workbook.SheetChart.Drawn;
import org.kpisuite.reports.workbook.SheetChart.Ink;

/**
 * The sheet LeadLag: of each declared pair its verdict, both series, the lagging one shifted by its lag, and where there are
 * points enough for a test the whitened series with the correlation at each lag as a formula.
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
    private static final int CHART_ROWS = 14;
    private static final int DRAWN_MAX = 40;
    private static final int ROWS_MIN = 2 * CHART_ROWS + 5;

    private final Sheets book;
    private final Page page;

    LeadLagSheet(Sheets book, Page page) {
        this.book = book;
        this.page = page;
    }

    /** Writes pairs of a unit. */
    void write(List<PairReading> pairs, String unit) {
        page.spill(0, 0, book.words.text("leadlag.title", unit), Look.MESSAGE);
        page.spill(1, 0, book.footer(), Look.SUBTITLE);
        page.spill(2, 0, book.words.text("leadlag.note"), Look.LEGEND);
        if (pairs.isEmpty()) {
            page.spill(FIRST_ROW, 0, book.words.text("leadlag.none"), Look.SUBTITLE);
        }
        int row = FIRST_ROW;
        for (PairReading pair : pairs) {
            row = write(pair, row);
            page.sheet().setRowBreak(row - 1);
        }
        page.sheet().setDisplayGridlines(false);
        page.print(book, 0, 1, 1);
        page.fitColumns();
    }

    private int write(PairReading reading, int first) {
        LeadLagAnalysis analysis = reading.analysis();
        page.spill(first, 0, name(reading.leading()) + " → " + name(reading.lagging()), Look.SUBTITLE_BOLD);
        page.spill(first + 1, 0, analysis.text().in(book.locale), Look.SUBTITLE);
        int head = first + notes(reading, first + 2) + 3;
        List<Period> periods = periods(reading);
        int end = series(reading, periods, lag(analysis.lag(), head - 1), head);
        int tested =
                analysis.evidence().map(e -> tested(reading.pair(), e, head)).orElse(head);
        if (!periods.isEmpty()) {
            charts(reading, head, end);
        }
        return Math.max(Math.max(end, tested), first + ROWS_MIN) + 2;
    }

    private String name(PairSide side) {
        String name = side.series().name().in(book.locale);
        return side.currency() == null ? name : name + ", " + ItemText.currencySign(side.currency());
    }

    /** By which lag the series are shifted, and what must be said beside the verdict. */
    private int notes(PairReading reading, int first) {
        int lag = reading.analysis().lag();
        String counted =
                CountedWord.valueOf(reading.pair().granularity().name()).text(lag, book.locale);
        String key = reading.analysis().isConfirmed() ? "leadlag.confirmed" : "leadlag.declared";
        page.spill(first, 0, book.words.text(key, counted), Look.LEGEND);
        int row = first + 1;
        for (LagNote note : reading.analysis().notes()) {
            page.spill(row++, 0, note.text().in(book.locale), Look.LEGEND);
        }
        for (Signal signal : reading.signalsNow()) {
            page.spill(row++, 0, reading.text(signal).in(book.locale), Look.SUBTITLE);
        }
        return row - first;
    }

    /** The lag in rows of the table; whoever changes it sees the series moved. */
    private XSSFCell lag(int lag, int row) {
        page.spill(row, PERIOD, book.words.text("leadlag.lag"), Look.LEGEND);
        return page.number(row, SHIFTED, BigDecimal.valueOf(lag), Look.STRIP, Formats.INTEGER, Integer.toString(lag));
    }

    /** All from the first to the last of either series, without a gap. */
    private static List<Period> periods(PairReading reading) {
        NavigableMap<Period, BigDecimal> x = reading.leading().series().values();
        NavigableMap<Period, BigDecimal> y = reading.lagging().series().values();
        TreeSet<Period> both = new TreeSet<>(x.keySet());
        both.addAll(y.keySet());
        List<Period> periods = new ArrayList<>();
        for (Period next = both.isEmpty() ? null : both.first();
                next != null && next.compareTo(both.last()) <= 0;
                next = next.plus(1)) {
            periods.add(next);
        }
        return periods;
    }

    private int series(PairReading reading, List<Period> periods, XSSFCell lag, int head) {
        page.heading(head, PERIOD, book.words.text("column.PERIOD"), Look.HEAD_LEFT);
        page.heading(head, LEADING, book.words.text("leadlag.leading"), Look.HEAD);
        page.heading(head, LAGGING, book.words.text("leadlag.lagging"), Look.HEAD);
        page.heading(head, SHIFTED, book.words.text("leadlag.shifted"), Look.HEAD);
        int first = head + 1;
        int end = first + periods.size();
        String lagging = "$C$" + (first + 1) + ":$C$" + end;
        String rows = new CellReference(lag.getRowIndex(), lag.getColumnIndex(), true, true).formatAsString();
        for (int i = 0; i < periods.size(); i++) {
            int row = first + i;
            page.code(row, PERIOD, periods.get(i).code(), Look.TEXT);
            value(reading.leading(), periods.get(i), row, LEADING);
            value(reading.lagging(), periods.get(i), row, LAGGING);
            String at = "INDEX(%s,%d+%s)".formatted(lagging, i + 1, rows);
            String shifted = "IFERROR(IF(ISNUMBER(%1$s),%1$s,\"\"),\"\")".formatted(at);
            page.formula(row, SHIFTED, shifted, Look.NUMBER, format(reading.lagging()), "");
        }
        return end;
    }

    private void value(PairSide side, Period period, int row, int column) {
        BigDecimal value = side.series().values().get(period);
        if (value == null) {
            page.blank(row, column, Look.NUMBER, format(side));
        } else {
            page.number(row, column, value, Look.NUMBER, format(side), book.numbers.value(value, rounding(side)));
        }
    }

    private static String format(PairSide side) {
        return Formats.value(rounding(side));
    }

    /** Not scaled: no unit stands beside it but its currency. */
    private static Rounding rounding(PairSide side) {
        return new Rounding(side.series().unitKind() == UnitKind.PERCENT ? -2 : 0, side.displayScale());
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

    /** One below the other, period above period, the last ones; each with its own scale. */
    private void charts(PairReading reading, int head, int end) {
        String shifted = name(reading.lagging()) + " (" + book.words.text("leadlag.shifted") + ")";
        chart(reading.leading(), name(reading.leading()), LEADING, head, head, end);
        chart(reading.lagging(), shifted, SHIFTED, head + CHART_ROWS + 1, head, end);
    }

    private void chart(PairSide side, String title, int column, int top, int head, int end) {
        var place = page.sheet()
                .createDrawingPatriarch()
                .createAnchor(0, 0, 0, 0, CHART, top, CHART + CHART_COLUMNS, top + CHART_ROWS);
        int first = Math.max(head + 1, end - DRAWN_MAX);
        Cells periods = Cells.column(page.sheet(), PERIOD, first, end - 1, head);
        Cells values = Cells.column(page.sheet(), column, first, end - 1, head);
        boolean fromZero = side.series().values().values().stream().noneMatch(v -> v.signum() < 0);
        new SheetChart(book, page.sheet(), title, periods, format(side))
                .columns(place, fromZero, List.of(new Drawn(Ink.AC, values, title)));
    }
}
