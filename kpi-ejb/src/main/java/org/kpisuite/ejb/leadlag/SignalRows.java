package org.kpisuite.ejb.leadlag;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.leadlag.Signal;
import org.kpisuite.domain.leadlag.ToldSignal;
import org.kpisuite.ejb.actual.Sql;

/** Signals as stored. */
final class SignalRows {
    private static final String READ = """
        select s.id, s.unit, s.pair, s.period, s.due, s.kind, s.severity, s.lag, s.change_x, s.change_y, s.elasticity,
            s.yield_change, s.amount_x, s.silent_since, s.told_at, s.over_at, a.person, a.acknowledged_at, a.words
        from signal_told s left join signal_acknowledgement a on a.signal_id = s.id
        """;
    private static final String TOLD =
            READ + "where s.unit = ? and s.pair = ? and (s.over_at is null or a.person is not null)";
    private static final String ONE = READ + "where s.id = ?";
    private static final String LOCK = "select id from signal_told where id = ? for update";
    private static final String STANDING = READ + """
        where s.unit in (select w.unit from unnest(cast(? as varchar(64) array)) as w(unit)) and s.over_at is null
        order by case when a.person is null then 0 else 1 end, s.id desc
        fetch first ? rows only
        """;
    private static final String OF_UNITS = READ + """
        where s.unit in (select w.unit from unnest(cast(? as varchar(64) array)) as w(unit)) and s.id < ?
        order by s.id desc
        fetch first ? rows only
        """;
    private static final String TELL = """
        insert into signal_told (unit, pair, period, due, kind, severity, lag, change_x, change_y, elasticity,
            yield_change, amount_x, silent_since, told_at)
        values (?, ?, ?, ?, ?, ?, ?, cast(? as numeric(28, 10)), cast(? as numeric(28, 10)),
            cast(? as numeric(28, 10)), cast(? as numeric(28, 10)), cast(? as numeric(38, 10)),
            ?, ?)
        """;
    private static final String END = "update signal_told set over_at = ? where id = ?";
    private static final String END_OF_OTHERS = """
        update signal_told set over_at = ?
        where over_at is null and unit = ?
            and pair not in (select p.code from unnest(cast(? as varchar(64) array)) as p(code))
        """;
    private static final String ACKNOWLEDGE = """
        insert into signal_acknowledgement (signal_id, person, acknowledged_at, words)
        values (?, ?, ?, ?)
        """;
    private static final int SCALE = 10;

    private final Connection connection;

    SignalRows(Connection connection) {
        this.connection = connection;
    }

    /** Those of a pair that are not over, and those that somebody has answered. */
    List<ToldSignal> told(String unit, String pair) throws SQLException {
        return Sql.query(connection, TOLD, SignalRows::read, unit, pair);
    }

    Optional<ToldSignal> find(long id) throws SQLException {
        return Sql.query(connection, ONE, SignalRows::read, id).stream().findFirst();
    }

    /** Those of some units that are not over: first what nobody has answered, of each the newest first. */
    List<ToldSignal> standing(Collection<String> units, int limit) throws SQLException {
        return Sql.query(connection, STANDING, SignalRows::read, units.toArray(String[]::new), limit);
    }

    /** Those of some units, the newest first. */
    List<ToldSignal> list(Collection<String> units, long beforeId, int limit) throws SQLException {
        return Sql.query(connection, OF_UNITS, SignalRows::read, units.toArray(String[]::new), beforeId, limit);
    }

    void tell(ToldSignal told) throws SQLException {
        Signal signal = told.signal();
        Signal.Figures figures = signal.figures();
        Sql.update(
                connection,
                TELL,
                told.unit(),
                signal.pair(),
                signal.period().key(),
                signal.due().key(),
                signal.kind().name(),
                signal.severity().name(),
                figures.lag(),
                stored(figures.changeX()),
                stored(figures.changeY()),
                stored(figures.elasticity()),
                stored(figures.yieldChange()),
                stored(figures.x()),
                signal.silentSince().map(Period::key).orElse(null),
                told.toldAt());
    }

    void end(long id, Instant at) throws SQLException {
        Sql.update(connection, END, at, id);
    }

    /** Ends those of a unit that are of none of these pairs. */
    void endOfOthers(String unit, Collection<String> pairs, Instant at) throws SQLException {
        Sql.update(connection, END_OF_OTHERS, at, unit, pairs.toArray(String[]::new));
    }

    /** One that is told, for this transaction alone to change. */
    Optional<ToldSignal> lock(long id) throws SQLException {
        Sql.query(connection, LOCK, row -> row.getLong(1), id);
        return find(id);
    }

    /** Writes down the answer to a signal, and that it is over if it is. */
    void acknowledge(ToldSignal seen) throws SQLException {
        ToldSignal.Acknowledgement by = seen.acknowledgement().orElseThrow();
        Sql.update(connection, ACKNOWLEDGE, seen.id(), by.person(), by.at(), by.words());
        if (seen.overAt().isPresent()) {
            end(seen.id(), seen.overAt().get());
        }
    }

    private static @Nullable BigDecimal stored(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.setScale(SCALE, RoundingMode.HALF_UP);
    }

    private static ToldSignal read(ResultSet row) throws SQLException {
        Signal.Figures figures = new Signal.Figures(
                row.getInt("lag"),
                row.getBigDecimal("change_x"),
                row.getBigDecimal("change_y"),
                row.getBigDecimal("elasticity"),
                row.getBigDecimal("yield_change"),
                row.getBigDecimal("amount_x"));
        Signal signal = new Signal(
                row.getString("pair"),
                Signal.Kind.valueOf(row.getString("kind")),
                Signal.Severity.valueOf(row.getString("severity")),
                Period.ofKey(row.getString("period")),
                Period.ofKey(row.getString("due")),
                figures,
                Optional.ofNullable(row.getString("silent_since")).map(Period::ofKey));
        Instant acknowledged = Sql.instant(row, "acknowledged_at");
        return new ToldSignal(
                row.getLong("id"),
                row.getString("unit"),
                signal,
                Sql.instant(row, "told_at"),
                Optional.ofNullable(Sql.instant(row, "over_at")),
                acknowledged == null
                        ? Optional.empty()
                        : Optional.of(new ToldSignal.Acknowledgement(
                                row.getString("person"), acknowledged, row.getString("words"))));
    }
}
