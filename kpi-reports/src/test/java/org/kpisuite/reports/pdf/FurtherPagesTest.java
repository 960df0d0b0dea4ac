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
import java.util.Set;
import java.util.stream.Stream;
import net.sf.jasperreports.renderers.Renderable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.chart.Drawing;
import org.kpisuite.reports.look.ReportLook;
import org.kpisuite.reports.page.Charts;
import org.kpisuite.reports.page.Departments;
import org.kpisuite.reports.page.Distribution;
import org.kpisuite.reports.page.FunnelAndBridge;
import org.kpisuite.reports.page.Line;
import org.kpisuite.reports.page.NoteHead;
import org.kpisuite.reports.page.NoteRow;
import org.kpisuite.reports.page.Page;

/**
 * The pages of courses, notes and departments, as text: what they say and where, and what is drawn. Written anew with
 * {@code -Dgolden=write}; a change of them is looked at as a picture first.
 */
class FurtherPagesTest {
    /** Glyphs of one run abut; what overlaps by less than this is no collision. */
    private static final float TOLERANCE = 0.3f;

    private static final Path GOLDEN = Path.of("src", "test", "resources", "org", "kpisuite", "reports", "pdf");

    private static Scorecard of(Scorecard card, Set<String> keys) {
        List<ScorecardItem> items =
                card.items().stream().filter(i -> keys.contains(i.key())).toList();
        Score score = Score.of(items.stream()
                .filter(i -> i.usage() == Usage.EVAL)
                .map(i ->
                        new Score.Part(i.weight(), i.achievement(), i.anchors().cap()))
                .toList());
        return SampleCourses.full(new Scorecard(
                card.heading(),
                card.plan(),
                score,
                card.previousScore(),
                card.trendPeriods(),
                items,
                card.restatements()));
    }

    private static Map<String, Scorecard> cards() {
        Map<String, Scorecard> cards = new LinkedHashMap<>();
        cards.put("usual", SampleCourses.full(SampleScorecards.open()));
        cards.put("three", of(SampleScorecards.open(), Set.of("LEADS", "DEALS", "CAC")));
        cards.put(
                "seven-long",
                of(
                        SampleScorecards.longNames(),
                        Set.of("LEADS", "DEALS", "CAC", "LONG1", "LONG2", "LONG3", "PROFIT", "SPEND")));
        cards.put("nothing", SampleCourses.full(SampleScorecards.nothingDelivered()));
        cards.put("negative", of(SampleScorecards.open(), Set.of("LEADS", "DEALS", "PROFIT", "RETENTION")));
        cards.put("before-approval", SampleCourses.bare(SampleScorecards.withoutPlan()));
        cards.put("closed", SampleCourses.full(SampleScorecards.closed()));
        cards.put("many-long", SampleCourses.full(SampleScorecards.longNames()));
        cards.put("departments-3", SampleOverview.above(3));
        cards.put("departments-12", SampleOverview.above(12));
        cards.put("departments-20", SampleOverview.above(20));
        return cards;
    }

    static Stream<Arguments> samples() {
        return cards().entrySet().stream()
                .flatMap(e -> Stream.of("en", "ru").map(l -> Arguments.of(e.getKey(), l, e.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("samples")
    void pages_areAsTheyWereLookedAt(String name, String language, Scorecard card) throws IOException {
        boolean overview = name.startsWith("departments");
        StringBuilder text = new StringBuilder();
        for (Page page : pages(card, language)) {
            if (overview ? isOverview(page) : isFurther(page) && !isOverview(page)) {
                text.append(told(page));
            }
        }
        Path golden = GOLDEN.resolve(name + "-" + language + ".txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("samples")
    void words_neverCollide_andStandInsideTheMargins(String name, String language, Scorecard card) throws IOException {
        byte[] pdf = pdf(card, language);
        Path folder = Files.createDirectories(Path.of("target", "scorecards"));
        Files.write(folder.resolve(name + "-further-" + language + ".pdf"), pdf);
        assertThat(Glyphs.pages(pdf))
                .as("nothing flows over")
                .isEqualTo(pages(card, language).size());
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

    @Test
    void everyItem_isOnAFurtherPage_underItsFullName() {
        for (String language : List.of("en", "ru")) {
            Scorecard card = SampleCourses.full(SampleScorecards.longNames());
            String notes = pages(card, language).stream()
                    .flatMap(p -> p.lines().stream())
                    .filter(NoteRow.class::isInstance)
                    .map(l -> ((NoteRow) l).subject())
                    .reduce("", (a, b) -> a + " " + b)
                    .replaceAll("\\s+", " ");
            card.items().forEach(i -> assertThat(notes).contains(i.name().in(Locale.forLanguageTag(language))));
        }
    }

    private static List<Page> pages(Scorecard card, String language) {
        return Composition.pages(Edition.of(card, Locale.forLanguageTag(language), ReportLook.USUAL));
    }

    private static boolean isFurther(Page page) {
        return page.lines().stream()
                .anyMatch(l -> l instanceof Charts || l instanceof FunnelAndBridge || l instanceof NoteHead);
    }

    private static boolean isOverview(Page page) {
        return page.lines().stream().anyMatch(Distribution.class::isInstance);
    }

    private static String told(Page page) {
        StringBuilder text = new StringBuilder();
        text.append("== ").append(String.join(" / ", page.message())).append('\n');
        text.append(page.who()).append('\n').append(page.scales()).append('\n');
        page.lines().forEach(l -> text.append(told(l)).append('\n'));
        return text.toString();
    }

    private static String told(Line line) {
        if (line instanceof NoteHead head) {
            return "# " + head.title();
        }
        if (line instanceof NoteRow row) {
            return (row.subject() + " | " + row.text()).strip();
        }
        StringBuilder text = new StringBuilder("-");
        if (line instanceof Charts charts) {
            drawings(charts.drawings(), charts.descriptions(), new float[] {Charts.WIDTH, 137}, text);
        } else if (line instanceof Departments departments) {
            float width = Departments.width(departments.columns());
            drawings(departments.drawings(), departments.descriptions(), new float[] {width, 129}, text);
        } else if (line instanceof Distribution all) {
            drawings(List.of(all.drawing()), List.of(all.description()), new float[] {774, 57}, text);
        } else if (line instanceof FunnelAndBridge both) {
            if (both.funnel() != null) {
                drawings(List.of(both.funnel()), List.of(both.funnelWords()), new float[] {300, 168}, text);
            }
            if (both.bridge() != null) {
                drawings(List.of(both.bridge()), List.of(both.bridgeWords()), new float[] {414, 168}, text);
            }
        }
        return text.toString();
    }

    private static void drawings(List<Renderable> drawings, List<String> words, float[] box, StringBuilder text) {
        for (int i = 0; i < drawings.size(); i++) {
            text.append("\n  ").append(words.get(i));
            text.append("\n    ").append(SketchPencil.of((Drawing) drawings.get(i), box[0], box[1]));
        }
    }
}
