package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.leadlag.Forecast;
import org.kpisuite.domain.leadlag.LagEvidence;
import org.kpisuite.domain.leadlag.LagNote;
import org.kpisuite.domain.leadlag.LeadLagAnalysis;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.Scale;
import org.kpisuite.domain.leadlag.SignalText;
import org.kpisuite.domain.plan.CountedWord;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;

/** The test of a pair, in the words of somebody who has to decide something. */
public final class PairView {
    private static final BigDecimal LEVEL = new BigDecimal("0.05");

    private final PairReading pair;
    private final LeadLagAnalysis analysis;
    private final Reader reader;
    private final PairSideText x;
    private final PairSideText y;
    private final PairCharts charts;

    PairView(PairReading pair, Reader reader) {
        this.pair = pair;
        this.analysis = pair.analysis();
        this.reader = reader;
        this.x = new PairSideText(pair.leading(), reader.getLocale());
        this.y = new PairSideText(pair.lagging(), reader.getLocale());
        this.charts = new PairCharts(pair, reader, x, y);
    }

    private boolean isConfirmed() {
        return analysis.isConfirmed();
    }

    private String span(int periods) {
        return CountedWord.valueOf(pair.pair().granularity().name()).text(periods, reader.getLocale());
    }

    /** What was found, with its number. */
    public String getHeadline() {
        return reader.text(
                "ll.headline." + analysis.verdict() + headlineVariant(),
                x.name(),
                y.name(),
                lead(),
                reader.count(analysis.n()),
                span(analysis.evidence().flatMap(LagEvidence::firstSignificant).orElse(0)));
    }

    private String headlineVariant() {
        if (isConfirmed() && analysis.isSpread()) {
            return ".spread";
        }
        String variant = variant();
        return Set.of(".untried", ".same").contains(variant) ? variant : "";
    }

    /** By how much: a range where the response is spread and its peak may not be named. */
    private String lead() {
        return analysis.isSpread() ? response(analysis.evidence().orElseThrow()) : span(foundLag());
    }

    private int foundLag() {
        return analysis.evidence().map(LagEvidence::lag).orElse(0);
    }

    public String getTag() {
        return reader.text("ll.verdict." + analysis.verdict());
    }

    /** The verdict in the words of the test, without what the headline says already. */
    public String getVerdict() {
        return analysis.evidence()
                .filter(found -> isConfirmed())
                .map(found -> reader.text(
                        "ll.confirmed",
                        charts.correlation(found.r()),
                        reader.count(analysis.n()),
                        reader.numbers().percent(found.stability().movePointRight(2))))
                .orElseGet(() -> analysis.text().in(reader.getLocale()));
    }

    /** What that means, read aloud. */
    public String getPlain() {
        return reader.text(
                "ll.plain." + analysis.verdict() + variant(),
                x.name(),
                y.name(),
                lead(),
                nextEffect(),
                reader.count(analysis.n()),
                reader.count(pair.pair().expectedLag()),
                reader.count(analysis.evidence().map(LagEvidence::lagMax).orElse(0)));
    }

    /** What is not found may be clear and yet not what was declared: that is not what chance alone would show. */
    private String variant() {
        return switch (analysis.verdict()) {
            case CONFIRMED -> pair.pair().expectedSign() < 0 ? ".minus" : "";
            case WEAK -> foundLag() == 0 ? ".same" : "";
            case NOT_FOUND -> {
                String reason = has(LagNote.Kind.LAG_NOT_TRIED) ? ".untried" : "";
                yield isClear() ? ".sign" : has(LagNote.Kind.REVERSE_SIDE) ? ".reverse" : reason;
            }
            case INSUFFICIENT -> isDrawn() ? "" : ".nothing";
            default -> "";
        };
    }

    private boolean isClear() {
        return analysis.evidence()
                .filter(found -> found.p().compareTo(LEVEL) < 0)
                .isPresent();
    }

    private boolean has(LagNote.Kind kind) {
        return analysis.notes().stream().anyMatch(n -> n.kind() == kind);
    }

    /** The period in which what the leading one does now would show. */
    private String nextEffect() {
        if (x.values().isEmpty()) {
            return NumberText.NO_VALUE;
        }
        Period last = x.values().lastKey();
        return analysis.isSpread()
                ? last.plus(analysis.evidence().orElseThrow().firstSignificant().orElseThrow()) + "…"
                        + last.plus(analysis.evidence()
                                .orElseThrow()
                                .lastSignificant()
                                .orElseThrow())
                : last.plus(foundLag()).code();
    }

    /** What was tested: as it is declared, on which periods. */
    public String getTested() {
        String from = analysis.leading().first().map(Period::code).orElse(NumberText.NO_VALUE);
        String to = analysis.leading().last().map(Period::code).orElse(NumberText.NO_VALUE);
        return reader.text(
                "ll.tested",
                from,
                to,
                pair.pair().expectedSign() < 0 ? String.valueOf(NumberText.MINUS) : "+",
                reader.count(pair.pair().expectedLag()),
                reader.count(pair.pair().maxPlausibleLag()));
    }

    public String getCode() {
        return pair.pair().code();
    }

    public boolean isDrawn() {
        return !charts.isEmpty();
    }

    public boolean isNumbered() {
        return analysis.evidence().isPresent();
    }

    public String getLeadingHeading() {
        return x.heading();
    }

    public String getLaggingHeading() {
        return y.heading();
    }

    public String getLaggingHint() {
        int lag = analysis.lag();
        String key = isConfirmed() ? "ll.lagging.shifted" : "ll.lagging.declared";
        return lag == 0 ? reader.text("ll.lagging.same") : reader.text(key, span(lag));
    }

    public PairLine.Shown getLeadingLine() {
        return charts.leading();
    }

    public PairLine.Shown getLaggingLine() {
        return charts.lagging();
    }

    public LagBars.Shown getLags() {
        return charts.lags();
    }

    public String getLaggingFirst() {
        return reader.text("ll.first.left", y.name());
    }

    public String getLeadingFirst() {
        return reader.text("ll.first.right", x.name());
    }

    /** One line of a list with a name. */
    public record Fact(String name, String value) {}

    /** The numbers of the test; none where it could not be made. */
    public List<Fact> getFacts() {
        List<Fact> facts = new ArrayList<>();
        analysis.evidence().ifPresent(found -> {
            add(facts, "lag", found.lag() == 0 ? reader.text("ll.same-period") : lead());
            add(facts, "tried", reader.text("ll.fact.response.range", reader.count(0), span(found.lagMax())));
            add(facts, "r", charts.correlation(found.r()));
            add(
                    facts,
                    "chart-r",
                    charts.correlation(found.shape().at(found.lag()).r()));
            add(facts, "spearman", charts.correlation(found.spearman()));
            add(facts, "p", probability(found.p()));
        });
        add(facts, "n", span(analysis.n()));
        analysis.evidence().ifPresent(found -> {
            add(facts, "stability", reader.numbers().percent(found.stability().movePointRight(2)));
            add(facts, "response", response(found));
            add(facts, "reverse", reverse(found));
        });
        pair.forecast()
                .model()
                .ifPresent(m -> add(
                        facts,
                        "error",
                        reader.text("ll.fact.error.value", y.number(m.error()), y.number(m.errorOfRepetition()))));
        return facts;
    }

    private void add(List<Fact> facts, String key, String value) {
        facts.add(new Fact(reader.text("ll.fact." + key), value));
    }

    private String probability(BigDecimal p) {
        NumberText numbers = reader.numbers();
        BigDecimal least = new BigDecimal("0.001");
        return p.compareTo(least) < 0 ? "< " + numbers.plain(least) : numbers.plain(Decimals.round(p, 3));
    }

    private String response(LagEvidence found) {
        if (found.firstSignificant().isEmpty()) {
            return NumberText.NO_VALUE;
        }
        int first = found.firstSignificant().get();
        int last = found.lastSignificant().orElse(first);
        return first == last ? span(first) : reader.text("ll.fact.response.range", reader.count(first), span(last));
    }

    private String reverse(LagEvidence found) {
        return found.reverse()
                .filter(r -> r.p().compareTo(LEVEL) < 0)
                .map(r -> reader.text("ll.reverse.found", span(r.lag()), charts.correlation(r.r())))
                .orElseGet(() -> reader.text("ll.reverse.none"));
    }

    /** What must be said beside the verdict: why it is no better, and what was left out. */
    public List<String> getNotes() {
        return analysis.notes().stream()
                .map(n -> n.text().in(reader.getLocale()))
                .toList();
    }

    /** What would make it another verdict. */
    public String getChange() {
        String change = reader.text("ll.change." + analysis.verdict(), reader.count(analysis.n()));
        return pair.pair().granularity() == Granularity.QUARTER
                ? change + " " + reader.text("ll.change.quarter")
                : change;
    }

    /** What this does not say. */
    public List<String> getLimits() {
        List<String> limits = new ArrayList<>();
        limits.add(reader.text("ll.not.third", x.name(), y.name()));
        pair.forecast().model().ifPresent(m -> {
            if (!y.values().isEmpty()) {
                Period end = y.values().lastKey().plus(analysis.lag());
                limits.add(reader.text("ll.not.beyond", end.code()));
            }
            limits.add(reader.text("ll.not.range", x.name(), x.number(m.xLow()), x.number(m.xHigh())));
        });
        limits.add(reader.text(seasonKey()));
        return limits;
    }

    private String seasonKey() {
        if (!pair.pair().seasonal()) {
            return "ll.not.season.declared";
        }
        return analysis.transform().isSeasonal() ? "ll.not.season.taken" : "ll.not.season.open";
    }

    /** One line of the forecast. */
    public record Foretold(String period, String value, String letter, String interval) {}

    public List<Foretold> getForecast() {
        return pair.forecast().points().stream()
                .map(p -> new Foretold(
                        p.period().code(), y.number(p.value()), "s", y.number(p.low()) + "–" + y.number(p.high())))
                .toList();
    }

    /** The first period that nothing can be said of; null where nothing is foretold at all. */
    public @Nullable String getBeyond() {
        List<Forecast.Point> points = pair.forecast().points();
        return points.isEmpty()
                ? null
                : points.get(points.size() - 1).period().plus(1).code();
    }

    /** Why nothing, or not all, is foretold; null where all is. */
    public @Nullable String getWithheld() {
        return pair.forecast()
                .withheld()
                .map(w -> reader.text("ll.withheld." + w))
                .orElse(null);
    }

    /**
     * What went with one percent of the leading one, of the odds where one of them is a share; null where no forecast is shown
     * or no percent can be told.
     */
    public @Nullable String getSlope() {
        return pair.elasticity()
                .filter(b -> pair.forecast().isShown())
                .map(b -> reader.text(
                        isInPercent() ? "ll.slope" : "ll.slope.odds",
                        x.name(),
                        reader.numbers().signed(Decimals.round(b, 2))
                                + reader.numbers().percentSign(),
                        y.name(),
                        span(analysis.lag())))
                .orElse(null);
    }

    private boolean isInPercent() {
        return analysis.transform().leading() == Scale.LOG
                && analysis.transform().lagging() == Scale.LOG;
    }

    /** A signal that still speaks. */
    public record Told(String severity, String kind, String text) {}

    public List<Told> getSignals() {
        return pair.signalTexts().stream().map(t -> told(t, reader)).toList();
    }

    static Told told(SignalText text, Reader reader) {
        String tag =
                switch (text.signal().severity()) {
                    case ALERT -> "bad";
                    case WATCH -> "warn";
                    case INFO -> "acc";
                };
        return new Told(text.severity(reader.getLocale()), tag, text.in(reader.getLocale()));
    }

    /** Where there is no signal: what the leading one did last, and that it is not enough for one. */
    public String getQuiet() {
        if (!pair.isSignOfDirections()) {
            return reader.text("ll.signal.never", x.name(), y.name());
        }
        Optional<BigDecimal> change = pair.latestChange();
        return change.isEmpty() || x.values().isEmpty()
                ? reader.text("ll.signal.none")
                : reader.text(
                        "ll.signal.quiet",
                        x.name(),
                        reader.numbers().relative(change.get())
                                + reader.numbers().percentSign(),
                        x.values().lastKey().code(),
                        reader.text(pair.pair().seasonal() ? "ll.against.year" : "ll.against.before"));
    }

    /** One line of the table behind the charts. */
    public record Row(String leading, String x, String lagging, String y, String told) {}

    public List<Row> getRows() {
        return charts.places().stream()
                .map(b -> {
                    String above = x.number(b.x());
                    String below = y.number(b.y());
                    String told = b.leading().code() + ": " + x.name() + " " + above + " → "
                            + b.lagging().code() + ": " + y.name() + " " + below;
                    return new Row(b.leading().code(), above, b.lagging().code(), below, told);
                })
                .toList();
    }

    /** Where the first and the last point of both charts are drawn, and how far down a line along them goes. */
    public String getField() {
        return PairLine.FIELD;
    }

    /** What the forecast rests on; nothing where there is no model. */
    public List<Fact> getModel() {
        List<Fact> facts = new ArrayList<>();
        pair.forecast().model().ifPresent(m -> {
            add(facts, "slope", plain(m.slope()) + " ± " + plain(m.slopeError()));
            add(facts, "intercept", plain(m.intercept()) + " ± " + plain(m.interceptError()));
            add(facts, "r-square", plain(m.rSquare()));
            add(facts, "durbin-watson", plain(m.durbinWatson()));
            add(facts, "model-n", reader.count(m.n()));
        });
        return facts;
    }

    private String plain(BigDecimal value) {
        return reader.numbers().plain(Decimals.round(value, 3));
    }
}
