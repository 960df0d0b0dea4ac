package org.kpisuite.reports.workbook;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColorRgbBinary;
import org.apache.poi.xddf.usermodel.XDDFFillProperties;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.workbook.TrendSheet.Series;

/** One native chart of an item's trend. Its data are references to the sheet Trend; the value axis starts at zero. */
final class TrendChart {
    private static final int GAP_PERCENT = 60;

    private final Book book;
    private final XSSFChart chart;
    private final ScorecardItem item;

    TrendChart(Book book, XSSFChart chart, ScorecardItem item, String title) {
        this.book = book;
        this.chart = chart;
        this.item = item;
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        chart.getFormattedTitle().getParagraph(0).getTextRuns().forEach(run -> {
            run.setFontSize(10d);
            run.setBold(true);
        });
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        chart.displayBlanksAs(DisplayBlanks.GAP);
    }

    void draw(ChartTypes type, Series... drawn) {
        XDDFCategoryAxis periods = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        values.setNumberFormat(Formats.value(item.rounding()));
        if (!hasNegative()) {
            values.setMinimum(0d);
        }
        periods.setTickLabelPosition(AxisTickLabelPosition.LOW);
        plain(periods);
        plain(values);
        values.getOrAddMajorGridProperties().setLineProperties(line(Look.HAIRLINE, 0.5));
        XDDFChartData data = chart.createData(type, periods, values);
        data.setVaryColors(false);
        if (data instanceof XDDFBarChartData columns) {
            columns.setBarDirection(BarDirection.COL);
            columns.setBarGrouping(BarGrouping.CLUSTERED);
            columns.setGapWidth(GAP_PERCENT);
        }
        for (Series series : drawn) {
            add(data, series);
        }
        chart.plot(data);
    }

    private boolean hasNegative() {
        return item.trend().stream()
                .flatMap(p -> Stream.of(p.actual(), p.plan(), p.priorYear()))
                .anyMatch(c -> c.usable().filter(v -> v.signum() < 0).isPresent());
    }

    private static void plain(XDDFChartAxis axis) {
        axis.getOrAddTextProperties().setFontSize(8d);
        axis.getOrAddShapeProperties().setLineProperties(line(Look.DARK, 0.75));
    }

    private void add(XDDFChartData data, Series series) {
        XSSFSheet trend = book.page(SheetName.TREND).sheet();
        int first = TrendSheet.FIRST_PERIOD_COLUMN;
        int last = first + book.scorecard.trendPeriods().size() - 1;
        int row = TrendSheet.row(book.scorecard.items().indexOf(item), series);
        XDDFChartData.Series added = data.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(
                        trend, new CellRangeAddress(TrendSheet.HEAD_ROW, TrendSheet.HEAD_ROW, first, last)),
                XDDFDataSourcesFactory.fromNumericCellRange(trend, new CellRangeAddress(row, row, first, last)));
        added.setTitle(series.name(), new CellReference(SheetName.TREND.title(), row, first - 1, true, true));
        if (added instanceof XDDFLineChartData.Series line) {
            line.setSmooth(false);
            line.setMarkerStyle(MarkerStyle.NONE);
            added.setLineProperties(lineOf(series));
        } else {
            added.setShapeProperties(columnOf(series));
        }
    }

    /** AC solid dark, PL outlined, PY light. */
    private static XDDFShapeProperties columnOf(Series series) {
        XDDFShapeProperties shape = new XDDFShapeProperties();
        shape.setFillProperties(series == Series.PL ? new XDDFNoFillProperties() : fill(Look.DARK));
        shape.setLineProperties(line(Look.DARK, 0.75));
        return shape;
    }

    private static XDDFLineProperties lineOf(Series series) {
        return switch (series) {
            case AC -> line(Look.DARK, 2.25);
            case PL -> dashed(line(Look.PLAN_LINE, 1.25));
            case PP, PY -> line(Look.PRIOR, 2.25);
        };
    }

    private static XDDFLineProperties dashed(XDDFLineProperties line) {
        line.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
        return line;
    }

    private static XDDFLineProperties line(String colour, Number points) {
        XDDFLineProperties line = new XDDFLineProperties(fill(colour));
        line.setWidth(points.doubleValue());
        return line;
    }

    private static XDDFFillProperties fill(String colour) {
        return new XDDFSolidFillProperties(new XDDFColorRgbBinary(HexFormat.of().parseHex(colour)));
    }
}
