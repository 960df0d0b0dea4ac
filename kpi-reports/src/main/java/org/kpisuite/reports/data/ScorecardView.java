package org.kpisuite.reports.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.leadlag.LagEvidence;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.Signal;
import org.kpisuite.domain.leadlag.SignalText;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.Rational;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.ChildrenIndex;
import org.kpisuite.domain.scorecard.CurrencyEffect;
import org.kpisuite.domain.scorecard.Funnel;
import org.kpisuite.domain.scorecard.GateResult;
import org.kpisuite.domain.scorecard.GateText;
import org.kpisuite.domain.scorecard.Headline;
import org.kpisuite.domain.scorecard.ManualForecast;
import org.kpisuite.domain.scorecard.OtherScore;
import org.kpisuite.domain.scorecard.Remark;
import org.kpisuite.domain.scorecard.RollingComparison;
import org.kpisuite.domain.scorecard.ScoreBridge;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.Status;

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

    /** A declared pair as its test stands; numbers only where it could be made. */
    public record PairView(
            String pair,
            String leading,
            String lagging,
            String granularity,
            String verdict,
            @Nullable Integer lag,
            @Nullable String r,
            @Nullable String p,
            int n,
            @Nullable String stability,
            LocalizedText text) {
        static PairView of(PairReading reading) {
            Optional<LagEvidence> found = reading.analysis().evidence();
            return new PairView(
                    reading.pair().code(),
                    reading.pair().leading(),
                    reading.pair().lagging(),
                    reading.pair().granularity().name(),
                    reading.analysis().verdict().name(),
                    found.map(LagEvidence::lag).orElse(null),
                    Numbers.text(found.map(LagEvidence::r)),
                    Numbers.text(found.map(LagEvidence::p)),
                    reading.analysis().n(),
                    Numbers.text(found.map(LagEvidence::stability)),
                    reading.analysis().text());
        }
    }

    /** What a pair says that still holds. */
    public record SignalView(
            String pair,
            String kind,
            String severity,
            String period,
            String due,
            @Nullable String deltaLeadingPct,
            @Nullable String deltaLaggingPct,
            @Nullable String elasticity,
            LocalizedText text) {
        static SignalView of(SignalText told) {
            Signal signal = told.signal();
            return new SignalView(
                    signal.pair(),
                    signal.kind().name(),
                    signal.severity().name(),
                    signal.period().code(),
                    signal.due().code(),
                    Numbers.text(signal.figures().changeX()),
                    Numbers.text(signal.figures().changeY()),
                    Numbers.text(signal.figures().elasticity()),
                    told.both());
        }
    }

    /**
     * How the score came from the one before: {@code before}, contributions by effective weights and {@code shifted} add up
     * to {@code after}.
     */
    public record BridgeView(
            String before,
            String after,
            List<StepView> steps,
            String shifted,
            List<String> missing,
            List<String> fresh,
            boolean replanned) {
        static BridgeView of(ScoreBridge bridge) {
            return new BridgeView(
                    Numbers.text(bridge.before()),
                    Numbers.text(bridge.after()),
                    bridge.steps().stream()
                            .map(s -> new StepView(s.key(), Numbers.text(s.contribution())))
                            .toList(),
                    Numbers.text(bridge.shifted()),
                    bridge.missing(),
                    bridge.fresh(),
                    bridge.replanned());
        }
    }

    /** What one item took from the score or brought to it. */
    public record StepView(String item, String contribution) {}

    /** The stages of a cohort; {@code bottleneck} is the measure of one of them. */
    public record FunnelView(
            List<StageView> stages, @Nullable String bottleneck) {
        static FunnelView of(Funnel funnel) {
            return new FunnelView(
                    funnel.stages().stream().map(StageView::of).toList(),
                    funnel.bottleneck().map(Funnel.Stage::measure).orElse(null));
        }
    }

    /** One stage, its conversion from the one before, and the median of the eight periods before. */
    public record StageView(
            String measure,
            LocalizedText name,
            String count,
            @Nullable String conversion,
            @Nullable String usual,
            @Nullable String delta) {
        static StageView of(Funnel.Stage stage) {
            return new StageView(
                    stage.measure(),
                    stage.name(),
                    Numbers.text(stage.count()),
                    Numbers.text(stage.conversion()),
                    Numbers.text(stage.usual()),
                    Numbers.text(stage.delta()));
        }
    }

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

    /** Something said about the scorecard; {@code owner} and {@code due} of an action, {@code doneAt} once it is done. */
    public record RemarkView(
            long id,
            @Nullable String item,
            String text,
            String author,
            String at,
            @Nullable String owner,
            @Nullable String due,
            @Nullable String doneAt) {
        public static RemarkView of(Remark.Said said) {
            return new RemarkView(
                    said.id(),
                    said.item().orElse(null),
                    said.text(),
                    said.author(),
                    said.at().toString(),
                    said.task().map(Remark.Task::owner).orElse(null),
                    said.task().map(t -> t.due().toString()).orElse(null),
                    said.task()
                            .flatMap(Remark.Task::doneAt)
                            .map(Object::toString)
                            .orElse(null));
        }
    }

    /** The score of one of the last periods. */
    public record PastScoreView(String period, ScoreView score) {}

    /** Another score of the same period, never mixed with {@code score}: as reported, restated, supplementary. */
    public record OtherScoreView(
            String kind, String asOf, int revision, ScoreView score, List<PointsView> adjustments) {
        static OtherScoreView of(OtherScore other) {
            return new OtherScoreView(
                    other.kind().name(),
                    other.asOf().toString(),
                    other.revision(),
                    ScoreView.of(other.score()),
                    other.points().stream().map(PointsView::of).toList());
        }
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

    /** The index of the departments below; never mixed with the score. */
    public record ChildrenView(@Nullable String value, String status, String coverage, List<String> unrated) {
        static ChildrenView of(ChildrenIndex index) {
            return new ChildrenView(
                    Numbers.text(index.value()),
                    index.status().name(),
                    Numbers.text(index.coverage()),
                    index.unrated());
        }
    }

    /** A longer span that ends with the period. */
    public record RollingView(
            String span,
            String from,
            String to,
            @Nullable String actual,
            @Nullable String plan,
            String referenceFrom,
            String referenceTo,
            @Nullable String reference,
            @Nullable String delta,
            @Nullable String deltaPct) {
        static RollingView of(RollingComparison rolling) {
            return new RollingView(
                    rolling.span().name(),
                    rolling.days().start().toString(),
                    rolling.days().endInclusive().toString(),
                    number(rolling.actual()),
                    number(rolling.plan()),
                    rolling.referenceDays().start().toString(),
                    rolling.referenceDays().endInclusive().toString(),
                    number(rolling.reference()),
                    Numbers.text(rolling.change().absolute()),
                    Numbers.text(rolling.change().relative()));
        }
    }

    /** Where a gate stands, and what it let through. */
    public record GateView(
            String gate,
            String state,
            @Nullable String quotient,
            @Nullable String reachable,
            String threshold,
            @Nullable String ungated,
            @Nullable String achievement,
            LocalizedText text) {
        static GateView of(GateResult result) {
            return new GateView(
                    result.gate().toString(),
                    result.state().name(),
                    Numbers.text(result.quotient().map(Rational::value)),
                    Numbers.text(result.reachable().map(Rational::value)),
                    Numbers.text(result.gate().threshold()),
                    Numbers.text(result.ungated()),
                    Numbers.text(result.achievement()),
                    new LocalizedText(
                            new GateText(result, Messages.EN).sentence(),
                            new GateText(result, Messages.RU).sentence()));
        }
    }

    /** What of the variance from plan was earned, and what exchange rates did. */
    public record CurrencyView(
            String localCurrency, String operational, String fx, String actualRate, String planRate) {
        static CurrencyView of(CurrencyEffect effect) {
            return new CurrencyView(
                    effect.localCurrency(),
                    Numbers.text(effect.operational()),
                    Numbers.text(effect.fx()),
                    Numbers.text(effect.actualRate()),
                    Numbers.text(effect.planRate()));
        }
    }

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
            @Nullable String reason,
            long importId,
            String recordedAt) {}

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
            LocalizedText name,
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
            @Nullable ForetoldView forecastBy,
            @Nullable String achievement,
            String status,
            String completeness,
            @Nullable String dataTo,
            List<String> notes,
            List<TrendView> trend,
            @Nullable GateView gate,
            List<RollingView> comparisons,
            @Nullable CurrencyView currencyEffect,
            @Nullable String low,
            @Nullable String high,
            List<String> leftOut,
            List<OtherSourceView> otherSources) {

        static ItemView of(ScorecardItem item) {
            return new ItemView(
                    item.indicator(),
                    item.dimensions(),
                    item.key(),
                    item.name(),
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
                    item.beside().foretold().map(ForetoldView::of).orElse(null),
                    Numbers.text(item.achievement()),
                    item.status().name(),
                    Numbers.text(item.completeness().share()),
                    item.dataTo() == null ? null : item.dataTo().toString(),
                    item.notes().stream().map(Enum::name).toList(),
                    item.trend().stream().map(TrendView::of).toList(),
                    item.beside().gate().map(GateView::of).orElse(null),
                    item.beside().rolling().stream().map(RollingView::of).toList(),
                    item.beside().currencyEffect().map(CurrencyView::of).orElse(null),
                    item.actual() instanceof Cell.Uncounted u ? Numbers.text(u.low()) : null,
                    item.actual() instanceof Cell.Uncounted u ? Numbers.text(u.high()) : null,
                    item.beside().leftOut(),
                    item.beside().otherSources().stream()
                            .map(OtherSourceView::of)
                            .toList());
        }
    }

    /** Who set a forecast by hand, when and why. */
    public record ForetoldView(String author, String date, String note) {
        static ForetoldView of(ManualForecast.Said said) {
            return new ForetoldView(said.author(), said.day().toString(), said.note());
        }
    }

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

    private static @Nullable String number(Cell cell) {
        return Numbers.text(cell.usable());
    }
}
