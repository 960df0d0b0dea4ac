package org.kpisuite.ejb.leadlag;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.SignalChanges;
import org.kpisuite.domain.leadlag.ToldForecast;
import org.kpisuite.domain.leadlag.ToldSignal;
import org.kpisuite.ejb.actual.Sql;

/** What is told of pairs, written down once: signals until they are over, forecasts for ever. */
final class PairLog {
    private static final String SEEN = "select mark from signal_look where id = 1 for update";
    private static final String SEE = "update signal_look set mark = ? where id = 1";

    /** Facts change by an import that is applied or taken back, and by rows let in from quarantine. */
    private static final String FACTS = """
        select state || ' ' || count(*) || ' ' || max(id) as told from import_run where not dry_run group by state
        union all
        select 'Q ' || state || ' ' || count(*) as told from quarantine group by state
        order by told
        """;

    private final Connection connection;

    PairLog(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the turn to write, if there is anything that was not looked at yet; the transaction ends the turn.
     *
     * @param definitions what else signals depend on
     */
    boolean take(String definitions) throws SQLException {
        List<String> known = new ArrayList<>(Sql.query(connection, FACTS, row -> row.getString("told")));
        known.add(definitions);
        String mark = UUID.nameUUIDFromBytes(String.join("\n", known).getBytes(StandardCharsets.UTF_8))
                .toString();
        String seen = Sql.query(connection, SEEN, row -> row.getString("mark")).get(0);
        if (seen.equals(mark)) {
            return false;
        }
        Sql.update(connection, SEE, mark);
        return true;
    }

    /**
     * Writes down what is new of the pairs of a unit; answers how many signals were told. What was told of another pair is
     * over: it is in force no longer, or nothing is known of it any more.
     */
    int record(String unit, List<PairReading> readings, Instant now) throws SQLException {
        new SignalRows(connection)
                .endOfOthers(unit, readings.stream().map(r -> r.pair().code()).toList(), now);
        int told = 0;
        for (PairReading reading : readings) {
            told += record(unit, reading, now);
        }
        return told;
    }

    /** Writes down what is new of a pair; answers how many signals were told. */
    int record(String unit, PairReading reading, Instant now) throws SQLException {
        SignalRows signals = new SignalRows(connection);
        SignalChanges changes =
                SignalChanges.of(unit, signals.told(unit, reading.pair().code()), reading, now);
        for (long id : changes.over()) {
            signals.end(id, now);
        }
        for (ToldSignal told : changes.told()) {
            signals.tell(told);
        }
        ForecastRows forecasts = new ForecastRows(connection);
        for (ToldForecast told : ToldForecast.of(unit, reading, now)) {
            forecasts.keep(told);
        }
        return changes.told().size();
    }
}
