package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.it.path.Company.ok;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/**
 * Files made to harm, sent to the server with its half gigabyte of heap: to be imported, by a profile, and as samples. Each is
 * refused with a code within five seconds, and an honest file is read after them. None is so long that it is not waited for.
 * By itself, for nothing else may take the seconds.
 */
@Isolated
class HostileFilesIT {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
    private static final int MEBIBYTE = 1 << 20;
    private static final String JSON = "{\"schema\":\"kpi-import/1\",\"rows\":[{\"unit\":";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Company company = new Company(RunningSuite.shared());
    private final ApiClient controller = company.as("controller");

    private static Map<String, byte[]> files() throws IOException {
        byte[] random = new byte[MEBIBYTE];
        new Random(1).nextBytes(random);
        byte[] letters = letters(15);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("sheet of 100 MB", book("<worksheet><sheetData>" + " ".repeat(100 * MEBIBYTE)));
        files.put("deep elements", book("<worksheet><sheetData><row>" + "<x>".repeat(3 * MEBIBYTE)));
        files.put("million cells in a row", book("<worksheet><sheetData><row>" + "<c><v>1</v></c>".repeat(MEBIBYTE)));
        files.put(
                "external entity",
                book("<!DOCTYPE worksheet [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row>"
                        + "<c t='str'><v>&x;</v></c></row></sheetData></worksheet>"));
        files.put("many merges", book("<worksheet>" + "<mergeCell ref='A1:B2'/>".repeat(200_001) + "</worksheet>"));
        files.put("cut short", Arrays.copyOf(book("<worksheet/>"), 300));
        files.put("deep arrays", text(JSON + "[".repeat(MEBIBYTE)));
        files.put("deep objects", text(JSON + "{\"a\":".repeat(MEBIBYTE)));
        files.put("million names", text(JSON + "1" + names(MEBIBYTE, i -> ",\"c" + i + "\":1") + "}]}"));
        files.put("text of 15 MB", joined(text(JSON + "\""), letters, text("\"}]}")));
        files.put("number of 15 MB", text(JSON + "1".repeat(15 * MEBIBYTE) + "}]}"));
        files.put("cell of 15 MB", joined(text("unit,value\n1,"), letters));
        files.put("endless quote", text("unit,value\n1,\"" + "x\n".repeat(7 * MEBIBYTE)));
        files.put("million columns", text(",".repeat(MEBIBYTE)));
        files.put("ten thousand columns", text("Unit,Measure" + names(9_998, i -> ",2026-09") + "\nA,LEADS\n"));
        files.put("NUL", text("unit,value\n1,\0\n"));
        files.put("random", random);
        files.put("old workbook", joined(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, new byte[4096]));
        files.put("web page", text("<html><table><tr><td>unit"));
        files.put("two bytes a letter", "\ufeffunit,value\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
        files.put("nothing", new byte[0]);
        return files;
    }

    @Test
    void hostileFiles_areRefusedAtOnce_whateverTheyAreSentFor() throws IOException {
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            for (String profile : new String[] {"", "profile=months&"}) {
                HttpResponse<String> answer =
                        quick(file.getKey(), "/api/imports?" + profile + "dryRun=true", file.getValue());
                assertThat(answer.statusCode())
                        .as(file.getKey() + " " + answer.body())
                        .isIn(413, 422);
                assertThat(answer.body())
                        .as(file.getKey())
                        .containsPattern("E-(FILE-FORMAT|FILE-EMPTY|LIMIT|ENCODING|COL-MISSING|ROW-WIDTH)");
            }
            HttpResponse<String> sample = quick(file.getKey(), "/api/import-profiles/guess", file.getValue());
            assertThat(sample.statusCode())
                    .as(file.getKey() + " " + sample.body())
                    .isIn(200, 413, 422);
        }
        String honest = "unit,measure,period,value\n" + company.department() + ",LEADS,2026-10-05,21\n";
        assertThat(ok(controller.post("/api/imports", "text/csv", honest)).getString("state"))
                .isEqualTo("APPLIED");
    }

    private HttpResponse<String> quick(String what, String path, byte[] file) {
        long begin = System.nanoTime();
        HttpResponse<String> answer =
                controller.post(path, "application/octet-stream", BodyPublishers.ofByteArray(file));
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as(what + " to " + path)
                .isLessThan(ANSWER_MAX);
        return answer;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String names(int count, IntFunction<String> name) {
        return IntStream.range(0, count).mapToObj(name).collect(Collectors.joining());
    }

    private static byte[] letters(int mebibytes) {
        byte[] letters = new byte[mebibytes * MEBIBYTE];
        Random random = new Random(7);
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) ('a' + random.nextInt(26));
        }
        return letters;
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.write(part);
        }
        return out.toByteArray();
    }

    /** A workbook of one sheet. */
    private static byte[] book(String sheet) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
        parts.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r='" + RELATIONS
                        + "'><sheets><sheet name='a' sheetId='1' r:id='r1'/></sheets></workbook>");
        parts.put("xl/worksheets/sheet1.xml", sheet);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(text(part.getValue()));
            }
        }
        return out.toByteArray();
    }

    private static String relation(String type, String target) {
        return "<Relationships><Relationship Id='r1' Type='" + RELATIONS + "/" + type + "' Target='" + target
                + "'/></Relationships>";
    }
}
