package org.kpisuite.reports.workbook;

import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.kpisuite.reports.chart.Picture;
import org.openxmlformats.schemas.drawingml.x2006.main.CTPositiveSize2D;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTMarker;

/** The organisation's logo on a sheet. */
final class Logo {
    private static final double WIDTH_MAX = 90;
    private static final double HEIGHT_MAX = 36;

    private Logo() {}

    /** From a corner on, of a size. */
    private static final class Sized extends XSSFClientAnchor {
        Sized(XSSFSheet sheet, CTMarker corner, CTPositiveSize2D size) {
            super(sheet, corner, size);
        }
    }

    /** With its upper left corner in that of a cell, as large as it is on paper; the columns must be as wide as they will be. */
    static void put(XSSFSheet sheet, Picture picture, int column, int row, String owner) {
        double scale = Math.min(WIDTH_MAX / picture.width(), HEIGHT_MAX / picture.height());
        CTMarker corner = CTMarker.Factory.newInstance();
        corner.setCol(column);
        corner.setColOff(0);
        corner.setRow(row);
        corner.setRowOff(0);
        CTPositiveSize2D size = CTPositiveSize2D.Factory.newInstance();
        size.setCx(Units.toEMU(picture.width() * scale));
        size.setCy(Units.toEMU(picture.height() * scale));
        XSSFWorkbook workbook = sheet.getWorkbook();
        int file = workbook.addPicture(picture.png(), XSSFWorkbook.PICTURE_TYPE_PNG);
        XSSFClientAnchor anchor = new Sized(sheet, corner, size);
        anchor.setAnchorType(ClientAnchor.AnchorType.MOVE_DONT_RESIZE);
        XSSFPicture logo = sheet.createDrawingPatriarch().createPicture(anchor, file);
        logo.getCTPicture().getNvPicPr().getCNvPr().setDescr(owner);
    }
}
