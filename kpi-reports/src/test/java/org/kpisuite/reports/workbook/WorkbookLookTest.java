package org.kpisuite.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.chart.Palette;
import org.kpisuite.reports.chart.Picture;
import org.kpisuite.reports.look.PaperSize;
import org.kpisuite.reports.look.ReportLook;
import org.kpisuite.reports.pdf.BoardScorecards;
import org.kpisuite.reports.sample.SampleEvidence;
import org.kpisuite.reports.sample.SampleScorecards;

/** The workbook of an organisation with its own logo, colours and paper. */
class WorkbookLookTest {
    private static final Scorecard CARD =
            SampleScorecards.all().values().iterator().next();

    private static ReportLook look() throws IOException {
        BufferedImage image = new BufferedImage(300, 100, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(50, 20, 200, 60);
        ByteArrayOutputStream logo = new ByteArrayOutputStream();
        ImageIO.write(image, "png", logo);
        return new ReportLook(
                Palette.parse("#12805C #8E1B5E #0B4F8A"), Picture.of(logo.toByteArray()), PaperSize.LETTER, true);
    }

    private static byte[] written(ReportLook look) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ScorecardWorkbook().write(CARD, SampleEvidence.of(CARD), Messages.RU, look, out);
        return out.toByteArray();
    }

    private static Map<String, String> parts(byte[] file) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void everySheet_isPrintedOnThePaperOfTheOrganisation() throws IOException {
        try (XSSFWorkbook letter = new XSSFWorkbook(new ByteArrayInputStream(written(look())));
                XSSFWorkbook usual = new XSSFWorkbook(new ByteArrayInputStream(written(ReportLook.USUAL)))) {
            for (Sheet sheet : usual) {
                assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
                Sheet same = letter.getSheet(sheet.getSheetName());
                assertThat(same.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.LETTER_PAPERSIZE);
                assertThat(same.getPrintSetup().getLandscape()).isTrue();
            }
        }
    }

    @Test
    void logo_standsOnTheSummary_inItsProportions() throws IOException {
        byte[] file = written(look());
        Files.write(Files.createDirectories(Path.of("target", "letter")).resolve("look.xlsx"), file);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getAllPictures()).hasSize(1);
            assertThat(workbook.getAllPictures().get(0).getData())
                    .isEqualTo(look().logo().png());
            XSSFPicture logo = (XSSFPicture) workbook.getSheet("Summary")
                    .getDrawingPatriarch()
                    .getShapes()
                    .get(0);
            assertThat(logo.getCTPicture().getNvPicPr().getCNvPr().getDescr())
                    .isEqualTo(CARD.heading().company().in(Messages.RU));
            var extent = logo.getCTPicture().getSpPr().getXfrm().getExt();
            assertThat(logo.getClientAnchor().getRow1()).isEqualTo(1);
            assertThat(extent).isNotNull();
        }
    }

    @Test
    void whatIsToBeKnownOfANumber_isPrintedWithTheSummary() throws IOException {
        Scorecard card = BoardScorecards.golden().get("gate");
        try (XSSFWorkbook workbook = ScorecardWorkbookTest.open(ScorecardWorkbookTest.bytes(card, Locale.ENGLISH))) {
            String area = workbook.getPrintArea(workbook.getSheetIndex("Summary"));
            AreaReference printed = new AreaReference(area, SpreadsheetVersion.EXCEL2007);
            assertThat(IntStream.rangeClosed(0, printed.getLastCell().getRow())
                            .mapToObj(workbook.getSheet("Summary")::getRow)
                            .filter(r -> r != null && r.getCell(0) != null)
                            .map(r -> r.getCell(0).toString()))
                    .anyMatch(t -> t.startsWith("Leads: ") && t.contains("58.7"));
        }
    }

    @Test
    void everyLine_hasItsSparkline_forecastsAreHatched_andNamesLeadToTheirCells() throws IOException {
        Map<String, String> parts = parts(written(ReportLook.USUAL));
        assertThat(parts.get("xl/worksheets/sheet1.xml").split("<x14:sparkline>", -1))
                .hasSize(CARD.items().size() + 1);
        assertThat(String.join("", parts.values())).contains("a:pattFill", "c:errBars");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written(ReportLook.USUAL)))) {
            assertThat(workbook.getAllNames()).extracting(Name::getNameName).contains("Items");
            assertThat(workbook.getAllNames()).allSatisfy(n -> assertThat(workbook.getSheet(n.getSheetName()))
                    .isNotNull());
        }
    }

    @Test
    void goodAndBad_areThoseOfTheOrganisation_everywhere() throws IOException {
        Map<String, String> own = parts(written(look()));
        assertThat(String.join("", own.values())).contains("12805C", "8E1B5E");
        own.forEach((name, text) ->
                assertThat(text).as(name).doesNotContain("4C9F38", "C0392B").doesNotContain("E6B0AA"));
        assertThat(String.join("", parts(written(ReportLook.USUAL)).values())).contains("4C9F38", "C0392B", "E6B0AA");
    }

    @Test
    void equalLooks_giveEqualBytes() throws IOException {
        assertThat(written(look())).isEqualTo(written(look()));
    }
}
