package org.kpisuite.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.scorecard.Scorecard;

/**
 * The first two pages of eight scorecards as somebody looked at them: their words, and where there is how much ink. With
 * {@code -Dgolden=write} what is drawn now becomes what is wanted; look at target/golden/*.png before you commit that.
 */
class GoldenPagesTest {
    private static final Path WANTED = Path.of("src", "test", "resources", "golden");
    private static final Path DRAWN = Path.of("target", "golden");
    private static final int PAGES = 2;

    /** Side of a square whose ink is one character: 6 points. */
    private static final int CELL = 6;

    /** So many characters of a page may be darker or lighter by more than a step. */
    private static final int DIFFERENT_MAX = 12;

    static Stream<Arguments> pages() {
        return BoardScorecards.golden().entrySet().stream()
                .flatMap(e -> Stream.of("en", "ru").map(l -> Arguments.of(e.getKey(), l, e.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void page_isAsItWasLookedAt(String name, String language, Scorecard card) throws IOException {
        byte[] pdf = pdf(card, language);
        Files.createDirectories(DRAWN);
        Files.write(DRAWN.resolve(name + "-" + language + ".pdf"), pdf);
        for (int page = 1; page <= Math.min(PAGES, Glyphs.pages(pdf)); page++) {
            String file = "%s-%s-%d.txt".formatted(name, language, page);
            List<String> words = words(pdf, page);
            List<String> ink = ink(pdf, page);
            Files.write(
                    DRAWN.resolve(file),
                    Stream.concat(words.stream(), ink.stream()).toList());
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(WANTED);
                Files.write(
                        WANTED.resolve(file),
                        Stream.concat(words.stream(), ink.stream()).toList());
            }
            List<String> wanted = Files.readAllLines(WANTED.resolve(file), StandardCharsets.UTF_8);
            assertThat(words).as("words of %s", file).isEqualTo(wanted.subList(0, wanted.size() - ink.size()));
            assertThat(different(ink, wanted.subList(wanted.size() - ink.size(), wanted.size())))
                    .as("ink of %s, see target/golden", file)
                    .isLessThanOrEqualTo(DIFFERENT_MAX);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void texts_standInsideTheMargins_andNeverCollide(String name, String language, Scorecard card) throws IOException {
        byte[] pdf = pdf(card, language);
        for (int page = 1; page <= Glyphs.pages(pdf); page++) {
            Glyphs glyphs = Glyphs.of(pdf, page);
            assertThat(glyphs.collisions(0.3f)).as("%s page %d", name, page).isEmpty();
            assertThat(glyphs.glyphs()).as("%s page %d", name, page).allSatisfy(g -> {
                assertThat(g.left()).isGreaterThanOrEqualTo(33.7f);
                assertThat(g.right()).isLessThanOrEqualTo(808.2f);
                assertThat(g.top()).isGreaterThanOrEqualTo(33.7f);
                assertThat(g.bottom()).isLessThanOrEqualTo(561.6f);
            });
        }
    }

    private static byte[] pdf(Scorecard card, String language) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScorecardPdf.write(card, Locale.forLanguageTag(language), bytes);
        return bytes.toByteArray();
    }

    /** Each line of words with the place of its first character, points. */
    private static List<String> words(byte[] pdf, int page) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Glyphs.Run run : Glyphs.of(pdf, page).runs()) {
            lines.add("%3d %3d %4.1f %s"
                    .formatted(Math.round(run.left()), Math.round(run.base()), run.size(), run.text()));
        }
        return lines;
    }

    /** How dark each square is, 0 to 9. */
    private static List<String> ink(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImage(page - 1, 1);
            List<String> rows = new ArrayList<>();
            for (int y = 0; y + CELL <= image.getHeight(); y += CELL) {
                StringBuilder row = new StringBuilder();
                for (int x = 0; x + CELL <= image.getWidth(); x += CELL) {
                    row.append(darkness(image, x, y));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }

    private static int darkness(BufferedImage image, int x0, int y0) {
        int dark = 0;
        for (int y = y0; y < y0 + CELL; y++) {
            for (int x = x0; x < x0 + CELL; x++) {
                int rgb = image.getRGB(x, y);
                dark += 255 - ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 3;
            }
        }
        return Math.min(9, dark * 10 / (255 * CELL * CELL));
    }

    private static int different(List<String> drawn, List<String> wanted) {
        int different = 0;
        for (int y = 0; y < drawn.size(); y++) {
            for (int x = 0; x < drawn.get(y).length(); x++) {
                different += Math.abs(drawn.get(y).charAt(x) - wanted.get(y).charAt(x)) > 1 ? 1 : 0;
            }
        }
        return different;
    }
}
