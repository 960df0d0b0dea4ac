package org.kpisuite.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.scorecard.Scorecard;

/** The pages of courses: what stands on them, and that nothing collides. */
class CoursePagesTest {
    private static final float TOLERANCE = 0.3f;

    static Map<String, Scorecard> cards() {
        Map<String, Scorecard> cards = new LinkedHashMap<>();
        cards.put("courses-open", SampleCourses.full(SampleScorecards.open()));
        cards.put("courses-closed", SampleCourses.full(SampleScorecards.closed()));
        cards.put("courses-long", SampleCourses.full(SampleScorecards.longNames()));
        cards.put("courses-nothing", SampleCourses.full(SampleScorecards.nothingDelivered()));
        cards.put("courses-no-plan", SampleCourses.bare(SampleScorecards.withoutPlan()));
        cards.put("overview-3", SampleOverview.above(3));
        cards.put("overview-12", SampleOverview.above(12));
        cards.put("overview-20", SampleOverview.above(20));
        return cards;
    }

    static Stream<Arguments> samples() {
        return cards().entrySet().stream()
                .flatMap(e -> Stream.of("en", "ru").map(l -> Arguments.of(e.getKey(), l, e.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("samples")
    void words_neverCollide_andStandInsideTheMargins(String name, String language, Scorecard card) throws IOException {
        byte[] pdf = pdf(card, language);
        Path folder = Files.createDirectories(Path.of("target", "scorecards"));
        Files.write(folder.resolve(name + "-" + language + ".pdf"), pdf);
        for (int page = 1; page <= Glyphs.pages(pdf); page++) {
            Glyphs glyphs = Glyphs.of(pdf, page);
            assertThat(glyphs.collisions(TOLERANCE))
                    .as("%s page %d", name, page)
                    .isEmpty();
            assertThat(glyphs.glyphs()).allSatisfy(g -> {
                assertThat(g.left()).as(g.toString()).isGreaterThanOrEqualTo(34 - TOLERANCE);
                assertThat(g.right()).as(g.toString()).isLessThanOrEqualTo(808 + TOLERANCE);
                assertThat(g.bottom()).as(g.toString()).isLessThanOrEqualTo(561.3f + TOLERANCE);
            });
        }
    }

    private static byte[] pdf(Scorecard card, String language) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScorecardPdf.write(card, Locale.forLanguageTag(language), bytes);
        return bytes.toByteArray();
    }

    static List<String> words(Scorecard card, String language, int page) throws IOException {
        return Glyphs.of(pdf(card, language), page).words();
    }
}
