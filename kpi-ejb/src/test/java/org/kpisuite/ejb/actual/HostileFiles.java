package org.kpisuite.ejb.actual;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files made to harm, each by its name; made anew for each test, because nobody wants them lying about. */
final class HostileFiles {
    private static final String HEADER = "<row r='1'><c t='inlineStr'><is><t>a</t></is></c></row>";
    private static final int MIB = 1 << 20;

    private HostileFiles() {}

    static Path make(String name, Path folder) throws IOException {
        Path file = folder.resolve(name.replaceAll("\\W+", "-"));
        if (name.equals("zip of a directory of 600 MB")) {
            return largeDirectory(file);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            if (name.startsWith("xlsx ")) {
                out.write(workbook(name.substring(5)));
            } else if (name.startsWith("zip ")) {
                out.write(zip(name.substring(4)));
            } else if (name.startsWith("json ")) {
                json(name.substring(5), out);
            } else {
                bytes(name, out);
            }
        }
        return file;
    }

    private static byte[] workbook(String name) throws IOException {
        XlsxParts parts = new XlsxParts().sheet(HEADER);
        return switch (name) {
            case "sheet of 100 MB spaces" -> bloated("xl/worksheets/sheet1.xml", "<worksheet><sheetData>", 100);
            case "shared texts of 100 MB" -> bloated("xl/sharedStrings.xml", "<sst><si><t>", 100);
            case "styles of 100 MB" -> bloated("xl/styles.xml", "<styleSheet>", 100);
            case "entity bomb" ->
                parts.part("xl/worksheets/sheet1.xml", entityBomb()).bytes();
            case "external entity" ->
                parts.part(
                                "xl/worksheets/sheet1.xml",
                                "<!DOCTYPE worksheet [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row>"
                                        + "<c t='str'><v>&x;</v></c></row></sheetData></worksheet>")
                        .bytes();
            case "external entity in texts" ->
                parts.part(
                                "xl/sharedStrings.xml",
                                "<!DOCTYPE sst SYSTEM 'http://127.0.0.1:9/x.dtd'><sst><si><t>&x;</t></si></sst>")
                        .sheet(HEADER + "<row><c t='s'><v>0</v></c></row>")
                        .bytes();
            case "deep elements" ->
                parts.sheet(HEADER + "<row>" + "<x>".repeat(3 * MIB)).bytes();
            case "million columns" ->
                parts.sheet(HEADER + "<row>" + "<c><v>1</v></c>".repeat(MIB) + "</row>")
                        .bytes();
            case "far column" ->
                parts.sheet(HEADER + "<row><c r='ZZZZZZ1'><v>1</v></c></row>").bytes();
            case "endless column" ->
                parts.sheet(HEADER + "<row><c r='" + "Z".repeat(MIB) + "1'><v>1</v></c></row>")
                        .bytes();
            case "far row" ->
                parts.sheet(HEADER + "<row r='2000000000'><c><v>1</v></c></row>")
                        .bytes();
            case "row beyond numbers" ->
                parts.sheet(HEADER + "<row r='4294967297'><c><v>1</v></c></row>")
                        .bytes();
            case "cell of 30 MB" ->
                parts.sheet(HEADER + "<row><c t='inlineStr'><is><t>" + letters(30 * MIB) + "</t></is></c></row>")
                        .bytes();
            case "shared text of 30 MB" ->
                parts.texts("<si><t>" + letters(30 * MIB) + "</t></si>")
                        .sheet(HEADER + "<row><c t='s'><v>0</v></c></row>")
                        .bytes();
            case "text that is not there" ->
                parts.texts("<si><t>x</t></si>")
                        .sheet(HEADER + "<row><c t='s'><v>7</v></c></row>")
                        .bytes();
            case "negative text" ->
                parts.sheet(HEADER + "<row><c t='s'><v>-1</v></c></row>").bytes();
            case "200001 merges" ->
                parts.sheet(1, HEADER, "<mergeCell ref='A1:B2'/>".repeat(200_001))
                        .bytes();
            case "sheet outside" ->
                parts.part(
                                "xl/_rels/workbook.xml.rels",
                                "<Relationships><Relationship Id='s1' Type='x/worksheet' Target='../../../etc/passwd'/>"
                                        + "</Relationships>")
                        .bytes();
            case "sheets in a circle" ->
                parts.part(
                                "xl/_rels/workbook.xml.rels",
                                "<Relationships><Relationship Id='s1' Type='x/worksheet' Target='workbook.xml'/>"
                                        + "</Relationships>")
                        .bytes();
            case "cut short" -> Arrays.copyOf(parts.bytes(), parts.bytes().length / 2);
            case "cut in its sheet" ->
                parts.part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c><v>1")
                        .bytes();
            case "part twice" ->
                twice(parts.part("xl/worksheets/sheetX.xml", "<worksheet/>").bytes());
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Letters that hardly pack: their parts lie farther apart than packing looks back. */
    private static String letters(int count) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder(MIB);
        for (int i = 0; i < MIB; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString().repeat(count / MIB);
    }

    private static String entityBomb() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE worksheet [<!ENTITY e0 'lol'>");
        for (int i = 1; i < 10; i++) {
            bomb.append("<!ENTITY e%d '%s'>".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        }
        return bomb + "]><worksheet><sheetData><row><c t='str'><v>&e9;</v></c></row></sheetData></worksheet>";
    }

    /** The parts of a good workbook but one, which is of spaces. */
    private static byte[] bloated(String name, String begin, int mebibytes) throws IOException {
        XlsxParts parts = new XlsxParts()
                .sheet(HEADER + "<row><c t='s'><v>0</v></c></row>")
                .part(name, "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : parts.parts().entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getKey().equals(name)) {
                    zip.write(begin.getBytes(StandardCharsets.UTF_8));
                    byte[] spaces = " ".repeat(MIB).getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < mebibytes; i++) {
                        zip.write(spaces);
                    }
                } else {
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return out.toByteArray();
    }

    /** No program writes a part twice, so a name is changed in the bytes. */
    private static byte[] twice(byte[] zip) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        return text.replace("sheetX.xml", "sheet1.xml").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            int parts = name.equals("of 70000 parts") ? 70_000 : 1;
            for (int i = 0; i < parts; i++) {
                zip.putNextEntry(new ZipEntry(name.equals("of another office") ? "content.xml" : "part" + i));
                zip.write('x');
            }
        }
        if (name.equals("with padding")) {
            out.write(new byte[100]);
        }
        return out.toByteArray();
    }

    /**
     * An end record that points to 600 MB of directory, its comment a second one of small numbers: which of the two is
     * believed is for the reader to say.
     */
    private static Path largeDirectory(Path file) throws IOException {
        try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "rw")) {
            zip.write("PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1));
            zip.seek(600L * MIB);
            zip.write(end(1, 600 * MIB, 22));
            zip.write(end(1, 46, 7));
        }
        return file;
    }

    private static byte[] end(int parts, int directoryLength, int commentLength) {
        return ByteBuffer.allocate(22)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, 0x06054b50)
                .putShort(8, (short) parts)
                .putShort(10, (short) parts)
                .putInt(12, directoryLength)
                .putInt(16, 0)
                .putShort(20, (short) commentLength)
                .array();
    }

    private static void json(String name, OutputStream out) throws IOException {
        String begin = "{\"schema\":\"kpi-import/1\",\"rows\":[{\"unit\":";
        String text =
                switch (name) {
                    case "deep arrays" -> begin + "[".repeat(MIB);
                    case "deep objects" -> begin + "{\"a\":".repeat(MIB);
                    case "million columns" -> begin + "1" + columns() + "}]}";
                    case "text of 30 MB" -> begin + "\"" + letters(30 * MIB) + "\"}]}";
                    case "name of 30 MB" -> begin + "1,\"" + letters(30 * MIB) + "\":1}]}";
                    case "number of 30 MB" -> begin + "1".repeat(30 * MIB) + "}]}";
                    case "row of 2 MB" -> begin + "1" + (",\"x\":\"" + "y".repeat(1000) + "\"").repeat(2_000) + "}]}";
                    case "with NUL" -> begin + "\"A\\u0000\"}]}";
                    case "cut short" -> begin + "\"SALES\"";
                    case "list of rows" -> "[ {\"unit\":1}]";
                    case "two documents" -> begin + "1}]}{}";
                    case "no rows" -> "{\"schema\":\"kpi-import/1\",\"rows\":[]}";
                    case "other schema" -> "{\"schema\":\"kpi-import/2\",\"rows\":[{\"unit\":1}]}";
                    case "unknown field" -> "{\"schema\":\"kpi-import/1\",\"polcy\":1,\"rows\":[{\"unit\":1}]}";
                    case "numbers for rows" -> "{\"schema\":\"kpi-import/1\",\"rows\":[1,2]}";
                    default -> throw new IllegalArgumentException(name);
                };
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String columns() {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < MIB; i++) {
            columns.append(",\"c").append(i).append("\":1");
        }
        return columns.toString();
    }

    private static void bytes(String name, OutputStream out) throws IOException {
        switch (name) {
            case "csv of a million columns" -> out.write(",".repeat(MIB).getBytes(StandardCharsets.UTF_8));
            case "csv with a cell of 30 MB" ->
                out.write(("a,b\n1," + letters(30 * MIB)).getBytes(StandardCharsets.UTF_8));
            case "csv with an endless quote" ->
                out.write(("a,b\n1,\"" + "x\n".repeat(15 * MIB)).getBytes(StandardCharsets.UTF_8));
            case "csv with NUL" -> out.write("a,b\n1,\0\n".getBytes(StandardCharsets.UTF_8));
            case "random bytes" -> {
                byte[] random = new byte[MIB];
                new Random(1).nextBytes(random);
                out.write(random);
            }
            case "old workbook" -> out.write(ole("Workbook"));
            case "encrypted workbook" -> out.write(ole("EncryptedPackage"));
            case "web page" -> out.write("<html><table><tr><td>unit".getBytes(StandardCharsets.UTF_8));
            case "pdf" -> out.write("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8));
            case "packed twice" -> {
                try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                    gzip.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
                }
            }
            case "utf-16" -> out.write("\ufeffa\tb\n1\t2\n".getBytes(StandardCharsets.UTF_16LE));
            case "nothing" -> out.flush();
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static byte[] ole(String stream) {
        byte[] bytes = new byte[4096];
        byte[] magic = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(magic, 0, bytes, 0, magic.length);
        System.arraycopy(name, 0, bytes, 1024, name.length);
        return bytes;
    }
}
