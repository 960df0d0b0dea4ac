package org.kpisuite.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.Headline;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;

/** A scorecard as sent: every number unrounded, as a string; null where there is none, with the reason in notes. */
public record ScorecardView(
        String unit,
        NameView unitName,
        String period,
        String asOf,
        String calendar,
        String lastDay,
        long elapsedDays,
        long totalDays,
        NameView message,
        @Nullable PlanMarkView plan,
        ScoreView score,
        ScoreView previousScore,
        List<ItemView> items,
        List<RestatementView> restatements) {

    /** The plan that it measures against. */
    public record PlanMarkView(long id, int revision, String state, String hash, long approvedLateDays) {}

    /** The score with its coverage and range. */
    public record ScoreView(
            @Nullable String value,
            String status,
            String coverage,
            @Nullable String low,
            @Nullable String high) {
        static ScoreView of(org.kpisuite.domain.scorecard.Score score) {
            return new ScoreView(
                    Numbers.text(score.value()),
                    score.status().name(),
                    Numbers.text(score.coverage()),
                    Numbers.text(score.low()),
                    Numbers.text(score.high()));
        }
    }

    /** A changed value of an earlier period. */
    public record RestatementView(
            String measure,
            String period,
            String before,
            String after,
            int revision,
            @Nullable String reason) {}

    /** One period of a trend. */
    public record TrendView(
            String period,
            @Nullable String actual,
            @Nullable String plan,
            @Nullable String previous,
            @Nullable String priorYear) {
        static TrendView of(ScorecardItem.TrendPoint point) {
            return new TrendView(
                    point.period().code(),
                    number(point.actual()),
                    number(point.plan()),
                    number(point.previous()),
                    number(point.priorYear()));
        }
    }

    /** One line. */
    public record ItemView(
            String indicator,
            Map<String, String> dims,
            String key,
            NameView name,
            String nature,
            String usage,
            String weight,
            @Nullable String explains,
            String unitKind,
            @Nullable String currency,
            String direction,
            int displayScale,
            int displayPower,
            @Nullable String actual,
            @Nullable String planToDate,
            @Nullable String plan,
            @Nullable String previous,
            @Nullable String priorYear,
            @Nullable String deltaPlan,
            @Nullable String deltaPlanPct,
            @Nullable String deltaPrevious,
            @Nullable String deltaPreviousPct,
            @Nullable String deltaPriorYear,
            @Nullable String deltaPriorYearPct,
            @Nullable String forecast,
            @Nullable String forecastMethod,
            @Nullable String achievement,
            String status,
            String completeness,
            @Nullable String dataTo,
            List<String> notes,
            List<TrendView> trend) {

        static ItemView of(ScorecardItem item) {
            return new ItemView(
                    item.indicator(),
                    item.dimensions(),
                    item.key(),
                    NameView.of(item.name()),
                    item.nature().name(),
                    item.usage().name(),
                    Numbers.text(item.weight()),
                    item.explains(),
                    item.unitKind().name(),
                    item.currency(),
                    item.direction().name(),
                    item.rounding().scale(),
                    item.rounding().power(),
                    number(item.actual()),
                    number(item.planToDate()),
                    number(item.plan()),
                    number(item.previous()),
                    number(item.priorYear()),
                    Numbers.text(item.deltaPlan().absolute()),
                    Numbers.text(item.deltaPlan().relative()),
                    Numbers.text(item.deltaPrevious().absolute()),
                    Numbers.text(item.deltaPrevious().relative()),
                    Numbers.text(item.deltaPriorYear().absolute()),
                    Numbers.text(item.deltaPriorYear().relative()),
                    number(item.forecast()),
                    item.forecastMethod().map(Enum::name).orElse(null),
                    Numbers.text(item.achievement()),
                    item.status().name(),
                    Numbers.text(item.completeness().share()),
                    item.dataTo() == null ? null : item.dataTo().toString(),
                    item.notes().stream().map(Enum::name).toList(),
                    item.trend().stream().map(TrendView::of).toList());
        }
    }

    static ScorecardView of(Scorecard scorecard) {
        Scorecard.Heading heading = scorecard.heading();
        return new ScorecardView(
                heading.unit(),
                NameView.of(heading.unitName()),
                heading.period().code(),
                heading.asOf().toString(),
                "CIVIL",
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
                        .toList());
    }

    private static NameView message(Scorecard scorecard) {
        Locale en = Messages.EN;
        return new NameView(Headline.of(scorecard, en), Headline.of(scorecard, Messages.RU));
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
                changed.reason());
    }

    private static @Nullable String number(Cell cell) {
        return Numbers.text(cell.usable());
    }
}
