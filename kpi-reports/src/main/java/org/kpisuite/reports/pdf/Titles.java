package org.kpisuite.reports.pdf;

import java.util.ArrayList;
import java.util.List;
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
        return Markup.plain(edition.lettering().line(unit, room, WHO_SIZE, false) + kind) + Markup.grey(when);
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

    /** Periods and scenarios of the matrix. */
    String matrix() {
        return edition.texts()
                .text(
                        edition.isOpen() ? "title.when.matrix.open" : "title.when.matrix",
                        trendEnd(0),
                        trendEnd(edition.scorecard().trendPeriods().size() - 1),
                        edition.texts().day(edition.scorecard().heading().lastDay()));
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

    /** Periods and scenarios of the courses. */
    String courses() {
        return edition.texts().text("title.when.courses", scenarios(false));
    }

    private String trendEnd(int index) {
        return edition.scorecard().trendPeriods().get(index).code();
    }
}
