package org.kpisuite.reports.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipOutputStream;
import javax.xml.namespace.QName;
import org.apache.poi.ooxml.POIXMLTypeLoader;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/** A sheet whose rows go straight into the archive, below the head that it has already: a million needs no memory. */
final class StreamedSheet {
    private static final String ROWS_END = "</sheetData>";

    private final XSSFSheet sheet;

    StreamedSheet(XSSFSheet sheet) {
        this.sheet = sheet;
    }

    /** Writes rows to a stream. */
    interface Rows {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The name of its entry in the archive. */
    String entry() {
        return sheet.getPackagePart().getPartName().getName().substring(1);
    }

    /** Writes its entry. How far the rows go is not known before they were written, so the sheet does not say it. */
    void write(ZipOutputStream zip, Rows rows) throws IOException {
        byte[] xml = xml();
        int cut = new String(xml, StandardCharsets.ISO_8859_1).indexOf(ROWS_END);
        zip.putNextEntry(StableZip.entry(entry()));
        zip.write(xml, 0, cut);
        rows.writeTo(zip);
        zip.write(xml, cut, xml.length - cut);
        zip.closeEntry();
    }

    private byte[] xml() throws IOException {
        CTWorksheet worksheet = sheet.getCTWorksheet();
        if (worksheet.isSetDimension()) {
            worksheet.unsetDimension();
        }
        XmlOptions options = new XmlOptions(POIXMLTypeLoader.DEFAULT_XML_OPTIONS);
        options.setSaveSyntheticDocumentElement(
                new QName(CTWorksheet.type.getName().getNamespaceURI(), "worksheet"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        worksheet.save(out, options);
        return out.toByteArray();
    }
}
