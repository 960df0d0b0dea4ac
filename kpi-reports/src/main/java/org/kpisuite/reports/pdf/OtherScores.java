package org.kpisuite.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.scorecard.OtherScore;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.reports.chart.Axis;
import org.kpisuite.reports.page.Gap;
import org.kpisuite.reports.page.Line;
import org.kpisuite.reports.page.ScoreLine;
import org.kpisuite.reports.wording.HeadingText;

/** Makes the lines below the strip: other scores of the period, one a line; what is cut stands whole on the page of notes. */
final class OtherScores {
    private final Edition edition;

    OtherScores(Edition edition) {
        this.edition = edition;
    }

    /** None where the scorecard has no other score. */
    List<Line> make() {
        List<Line> lines = new ArrayList<>();
        for (OtherScore other : edition.scorecard().others()) {
            String at = new HeadingText(edition.scorecard(), edition.locale()).instant(other.asOf());
            lines.add(new ScoreLine(
                    line(other.name(edition.locale(), at), NotePages.SUBJECT_WIDTH),
                    line(text(other), NotePages.TEXT_WIDTH)));
        }
        if (!lines.isEmpty()) {
            lines.add(0, new Gap(Axis.none(), Axis.none(), false));
        }
        return lines;
    }

    private String line(String text, float width) {
        return edition.lettering().line(text, width, NotePages.SIZE, false);
    }

    /** The score and its status, then the points that four eyes added. */
    private String text(OtherScore other) {
        return Stream.concat(
                        Stream.of(score(other.score())), other.points().stream().map(p -> p.text(edition.locale())))
                .collect(Collectors.joining("; "));
    }

    private String score(Score score) {
        return score.points()
                .map(p -> edition.texts().numbers().points(p) + " "
                        + Messages.text(edition.locale(), "status." + score.status()))
                .orElseGet(() -> Messages.text(edition.locale(), "score.not-rated"));
    }
}
