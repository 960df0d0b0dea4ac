package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.kpisuite.reports.chart.Palette;

/**
 * One native chart in the notation of the scorecard; its data are references to cells, and its axis starts at zero.
 *
 * <p>Written as XML: the model of the format at hand lacks overlaps and error bars. Source: domain specification §7.1.
 */
final class SheetChart {
    private static final int GAP_PERCENT = 60;
    private static final int OVERLAID = 100;
    private static final int POINT = 12_700;
    private static final String CHART = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:roundedCorners val="0"/><c:chart>\
            <c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900" b="1"/></a:pPr><a:r>\
            <a:rPr lang="%1$s" sz="900" b="1"/><a:t>%2$s</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>\
            <c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>%3$s\
            <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>\
            <c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>\
            <c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>%4$s</c:spPr>%6$s<c:crossAx val="2"/>\
            <c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>\
            <c:noMultiLvlLbl val="1"/></c:catAx>\
            <c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>%7$s</c:scaling><c:delete val="0"/>\
            <c:axPos val="l"/><c:majorGridlines><c:spPr>%5$s</c:spPr></c:majorGridlines>\
            <c:numFmt formatCode="%8$s" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>\
            <c:tickLblPos val="nextTo"/><c:spPr>%5$s</c:spPr>%6$s<c:crossAx val="1"/><c:crosses val="autoZero"/>\
            <c:crossBetween val="between"/></c:valAx></c:plotArea>\
            <c:legend><c:legendPos val="b"/>%10$s<c:overlay val="0"/>%6$s</c:legend><c:plotVisOnly val="1"/>\
            <c:dispBlanksAs val="%9$s"/></c:chart></c:chartSpace>""";
    private static final String SMALL = "<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"800\"/></a:pPr>"
            + "<a:endParaRPr lang=\"en\"/></a:p></c:txPr>";
    private static final String BARS = "<c:barChart><c:barDir val=\"col\"/><c:grouping val=\"clustered\"/>"
            + "<c:varyColors val=\"0\"/>%s<c:gapWidth val=\"%d\"/><c:overlap val=\"%d\"/>"
            + "<c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>";
    private static final String LINES = "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>%s"
            + "<c:marker val=\"1\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:lineChart>";
    private static final String SERIES = "<c:ser><c:idx val=\"%1$d\"/><c:order val=\"%1$d\"/><c:tx><c:strRef>"
            + "<c:f>%2$s</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>%3$s</c:v></c:pt></c:strCache>"
            + "</c:strRef></c:tx>%4$s<c:cat><c:strRef><c:f>%5$s</c:f></c:strRef></c:cat>"
            + "<c:val><c:numRef><c:f>%6$s</c:f></c:numRef></c:val>%7$s</c:ser>";
    /** A stem from the head down to zero: an error bar of the whole value. */
    private static final String PIN = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:marker><c:symbol"
            + " val=\"square\"/><c:size val=\"6\"/><c:spPr>%1$s%2$s</c:spPr></c:marker><c:errBars><c:errDir"
            + " val=\"y\"/><c:errBarType val=\"minus\"/><c:errValType val=\"percentage\"/><c:noEndCap val=\"1\"/><c:val"
            + " val=\"100\"/><c:spPr>%2$s</c:spPr></c:errBars>";

    private static final String STRAIGHT = "<c:smooth val=\"0\"/>";
    private static final String UNDRAWN =
            "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val=\"none\"/></c:marker>";

    /** Nothing to see: it keeps zero on an axis that nobody set, also after somebody changed the numbers. */
    private static final String ZERO = "<c:ser><c:idx val=\"%1$d\"/><c:order val=\"%1$d\"/>%2$s<c:val><c:numRef>"
            + "<c:f>%4$s</c:f></c:numRef></c:val>%3$s</c:ser>";

    private static final String UNNAMED = "<c:legendEntry><c:idx val=\"%d\"/><c:delete val=\"1\"/></c:legendEntry>";

    private static final String LINE = "<a:ln w=\"%d\"><a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill>%s</a:ln>";
    private static final String FILL = "<a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill>";
    private static final String HATCH = "<a:pattFill prst=\"wdUpDiag\"><a:fgClr><a:srgbClr val=\"%s\"/></a:fgClr>"
            + "<a:bgClr><a:srgbClr val=\"FFFFFF\"/></a:bgClr></a:pattFill>";

    private final Sheets book;
    private final XSSFSheet sheet;
    private final String title;
    private final Cells periods;
    private final String format;

    /** Cells side by side or one below the other, and the cell that names them. */
    record Cells(XSSFSheet sheet, CellRangeAddress range, CellReference title) {
        static Cells row(XSSFSheet sheet, int row, int first, int last, int title) {
            return new Cells(
                    sheet,
                    new CellRangeAddress(row, row, first, last),
                    new CellReference(sheet.getSheetName(), row, title, true, true));
        }

        static Cells column(XSSFSheet sheet, int column, int first, int last, int title) {
            return new Cells(
                    sheet,
                    new CellRangeAddress(first, last, column, column),
                    new CellReference(sheet.getSheetName(), title, column, true, true));
        }

        String reference() {
            return range.formatAsString(sheet.getSheetName(), true);
        }
    }

    /** What is drawn. */
    enum Ink {
        /** Actual: solid dark. */
        AC,
        /** Plan: outlined. */
        PL,
        /** Prior year: solid light. */
        PY,
        /** Forecast: hatched. */
        FC,
        /** A variance that is good, or bad, by the direction of the indicator. */
        GOOD,
        BAD;

        private String colour(Palette palette) {
            return switch (this) {
                case AC, PL, FC -> Look.DARK;
                case PY -> Look.PRIOR;
                case GOOD -> Look.hex(palette.good());
                case BAD -> Look.hex(palette.bad());
            };
        }

        private String column(Palette palette) {
            String outline = line(this == PY ? Look.PRIOR : colour(palette), "0.75", "");
            return "<c:spPr>"
                    + switch (this) {
                        case PL -> "<a:noFill/>";
                        case FC -> HATCH.formatted(colour(palette));
                        case AC, PY, GOOD, BAD -> FILL.formatted(colour(palette));
                    }
                    + outline + "</c:spPr><c:invertIfNegative val=\"0\"/>";
        }

        private String stroke(Palette palette) {
            String line = this == PL
                    ? line(Look.PLAN_LINE, "1.25", "<a:prstDash val=\"dash\"/>")
                    : line(colour(palette), "2.25", "");
            return "<c:spPr>" + line + "</c:spPr><c:marker><c:symbol val=\"none\"/></c:marker>";
        }

        private String pin(Palette palette) {
            return PIN.formatted(FILL.formatted(colour(palette)), line(colour(palette), "1.5", ""));
        }
    }

    /** Values and how they are drawn. */
    record Drawn(Ink ink, Cells values, String name) {}

    /**
     * An empty chart.
     *
     * @param format of the value axis
     */
    SheetChart(Sheets book, XSSFSheet sheet, String title, Cells periods, String format) {
        this.book = book;
        this.sheet = sheet;
        this.title = title;
        this.periods = periods;
        this.format = format;
    }

    /** Columns side by side. */
    void columns(ClientAnchor at, boolean fromZero, List<Drawn> drawn) {
        write(at, Frame.of(fromZero), BARS.formatted(series(drawn, Ink::column, ""), GAP_PERCENT, 0));
    }

    /** Columns of variances: of good and bad ones only one stands at each place. */
    void variances(ClientAnchor at, List<Drawn> drawn, Cells zeros) {
        String zero = ZERO.formatted(drawn.size(), "", "", zeros.reference());
        String columns = BARS.formatted(series(drawn, Ink::column, "") + zero, GAP_PERCENT, OVERLAID);
        write(at, new Frame("", "gap", UNNAMED.formatted(drawn.size())), columns);
    }

    void lines(ClientAnchor at, boolean fromZero, List<Drawn> drawn) {
        write(at, Frame.of(fromZero), LINES.formatted(series(drawn, Ink::stroke, STRAIGHT)));
    }

    /** Pins: a square head at the value, a stem down to zero. */
    void pins(ClientAnchor at, List<Drawn> drawn, Cells zeros) {
        String zero = ZERO.formatted(drawn.size(), UNDRAWN, STRAIGHT, zeros.reference());
        String pins = LINES.formatted(series(drawn, Ink::pin, STRAIGHT) + zero);
        write(at, new Frame("", "span", UNNAMED.formatted(drawn.size())), pins);
    }

    private interface Style {
        String of(Ink ink, Palette palette);
    }

    private String series(List<Drawn> drawn, Style style, String end) {
        StringBuilder series = new StringBuilder();
        for (int i = 0; i < drawn.size(); i++) {
            Drawn d = drawn.get(i);
            series.append(SERIES.formatted(
                    i,
                    d.values.title.formatAsString(),
                    RowsXml.escaped(d.name),
                    style.of(d.ink, book.look.palette()),
                    periods.reference(),
                    d.values.reference(),
                    end));
        }
        return series.toString();
    }

    /**
     * What stands around the plot.
     *
     * @param least where the value axis begins; empty if it follows the numbers
     * @param missing how a missing value is passed: pins are not joined, so that spanning it leaves it out
     * @param unnamed what the legend leaves out
     */
    private record Frame(String least, String missing, String unnamed) {
        static Frame of(boolean fromZero) {
            return new Frame(fromZero ? "<c:min val=\"0\"/>" : "", "gap", "");
        }
    }

    private void write(ClientAnchor at, Frame frame, String plot) {
        XSSFChart chart = sheet.createDrawingPatriarch().createChart(at);
        chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr()
                .setDescr(title);
        book.replace(
                chart.getPackagePart(),
                CHART.formatted(
                        book.locale.getLanguage(),
                        RowsXml.escaped(title),
                        plot,
                        line(Look.DARK, "0.75", ""),
                        line(Look.HAIRLINE, "0.5", ""),
                        SMALL,
                        frame.least,
                        RowsXml.escaped(format).replace("\"", "&quot;"),
                        frame.missing,
                        frame.unnamed));
    }

    private static String line(String colour, String points, String dash) {
        int width = new BigDecimal(points).multiply(BigDecimal.valueOf(POINT)).intValue();
        return LINE.formatted(width, colour, dash);
    }
}
