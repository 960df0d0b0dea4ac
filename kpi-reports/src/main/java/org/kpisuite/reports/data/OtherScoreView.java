package org.kpisuite.reports.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.scorecard.OtherScore;

/** Another score of the same period, never mixed with {@code score}: as reported, restated, supplementary. */
public record OtherScoreView(String kind, String asOf, int revision, ScoreView score, List<PointsView> adjustments) {
    static OtherScoreView of(OtherScore other) {
        return new OtherScoreView(
                other.kind().name(),
                other.asOf().toString(),
                other.revision(),
                ScoreView.of(other.score()),
                other.points().stream().map(PointsView::of).toList());
    }

    /** Points that were added to a score by four eyes, or taken off it. */
    public record PointsView(
            String points,
            String reason,
            String requestedBy,
            @Nullable String requestedFor,
            String decidedBy,
            @Nullable String decidedFor) {
        static PointsView of(OtherScore.Points points) {
            return new PointsView(
                    Numbers.text(points.points()),
                    points.reason(),
                    points.requestedBy().name(),
                    points.requestedBy().principal().orElse(null),
                    points.decidedBy().name(),
                    points.decidedBy().principal().orElse(null));
        }
    }
}
