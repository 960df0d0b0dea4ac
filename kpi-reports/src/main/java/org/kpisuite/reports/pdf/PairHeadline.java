package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.leadlag.Forecast;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.Signal;
import org.kpisuite.domain.leadlag.SignalText;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.Course;

/** The sentence over the pairs, made by rule: what the most urgent signal compares, then what is foretold. */
final class PairHeadline {
    private final Edition edition;

    PairHeadline(Edition edition) {
        this.edition = edition;
    }

    /** Empty where there is no pair. */
    Optional<String> of(List<PairReading> pairs) {
        Optional<PairReading> urgent = pairs.stream()
                .filter(p -> !p.signalsNow().isEmpty())
                .min((a, b) -> Signal.MOST_URGENT_FIRST.compare(
                        a.signalsNow().get(0), b.signalsNow().get(0)));
        return urgent.map(this::told).or(() -> pairs.stream().findFirst().map(this::tested));
    }

    private String told(PairReading pair) {
        Signal signal = pair.signalsNow().get(0);
        SignalText words = pair.text(signal);
        Texts texts = edition.texts();
        String sentence = texts.text(
                "pairs.headline." + words.kind(),
                pair.leading().series().name().in(edition.locale()),
                pair.lagging().series().name().in(edition.locale()),
                percent(words.changeOfLeading()),
                percent(words.changeOfLagging()),
                texts.counted(signal.period().granularity(), signal.figures().lag()),
                texts.period(signal.period()),
                texts.period(signal.due()),
                signal.silentSince().map(texts::period).orElse(NumberText.NO_VALUE));
        return sentence + forecast(pair);
    }

    private String tested(PairReading pair) {
        return pair.analysis().text().in(edition.locale());
    }

    private String percent(BigDecimal fraction) {
        if (fraction == null) {
            return NumberText.NO_VALUE;
        }
        NumberText numbers = edition.texts().numbers();
        return numbers.signed(Decimals.round(fraction.movePointRight(2), 0)) + numbers.percentSign();
    }

    private String forecast(PairReading pair) {
        List<Forecast.Point> points = pair.forecast().points();
        Optional<Course> line = edition.scorecard().courses().line(pair.pair().lagging());
        if (points.isEmpty() || line.isEmpty()) {
            return "";
        }
        Forecast.Point start = points.get(0);
        Forecast.Point end = points.get(points.size() - 1);
        return " "
                + edition.texts()
                        .text(
                                points.size() == 1 ? "pairs.headline.forecast.one" : "pairs.headline.forecast",
                                pair.lagging().series().name().in(edition.locale()),
                                edition.texts().period(start.period()),
                                edition.texts().period(end.period()),
                                value(line.get(), start.value()),
                                value(line.get(), end.value()),
                                edition.text(line.get().item()).unit());
    }

    private String value(Course line, BigDecimal value) {
        return edition.cell(line.byWeek(), Cell.of(value));
    }
}
