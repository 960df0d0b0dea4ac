package org.kpisuite.web.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.leadlag.Correlogram;
import org.kpisuite.domain.leadlag.Forecast;
import org.kpisuite.domain.leadlag.LagEvidence;
import org.kpisuite.domain.leadlag.LagNote;
import org.kpisuite.domain.leadlag.LeadLagAnalysis;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.PairSide;

/**
 * What the test of a pair came to: nothing but the verdict and n where there are too few periods.
 *
 * @param maxLag K, the longest lag that was looked at
 * @param leading all values that are known, those before a break of definition too, which the notes tell were left out
 */
public record PairAnalysisView(
        String pair,
        String granularity,
        String verdict,
        @Nullable Integer lag,
        @Nullable String p,
        @Nullable String r,
        @Nullable String spearman,
        int n,
        @Nullable String stability,
        @Nullable String band,
        @Nullable Integer firstSignificantLag,
        @Nullable Integer lastSignificantLag,
        @Nullable Integer maxLag,
        @Nullable ReverseView reverse,
        String transform,
        List<Integer> arOrders,
        List<LagView> ccf,
        List<LagView> shape,
        List<ForecastView> forecast,
        @Nullable ModelView model,
        List<String> notes,
        NameView text,
        List<NameView> noteTexts,
        SeriesView leading,
        SeriesView lagging,
        List<SignalView> signals) {

    /** The clearest lag of the other direction. */
    public record ReverseView(int lag, String p, String r) {}

    /** One lag of a correlogram. */
    public record LagView(int lag, String r, int n) {}

    /** One period that is foretold. */
    public record ForecastView(String period, String value, String low, String high) {}

    /** What the forecast rests on, and how it stood its test. */
    public record ModelView(
            String intercept, String slope, String durbinWatson, int n, String error, String errorOfRepetition) {}

    /** The values that are known, and the periods between them that have none. */
    public record SeriesView(String indicator, NameView name, Map<String, String> values, List<String> gaps) {}

    static PairAnalysisView of(PairReading reading) {
        LeadLagAnalysis analysis = reading.analysis();
        Optional<LagEvidence> found = analysis.evidence();
        return new PairAnalysisView(
                reading.pair().code(),
                reading.pair().granularity().name(),
                analysis.verdict().name(),
                found.map(LagEvidence::lag).orElse(null),
                text(found, LagEvidence::p),
                text(found, LagEvidence::r),
                text(found, LagEvidence::spearman),
                analysis.n(),
                text(found, LagEvidence::stability),
                text(found, LagEvidence::band),
                found.flatMap(LagEvidence::firstSignificant).orElse(null),
                found.flatMap(LagEvidence::lastSignificant).orElse(null),
                found.map(LagEvidence::lagMax).orElse(null),
                found.flatMap(LagEvidence::reverse)
                        .map(r -> new ReverseView(r.lag(), Numbers.text(r.p()), Numbers.text(r.r())))
                        .orElse(null),
                analysis.transform().code(),
                List.of(analysis.leading().order(), analysis.lagging().order()),
                lags(found.map(LagEvidence::decision)),
                lags(found.map(LagEvidence::shape)),
                reading.forecast().points().stream()
                        .map(PairAnalysisView::point)
                        .toList(),
                reading.forecast().model().map(PairAnalysisView::model).orElse(null),
                notes(reading),
                NameView.of(analysis.text()),
                analysis.notes().stream().map(n -> NameView.of(n.text())).toList(),
                series(
                        reading.leading(),
                        analysis.leading().gaps().stream().map(Object::toString).toList()),
                series(
                        reading.lagging(),
                        analysis.lagging().gaps().stream().map(Object::toString).toList()),
                reading.signalTexts().stream().map(SignalView::of).toList());
    }

    private static @Nullable String text(Optional<LagEvidence> found, Function<LagEvidence, BigDecimal> figure) {
        return Numbers.text(found.map(figure));
    }

    private static List<LagView> lags(Optional<Correlogram> of) {
        return of.map(c -> c.lags().stream()
                        .map(l -> new LagView(l.lag(), Numbers.text(l.r()), l.n()))
                        .toList())
                .orElse(List.of());
    }

    private static ForecastView point(Forecast.Point point) {
        return new ForecastView(
                point.period().code(),
                Numbers.text(point.value()),
                Numbers.text(point.low()),
                Numbers.text(point.high()));
    }

    private static ModelView model(Forecast.Model model) {
        return new ModelView(
                Numbers.text(model.intercept()),
                Numbers.text(model.slope()),
                Numbers.text(model.durbinWatson()),
                model.n(),
                Numbers.text(model.error()),
                Numbers.text(model.errorOfRepetition()));
    }

    /** Why the verdict is no better, then why figures are missing, then why nothing is foretold. */
    private static List<String> notes(PairReading reading) {
        List<String> notes = new ArrayList<>(reading.analysis().notes().stream()
                .map(LagNote::kind)
                .map(Enum::name)
                .toList());
        Optional<LagEvidence> found = reading.analysis().evidence();
        if (found.isEmpty() && notes.stream().noneMatch(LagNote.Kind.TOO_FEW_PAIRS.name()::equals)) {
            notes.add("TOO_FEW_PERIODS");
        }
        found.filter(f -> f.firstSignificant().isEmpty()).ifPresent(f -> notes.add("NO_SIGNIFICANT_LAG"));
        found.filter(f -> f.reverse().isEmpty()).ifPresent(f -> notes.add("NO_REVERSE_SIDE"));
        reading.forecast().withheld().ifPresent(w -> notes.add("FORECAST_" + w.name()));
        if (!reading.isSignOfDirections()) {
            notes.add("NO_SIGNALS_AGAINST_DIRECTION");
        }
        return notes;
    }

    private static SeriesView series(PairSide side, List<String> gaps) {
        Map<String, String> values = new LinkedHashMap<>();
        side.series().values().forEach((period, value) -> values.put(period.code(), Numbers.text(value)));
        return new SeriesView(side.series().code(), NameView.of(side.series().name()), values, gaps);
    }
}
