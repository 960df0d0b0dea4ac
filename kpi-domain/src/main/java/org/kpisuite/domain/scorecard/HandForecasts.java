package org.kpisuite.domain.scorecard;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.leadlag.ForecastAccuracy;
import org.kpisuite.domain.leadlag.PairSide;
import org.kpisuite.domain.leadlag.ToldForecast;

/**
 * The forecasts that people made of the indicators of a unit, of each period the last word, ready to be held against what
 * came. What was taken back, and lines of single dimensions, are left out. Source: domain specification §6.6.
 */
public final class HandForecasts {
    private final List<ManualForecast> words;
    private final ZoneId zone;

    private HandForecasts(List<ManualForecast> words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /**
     * Of all that was said, in the order in which it was.
     *
     * @param zone of the company, in whose days periods end
     */
    public static HandForecasts of(List<ManualForecast> said, ZoneId zone) {
        Map<String, ManualForecast> last = new LinkedHashMap<>();
        said.forEach(f -> last.put(f.item() + " " + f.period().key(), f));
        return new HandForecasts(
                last.values().stream()
                        .filter(f -> f.value().isPresent() && !f.item().contains("["))
                        .toList(),
                zone);
    }

    /** Lengths of the periods that were foretold. */
    public List<Granularity> lengths() {
        return words.stream()
                .map(f -> f.period().granularity())
                .distinct()
                .sorted()
                .toList();
    }

    /** Codes of the indicators of which periods of that length were foretold. */
    public List<String> indicators(Granularity length) {
        return words.stream()
                .filter(f -> f.period().granularity() == length)
                .map(ManualForecast::item)
                .distinct()
                .toList();
    }

    /** How good those of periods of that length were; an indicator that is not known any more is left out. */
    public List<ForecastAccuracy> accuracies(Granularity length, PairAssembler sides) {
        List<ForecastAccuracy> accuracies = new ArrayList<>();
        for (String indicator : indicators(length)) {
            sides.side(indicator).ifPresent(side -> accuracies.add(accuracy(indicator, length, side)));
        }
        return accuracies;
    }

    ForecastAccuracy accuracy(String indicator, Granularity length, PairSide side) {
        List<ToldForecast> told = words.stream()
                .filter(f -> f.item().equals(indicator) && f.period().granularity() == length)
                .map(f -> told(f, side).with(side))
                .sorted(Comparator.comparing(ToldForecast::period).reversed())
                .toList();
        return new ForecastAccuracy(indicator, Optional.empty(), side, told);
    }

    /** Repetition says of it what the last period that was over when it was said came to. */
    private ToldForecast told(ManualForecast word, PairSide side) {
        Period over = Period.of(
                        word.period().granularity(), word.at().atZone(zone).toLocalDate())
                .previous();
        int ahead = 0;
        for (Period p = over; p.compareTo(word.period()) < 0; p = p.plus(1)) {
            ahead++;
        }
        return new ToldForecast(
                word.unit(),
                word.item(),
                word.period(),
                over,
                word.at(),
                ToldForecast.MANUAL,
                ahead,
                word.value().orElseThrow(),
                Optional.empty(),
                Optional.ofNullable(side.series().values().get(over)),
                Optional.of(word.author()),
                Optional.empty());
    }
}
