package org.kpisuite.ejb.actual;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook of parts written by hand, so that it can be what no program would write. */
final class XlsxParts {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String RELATIONS =
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";

    private final Map<String, String> parts = new LinkedHashMap<>();

    XlsxParts() {
        part("_rels/.rels", RELATIONS + relation("r", "officeDocument", "xl/workbook.xml") + "</Relationships>");
        part(
                "xl/_rels/workbook.xml.rels",
                RELATIONS
                        + relation("s1", "worksheet", "worksheets/sheet1.xml")
                        + relation("s2", "worksheet", "/xl/worksheets/sheet2.xml")
                        + relation("t", "sharedStrings", "sharedStrings.xml")
                        + relation("f", "styles", "styles.xml")
                        + "</Relationships>");
        workbook("", "");
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id='%s' Type='%s/%s' Target='%s'/>".formatted(id, OFFICE, type, target);
    }

    XlsxParts part(String name, String xml) {
        parts.put(name, xml);
        return this;
    }

    XlsxParts workbook(String properties, String stateOfFirst) {
        return part(
                "xl/workbook.xml",
                ("<workbook xmlns='" + MAIN + "' xmlns:r='" + OFFICE + "'><workbookPr " + properties + "/><sheets>"
                        + "<sheet name='Данные' sheetId='1' r:id='s1' " + stateOfFirst + "/>"
                        + "<sheet name='Second' sheetId='2' r:id='s2'/></sheets></workbook>"));
    }

    XlsxParts sheet(String rows) {
        return sheet(1, rows, "");
    }

    XlsxParts sheet(int number, String rows, String after) {
        return part(
                "xl/worksheets/sheet" + number + ".xml",
                "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
    }

    XlsxParts texts(String items) {
        return part("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'>" + items + "</sst>");
    }

    /** Formats of cells by their codes: the style of a cell is the place of its code. */
    XlsxParts formats(String... codes) {
        StringBuilder formats = new StringBuilder();
        StringBuilder styles = new StringBuilder();
        for (int i = 0; i < codes.length; i++) {
            String code = codes[i].replace("&", "&amp;").replace("'", "&apos;").replace("<", "&lt;");
            formats.append("<numFmt numFmtId='%d' formatCode='%s'/>".formatted(200 + i, code));
            styles.append("<xf numFmtId='%d'/>".formatted(200 + i));
        }
        return part(
                "xl/styles.xml",
                "<styleSheet xmlns='" + MAIN + "'><numFmts>" + formats + "</numFmts><cellStyleXfs><xf numFmtId='14'/>"
                        + "</cellStyleXfs><cellXfs>" + styles + "</cellXfs></styleSheet>");
    }

    Map<String, String> parts() {
        return parts;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out);
        return out.toByteArray();
    }

    Path file(Path folder) throws IOException {
        return Files.write(Files.createTempFile(folder, "book", ".csv"), bytes());
    }

    private void write(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
