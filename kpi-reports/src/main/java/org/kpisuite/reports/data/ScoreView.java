package org.kpisuite.reports.data;

import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.scorecard.Score;

/** The score with its coverage and range. */
public record ScoreView(
        @Nullable String value,
        String status,
        String coverage,
        @Nullable String low,
        @Nullable String high) {
    static ScoreView of(Score score) {
        return new ScoreView(
                Numbers.text(score.value()),
                score.status().name(),
                Numbers.text(score.coverage()),
                Numbers.text(score.low()),
                Numbers.text(score.high()));
    }
}
