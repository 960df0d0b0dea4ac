package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.ejb.storage.TestDatabase;

/** A person's own file given back with reasons, repaired in what is coloured, and taken. */
class FileReturnTest {
    private static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final String MARKED = "FFFCEFED";

    @TempDir
    private Path folder;

    private byte[] returned(ImportFixture fixture, ImportResult run, ReturnedForm form, Locale locale, Boolean all)
            throws IOException, SQLException {
        ImportSetting setting = fixture.setting(fixture.order());
        boolean whole = all == null ? run.state() == ImportState.REJECTED : all;
        ReturnedOrder order =
                new ReturnedOrder(whole, locale, run.issues(), run.issuesTotal(), setting, Optional.empty());
        Path target = folder.resolve("returned" + run.id() + form.ending());
        try (KeptFiles.Opened file = fixture.files().open(run.id());
                Connection connection = fixture.connection();
                RowReasons untold = new IssueRows(connection).untold(run.id())) {
            form.write(file.path(), setting.profile().layout(), order.beyond(untold), target);
        }
        return Files.readAllBytes(target);
    }

    private static String text(byte[] bytes, Charset charset) {
        return new String(bytes, charset).replace("\ufeff", "");
    }

    private static ImportProfile reading(FileLayout layout) {
        ImportProfile standard = ImportProfile.standard();
        return new ImportProfile(
                "windows", standard.name(), standard.about(), layout, standard.rules(), standard.form());
    }

    private static FileLayout windows() {
        return new FileLayout("windows-1251", null, '"', 0, null, 1, null, false);
    }

    /** The cells that are coloured, as row and column from 0. */
    private static List<XSSFCell> marked(XSSFSheet sheet) {
        List<XSSFCell> found = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                XSSFColor fill = ((XSSFCellStyle) cell.getCellStyle()).getFillForegroundColorColor();
                if (fill != null && MARKED.equals(fill.getARGBHex())) {
                    found.add((XSSFCell) cell);
                }
            }
        }
        return found;
    }

    /** Repairs what is coloured, each text by another, and nothing else. */
    private static byte[] repaired(byte[] workbook, Map<String, String> repairs) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            DataFormatter formatter = new DataFormatter(Locale.ENGLISH);
            List<XSSFCell> cells = marked(book.getSheetAt(0));
            assertThat(cells.stream().map(formatter::formatCellValue))
                    .containsExactlyInAnyOrderElementsOf(repairs.keySet());
            cells.forEach(c -> c.setCellValue(repairs.get(formatter.formatCellValue(c))));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    void csv_comesBackWithReasons_andIsTakenOnceTheColouredCellsAreRight(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ImportResult rejected = fixture.lines(
                "unit,measure,period,value,note",
                "SALS,LEADS,2026-09-01,10,=HYPERLINK(\"http://x\")",
                "SALES,LEADS,2026-09-02,20,\"one, two\"",
                "SALES,LEADS,10/05/2026,\"1,234\",-5");
        assertThat(rejected.state()).isEqualTo(ImportState.REJECTED);
        byte[] csv = returned(fixture, rejected, ReturnedForm.CSV, Messages.EN, null);
        List<String> lines = text(csv, StandardCharsets.UTF_8).lines().toList();
        assertThat(lines)
                .containsExactly(
                        "what is wrong,unit,measure,period,value,note",
                        "unit: There is no unit SALS. Perhaps SALES. [E-UNIT-UNKNOWN],SALS,LEADS,2026-09-01,10,"
                                + "\"'=HYPERLINK(\"\"http://x\"\")\"",
                        ",SALES,LEADS,2026-09-02,20,\"one, two\"",
                        lines.get(3));
        assertThat(lines.get(3))
                .contains("E-PERIOD-AMBIGUOUS", "E-NUM-AMBIGUOUS")
                .endsWith(",SALES,LEADS,10/05/2026,\"1,234\",-5");
        byte[] repaired = text(csv, StandardCharsets.UTF_8)
                .replace(",SALS,", ",SALES,")
                .replace("10/05/2026,\"1,234\"", "2026-09-03,1234")
                .getBytes(StandardCharsets.UTF_8);
        ImportResult applied = fixture.bytes(repaired);
        assertThat(applied.issues()).isEmpty();
        assertThat(applied.state()).isEqualTo(ImportState.APPLIED);

        byte[] workbook = returned(fixture, rejected, ReturnedForm.XLSX, Messages.EN, null);
        byte[] right = repaired(workbook, Map.of("SALS", "SALES", "10/05/2026", "2026-09-03", "1,234", "1234"));
        ImportResult again = fixture.bytes(right);
        assertThat(again.issues()).isEmpty();
        assertThat(again.counts().unchanged()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void workbook_keepsNumbersDatesAndTexts(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("Leads");
            String[] header = {"подразделение", "показатель", "период", "значение", "комментарий"};
            Row head = sheet.createRow(0);
            IntStream.range(0, header.length).forEach(i -> head.createCell(i).setCellValue(header[i]));
            XSSFCellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
            for (int i = 1; i <= 2; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("SALES");
                row.createCell(1).setCellValue(i == 1 ? "LEDS" : "LEADS");
                row.createCell(2).setCellValue(LocalDate.of(2026, 9, i));
                row.getCell(2).setCellStyle(date);
                row.createCell(3).setCellValue(1234);
                row.createCell(4).setCellValue("+7 999");
            }
            book.write(out);
        }
        ImportResult rejected = fixture.bytes(out.toByteArray());
        assertThat(rejected.issues()).extracting(r -> r.code() + "@" + r.row()).containsExactly("E-MEASURE-UNKNOWN@2");
        byte[] returned = returned(fixture, rejected, ReturnedForm.XLSX, Messages.RU, null);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(returned))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("что не так");
            XSSFCell value = sheet.getRow(1).getCell(4);
            assertThat(value.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(new BigDecimal(value.getRawValue())).isEqualByComparingTo("1234");
            assertThat(sheet.getRow(1).getCell(3).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2026, 9, 1));
            assertThat(sheet.getRow(1).getCell(3).getCellStyle().getDataFormatString())
                    .isEqualTo("yyyy-mm-dd");
            XSSFCell phone = sheet.getRow(1).getCell(5);
            assertThat(phone.getCellType()).isEqualTo(CellType.STRING);
            assertThat(phone.getCellStyle().getDataFormatString()).isEqualTo("@");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
                    .startsWith("показатель: ")
                    .endsWith("Возможно, LEADS. [E-MEASURE-UNKNOWN]");
        }
        ImportResult applied = fixture.bytes(repaired(returned, Map.of("LEDS", "LEADS")));
        assertThat(applied.issues()).isEmpty();
        assertThat(applied.state()).isEqualTo(ImportState.APPLIED);
        assertThat(fixture.rows("select period_start, amount from actual order by 1"))
                .containsExactly("2026-09-01 1234", "2026-09-02 1234");
    }

    @ParameterizedTest
    @EnumSource
    void windowsFile_comesBackInItsCharsetAndDelimiter(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).by(reading(windows()));
        String given = """
                подразделение;показатель;период;значение;комментарий
                SALES;LEADS;сентябрь;10;Ёлка
                SALES;LEADS;02.09.2026;20;№ 7
                """;
        ImportResult rejected = fixture.bytes(given.getBytes(WINDOWS));
        String back = text(returned(fixture, rejected, ReturnedForm.CSV, Messages.RU, null), WINDOWS);
        assertThat(back)
                .startsWith("что не так;подразделение;показатель;период;значение;комментарий\r\n")
                .contains("[E-PERIOD-FORMAT];SALES;LEADS;сентябрь;10;Ёлка\r\n")
                .endsWith("\r\n;SALES;LEADS;02.09.2026;20;№ 7\r\n");
        ImportResult applied =
                fixture.bytes(back.replace("сентябрь", "сентябрь 2026").getBytes(WINDOWS));
        assertThat(applied.issues()).isEmpty();
        assertThat(applied.state()).isEqualTo(ImportState.APPLIED);
    }

    @Test
    void partialImport_givesBackWhatWasNotTaken() throws Exception {
        ImportFixture fixture = new ImportFixture(TestDatabase.H2, folder).with(ImportMode.PARTIAL);
        ImportResult partial = fixture.lines(
                "unit;measure;period;value",
                "SALES;LEADS;2026-09-01;10",
                "SALES;LEADS;2026-09-02;x",
                "SALES;LEADS;2026-09-03;",
                "SALES;LEADS;2026-09-04;4;5",
                "SALES;LEADS;2026-09-05;6",
                "SALES;LEADS;2026-09-05;7");
        assertThat(partial.state()).isEqualTo(ImportState.PARTIAL);
        assertThat(text(returned(fixture, partial, ReturnedForm.CSV, Messages.EN, null), StandardCharsets.UTF_8)
                        .lines()
                        .map(l -> l.replaceAll("^.*\\[(E-[A-Z-]+)]\"?", "$1")))
                .containsExactly(
                        "what is wrong;unit;measure;period;value",
                        "E-NUM-FORMAT;SALES;LEADS;2026-09-02;x",
                        "E-ROW-WIDTH;SALES;LEADS;2026-09-04;4;5",
                        "E-ROW-CONFLICT;SALES;LEADS;2026-09-05;6",
                        "E-ROW-CONFLICT;SALES;LEADS;2026-09-05;7");
        assertThat(text(returned(fixture, partial, ReturnedForm.CSV, Messages.EN, true), StandardCharsets.UTF_8)
                        .lines())
                .hasSize(7)
                .anyMatch(l -> l.contains("[W-EMPTY]"));
    }

    @Test
    void secondReturn_replacesTheReasonsOfTheFirst() throws Exception {
        ImportFixture fixture = new ImportFixture(TestDatabase.H2, folder);
        ImportResult first = fixture.lines("unit;measure;period;value", "SALES;LEADS;2026-09-02;x");
        byte[] returned = returned(fixture, first, ReturnedForm.CSV, Messages.EN, null);
        ImportResult second = fixture.bytes(
                text(returned, StandardCharsets.UTF_8).replace(";x", ";y").getBytes(StandardCharsets.UTF_8));
        assertThat(text(returned(fixture, second, ReturnedForm.CSV, Messages.RU, null), StandardCharsets.UTF_8))
                .startsWith("что не так;unit;measure;period;value\r\n")
                .endsWith("[E-NUM-FORMAT];SALES;LEADS;2026-09-02;y\r\n");
    }

    @Test
    void whatIsWrongWithTheHeader_standsAboveTheReasons() throws Exception {
        ImportFixture fixture = new ImportFixture(TestDatabase.H2, folder);
        ImportResult rejected = fixture.lines("unit;measure;period;vaule;dim.colour", "SALES;LEADS;2026-09-02;7;");
        byte[] workbook = returned(fixture, rejected, ReturnedForm.XLSX, Messages.EN, null);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .startsWith("what is wrong: ")
                    .contains("E-COL-MISSING", "E-DIM-UNKNOWN");
            assertThat(marked(book.getSheetAt(0)).stream().map(XSSFCell::getStringCellValue))
                    .containsExactly("dim.colour");
        }
        String csv = text(returned(fixture, rejected, ReturnedForm.CSV, Messages.EN, null), StandardCharsets.UTF_8);
        ImportResult applied = fixture.bytes(
                csv.replace("vaule;dim.colour", "value;dim.channel").getBytes(StandardCharsets.UTF_8));
        assertThat(applied.issues()).isEmpty();
        assertThat(applied.state()).isEqualTo(ImportState.APPLIED);
    }

    @Test
    void linesAboveTheTable_comeBackAsTheyWere() throws Exception {
        FileLayout layout = new FileLayout("UTF-8", null, '"', 3, null, 2, null, false);
        ImportFixture fixture = new ImportFixture(TestDatabase.H2, folder).by(reading(layout));
        ImportResult rejected = fixture.lines(
                "Report; of leads", "", "since 2026", "unit;measure;;", ";;period;value", "SALES;LEADS;2026-09-02;x");
        String csv = text(returned(fixture, rejected, ReturnedForm.CSV, Messages.EN, null), StandardCharsets.UTF_8);
        assertThat(csv.lines().limit(5))
                .containsExactly(
                        "Report;\" of leads\"", "", "since 2026", ";unit;measure;;", "what is wrong;;;period;value");
        ImportResult applied = fixture.bytes(csv.replace(";x", ";7").getBytes(StandardCharsets.UTF_8));
        assertThat(applied.issues()).isEmpty();
        assertThat(applied.state()).isEqualTo(ImportState.APPLIED);
    }

    @Test
    void json_comesBackAsATable_withItsNumbersAsTheyAre() throws Exception {
        ImportFixture fixture = new ImportFixture(TestDatabase.H2, folder);
        String json = """
                {"schema":"kpi-import/1","rows":[
                {"unit":"SALS","measure":"REVENUE","period":"2026-09-01","value":1.234,"currency":"RUB"},
                {"unit":"SALES","measure":"REVENUE","period":"2026-09-02","value":"20","currency":"RUB"}]}
                """;
        ImportResult rejected = fixture.bytes(json.getBytes(StandardCharsets.UTF_8));
        assertThat(rejected.issues()).extracting(r -> r.code() + "@" + r.row()).containsExactly("E-UNIT-UNKNOWN@1");
        String csv = text(returned(fixture, rejected, ReturnedForm.CSV, Messages.EN, null), StandardCharsets.UTF_8);
        assertThat(csv.lines().map(l -> l.replaceAll("^.*(\\[E-[A-Z-]+])", "$1")))
                .containsExactly(
                        "what is wrong;unit;measure;period;value;currency",
                        "[E-UNIT-UNKNOWN];SALS;REVENUE;2026-09-01;1.2340;RUB",
                        ";SALES;REVENUE;2026-09-02;20;RUB");
        ImportResult applied = fixture.bytes(csv.replace(";SALS", ";SALES").getBytes(StandardCharsets.UTF_8));
        assertThat(applied.issues()).isEmpty();
        assertThat(fixture.rows("select amount from actual order by 1")).containsExactly("1.234", "20");
    }

    private static String[] days(int rows, String value) {
        LocalDate first = LocalDate.of(2015, 1, 1);
        return IntStream.rangeClosed(0, rows)
                .mapToObj(i -> i == 0 ? "unit;measure;period;value" : "SALES;LEADS;" + first.plusDays(i) + ";" + value)
                .toArray(String[]::new);
    }

    private List<String> comingBack(ImportFixture fixture, ImportResult run, String code) throws Exception {
        return text(returned(fixture, run, ReturnedForm.CSV, Messages.EN, null), StandardCharsets.UTF_8)
                .lines()
                .filter(l -> l.matches(".*\\[" + code + "]\"?;SALES;.*"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatWhatIsStoredRefuses_allComeBack_howeverMany(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        int rows = 3 * Findings.KEPT_MAX;
        fixture.lines(days(rows, "10"));
        fixture.with(ImportPolicy.REJECT);
        ImportResult rejected = fixture.lines(days(rows, "11"));
        assertThat(rejected.state()).isEqualTo(ImportState.REJECTED);
        assertThat(rejected.counts().refused()).isEqualTo(rows);
        assertThat(rejected.issues()).hasSize(Findings.KEPT_MAX);
        assertThat(comingBack(fixture, rejected, "E-VALUE-CONFLICT")).hasSize(rows);
        fixture.with(ImportMode.PARTIAL);
        String[] withAGoodOne = days(rows, "12");
        withAGoodOne[1] = "SALES;LEADS;2014-01-01;1";
        ImportResult partial = fixture.lines(withAGoodOne);
        assertThat(partial.state()).isEqualTo(ImportState.PARTIAL);
        List<String> lines = comingBack(fixture, partial, "E-VALUE-CONFLICT");
        assertThat(lines).hasSize(rows - 1).doesNotHaveDuplicates();
        assertThat(lines.get(rows - 2)).endsWith(";12").contains("10");
    }

    @ParameterizedTest
    @EnumSource
    void rowsOfLockedPeriods_allComeBack_besideThoseThatCannotBeRead(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).with(ImportMode.PARTIAL);
        Period august = Period.parse("2026-08");
        ClosedPeriodsTest.close(fixture, august);
        ClosedPeriodsTest.lock(fixture, august);
        int rows = 2 * Findings.KEPT_MAX;
        String lines = IntStream.range(0, rows)
                .mapToObj(i -> "SALES;LEADS;2026-08-05;5;c" + i)
                .collect(Collectors.joining(
                        "\n",
                        "unit;measure;period;value;dim.channel\n",
                        "\nSALES;LEADS;2026-09-01;x;\nSALES;LEADS;2026-09-02;5;"));
        ImportResult partial = fixture.lines(lines);
        assertThat(partial.state()).isEqualTo(ImportState.PARTIAL);
        assertThat(comingBack(fixture, partial, "E-PERIOD-LOCKED")).hasSize(rows);
        assertThat(comingBack(fixture, partial, "E-NUM-FORMAT")).hasSize(1);
    }

    @Test
    void textLongerThanACell_isCut_andSaysSo_theRestOfTheFileComesBack() throws Exception {
        ImportFixture fixture = new ImportFixture(TestDatabase.H2, folder);
        String note = "n".repeat(40_000);
        ImportResult run = fixture.lines(
                "unit;measure;period;value;note", "SALES;LEADS;2026-09-01;x;" + note, "SALES;LEADS;2026-09-02;y;");
        byte[] workbook = returned(fixture, run, ReturnedForm.XLSX, Messages.EN, null);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
                    .contains("[E-NUM-FORMAT]", "E: ", "32767 characters", "[W-TEXT-CUT]");
            assertThat(sheet.getRow(1).getCell(5).getStringCellValue()).isEqualTo(note.substring(0, 32_767));
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).doesNotContain("W-TEXT-CUT");
        }
        assertThat(text(returned(fixture, run, ReturnedForm.CSV, Messages.EN, null), StandardCharsets.UTF_8))
                .contains(note)
                .doesNotContain("W-TEXT-CUT");
    }

    @Test
    void moreReasonsThanAreKept_areFoundAgain() throws Exception {
        ImportFixture fixture = new ImportFixture(TestDatabase.H2, folder).with(ImportMode.PARTIAL);
        int rows = 3 * Findings.KEPT_MAX;
        String lines = IntStream.range(0, rows)
                .mapToObj(i -> "SALES;LEADS;2026-09-02;" + (i % 2 == 0 ? "x" + i : "y" + i))
                .collect(Collectors.joining("\n", "unit;measure;period;value\n", "\nSALES;LEADS;2026-09-01;5\n"));
        ImportResult partial = fixture.bytes(lines.getBytes(StandardCharsets.UTF_8));
        assertThat(partial.issues()).hasSize(Findings.KEPT_MAX);
        assertThat(text(returned(fixture, partial, ReturnedForm.CSV, Messages.EN, null), StandardCharsets.UTF_8)
                        .lines()
                        .filter(l -> l.contains("[E-NUM-FORMAT];SALES")))
                .hasSize(rows);
    }
}
