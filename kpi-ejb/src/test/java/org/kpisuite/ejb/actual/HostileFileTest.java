package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.fasterxml.jackson.core.JsonFactory;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.codehaus.stax2.XMLStreamReader2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.failure.KpiException;

/** Files made to harm: each is refused with a code within five seconds, by a process that has 64 MB of heap. */
class HostileFileTest {
    private static final long MILLIS_MAX = 5_000;

    private static final List<String> TABLE = """
            xlsx sheet of 100 MB spaces     | E-LIMIT
            xlsx shared texts of 100 MB     | E-LIMIT
            xlsx styles of 100 MB           | E-LIMIT
            xlsx entity bomb                | E-FILE-FORMAT FILE-DOCTYPE
            xlsx external entity            | E-FILE-FORMAT FILE-DOCTYPE
            xlsx external entity in texts   | E-FILE-FORMAT FILE-DOCTYPE
            xlsx deep elements              | E-LIMIT
            xlsx million columns            | E-LIMIT
            xlsx far column                 | E-FILE-FORMAT FILE-DAMAGED
            xlsx endless column             | E-FILE-FORMAT FILE-DAMAGED
            xlsx far row                    | E-LIMIT
            xlsx row beyond numbers         | E-FILE-FORMAT FILE-DAMAGED
            xlsx cell of 30 MB              | E-LIMIT
            xlsx shared text of 30 MB       | E-LIMIT
            xlsx text that is not there     | E-FILE-FORMAT FILE-DAMAGED
            xlsx negative text              | E-FILE-FORMAT FILE-DAMAGED
            xlsx 200001 merges              | E-LIMIT
            xlsx sheet outside              | E-FILE-FORMAT FILE-DAMAGED
            xlsx sheets in a circle         | E-FILE-EMPTY
            xlsx cut short                  | E-FILE-FORMAT FILE-DAMAGED
            xlsx cut in its sheet           | E-FILE-FORMAT FILE-DAMAGED
            xlsx part twice                 | E-FILE-FORMAT FILE-PARTS
            zip of 70000 parts              | E-LIMIT
            zip of a directory of 600 MB    | E-FILE-FORMAT FILE-DAMAGED
            zip with padding                | E-FILE-FORMAT FILE-DAMAGED
            zip of another office           | E-FILE-FORMAT FILE-ZIP
            json deep arrays                | E-LIMIT
            json deep objects               | E-LIMIT
            json million columns            | E-LIMIT
            json text of 30 MB              | E-LIMIT
            json name of 30 MB              | E-LIMIT
            json number of 30 MB            | E-LIMIT
            json row of 2 MB                | E-LIMIT
            json cut short                  | E-FILE-FORMAT FILE-JSON
            json list of rows               | E-FILE-FORMAT FILE-JSON
            json two documents              | E-FILE-FORMAT FILE-JSON
            json no rows                    | E-FILE-EMPTY
            json other schema               | E-FIELD-VALUE schema
            json unknown field              | E-FIELD-UNKNOWN polcy
            json numbers for rows           | E-FILE-FORMAT FILE-JSON
            csv of a million columns        | E-LIMIT
            csv with a cell of 30 MB        | E-LIMIT
            csv with an endless quote       | E-LIMIT
            csv with NUL                    | E-FILE-FORMAT FILE-NUL
            json with NUL                   | E-FILE-FORMAT FILE-NUL
            random bytes                    | E-ENCODING
            old workbook                    | E-FILE-FORMAT FILE-XLS
            encrypted workbook              | E-FILE-FORMAT FILE-ENCRYPTED
            web page                        | E-FILE-FORMAT FILE-MARKUP
            pdf                             | E-FILE-FORMAT FILE-PDF
            packed twice                    | E-FILE-FORMAT FILE-BINARY
            utf-16                          | E-ENCODING
            nothing                         | E-FILE-EMPTY
            """.lines().toList();

    @TempDir
    Path folder;

    @Test
    void hostileFile_isRefused_quickly_inLittleHeap() throws Exception {
        List<String> files = new ArrayList<>();
        for (String line : TABLE) {
            files.add(
                    HostileFiles.make(line.split("\\|", -1)[0].strip(), folder).toString());
        }
        List<String> outcomes = read(files);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < TABLE.size(); i++) {
            String expected = TABLE.get(i).split("\\|", -1)[1].strip();
            String[] outcome = i < outcomes.size() ? outcomes.get(i).split("\t", -1) : new String[] {"no answer", "0"};
            if (!outcome[0].startsWith(expected) || Long.parseLong(outcome[1]) > MILLIS_MAX) {
                wrong.add(TABLE.get(i) + " was " + String.join(" ", outcome));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A process of its own, so that what it holds can be bounded and a lack of memory be seen. */
    private List<String> read(List<String> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                HostileReader.class.getName()));
        command.addAll(files);
        Path answers = folder.resolve("answers");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(answers.toFile())
                .start();
        assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(answers);
    }

    /** Of what the reader needs, wherever this process has it from. */
    private static String classPath() {
        return Stream.of(
                        HostileReader.class,
                        TableFile.class,
                        KpiException.class,
                        CsvReader.class,
                        InputFactoryImpl.class,
                        XMLStreamReader2.class,
                        JsonFactory.class)
                .map(c -> Path.of(URI.create(c.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            54764.xlsx        | E-FILE-FORMAT
            poc-xmlbomb.xlsx  | E-FILE-FORMAT
            csv_injection.txt | ''
            """)
    void knownAttack_isRefused_orMereText(String name, String code) throws IOException {
        ReadTable table = ReadTable.of(SharedFiles.folder("malicious").resolve(name));
        assertThat(table.refused().replaceAll("@.*", "")).isEqualTo(code);
    }

    @Test
    void bodyThatIsPacked_isUnpacked_andCountsAsTheSameFile() throws IOException {
        byte[] plain = "unit,value\nA,1\n".getBytes(StandardCharsets.UTF_8);
        try (Upload packed = Upload.receive(new ByteArrayInputStream(packed(plain)), folder);
                Upload given = Upload.receive(new ByteArrayInputStream(plain), folder)) {
            assertThat(packed.sha256()).isEqualTo(given.sha256());
            assertThat(Files.readAllBytes(packed.file())).isEqualTo(plain);
        }
    }

    @Test
    void packedBomb_isRefused_andLeavesNothing() throws IOException {
        byte[] bomb = packed(new byte[70 << 20]);
        assertThatThrownBy(() -> Upload.receive(new ByteArrayInputStream(bomb), folder))
                .isInstanceOf(KpiException.class)
                .hasMessageContaining("E-LIMIT");
        byte[] half = Arrays.copyOf(bomb, bomb.length / 4);
        assertThatThrownBy(() -> Upload.receive(new ByteArrayInputStream(half), folder))
                .isInstanceOf(KpiException.class)
                .hasMessageContaining("E-FILE-FORMAT");
        assertThat(folder.toFile().list()).isEmpty();
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    /** Whatever is changed in a good file, the answer is a table or a refusal, never anything else. */
    @Test
    void damagedFile_isReadOrRefused() throws IOException {
        String row = "<row><c t='s'><v>0</v></c><c s='1'><v>46300</v></c></row>";
        byte[] book = new XlsxParts()
                .formats("0%", "dd.mm.yyyy")
                .texts("<si><t>unit</t></si>")
                .sheet(1, row.repeat(20), "<mergeCells><mergeCell ref='A3:B4'/></mergeCells>")
                .bytes();
        byte[] json =
                "{\"schema\":\"kpi-import/1\",\"rows\":[{\"unit\":\"A\",\"value\":1.5,\"dims\":{\"channel\":null}}]}"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] text = "unit;value\r\n\"a;b\";1\r\nя;2\r\n".getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20261005);
        for (int i = 0; i < 1_500; i++) {
            byte[] damaged = List.of(book, json, text).get(i % 3).clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("damaged"), Arrays.copyOf(damaged, damaged.length - i % 7));
            ReadTable table = ReadTable.of(file);
            assertThat(table.header() != null || !table.refused().isEmpty()).isTrue();
        }
    }
}
