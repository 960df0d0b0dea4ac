package org.kpisuite.reports.pdf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.scorecard.HeadingRemarks;
import org.kpisuite.domain.scorecard.Headline;
import org.kpisuite.domain.scorecard.Scorecard;

/** What stands above the title rule: the message, then who, what and when. */
final class Titles {
    private static final float MESSAGE_WIDTH = 677;
    private static final float MESSAGE_SIZE = 13;
    private static final float WHO_SIZE = 7.5f;

    private final Edition edition;

    Titles(Edition edition) {
        this.edition = edition;
    }

    /** One line or two. */
    List<String> message() {
        return message(Headline.of(edition.scorecard(), edition.locale()));
    }

    /** The same of other words. */
    List<String> message(String words) {
        return edition.lettering().lines(words, MESSAGE_WIDTH, MESSAGE_SIZE, true, 2);
    }

    /** Unit, kind of page, time and scenarios; of these only the name of the unit may be cut. */
    String who(String kindOfPage, String whenAndWhat) {
        String kind = " · " + kindOfPage + "   ";
        String when = "·   " + whenAndWhat;
        float room = Composition.WIDTH - edition.lettering().width(kind + when, WHO_SIZE, false) - 1;
        String unit = edition.scorecard().heading().unitName().in(edition.locale());
        return edition.lettering().line(unit, room, WHO_SIZE, false) + kind + PageExporter.ASIDE + when;
    }

    /** Period and scenarios of the table, and what else makes a difference to its comparisons. */
    String table() {
        Scorecard.Heading heading = edition.scorecard().heading();
        List<String> parts = new ArrayList<>(List.of(whenAndScenarios(heading)));
        parts.addAll(HeadingRemarks.of(heading, edition.locale()));
        return String.join("  ·  ", parts);
    }

    private String whenAndScenarios(Scorecard.Heading heading) {
        return edition.texts()
                .text(
                        edition.isOpen() ? "title.when.open" : "title.when.closed",
                        heading.period().code(),
                        edition.texts().day(heading.lastDay()),
                        Long.toString(heading.elapsedDays()),
                        Long.toString(heading.totalDays()),
                        scenarios(edition.isOpen()));
    }

    /** The scenarios that occur, those that are cut at the as-of day marked so. */
    private String scenarios(boolean toDate) {
        Texts texts = edition.texts();
        List<String> codes = new ArrayList<>(List.of("AC"));
        if (edition.isPlanned()) {
            codes.add(toDate ? texts.text("title.to-date", "PL") : "PL");
        }
        if (edition.hasPriorYear()) {
            codes.add(toDate ? texts.text("title.to-date", "PY") : "PY");
        }
        if (edition.isOpen() && edition.hasForecast()) {
            String span =
                    texts.text("span." + edition.scorecard().heading().period().granularity());
            codes.add(toDate ? texts.text("title.forecast", span) : "FC");
        }
        return String.join(", ", codes);
    }

    /** Weeks and scenarios of the matrix. */
    String matrix(MatrixLines matrix) {
        List<Period> weeks = matrix.periods();
        Texts texts = edition.texts();
        String last = texts.period(weeks.get(weeks.size() - 1));
        String running = matrix.running()
                .map(w -> texts.text(
                        "title.running",
                        last,
                        Long.toString(MatrixLines.days(w)),
                        Long.toString(w.period().days().days())))
                .orElse("");
        return texts.text("title.when.matrix", weeks.get(0).code(), last, running);
    }

    /** What the most urgent signal of the pairs says, and what is foretold; without any, how the last week stands. */
    List<String> pairs(List<PairReading> pairs, MatrixLines matrix) {
        return new PairHeadline(edition)
                .of(pairs)
                .or(matrix::headline)
                .map(h -> edition.lettering().lines(h, MESSAGE_WIDTH, MESSAGE_SIZE, true, 2))
                .orElseGet(this::message);
    }

    /** Period of the overview, and its order. */
    String overview() {
        Scorecard.Heading heading = edition.scorecard().heading();
        return edition.texts()
                .text(
                        edition.isOpen() ? "title.when.overview.open" : "title.when.overview",
                        heading.period().code(),
                        edition.texts().day(heading.lastDay()),
                        Long.toString(heading.elapsedDays()),
                        Long.toString(heading.totalDays()));
    }

    /** Scenarios of the courses, and by which periods they go; the same for both natures is said once. */
    String courses(List<CoursePoints> courses) {
        Texts texts = edition.texts();
        Map<Nature, String> by = new EnumMap<>(Nature.class);
        for (Nature nature : Nature.values()) {
            String periods = courses.stream()
                    .filter(c -> c.item().nature() == nature)
                    .map(CoursePoints::granularity)
                    .distinct()
                    .map(g -> texts.text("title.by." + g))
                    .collect(Collectors.joining(", "));
            if (!periods.isEmpty()) {
                by.put(nature, periods);
            }
        }
        boolean alike = Set.copyOf(by.values()).size() <= 1;
        String periods = alike
                ? by.values().stream().findFirst().orElse("")
                : by.entrySet().stream()
                        .map(e -> texts.text("title.courses." + e.getKey(), e.getValue()))
                        .collect(Collectors.joining(", "));
        int longest = courses.stream().mapToInt(c -> c.points().size()).max().orElse(0);
        return texts.text("title.when.courses", longest, scenarios(false), periods);
    }
}
