package org.kpisuite.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.chart.Palette;
import org.kpisuite.reports.look.PaperSize;
import org.kpisuite.reports.look.ReportLook;

class ScorecardPdfTest {
    private static final float MARGIN = 34;
    private static final float WIDTH = 841.9f;
    private static final float HEIGHT = 595.3f;
    private static final float SMALLEST = 6;

    /** Glyphs of one run abut; what overlaps by less than this is no collision. */
    private static final float TOLERANCE = 0.3f;

    static Stream<Arguments> samples() {
        return SampleScorecards.all().entrySet().stream()
                .flatMap(e -> Stream.of("en", "ru").map(l -> Arguments.of(e.getKey(), l, e.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("samples")
    void everyPrintedNumber_isOnThePages(String name, String language, Scorecard scorecard) throws IOException {
        byte[] pdf = keep(name, language, scorecard);
        List<String> missing = numbers(scorecard, Locale.forLanguageTag(language));
        for (int page = 1; page <= Glyphs.pages(pdf); page++) {
            Glyphs.of(pdf, page).words().forEach(missing::remove);
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("samples")
    void texts_standInsideTheMargins_andNeverCollide(String name, String language, Scorecard scorecard)
            throws IOException {
        byte[] pdf = pdf(scorecard, language);
        for (int page = 1; page <= Glyphs.pages(pdf); page++) {
            Glyphs glyphs = Glyphs.of(pdf, page);
            assertThat(glyphs.glyphs()).hasSizeGreaterThan(50).allSatisfy(ScorecardPdfTest::isInside);
            assertThat(glyphs.collisions(TOLERANCE))
                    .as("%s page %d", name, page)
                    .isEmpty();
        }
    }

    private static void isInside(Glyphs.Glyph glyph) {
        assertThat(glyph.left()).as(glyph.toString()).isGreaterThanOrEqualTo(MARGIN - TOLERANCE);
        assertThat(glyph.top()).as(glyph.toString()).isGreaterThanOrEqualTo(MARGIN - TOLERANCE);
        assertThat(glyph.right()).as(glyph.toString()).isLessThanOrEqualTo(WIDTH - MARGIN + TOLERANCE);
        assertThat(glyph.bottom()).as(glyph.toString()).isLessThanOrEqualTo(HEIGHT - MARGIN + TOLERANCE);
        assertThat(glyph.size()).as(glyph.toString()).isGreaterThan(SMALLEST - 0.01f);
    }

    @Test
    void equalScorecard_givesEqualBytes() throws IOException {
        assertThat(pdf(SampleScorecards.open(), "ru")).isEqualTo(pdf(SampleScorecards.open(), "ru"));
        assertThat(pdf(SampleScorecards.open(), "ru")).isNotEqualTo(pdf(SampleScorecards.closed(), "ru"));
    }

    @Test
    void writersAtTheSameTime_giveTheSameBytes() throws IOException {
        byte[] alone = pdf(SampleScorecards.open(), "ru");
        List<byte[]> together = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> uncheckedPdf(i % 2 == 0 ? "ru" : "en"))
                .toList();
        for (int i = 0; i < together.size(); i += 2) {
            assertThat(together.get(i)).isEqualTo(alone);
        }
    }

    private static byte[] uncheckedPdf(String language) {
        try {
            return pdf(SampleScorecards.open(), language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void fonts_areEmbedded_onEveryPage() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(SampleScorecards.open(), "ru"))) {
            for (PDPage page : pdf.getPages()) {
                assertThat(page.getResources().getFontNames()).isNotEmpty();
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                    assertThat(page.getResources().getFont(font).getName()).startsWith("KKKKKK+DejaVuSans");
                }
            }
        }
    }

    @Test
    void document_saysWhatItIs_andWhen() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(SampleScorecards.open(), "ru"))) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ru");
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Отдел маркетинга · управленческая карта KPI · 2026-Q4");
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(Instant.parse("2026-11-22T03:00:00Z"));
            assertThat(pdf.getPage(0).getRotation()).isZero();
        }
    }

    @Test
    void everyPage_hasItsBookmark_andEveryChartSaysItsNumbersToThoseWhoHearIt() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(BoardScorecards.golden().get("usual"), "en"))) {
            List<String> bookmarks = new ArrayList<>();
            pdf.getDocumentCatalog().getDocumentOutline().children().forEach(b -> bookmarks.add(b.getTitle()));
            assertThat(bookmarks).hasSize(pdf.getNumberOfPages()).doesNotHaveDuplicates();
            List<String> told = new ArrayList<>();
            figures(pdf.getDocumentCatalog().getStructureTreeRoot().getKids(), told);
            assertThat(told).hasSizeGreaterThan(20).allSatisfy(t -> assertThat(t)
                    .isNotBlank());
            assertThat(told).anyMatch(t -> t.contains("82.9") && t.contains("78.6"));
        }
    }

    private static void figures(List<Object> kids, List<String> told) {
        for (Object kid : kids) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("Figure")) {
                    told.add(String.valueOf(element.getAlternateDescription()));
                }
                figures(element.getKids(), told);
            }
        }
    }

    @Test
    void specialCharacters_areText() throws IOException {
        String text = String.join(
                " ", Glyphs.of(pdf(SampleScorecards.open(), "ru"), 1).words());
        assertThat(text).contains("◐", "ΔPL", "₽", "\u2212100", "Опережающие", "убыток", "→");
    }

    @Test
    void withoutPlan_saysSo_andScoresNothing() throws IOException {
        String text = String.join(
                " ", Glyphs.of(pdf(SampleScorecards.withoutPlan(), "en"), 1).words());
        assertThat(text).contains("plan not approved", "No approved plan");
        assertThat(text).doesNotContain("Coverage", "Points lost", "hash");
    }

    @Test
    void colourBlindReaders_getOtherColours_andTheSameWords() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScorecardPdf.write(
                SampleScorecards.open(),
                Locale.ENGLISH,
                new ReportLook(Palette.BLUE_ORANGE, null, PaperSize.A4, true),
                bytes);
        byte[] usual = pdf(SampleScorecards.open(), "en");
        assertThat(bytes.toByteArray()).isNotEqualTo(usual);
        assertThat(Glyphs.of(bytes.toByteArray(), 1).words())
                .isEqualTo(Glyphs.of(usual, 1).words());
    }

    private static byte[] keep(String name, String language, Scorecard scorecard) throws IOException {
        byte[] pdf = pdf(scorecard, language);
        Path folder = Files.createDirectories(Path.of("target", "scorecards"));
        Files.write(folder.resolve(name + "-" + language + ".pdf"), pdf);
        return pdf;
    }

    /** Every number of every item in the table. */
    private static List<String> numbers(Scorecard scorecard, Locale locale) {
        List<String> numbers = new ArrayList<>();
        for (ScorecardItem item : scorecard.items()) {
            ItemText text = new ItemText(item, locale);
            Stream.of(
                            text.cell(item.actual()),
                            text.planToDate(),
                            text.deltaPlan(),
                            text.deltaPlanRelative(),
                            text.priorYear(),
                            text.deltaPriorYear())
                    .forEach(numbers::add);
            if (item.scored().isPresent()) {
                numbers.add(text.weight());
                numbers.add(text.achievement());
                numbers.add(text.forecast());
            }
        }
        numbers.removeIf(n -> n.startsWith(NumberText.NO_VALUE) || n.chars().noneMatch(Character::isDigit));
        return numbers;
    }

    private static byte[] pdf(Scorecard scorecard, String language) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScorecardPdf.write(scorecard, Locale.forLanguageTag(language), bytes);
        return bytes.toByteArray();
    }
}
