package org.kpisuite.reports.workbook;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlException;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTExtensionList;

/**
 * Small columns in cells of a sheet, from zero: an extension of the format that its model does not know, so it is written as
 * it stands.
 */
final class Sparklines {
    private static final String LIST = "<xml-fragment><ext uri=\"{05C60535-1F16-4fd2-B633-F4F36F0B64E0}\""
            + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\">"
            + "<x14:sparklineGroups xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\">%s"
            + "</x14:sparklineGroups></ext></xml-fragment>";
    private static final String GROUP = "<x14:sparklineGroup%1$s type=\"column\" displayEmptyCellsAs=\"gap\" last=\"1\""
            + " negative=\"1\"%2$s><x14:colorSeries rgb=\"FF%3$s\"/><x14:colorNegative rgb=\"FF%3$s\"/>"
            + "<x14:colorAxis rgb=\"FF%4$s\"/><x14:colorMarkers rgb=\"FF%4$s\"/><x14:colorFirst rgb=\"FF%4$s\"/>"
            + "<x14:colorLast rgb=\"FF%4$s\"/><x14:colorHigh rgb=\"FF%4$s\"/><x14:colorLow rgb=\"FF%4$s\"/>"
            + "<x14:sparklines>%5$s</x14:sparklines></x14:sparklineGroup>";
    private static final String LINE = "<x14:sparkline><xm:f>%s</xm:f><xm:sqref>%s</xm:sqref></x14:sparkline>";

    private final List<String> fromZero = new ArrayList<>();
    private final List<String> signed = new ArrayList<>();

    /** Columns of the trend of an item, in a cell. */
    void add(Scorecard scorecard, ScorecardItem item, String cell) {
        boolean negative = item.trend().stream()
                .anyMatch(p -> p.actual().usable().filter(v -> v.signum() < 0).isPresent());
        (negative ? signed : fromZero).add(LINE.formatted(TrendSheet.range(scorecard, item), cell));
    }

    void write(XSSFSheet sheet) {
        String groups = group(fromZero, " manualMin=\"0\"", " minAxisType=\"custom\"")
                + group(signed, "", " displayXAxis=\"1\"");
        if (groups.isEmpty()) {
            return;
        }
        try {
            sheet.getCTWorksheet().setExtLst(CTExtensionList.Factory.parse(LIST.formatted(groups)));
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String group(List<String> lines, String first, String last) {
        return lines.isEmpty() ? "" : GROUP.formatted(first, last, Look.PLAN_LINE, Look.DARK, String.join("", lines));
    }
}
