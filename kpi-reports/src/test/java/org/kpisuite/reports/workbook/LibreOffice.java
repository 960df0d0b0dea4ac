package org.kpisuite.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Another reader of workbooks, where it is installed: it recalculates and prints cells by their formats. */
public final class LibreOffice {
    /** Parted by tabs, UTF-8, numbers as an English reader sees them. */
    private static final String TEXT = "csv:Text - txt - csv (StarCalc):9,34,76,1,,1033";

    private static final long SECONDS_MAX = 240;

    private LibreOffice() {}

    private static boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(p -> Files.isExecutable(Path.of(p, "soffice")));
    }

    /** The cells of the first sheet as they are shown. */
    public static List<List<String>> firstSheet(byte[] workbook, Path folder) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(convert(workbook, TEXT, folder), StandardCharsets.UTF_8)) {
            lines.add(List.of(line.split("\t", -1)));
        }
        return lines;
    }

    /** Workbooks as it saves them after it computed every formula: stored results are taken away before. */
    public static Map<String, byte[]> recalculated(Map<String, byte[]> workbooks, Path folder) throws IOException {
        assumeTrue(isInstalled(), "soffice is not installed");
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
            Path file = folder.resolve(workbook.getKey() + ".xlsx");
            files.add(Files.write(file, withoutResults(workbook.getValue())));
        }
        run("xlsx:Calc MS Excel 2007 XML", files, folder);
        Map<String, byte[]> recalculated = new TreeMap<>();
        for (String name : workbooks.keySet()) {
            recalculated.put(name, Files.readAllBytes(folder.resolve("made").resolve(name + ".xlsx")));
        }
        return recalculated;
    }

    private static byte[] withoutResults(byte[] workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] part = in.readAllBytes();
                boolean sheet = entry.getName().startsWith("xl/worksheets/sheet");
                out.write(
                        sheet
                                ? new String(part, StandardCharsets.UTF_8)
                                        .replaceAll("</f><v>[^<]*</v>", "</f>")
                                        .getBytes(StandardCharsets.UTF_8)
                                : part);
            }
        }
        return bytes.toByteArray();
    }

    /** Skips the test where it is not installed. */
    public static Path convert(byte[] workbook, String target, Path folder) throws IOException {
        assumeTrue(isInstalled(), "soffice is not installed");
        Path file = Files.write(folder.resolve("workbook.xlsx"), workbook);
        run(target, List.of(file), folder);
        String extension = target.split(":", -1)[0].toLowerCase(Locale.ROOT);
        return folder.resolve("made").resolve("workbook." + extension);
    }

    private static void run(String target, List<Path> files, Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--convert-to",
                target,
                "--outdir",
                folder.resolve("made").toString()));
        files.forEach(f -> command.add(f.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("soffice.log").toFile())
                .start();
        try {
            assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            process.destroy();
            throw new IOException(e);
        }
    }
}
