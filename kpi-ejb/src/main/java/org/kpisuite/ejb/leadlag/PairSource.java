package org.kpisuite.ejb.leadlag;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.leadlag.Discovery;
import org.kpisuite.domain.leadlag.ForecastAccuracy;
import org.kpisuite.domain.leadlag.PairReading;

/** Where readings of pairs come from: facts, worked out as scorecards work them out. */
public interface PairSource {
    /** The pairs in force of which both sides are known in a unit. */
    List<PairReading> all(String unit, Instant asOf);

    /** The same of many units, by definitions and an organisation that are read once. */
    void each(List<String> units, Instant asOf, Taker taker) throws SQLException;

    /** One pair, in force or not, over some of its periods; with empty series where nothing is known. */
    PairReading one(String unit, Pair pair, Instant asOf, Span span);

    /** What stands out among all pairs of indicators of a unit that nobody has declared. */
    Discovery discover(String unit, Granularity granularity, Instant asOf);

    /** How good the forecasts were that people made of a unit. */
    List<ForecastAccuracy> byHand(String unit, Instant asOf);

    /** Takes the pairs of one unit. */
    @FunctionalInterface
    interface Taker {
        void take(String unit, List<PairReading> readings) throws SQLException;
    }

    /** From and to which period; all that is looked at where empty. */
    record Span(Optional<Period> from, Optional<Period> to) {
        public static final Span ALL = new Span(Optional.empty(), Optional.empty());
    }
}
