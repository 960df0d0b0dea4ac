package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.actual.FileLayout;

/** What the cells of a workbook are read as. The files are named .csv: what they are, their bytes say. */
class XlsxFileTest {
    private static final String HEADER =
            "<row r='1'><c t='inlineStr'><is><t>a</t></is></c>" + "<c t='inlineStr'><is><t>b</t></is></c></row>";

    @TempDir
    Path folder;

    private static String text(String text) {
        return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    private ReadTable read(XlsxParts parts) throws IOException {
        return ReadTable.of(parts.file(folder));
    }

    private ReadTable read(XlsxParts parts, String sheet, int headerRows, boolean monthDates) throws IOException {
        return ReadTable.of(
                parts.file(folder), new FileLayout("UTF-8", null, '"', 0, null, headerRows, sheet, monthDates));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <c r='A2'><v>1.234</v></c>                                  | 1.234=1.234
            <c r='A2'><v>1234</v></c>                                   | 1234=1234
            <c r='A2'><v>0.17799999999999999</v></c>                    | 0.178=0.178
            <c r='A2'><v>1.1000000000000001</v></c>                     | 1.1=1.1
            <c r='A2'><v>-2.2250000000000001E-2</v></c>                 | -0.02225=-0.02225
            <c r='A2'><v>1.5E+6</v></c>                                 | 1500000=1500000
            <c r='A2'><v>123456789012.34</v></c>                        | 123456789012.34=123456789012.34
            <c r='A2' s='1'><v>0.125</v></c>                            | 12.5%=0.125%
            <c r='A2' s='1'><v>0.28999999999999998</v></c>              | 29%=0.29%
            <c r='A2' s='2'><v>46300</v></c>                            | 2026-10-05=D
            <c r='A2' s='3'><v>46296</v></c>                            | 2026-10-01=D
            <c r='A2' s='2'><v>46300.5</v></c>                          | 2026-10-05T12:00:00=D
            <c r='A2' s='2'><v>46300.999999</v></c>                     | 2026-10-06=D
            <c r='A2' s='2'><v>59</v></c>                               | 1900-02-28=D
            <c r='A2' s='2'><v>61</v></c>                               | 1900-03-01=D
            <c r='A2' s='2'><v>60</v></c>                               | 60=60
            <c r='A2' s='2'><v>-1</v></c>                               | -1=-1
            <c r='A2' s='4'><v>1.5</v></c>                              | 36:00:00
            <c r='A2' s='5'><v>1000</v></c>                             | 1000=1000
            <c r='A2' t='d'><v>2026-10-05</v></c>                       | 2026-10-05=D
            <c r='A2' t='d'><v>2026-10-05T00:00:00</v></c>              | 2026-10-05=D
            <c r='A2' t='d'><v>2026-10-05T09:30:00Z</v></c>             | 2026-10-05T09:30:00=D
            <c r='A2' t='d'><v>2026-02-30</v></c>                       | 2026-02-30=E-PERIOD-FORMAT
            <c r='A2' t='b'><v>1</v></c>                                | TRUE
            <c r='A2' t='e'><v>#DIV/0!</v></c>                          | #DIV/0!=E-XLSX-ERROR
            <c r='A2' t='str'><f>A1</f><v>x</v></c>                     | x W-XLSX-FORMULA@2:a
            <c r='A2'><f>SUM(A1)</f><v>5</v></c>                        | 5=5 W-XLSX-FORMULA@2:a
            <c r='A2'><f>SUM(A1)</f></c>                                | =SUM(A1)=E-XLSX-ERROR W-XLSX-FORMULA@2:a
            <c r='A2'><v>1E999999999</v></c>                            | 1E999999999=E-NUM-FORMAT
            <c r='A2'><v>NaN</v></c>                                    | NaN=E-NUM-FORMAT
            <c r='A2' t='inlineStr'><is><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></is></c> | rich
            <c r='A2' t='inlineStr'><is><t>a_x000D_b &amp; &#1071;</t></is></c> | a\rb & Я
            <c r='A2' t='s'><v>1</v></c>                                | shared
            """)
    void cell_isRead_asWhatItIs(String cell, String read) throws IOException {
        XlsxParts parts = new XlsxParts()
                .formats("General", "0.0%", "[$-419]d\\ mmmm\\ yyyy\\ \"г.\";@", "mmm.yy", "[h]:mm", "#,##0.00\\ \"₽\"")
                .texts("<si><t>first</t></si><si><t>shared</t></si>")
                .sheet(HEADER.replace("<c t='inlineStr'><is><t>b</t></is></c>", "") + "<row r='2'>" + cell + "</row>");
        assertThat(read(parts).row(2)).isEqualTo(read.replace("\\r", "\r"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            General                                   | NUMBER
            Основной                                  | NUMBER
            0.00E+00                                  | NUMBER
            # ##0,00 р.;[Red]-# ##0,00 р.             | NUMBER
            [$₽-419]#,##0.00                          | NUMBER
            0 "дней"                                  | NUMBER
            0.0,,"млн"                                | NUMBER
            [>=100]0.0%;0%                            | PERCENT
            "%"0                                      | NUMBER
            dd.mm.yyyy                                | DATE
            dd/mm/yyyy;@                              | DATE
            [$-419]mmmm\\ yyyy;@                      | DATE
            [$-FC19]dd\\ mmmm\\ yyyy\\ "г.";@         | DATE
            [$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy     | DATE
            [Blue]yyyy-mm-dd                          | DATE
            mmm                                       | DATE
            ДД.ММ.ГГГГ                                | DATE
            dd.mm.yyyy hh:mm:ss.000                   | DATE
            m/d/yy h:mm AM/PM                         | DATE
            h:mm AM/PM                                | TIME
            mm:ss.0                                   | TIME
            [h]:mm:ss                                 | TIME
            [mm]:ss                                   | TIME
            @                                         | NUMBER
            """)
    void format_tellsWhatNumbersAre(String code, CellFormats.Shown shown) {
        assertThat(CellFormats.shown(code)).isEqualTo(shown);
    }

    @Test
    void dates_followTheSystemOfTheWorkbook_andStandForMonthsIfTheLayoutSaysSo() throws IOException {
        String rows = HEADER + "<row r='2'><c s='0'><v>44834</v></c><c s='0'><v>44838</v></c></row>";
        XlsxParts parts = new XlsxParts()
                .formats("yyyy-mm-dd")
                .workbook("date1904='1'", "")
                .sheet(rows);
        assertThat(read(parts).row(2)).isEqualTo("2026-10-01=D|2026-10-05=D");
        assertThat(read(parts, null, 1, true).row(2)).isEqualTo("2026-10=D|2026-10-05=D");
    }

    @Test
    void sheet_isTheNamedOne_orTheFirstThatIsShown() throws IOException {
        String second = "<row><c><v>1</v></c></row><row><c><v>2</v></c></row>";
        XlsxParts parts = new XlsxParts()
                .sheet(HEADER + "<row r='2'>" + text("x") + "</row>")
                .sheet(2, second, "");
        assertThat(read(parts).row(2)).isEqualTo("x|");
        assertThat(read(parts, "second ", 1, false).row(2)).isEqualTo("2=2");
        assertThat(read(parts, "Third", 1, false).refused()).isEqualTo("E-FIELD-VALUE");
        assertThat(read(parts.workbook("", "state='hidden'")).row(2)).isEqualTo("2=2");
        assertThat(read(parts, "данные", 1, false).row(2)).isEqualTo("x|");
    }

    @Test
    void rows_keepTheNumbersOfTheSheet_andHiddenOnesAreRemarked() throws IOException {
        ReadTable table = read(new XlsxParts()
                .sheet("<row r='3'><c r='B3'><v>7</v></c><c r='C3'><v>8</v></c></row><row r='5'/>"
                        + "<row r='6'><c r='C6'><v>1</v></c></row>"
                        + "<row r='9' hidden='1'><c r='B9'><v>2</v></c><c r='E9'><v>3</v></c></row>"));
        assertThat(table.header().row()).isEqualTo(3);
        assertThat(table.header().texts()).containsExactly("", "7", "8");
        assertThat(table.row(6)).isEqualTo("||1=1");
        assertThat(table.row(9)).isEqualTo("|2=2| W-XLSX-HIDDEN@9 W-COL-UNKNOWN@9:E");
    }

    @Test
    void merges_refuseTheRowsTheyTouch_withinTheTableOnly() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int r = 2; r <= 6; r++) {
            rows.append("<row r='")
                    .append(r)
                    .append("'>")
                    .append(text("x"))
                    .append(text("y"))
                    .append("</row>");
        }
        String merges = "<mergeCells count='3'><mergeCell ref='A3:A4'/><x:mergeCell xmlns:x='u' ref=\"B6:D6\" />"
                + "<mergeCell ref='F2:G2'/><mergeCell ref='A1048570:B1048576'/></mergeCells>";
        ReadTable table = read(new XlsxParts().sheet(1, rows.toString(), merges));
        assertThat(table.remarks()).isEqualTo("E-XLSX-MERGED@3 E-XLSX-MERGED@4 E-XLSX-MERGED@6");
        assertThat(table.rows()).extracting(r -> r.isRefused()).containsExactly(false, true, true, false, true);
        ReadTable header =
                read(new XlsxParts().sheet(1, rows.toString(), "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>"));
        assertThat(ReadTable.said(header.header().remarks())).isEqualTo("E-XLSX-MERGED@1");
    }

    @Test
    void mergesWrittenOtherwise_areSeen_orTheFileIsRefused() throws IOException {
        String rows = HEADER + "<row r='2'>" + text("x") + "</row><row r='3'>" + text("y") + "</row>";
        for (String merge : List.of(
                "<mergeCell ref = 'A2:A3'/>",
                "<mergeCell\n\tid='a>b' xr:ref=\"C7:D8\" ref=\n\"A2:A3\"></mergeCell>",
                "<mergeCell ref='A9'/><mergeCell  ref ='A2:A3' />")) {
            ReadTable table = read(new XlsxParts().sheet(1, rows, "<mergeCells>" + merge + "</mergeCells>"));
            assertThat(table.remarks()).as(merge).isEqualTo("E-XLSX-MERGED@2 E-XLSX-MERGED@3");
        }
        for (String merge : List.of("<mergeCell ref='A2&#58;A3'/>", "<mergeCell reference='A2:A3'/>")) {
            ReadTable table = read(new XlsxParts().sheet(1, rows, merge));
            assertThat(table.refused()).as(merge).startsWith("E-FILE-FORMAT");
        }
    }

    @Test
    void sheetInTwoBytesACharacter_isRefused_forItsMergesWouldNotBeSeen() throws IOException {
        XlsxParts parts = new XlsxParts().sheet(1, HEADER, "<mergeCells><mergeCell ref='A2:A3'/></mergeCells>");
        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            Path file = Files.createTempFile(folder, "book", ".xlsx");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (Map.Entry<String, String> part : parts.parts().entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    boolean sheet = part.getKey().contains("worksheets/");
                    zip.write(part.getValue().getBytes(sheet ? charset : StandardCharsets.UTF_8));
                }
            }
            assertThat(ReadTable.of(file).refused()).startsWith("E-FILE-FORMAT");
        }
    }

    @Test
    void headerOfTwoRows_joinsItsTexts_alsoMergedOnes() throws IOException {
        String rows = "<row r='1'>" + text("unit") + text("2026") + "</row><row r='2'>" + text("") + text("январь")
                + text("февраль") + "</row><row r='3'>" + text("x") + "<c><v>1</v></c><c><v>2</v></c></row>";
        XlsxParts parts = new XlsxParts().sheet(1, rows, "<mergeCells><mergeCell ref='B1:C1'/></mergeCells>");
        ReadTable table = read(parts, null, 2, false);
        assertThat(table.header().texts()).containsExactly("unit", "2026 январь", "2026 февраль");
        assertThat(table.row(3)).isEqualTo("x|1=1|2=2");
    }

    @Test
    void sharedTexts_mayBeManyAndLong_withoutBeingHeld() throws IOException {
        int count = 60_000;
        StringBuilder texts = new StringBuilder();
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < count; i++) {
            texts.append("<si><t>").append(i).append("x".repeat(1_000)).append("</t></si>");
        }
        for (int i : List.of(0, count - 1, 255, 256, 59_392, 1)) {
            rows.append("<row><c t='s'><v>").append(i).append("</v></c></row>");
        }
        ReadTable table = read(new XlsxParts().texts(texts.toString()).sheet(rows.toString()));
        assertThat(table.refused()).isEmpty();
        assertThat(table.rows())
                .extracting(r -> r.text(0).replace("x", ""))
                .containsExactly("0", "59999", "255", "256", "59392", "1");
        assertThat(folder.toFile().list()).hasSize(1);
    }
}
