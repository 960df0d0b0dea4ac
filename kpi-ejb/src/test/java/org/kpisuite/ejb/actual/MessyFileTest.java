package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.actual.ColumnName;
import org.kpisuite.domain.actual.FileLayout;

/**
 * Files as they come: each reads as its clean version, or is refused, and the table says which of the two. The layouts are
 * the standard one, and those that a profile would state.
 */
class MessyFileTest {
    private static final FileLayout STANDARD = FileLayout.standard();

    private static FileLayout layout(String name) {
        return switch (name) {
            case "standard" -> STANDARD;
            case "spaces" -> new FileLayout("UTF-8", ' ', '"', 0, null, 1, null, false);
            case "apostrophes" -> new FileLayout("UTF-8", null, '\'', 0, null, 1, null, false);
            case "preamble 2" -> new FileLayout("UTF-8", null, '"', 2, null, 1, null, false);
            case "header 2" -> new FileLayout("UTF-8", null, '"', 0, null, 2, null, false);
            case "header 3" -> new FileLayout("UTF-8", null, '"', 0, null, 3, null, false);
            case "holds DATE" -> new FileLayout("UTF-8", null, '"', 0, ColumnName.of("date"), 1, null, false);
            case "windows-1251" -> new FileLayout("windows-1251", null, '"', 0, null, 1, null, false);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The first column says as what: CLEAN, or the code of the refusal and where it is first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            double_trailing_newline    | standard    | CLEAN
            escape_char_0x00           | standard    | E-FILE-FORMAT@11
            escape_char_0x5C           | standard    | E-FILE-FORMAT@11
            field_delimiter_0x20       | standard    | E-ROW-WIDTH@3
            field_delimiter_0x20       | spaces      | E-ROW-WIDTH@2
            field_delimiter_0x2C_0x20  | standard    | E-ROW-WIDTH@3
            field_delimiter_0x3B       | standard    | CLEAN
            field_delimiter_0x9        | standard    | CLEAN
            header_multirow_2          | header 2    | CLEAN
            header_multirow_3          | header 3    | CLEAN
            header_only                | standard    | E-FILE-EMPTY@2
            multitable_less            | standard    | E-ROW-WIDTH@85
            multitable_more            | standard    | E-ROW-WIDTH@85
            multitable_same            | standard    | E-FILE-FORMAT@106
            no_header                  | holds DATE  | E-COL-MISSING@84
            no_payload                 | standard    | E-FILE-EMPTY@1
            no_trailing_newline        | standard    | CLEAN
            one_data_row               | standard    | CLEAN
            preamble                   | preamble 2  | CLEAN
            preamble                   | holds DATE  | CLEAN
            quotation_char_0x27        | standard    | E-ROW-WIDTH@3
            quotation_char_0x27        | apostrophes | E-FILE-FORMAT@3
            record_delimiter_0xA       | standard    | CLEAN
            record_delimiter_0xD       | standard    | CLEAN
            """)
    void pollutedFile_readsAsItsCleanVersion_orIsRefused(String name, String layout, String expected)
            throws IOException {
        Path messy = SharedFiles.folder("messy");
        Path file = messy.resolve("pollock/file_" + name + ".csv");
        ReadTable table = ReadTable.of(file, layout(layout));
        if (expected.equals("CLEAN")) {
            assertThat(table.refused() + table.remarks()).isEmpty();
            assertThat(table.texts())
                    .isEqualTo(ReadTable.of(messy.resolve("pollock_clean/file_" + name + ".csv"))
                            .texts());
        } else {
            String all = (table.remarks() + " " + table.refused()).strip();
            assertThat(all.split(" ", -1)[0]).isEqualTo(expected);
        }
    }

    @Test
    void tableOfPollutedFiles_isWhole() throws IOException {
        try (Stream<Path> files = Files.list(SharedFiles.folder("messy/pollock"))) {
            assertThat(files).hasSize(21);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comma_in_quotes",
                "empty",
                "empty_crlf",
                "escaped_quotes",
                "json",
                "newlines",
                "newlines_crlf",
                "quotes_and_newlines",
                "simple",
                "simple_crlf",
                "utf8"
            })
    void spectrumOfCsv_readsAsItsJson(String name) throws IOException {
        Path folder = SharedFiles.folder("messy/csv_spectrum");
        ReadTable table = ReadTable.of(folder.resolve("csvs/" + name + ".csv"));
        List<List<String>> expected = new ArrayList<>();
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(folder.resolve("json/" + name + ".json")))) {
            for (JsonObject row : reader.readArray().getValuesAs(JsonObject.class)) {
                if (expected.isEmpty()) {
                    expected.add(List.copyOf(row.keySet()));
                }
                expected.add(row.values().stream()
                        .map(v -> ((JsonString) v).getString())
                        .toList());
            }
        }
        assertThat(table.refused()).isEmpty();
        assertThat(table.texts()).isEqualTo(expected);
    }

    @Test
    void quotationMarkInsideOfAField_isText() throws IOException {
        Path file = SharedFiles.folder("messy/csv_spectrum/csvs/location_coordinates.csv");
        assertThat(ReadTable.of(file).row(2))
                .isEqualTo("2095257564|37\ufffd36'37.8\"N 121\ufffd2'17.9\"W|Modesto|Stanislaus");
    }

    @Test
    void russianRegisters_readInTheirEncodings_andAreRefusedInAnother() throws IOException {
        Path folder = SharedFiles.folder("messy/ru");
        ReadTable tabs = ReadTable.of(folder.resolve("ru_utf8_tab.csv"));
        assertThat(tabs.header().width()).isEqualTo(10);
        assertThat(tabs.rows().get(0).text(2)).startsWith("Реестр соглашений");
        // Its rows have eight fields under a header of ten, each followed by a line with nothing but a carriage return.
        assertThat(tabs.remarks()).startsWith("E-ROW-WIDTH@3 E-ROW-WIDTH@5 E-ROW-WIDTH@7");
        ReadTable commas = ReadTable.of(folder.resolve("ru_cp1251_comma.csv"), layout("windows-1251"));
        assertThat(commas.refused() + commas.remarks()).isEmpty();
        assertThat(commas.rows().get(0).text(2))
                .isEqualTo("Общество с ограниченной ответственностью «Программные технологии»");
        assertThat(ReadTable.of(folder.resolve("ru_cp1251_comma.csv")).refused())
                .isEqualTo("E-ENCODING@3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1904_1900                 | 2    | 11=11;1900-01-11=D;1900-01-11;1900-01-11 W-XLSX-FORMULA
            1904_1904                 | 2    | 11=11;1904-01-12=D;1904-01-12;1904-01-12 W-XLSX-FORMULA
            ErrorTypes                | 3    | #DIV/0!=E-XLSX-ERROR;#DIV/0!=E-XLSX-ERROR;#DIV/0?;#DIV/0;2=2;2=2;16=16;TRUE;FALSE;FALSE W-XLSX-FORMULA
            ExcelPivotTableSample     | 2    | a;1=1;2022-01-01=D;;x;11=11;2022-11-11=D
            InlineStrings             | 2    | 12=12;A;1st Inline String;12=12 W-XLSX-FORMULA
            MalformedSSTCount         | 3    | 23=23;24=24;2=2;1=1
            SampleSS.strict           | 4    | This one is red
            SampleSS                  | 4    | This one is red
            SimpleStrict              | 2    | test 2;;2=2
            decimal-format            | 2    | 1.004=1.004
            issue                     | 2    | 10=10;;;1=1;PC;test;;;testtest;;;;;;;test
            merge_cells               | 3    | A3:B3;;C3; E-XLSX-MERGED
            minimal_112               | 2    | 123=123;1.23=1.23
            minimal_112               | 3    | TRUE;12.3%=0.123%
            sample.strict             | 2    | ipsum;222=222
            sample                    | 2    | ipsum;222=222
            shared_formulas           | 3    | RequiredAcceptanceDate W-XLSX-FORMULA
            simple-table-named-range  | 4    | ;1=1;2=2;3=3
            simple-table-named-range  | 7    | ;9=9;; W-XLSX-FORMULA
            unicodeSheetName          | 2    | 2=2
            """)
    void workbook_readsRow(String name, int row, String expected) throws IOException {
        Path file = SharedFiles.folder("messy/xlsx").resolve(name + ".xlsx");
        String read = ReadTable.of(file).row(row).replaceAll("@\\d+(:[^ ]*)?( \\S*)?.*", "");
        assertThat(read.replace('|', ';')).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1904DateWindowing.xls                        | E-FILE-FORMAT |
            DateFormats.xls                              | E-FILE-FORMAT |
            InlineString.xlsx                            | E-FILE-EMPTY  | 😜more text
            TwoSheetsNoneHidden.xlsx                     | E-FILE-EMPTY  | Sheet1A1
            TwoSheetsOneHidden.xlsx                      | E-FILE-EMPTY  | Sheet2A1
            formula-eval.xlsx                            | E-FILE-EMPTY  | 1
            noSharedStringTable.xlsx                     | E-FILE-EMPTY  | 2006-04-12
            sheetProtection_not_protected.xlsx           | E-FILE-EMPTY  | locked cell
            workbookProtection-workbook_password-2013.xlsx | E-FILE-EMPTY | testcontent
            """)
    void workbookWithoutRows_isRefused_itsHeaderRead(String name, String code, String first) throws IOException {
        ReadTable table = ReadTable.of(SharedFiles.folder("messy/xlsx").resolve(name));
        assertThat(table.refused()).isEqualTo(code);
        assertThat(table.header() == null ? null : table.header().text(0)).isEqualTo(first);
    }

    /** Whatever a workbook holds, it is read or refused with a code. */
    @Test
    void everyWorkbook_isReadOrRefused() throws IOException {
        List<String> broken = new ArrayList<>();
        try (Stream<Path> files = Files.list(SharedFiles.folder("messy/xlsx"))) {
            for (Path file : files.filter(f -> f.toString().contains(".xls")).toList()) {
                ReadTable table = ReadTable.of(file);
                boolean known = table.refused().isEmpty() || table.refused().matches("E-FILE-(EMPTY|FORMAT)");
                if (!known || (table.refused().isEmpty() && table.rows().isEmpty())) {
                    broken.add(file.getFileName() + " " + table.refused());
                }
            }
        }
        assertThat(broken).isEmpty();
    }
}
