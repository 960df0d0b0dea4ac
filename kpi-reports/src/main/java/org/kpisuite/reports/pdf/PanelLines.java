package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.leadlag.Forecast;
import org.kpisuite.domain.leadlag.LagEvidence;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.PairSide;
import org.kpisuite.domain.leadlag.Signal;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.Course;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.Status;
import org.kpisuite.reports.chart.AlignedSeries;
import org.kpisuite.reports.chart.Beside;
import org.kpisuite.reports.chart.Correlogram;
import org.kpisuite.reports.chart.Drawing;
import org.kpisuite.reports.chart.Scale;
import org.kpisuite.reports.page.PairPanel;

/** Makes the panel of a pair: what leads above what follows, moved by the lag; their correlation; what that says. */
final class PanelLines {
    static final int PER_PAGE = 2;

    private static final int PERIODS = 26;
    private static final int LABEL_EVERY = 4;
    private static final float WIDTH = 374;
    private static final float SERIES_WIDTH = 250;
    private static final float GAP = 20;
    private static final float TITLE_SIZE = 8;
    private static final float TEXT_SIZE = 6.5f;
    private static final int TEXT_LINES_MAX = 3;
    private static final int LINES_MAX = 5;

    private final Edition edition;
    private final Texts texts;

    PanelLines(Edition edition) {
        this.edition = edition;
        this.texts = edition.texts();
    }

    /** The pairs of which both indicators are lines here; those of most weight first. */
    List<PairReading> pairs() {
        return edition.scorecard().pairs().stream()
                .filter(p -> line(p.pair().leading()).isPresent()
                        && line(p.pair().lagging()).isPresent())
                .sorted(Comparator.comparing(this::weight).reversed().thenComparing(p -> p.pair()
                        .code()))
                .toList();
    }

    private Optional<Course> line(String code) {
        return edition.scorecard().courses().line(code);
    }

    private BigDecimal weight(PairReading pair) {
        return Stream.of(pair.pair().leading(), pair.pair().lagging())
                .flatMap(code -> line(code).stream())
                .map(c -> c.item().weight())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    PairPanel panel(PairReading pair) {
        Optional<Compared> compared = Compared.of(pair);
        Optional<Signal> signal = compared.map(Compared::signal)
                .or(() -> pair.signalsNow().stream().findFirst());
        List<String> text =
                lettered(signal.map(s -> signalText(pair, s)).orElseGet(() -> noSignal(pair)), TEXT_LINES_MAX);
        List<String> verdict = lettered(verdict(pair), LINES_MAX - text.size());
        return new PairPanel(
                title(pair),
                new Beside(series(pair, compared), correlogram(pair), SERIES_WIDTH, GAP),
                words(pair),
                Signs.sign(sign(signal), false, edition.palette(), 3.3f, 2.9f),
                signalWord(signal),
                signalWord(signal),
                String.join("\n", text),
                "\n".repeat(text.size()) + String.join("\n", verdict));
    }

    private List<String> lettered(String words, int linesMax) {
        return edition.lettering().lines(words, WIDTH, TEXT_SIZE, false, Math.max(1, linesMax));
    }

    private String name(PairSide side) {
        return side.series().name().in(edition.locale());
    }

    private String title(PairReading pair) {
        String lag = texts.text(pair.analysis().isConfirmed() ? "pair.lag" : "pair.lag.declared", lag(pair));
        String names = name(pair.leading()) + " \u2192 " + name(pair.lagging());
        float room = WIDTH - edition.lettering().width(", " + lag, TITLE_SIZE, true);
        return edition.lettering().line(names, room, TITLE_SIZE, true) + PageExporter.ASIDE + ", " + lag;
    }

    private String lag(PairReading pair) {
        return texts.counted(pair.pair().granularity(), pair.analysis().lag());
    }

    private static Status sign(Optional<Signal> signal) {
        return signal.map(s -> switch (s.severity()) {
                    case ALERT -> Status.RED;
                    case WATCH -> Status.AMBER;
                    case INFO -> Status.GREY;
                })
                .orElse(Status.GREY);
    }

    private String signalWord(Optional<Signal> signal) {
        return signal.map(s ->
                        texts.text("signal.severity." + s.severity()) + ": " + texts.text("signal.kind." + s.word()))
                .orElseGet(() -> texts.text("signal.none"));
    }

    private String signalText(PairReading pair, Signal signal) {
        return pair.text(signal).in(edition.locale());
    }

    private String noSignal(PairReading pair) {
        return pair.analysis().isConfirmed()
                ? texts.text("pair.quiet")
                : texts.text("pair.quiet") + " " + texts.text("pair.quiet.declared", lag(pair));
    }

    private String verdict(PairReading pair) {
        String word = texts.text("verdict." + pair.analysis().verdict());
        String text = pair.analysis().text().in(edition.locale());
        String forecast = pair.forecast().isShown() ? "" : " " + texts.text("pair.no-forecast.sentence");
        return word + ". " + text + forecast;
    }

    private AlignedSeries series(PairReading pair, Optional<Compared> compared) {
        Course upper = line(pair.pair().leading()).orElseThrow();
        Course lower = line(pair.pair().lagging()).orElseThrow();
        List<Period> periods = periods(pair, upper);
        int lag = pair.analysis().lag();
        List<Period> answers = periods.stream().map(p -> p.plus(lag)).toList();
        Scale upperScale = scale(periods, pair.leading());
        Scale lowerScale = scale(answers, pair.lagging());
        String per = texts.text("per." + pair.pair().granularity());
        List<AlignedSeries.Column> columns = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            columns.add(column(pair.leading(), upper, periods.get(i), upperScale, i % LABEL_EVERY == 0, true));
        }
        List<AlignedSeries.Column> shifted = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            shifted.add(answer(pair, lower, answers.get(i), lowerScale, i % LABEL_EVERY == 0));
        }
        int at = compared.map(c -> periods.indexOf(c.leading())).orElse(-1);
        return new AlignedSeries(
                new AlignedSeries.Series(name(pair.leading()), ", " + unit(upper) + per, columns),
                lowerSeries(pair, ", " + unit(lower) + per, at, shifted),
                at,
                at < 0
                        ? AlignedSeries.Comparison.NONE
                        : comparison(pair, compared.orElseThrow(), upper, lower, lowerScale),
                pair.forecast().isShown() || lag == 0 ? "" : texts.text("pair.no-forecast"));
    }

    /** Its heading ends before the line that comes down to the compared column: the lag is dropped first, then words. */
    private AlignedSeries.Series lowerSeries(
            PairReading pair, String unit, int compared, List<AlignedSeries.Column> columns) {
        float room = compared < 0 ? SERIES_WIDTH : SERIES_WIDTH / PERIODS * (compared + 0.5f) - 4;
        String shifted = pair.analysis().lag() == 0 ? "" : ", " + texts.text("pair.shifted", lag(pair));
        String name = name(pair.lagging());
        if (edition.lettering().width(name + unit + shifted, TEXT_SIZE, false) > room) {
            shifted = "";
            name = edition.lettering()
                    .line(name, room - edition.lettering().width(unit, TEXT_SIZE, false), TEXT_SIZE, false);
        }
        return new AlignedSeries.Series(name, unit + shifted, columns);
    }

    private String unit(Course line) {
        return edition.text(line.item()).unit();
    }

    /** Up to the period that runs, or the last one that is known. */
    private static List<Period> periods(PairReading pair, Course upper) {
        Optional<Period> running = running(upper, pair).map(Course.Point::period);
        Period last = running.orElseGet(() -> pair.leading().series().values().isEmpty()
                ? upper.by(pair.pair().granularity()).get(0).period()
                : pair.leading().series().values().lastKey());
        return IntStream.rangeClosed(1 - PERIODS, 0).mapToObj(last::plus).toList();
    }

    private static Optional<Course.Point> running(Course line, PairReading pair) {
        List<Course.Point> points = line.by(pair.pair().granularity());
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(points.get(points.size() - 1)).filter(Course.Point::isRunning);
    }

    private static Scale scale(List<Period> periods, PairSide side) {
        return Scale.of(periods.stream()
                .flatMap(p -> Stream.ofNullable(side.series().values().get(p)))
                .toList());
    }

    private AlignedSeries.Column column(
            PairSide side, Course line, Period period, Scale scale, boolean labelled, boolean running) {
        BigDecimal known = side.series().values().get(period);
        Optional<Course.Point> point = known != null || !running
                ? Optional.empty()
                : line.by(period.granularity()).stream()
                        .filter(p -> p.period().equals(period) && p.isRunning())
                        .findFirst();
        Float actual = known != null ? (Float) positive(scale, known) : share(scale, point.map(Course.Point::actual));
        Float forecast = known != null ? null : share(scale, point.map(Course.Point::forecast));
        return new AlignedSeries.Column(actual, forecast, null, null, labelled ? texts.period(period) : "", "");
    }

    private AlignedSeries.Column answer(PairReading pair, Course line, Period period, Scale scale, boolean labelled) {
        List<Forecast.Point> foretold = pair.forecast().points();
        Optional<Forecast.Point> point =
                foretold.stream().filter(p -> p.period().equals(period)).findFirst();
        if (point.isEmpty()) {
            return column(
                    pair.lagging(),
                    line,
                    period,
                    scale,
                    labelled,
                    pair.analysis().lag() == 0);
        }
        Forecast.Point f = point.get();
        boolean last = f.equals(foretold.get(foretold.size() - 1));
        return new AlignedSeries.Column(
                null,
                positive(scale, f.value()),
                positive(scale, f.low()),
                positive(scale, f.high()),
                labelled ? texts.period(period) : "",
                last
                        ? edition.cell(weekly(line), Cell.of(f.value())) + " "
                                + ScorecardItem.ForecastMethod.MODEL.letter()
                        : "");
    }

    private static ScorecardItem weekly(Course line) {
        return line.byWeek();
    }

    /** Columns stand on zero: what is below is not drawn. */
    private static float positive(Scale scale, BigDecimal value) {
        return Math.max(0, scale.share(value));
    }

    private static @Nullable Float share(Scale scale, Optional<Cell> cell) {
        Optional<BigDecimal> value = cell.flatMap(Cell::usable);
        return value.isPresent() ? (Float) positive(scale, value.get()) : null;
    }

    private AlignedSeries.Comparison comparison(
            PairReading pair, Compared compared, Course upper, Course lower, Scale lowerScale) {
        BigDecimal x = pair.leading().series().values().get(compared.leading());
        BigDecimal y = pair.lagging().series().values().get(compared.lagging());
        Signal.Figures figures = compared.signal().figures();
        Optional<BigDecimal> model = expected(pair, y, figures);
        return new AlignedSeries.Comparison(
                edition.cell(weekly(upper), Cell.of(x)),
                change(pair.leading(), figures.changeX()),
                edition.cell(weekly(lower), Cell.of(y)),
                change(pair.lagging(), figures.changeY()),
                model.isPresent() ? (Float) positive(lowerScale, model.get()) : null,
                model.map(m -> texts.text("pair.model", edition.cell(weekly(lower), Cell.of(m))))
                        .orElse(""));
    }

    /** What the change of the leading indicator lets expect by the slope of the model: reference × (1 + change)^slope. */
    private static Optional<BigDecimal> expected(PairReading pair, BigDecimal y, Signal.Figures figures) {
        BigDecimal dx = figures.changeX();
        BigDecimal dy = figures.changeY();
        Optional<BigDecimal> elasticity = pair.elasticity();
        if (dx == null || dy == null || elasticity.isEmpty()) {
            return Optional.empty();
        }
        double grown = 1 + own(pair.leading(), dx).doubleValue();
        double reference = y.doubleValue() / (1 + own(pair.lagging(), dy).doubleValue());
        double value = reference * Math.pow(grown, elasticity.get().doubleValue());
        return Double.isFinite(value) ? Optional.of(BigDecimal.valueOf(value)) : Optional.empty();
    }

    /** Signals sign changes by effect; here the change itself is wanted. */
    private static BigDecimal own(PairSide side, BigDecimal byEffect) {
        return side.direction() == Direction.DOWN ? byEffect.negate() : byEffect;
    }

    private String change(PairSide side, @Nullable BigDecimal byEffect) {
        if (byEffect == null) {
            return "";
        }
        NumberText numbers = texts.numbers();
        BigDecimal percent = Decimals.round(own(side, byEffect).movePointRight(2), 0);
        return numbers.signed(percent) + numbers.percentSign();
    }

    private Drawing correlogram(PairReading pair) {
        Optional<LagEvidence> found = pair.analysis().evidence();
        String heading = texts.text("pair.correlation");
        String axis =
                texts.text("pair.lag.axis", texts.text("periods." + pair.pair().granularity()));
        if (found.isEmpty()) {
            return new Correlogram(heading, List.of(), 0, "", 0, "", texts.text("pair.untested"));
        }
        LagEvidence evidence = found.get();
        int chosen = evidence.lag();
        return new Correlogram(
                heading,
                evidence.decision().lags().stream()
                        .map(l -> new Correlogram.Stick(l.lag(), l.r().floatValue()))
                        .toList(),
                evidence.band().floatValue(),
                "\u00b1" + number(evidence.band()),
                chosen,
                number(evidence.r()),
                axis);
    }

    private String number(BigDecimal r) {
        return texts.numbers().plain(Decimals.round(r, 2));
    }

    /** Both series and their correlation in numbers, for readers who hear the page. */
    private String words(PairReading pair) {
        Locale locale = edition.locale();
        String numbers = Stream.of(pair.leading(), pair.lagging())
                .map(side -> side.series().name().in(locale) + ": " + last(side))
                .reduce((a, b) -> a + ". " + b)
                .orElse("");
        return numbers + ". " + pair.analysis().text().in(locale);
    }

    private String last(PairSide side) {
        String code = side.series().code();
        return side.series().values().descendingMap().entrySet().stream()
                .limit(MatrixLines.COLUMNS)
                .map(e -> texts.period(e.getKey()) + " "
                        + edition.cell(weekly(line(code).orElseThrow()), Cell.of(e.getValue())))
                .reduce((a, b) -> b + ", " + a)
                .orElse(NumberText.NO_VALUE);
    }
}
