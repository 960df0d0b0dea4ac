package org.kpisuite.reports.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipOutputStream;
import javax.xml.namespace.QName;
import org.apache.poi.ooxml.POIXMLTypeLoader;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlOptions;
import org.kpisuite.reports.archive.StableZip;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/** A sheet whose rows go straight into the archive, below the head that it has already: a million needs no memory. */
final class StreamedSheet {
    private static final String ROWS_END = "</sheetData>";

    private final XSSFSheet sheet;

    StreamedSheet(XSSFSheet sheet) {
        this.sheet = sheet;
    }

    /** Its entry while its rows are written to the archive. */
    static final class Open {
        private final ZipOutputStream zip;
        private final byte[] tail;

        private Open(ZipOutputStream zip, byte[] tail) {
            this.zip = zip;
            this.tail = tail;
        }

        /** After the last row. */
        void close() throws IOException {
            zip.write(tail);
            zip.closeEntry();
        }
    }

    /** The name of its entry in the archive. */
    String entry() {
        return sheet.getPackagePart().getPartName().getName().substring(1);
    }

    /** Begins its entry. How far the rows go is not known before they are written, so the sheet does not say it. */
    Open open(ZipOutputStream zip) throws IOException {
        byte[] xml = xml();
        int cut = new String(xml, StandardCharsets.ISO_8859_1).indexOf(ROWS_END);
        zip.putNextEntry(StableZip.entry(entry()));
        zip.write(xml, 0, cut);
        return new Open(zip, Arrays.copyOfRange(xml, cut, xml.length));
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
