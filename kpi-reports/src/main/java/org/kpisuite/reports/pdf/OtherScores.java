package org.kpisuite.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.scorecard.OtherScore;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.reports.page.Line;
import org.kpisuite.reports.page.Notes;
import org.kpisuite.reports.wording.HeadingText;

/** Makes the lines below the strip: other scores of the period, three on a line. */
final class OtherScores {
    private static final int COLUMNS = 3;
    private static final int REASON_LINES = 2;
    private static final float SIZE = 6.5f;

    private final Edition edition;

    OtherScores(Edition edition) {
        this.edition = edition;
    }

    /** None where the scorecard has no other score. */
    List<Line> make() {
        List<OtherScore> all = edition.scorecard().others();
        List<Line> lines = new ArrayList<>();
        for (int first = 0; first < all.size(); first += COLUMNS) {
            List<OtherScore> row = all.subList(first, Math.min(first + COLUMNS, all.size()));
            lines.add(new Notes(
                    row.stream().map(this::name).toList(),
                    row.stream().map(this::text).toList()));
        }
        return lines;
    }

    private String name(OtherScore other) {
        String at = new HeadingText(edition.scorecard(), edition.locale()).instant(other.asOf());
        return edition.lettering().line(other.name(edition.locale(), at), NotesLine.WIDTH, SIZE, true);
    }

    /** The score and its status, then the points that four eyes added. */
    private String text(OtherScore other) {
        List<String> lines = new ArrayList<>(List.of(score(other.score())));
        String points = String.join(
                "; ", other.points().stream().map(p -> p.text(edition.locale())).toList());
        if (!points.isEmpty()) {
            lines.addAll(edition.lettering().lines(points, NotesLine.WIDTH, SIZE, false, REASON_LINES));
        }
        return String.join("\n", lines);
    }

    private String score(Score score) {
        return score.points()
                .map(p -> edition.texts().numbers().points(p) + " "
                        + Messages.text(edition.locale(), "status." + score.status()))
                .orElseGet(() -> Messages.text(edition.locale(), "score.not-rated"));
    }
}
