package org.kpisuite.ejb.scorecard;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.leadlag.ForecastAccuracy;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.scorecard.HandForecasts;
import org.kpisuite.domain.scorecard.ManualForecast;
import org.kpisuite.domain.scorecard.PairAssembler;
import org.kpisuite.domain.scorecard.PairNeeds;

/** Reads pairs of what was known of one unit, the facts of all pairs of one granularity at once. */
final class PairReader {
    private final Connection connection;
    private final Known known;

    PairReader(Connection connection, Known known) {
        this.connection = connection;
        this.known = known;
    }

    Known known() {
        return known;
    }

    /** The pairs in force on a day of which both sides are known, up to that day. */
    List<PairReading> all(LocalDate lastDay) throws SQLException {
        Map<Granularity, List<Pair>> byLength = new EnumMap<>(Granularity.class);
        for (Pair pair : known.definitions().on(lastDay).pairs()) {
            byLength.computeIfAbsent(pair.granularity(), g -> new ArrayList<>()).add(pair);
        }
        List<PairReading> readings = new ArrayList<>();
        for (Map.Entry<Granularity, List<Pair>> alike : byLength.entrySet()) {
            PairAssembler assembler =
                    assembler(PairNeeds.of(indicators(alike.getValue()), alike.getKey(), lastDay), lastDay);
            alike.getValue().stream()
                    .filter(pair -> assembler.knows(pair))
                    .forEach(pair -> assembler.read(pair).ifPresent(readings::add));
        }
        return readings;
    }

    /** What people foretold, held against what came. */
    List<ForecastAccuracy> byHand(List<ManualForecast> said, LocalDate lastDay) throws SQLException {
        HandForecasts words = HandForecasts.of(said, known.company().zone());
        List<ForecastAccuracy> accuracies = new ArrayList<>();
        for (Granularity length : words.lengths()) {
            PairNeeds needs = PairNeeds.of(words.indicators(length), length, lastDay);
            accuracies.addAll(words.accuracies(length, assembler(needs, lastDay)));
        }
        return accuracies;
    }

    static Set<String> indicators(Collection<Pair> pairs) {
        Set<String> codes = new LinkedHashSet<>();
        pairs.forEach(p -> codes.addAll(List.of(p.leading(), p.lagging())));
        return codes;
    }

    /** The series of some indicators, ready to be read as pairs. */
    PairAssembler assembler(PairNeeds needs, LocalDate lastDay) throws SQLException {
        Known.Read read = known.history(connection, needs.facts(known.definitions()));
        return new PairAssembler(known.grounds(read.facts(), read.query().whole(), List.of()), needs, lastDay);
    }
}
