package org.kpisuite.reports.data;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.scorecard.Headline;
import org.kpisuite.domain.scorecard.Scorecard;

/** A scorecard as sent: every number unrounded, as a string; null where there is none, with the reason in notes. */
public record ScorecardView(
        String unit,
        LocalizedText unitName,
        String period,
        String asOf,
        String calendar,
        String lastDay,
        long elapsedDays,
        long totalDays,
        LocalizedText message,
        @Nullable PlanMarkView plan,
        ScoreView score,
        ScoreView previousScore,
        List<ItemView> items,
        List<RestatementView> restatements,
        String organisation,
        @Nullable Long workingDaysToPrevious,
        @Nullable Long workingDaysToPriorYear,
        @Nullable ChildrenView children,
        String comparison,
        @Nullable String priorYearFrom,
        @Nullable String priorYearTo,
        List<OtherScoreView> otherScores,
        @Nullable BridgeView bridge,
        @Nullable FunnelView funnel,
        List<PastScoreView> scores,
        List<DepartmentView> departments,
        List<RemarkView> remarks,
        List<PairView> pairs,
        List<SignalView> signals) {

    /** The score of one of the last periods. */
    public record PastScoreView(String period, ScoreView score) {}

    /** The plan that it measures against. */
    public record PlanMarkView(long id, int revision, String state, String hash, long approvedLateDays) {}

    /** A changed value of an earlier period. */
    public record RestatementView(
            String measure,
            String period,
            String before,
            String after,
            int revision,
            @Nullable String reason,
            long importId,
            String recordedAt) {}

    public static ScorecardView of(Scorecard scorecard) {
        Scorecard.Heading heading = scorecard.heading();
        return new ScorecardView(
                heading.unit(),
                heading.unitName(),
                heading.period().code(),
                heading.asOf().toString(),
                heading.period().calendar().kind().name(),
                heading.lastDay().toString(),
                heading.elapsedDays(),
                heading.totalDays(),
                message(scorecard),
                scorecard.plan().map(ScorecardView::plan).orElse(null),
                ScoreView.of(scorecard.score()),
                ScoreView.of(scorecard.previousScore()),
                scorecard.items().stream().map(ItemView::of).toList(),
                scorecard.restatements().stream()
                        .map(ScorecardView::restatement)
                        .toList(),
                heading.basis().name(),
                heading.workingDaysToPrevious().orElse(null),
                heading.workingDaysToPriorYear().orElse(null),
                scorecard.children().map(ChildrenView::of).orElse(null),
                heading.comparisons().name(),
                heading.priorYear().map(d -> d.start().toString()).orElse(null),
                heading.priorYear().map(d -> d.endInclusive().toString()).orElse(null),
                scorecard.others().stream().map(OtherScoreView::of).toList(),
                scorecard.bridge().map(BridgeView::of).orElse(null),
                scorecard.background().funnel().map(FunnelView::of).orElse(null),
                scorecard.scores().stream()
                        .map(s -> new PastScoreView(s.period().code(), ScoreView.of(s.score())))
                        .toList(),
                scorecard.background().departments().stream()
                        .map(DepartmentView::of)
                        .toList(),
                scorecard.background().remarks().stream().map(RemarkView::of).toList(),
                scorecard.pairs().stream().map(PairView::of).toList(),
                scorecard.signalTexts().stream().map(SignalView::of).toList());
    }

    private static LocalizedText message(Scorecard scorecard) {
        Locale en = Messages.EN;
        return new LocalizedText(Headline.of(scorecard, en), Headline.of(scorecard, Messages.RU));
    }

    private static PlanMarkView plan(Scorecard.PlanMark plan) {
        return new PlanMarkView(plan.id(), plan.revision(), plan.state(), plan.hash(), plan.approvedLateDays());
    }

    private static RestatementView restatement(Scorecard.Restatement changed) {
        return new RestatementView(
                changed.measure(),
                changed.period().code(),
                Numbers.text(changed.before()),
                Numbers.text(changed.after()),
                changed.revision(),
                changed.reason(),
                changed.importId(),
                changed.recordedAt().toString());
    }
}
