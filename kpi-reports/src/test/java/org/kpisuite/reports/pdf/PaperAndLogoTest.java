package org.kpisuite.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.chart.Palette;
import org.kpisuite.reports.chart.Picture;
import org.kpisuite.reports.look.PaperSize;
import org.kpisuite.reports.look.ReportLook;

/** Pages on Letter, with a logo and other colours: nothing goes, nothing leaves the paper. */
class PaperAndLogoTest {
    static final ReportLook LETTER =
            new ReportLook(Palette.BLUE_ORANGE, Picture.of(logo(900, 300)), PaperSize.LETTER, true);
    private static final ReportLook A4 = new ReportLook(Palette.BLUE_ORANGE, LETTER.logo(), PaperSize.A4, true);
    private static final float MARGIN = 18;

    static Stream<Arguments> cards() {
        return GoldenPagesTest.pages();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cards")
    void letter_holdsEveryWordOfA4_insideItsMargins(String name, String language, Scorecard card) throws IOException {
        byte[] letter = pdf(card, language, LETTER);
        byte[] a4 = pdf(card, language, A4);
        Path folder = Files.createDirectories(Path.of("target", "letter"));
        Files.write(folder.resolve(name + "-" + language + ".pdf"), letter);
        assertThat(Glyphs.pages(letter)).isLessThanOrEqualTo(Glyphs.pages(a4));
        assertThat(words(letter)).containsAll(words(a4));
        try (PDDocument document = Loader.loadPDF(letter)) {
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isEqualTo(792);
                assertThat(page.getMediaBox().getHeight()).isEqualTo(612);
            }
        }
        for (int page = 1; page <= Glyphs.pages(letter); page++) {
            Glyphs glyphs = Glyphs.of(letter, page);
            assertThat(glyphs.collisions(0.3f)).isEmpty();
            assertThat(glyphs.glyphs()).allSatisfy(g -> {
                assertThat(g.left()).isGreaterThanOrEqualTo(MARGIN);
                assertThat(g.right()).isLessThanOrEqualTo(792 - MARGIN);
                assertThat(g.top()).isGreaterThanOrEqualTo(MARGIN);
                assertThat(g.bottom()).isLessThanOrEqualTo(612 - MARGIN);
            });
        }
    }

    private static Set<String> words(byte[] pdf) throws IOException {
        Set<String> words = new HashSet<>();
        for (int page = 1; page <= Glyphs.pages(pdf); page++) {
            words.addAll(Glyphs.of(pdf, page).words());
        }
        words.removeIf(w -> w.matches("[0-9]"));
        return words;
    }

    @Test
    void letter_fillsTheWidthAndTheHeightOfItsPaper() throws IOException {
        List<Glyphs.Glyph> glyphs = Glyphs.of(pdf(BoardScorecards.golden().get("usual"), "en", LETTER), 1)
                .glyphs();
        double left = glyphs.stream().mapToDouble(Glyphs.Glyph::left).min().orElseThrow();
        double right = glyphs.stream().mapToDouble(Glyphs.Glyph::right).max().orElseThrow();
        double bottom = glyphs.stream().mapToDouble(Glyphs.Glyph::bottom).max().orElseThrow();
        assertThat(left).isCloseTo(792 - right, within(4.0));
        assertThat(bottom).isBetween(612 - 42.0, 612 - MARGIN + 0.0);
    }

    @Test
    void logo_standsOncePerFile_atTheUpperRight_inItsProportions_withItsOwnerInWords() throws IOException {
        byte[] pdf = pdf(BoardScorecards.golden().get("usual"), "en", A4);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
            assertThat(objects(document, 0)).isEqualTo(objects(document, 1));
            BufferedImage page = new org.apache.pdfbox.rendering.PDFRenderer(document).renderImage(0, 2);
            assertThat(page.getRGB(2 * 770, 2 * 40) & 0xFFFFFF).isEqualTo(0x123456);
        }
        assertThat(pdf)
                .hasSizeLessThan(pdf(BoardScorecards.golden().get("usual"), "en", ReportLook.USUAL).length + 6_000);
        assertThat(String.join(" ", Glyphs.of(pdf, 1).words())).doesNotContain("KPI Suite");
    }

    private static Object objects(PDDocument document, int page) {
        var resources = document.getPage(page).getResources();
        var name = resources.getXObjectNames().iterator().next();
        return resources
                .getCOSObject()
                .getCOSDictionary(org.apache.pdfbox.cos.COSName.XOBJECT)
                .getItem(name);
    }

    @Test
    void colours_ofThePalette_areTheOnlyOnesThatJudge() throws IOException {
        Palette own = Palette.parse("#12805C #8E1B5E #0B4F8A");
        ReportLook look = new ReportLook(own, null, PaperSize.A4, true);
        for (String name : List.of("usual", "seven-longest", "negative")) {
            try (PDDocument document =
                    Loader.loadPDF(pdf(BoardScorecards.golden().get(name), "ru", look))) {
                List<Integer> colours = new java.util.ArrayList<>();
                for (int page = 0; page < document.getNumberOfPages(); page++) {
                    BufferedImage image = new org.apache.pdfbox.rendering.PDFRenderer(document).renderImage(page, 2);
                    colours.addAll(Arrays.stream(
                                    image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                            .map(rgb -> rgb & 0xFFFFFF)
                            .distinct()
                            .boxed()
                            .toList());
                }
                assertThat(colours).contains(0x12805C, 0x8E1B5E).doesNotContain(0x4C9F38, 0xC0392B, 0x2F5C8F);
            }
        }
    }

    @Test
    void equalLooks_giveEqualBytes() throws IOException {
        Scorecard card = BoardScorecards.golden().get("usual");
        ReportLook again = new ReportLook(
                Palette.parse("blue_orange"), Picture.of(logo(900, 300)), PaperSize.valueOf("LETTER"), true);
        assertThat(pdf(card, "ru", again)).isEqualTo(pdf(card, "ru", LETTER));
    }

    /** Blue with a white bar. */
    static byte[] logo(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0x123456));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(width / 8, height / 3, width / 2, height / 3);
        graphics.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] pdf(Scorecard card, String language, ReportLook look) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScorecardPdf.write(card, Locale.forLanguageTag(language), look, bytes);
        return bytes.toByteArray();
    }
}
