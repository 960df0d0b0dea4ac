package org.kpisuite.reports.data;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.Rational;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.CurrencyEffect;
import org.kpisuite.domain.scorecard.GateResult;
import org.kpisuite.domain.scorecard.GateText;
import org.kpisuite.domain.scorecard.ManualForecast;
import org.kpisuite.domain.scorecard.RollingComparison;
import org.kpisuite.domain.scorecard.ScorecardItem;

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
                Numbers.text(item.actual()),
                Numbers.text(item.planToDate()),
                Numbers.text(item.plan()),
                Numbers.text(item.previous()),
                Numbers.text(item.priorYear()),
                Numbers.text(item.deltaPlan().absolute()),
                Numbers.text(item.deltaPlan().relative()),
                Numbers.text(item.deltaPrevious().absolute()),
                Numbers.text(item.deltaPrevious().relative()),
                Numbers.text(item.deltaPriorYear().absolute()),
                Numbers.text(item.deltaPriorYear().relative()),
                Numbers.text(item.forecast()),
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
                item.beside().otherSources().stream().map(OtherSourceView::of).toList());
    }

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
                    Numbers.text(point.actual()),
                    Numbers.text(point.plan()),
                    Numbers.text(point.previous()),
                    Numbers.text(point.priorYear()));
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
                    Numbers.text(rolling.actual()),
                    Numbers.text(rolling.plan()),
                    rolling.referenceDays().start().toString(),
                    rolling.referenceDays().endInclusive().toString(),
                    Numbers.text(rolling.reference()),
                    Numbers.text(rolling.change().absolute()),
                    Numbers.text(rolling.change().relative()));
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

    /** Who set a forecast by hand, when and why. */
    public record ForetoldView(String author, String date, String note) {
        static ForetoldView of(ManualForecast.Said said) {
            return new ForetoldView(said.author(), said.day().toString(), said.note());
        }
    }
}
