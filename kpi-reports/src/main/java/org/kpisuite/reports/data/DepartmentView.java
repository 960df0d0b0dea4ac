package org.kpisuite.reports.data;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.Status;

/** A department below, worst score first: {@code statuses} counts its KPIs, {@code worst} is the key of the lowest one. */
public record DepartmentView(
        String unit,
        LocalizedText name,
        ScoreView score,
        ScoreView previousScore,
        Map<Status, Integer> statuses,
        @Nullable String worst) {
    static DepartmentView of(Scorecard card) {
        return new DepartmentView(
                card.heading().unit(),
                card.heading().unitName(),
                ScoreView.of(card.score()),
                ScoreView.of(card.previousScore()),
                card.distribution(),
                card.worst().map(ScorecardItem::key).orElse(null));
    }
}
