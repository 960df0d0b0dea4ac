package org.kpisuite.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.pdf.BoardScorecards;

/**
 * The workbooks of eight scorecards as somebody looked at them: each cell as it is shown, a formula marked by =, and what
 * each sheet is made of. With {@code -Dgolden=write} what is written now becomes what is wanted; look at target/golden/*.xlsx
 * before you commit that.
 */
class GoldenWorkbooksTest {
    private static final Path WANTED = Path.of("src", "test", "resources", "golden", "workbook");
    private static final Path WRITTEN = Path.of("target", "golden");
    private static final Pattern REFERENCE = Pattern.compile("<c:f>([^<]*)</c:f>|<a:t>([^<]*)</a:t>");

    /** Of these the first rows suffice: the others say what stands on other sheets, or what sums are made of. */
    private static final Set<SheetName> LONG = Set.of(SheetName.DATA, SheetName.CHECKS);

    private static final int LONG_ROWS_MAX = 8;

    static Stream<Arguments> workbooks() {
        return BoardScorecards.golden().entrySet().stream()
                .flatMap(e -> Stream.of("en", "ru").map(l -> Arguments.of(e.getKey(), l, e.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workbooks")
    void workbook_isAsItWasLookedAt(String name, String language, Scorecard card) throws IOException {
        byte[] file = ScorecardWorkbookTest.bytes(card, Locale.forLanguageTag(language));
        Files.createDirectories(WRITTEN);
        Files.write(WRITTEN.resolve(name + "-" + language + ".xlsx"), file);
        List<String> lines = told(file);
        Path wanted = WANTED.resolve(name + "-" + language + ".txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(WANTED);
            Files.write(wanted, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(wanted, StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workbooks")
    void readBack_itSaysWhatTheScorecardSays(String name, String language, Scorecard card) {
        Locale locale = Locale.forLanguageTag(language);
        assertThat(ReadBack.differences(card, locale, ScorecardWorkbookTest.bytes(card, locale)))
                .isEmpty();
    }

    private static List<String> told(byte[] file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (XSSFWorkbook workbook = ScorecardWorkbookTest.open(file)) {
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                sheet(workbook.getSheetAt(i), lines);
            }
        }
        return lines;
    }

    private static void sheet(XSSFSheet sheet, List<String> lines) throws IOException {
        var pane = sheet.getPaneInformation();
        lines.add("== %s: freeze %s, fit %d wide, %s, tables %d, conditions %d"
                .formatted(
                        sheet.getSheetName(),
                        pane == null
                                ? "none"
                                : pane.getVerticalSplitPosition() + "/" + pane.getHorizontalSplitPosition(),
                        sheet.getPrintSetup().getFitWidth(),
                        sheet.getPrintSetup().getLandscape() ? "landscape" : "portrait",
                        sheet.getTables().size(),
                        sheet.getSheetConditionalFormatting().getNumConditionalFormattings()));
        assertThat(sheet.getNumMergedRegions()).isZero();
        boolean cut = LONG.stream().anyMatch(n -> n.title().equals(sheet.getSheetName()));
        DataFormatter formatter = new DataFormatter(Locale.ROOT);
        formatter.setUseCachedValuesForFormulaCells(true);
        for (Row row : sheet) {
            if (cut && row.getRowNum() >= LONG_ROWS_MAX) {
                break;
            }
            StringBuilder line = new StringBuilder();
            row.forEach(cell -> cell(cell, formatter, line));
            if (!line.isEmpty()) {
                lines.add((row.getRowNum() + 1) + line.toString());
            }
        }
        charts(sheet, lines);
    }

    private static void cell(Cell cell, DataFormatter formatter, StringBuilder line) {
        String shown = formatter.formatCellValue(cell).replace("\n", "\\n");
        boolean formula = cell.getCellType() == CellType.FORMULA;
        if (formula || !shown.isEmpty()) {
            line.append(" | ")
                    .append(CellReference.convertNumToColString(cell.getColumnIndex()))
                    .append(formula ? "= " : " ")
                    .append(shown);
        }
    }

    private static void charts(XSSFSheet sheet, List<String> lines) throws IOException {
        XSSFDrawing drawing = sheet.getDrawingPatriarch();
        if (drawing == null) {
            return;
        }
        for (POIXMLDocumentPart part : drawing.getRelations()) {
            if (part instanceof XSSFChart) {
                String xml = new String(part.getPackagePart().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                Matcher reference = REFERENCE.matcher(xml);
                StringBuilder line = new StringBuilder("chart");
                while (reference.find()) {
                    line.append(" | ").append(reference.group(1) == null ? reference.group(2) : reference.group(1));
                }
                lines.add(line.toString());
            }
        }
    }
}
