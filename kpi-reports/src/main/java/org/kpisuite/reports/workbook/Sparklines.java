package org.kpisuite.reports.workbook;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTExtensionList;

/** Lines in cells of a sheet: an extension of the format that its model does not know, so it is written as it stands. */
final class Sparklines {
    private static final String LIST = "<ext uri=\"{05C60535-1F16-4fd2-B633-F4F36F0B64E0}\""
            + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\">"
            + "<x14:sparklineGroups xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\">"
            + "<x14:sparklineGroup displayEmptyCellsAs=\"gap\" last=\"1\" lineWeight=\"1.25\">"
            + "<x14:colorSeries rgb=\"FF%1$s\"/><x14:colorNegative rgb=\"FF%2$s\"/><x14:colorAxis rgb=\"FF%1$s\"/>"
            + "<x14:colorMarkers rgb=\"FF%1$s\"/><x14:colorFirst rgb=\"FF%1$s\"/><x14:colorLast rgb=\"FF%1$s\"/>"
            + "<x14:colorHigh rgb=\"FF%1$s\"/><x14:colorLow rgb=\"FF%1$s\"/>"
            + "<x14:sparklines>%3$s</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>";
    private static final String LINE = "<x14:sparkline><xm:f>%s</xm:f><xm:sqref>%s</xm:sqref></x14:sparkline>";

    private final List<String> lines = new ArrayList<>();

    /** A line of the numbers of a range, in a cell. */
    void add(String range, String cell) {
        lines.add(LINE.formatted(range, cell));
    }

    void write(XSSFSheet sheet) {
        if (lines.isEmpty()) {
            return;
        }
        String list = LIST.formatted(Look.DARK, Look.BAD, String.join("", lines));
        try {
            sheet.getCTWorksheet()
                    .setExtLst(CTExtensionList.Factory.parse("<xml-fragment>" + list + "</xml-fragment>"));
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }
}
