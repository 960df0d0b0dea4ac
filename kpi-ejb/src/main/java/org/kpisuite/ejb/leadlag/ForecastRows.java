package org.kpisuite.ejb.leadlag;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.leadlag.ToldForecast;
import org.kpisuite.ejb.actual.Sql;

/** Forecasts of pairs as stored. */
final class ForecastRows {
    private static final String OF_PAIR = """
        select unit, pair, period, made_from, made_at, method, lag, amount, low, high, repeated
        from pair_forecast
        where unit = ? and pair = ?
        order by made_at desc, period desc
        fetch first ? rows only
        """;

    /** What was foretold from the same last period stays as it was told first. */
    private static final String KEEP = """
        insert into pair_forecast (unit, pair, period, made_from, made_at, method, lag, amount, low, high, repeated)
        select cast(? as varchar(64)), cast(? as varchar(64)), cast(? as varchar(32)), cast(? as varchar(32)),
            cast(? as timestamp with time zone), cast(? as varchar(8)), cast(? as integer), cast(? as numeric(38, 10)),
            cast(? as numeric(38, 10)), cast(? as numeric(38, 10)), cast(? as numeric(38, 10))
        where not exists (
            select 1 from pair_forecast f where f.unit = ? and f.pair = ? and f.period = ? and f.made_from = ?)
        """;

    private static final int SCALE = 10;

    private final Connection connection;

    ForecastRows(Connection connection) {
        this.connection = connection;
    }

    /** The newest of a pair, the latest period first. */
    List<ToldForecast> of(String unit, String pair, int limit) throws SQLException {
        return Sql.query(connection, OF_PAIR, ForecastRows::read, unit, pair, limit);
    }

    void keep(ToldForecast told) throws SQLException {
        String period = told.period().key();
        String from = told.madeFrom().key();
        Sql.update(
                connection,
                KEEP,
                told.unit(),
                told.subject(),
                period,
                from,
                told.madeAt(),
                told.method(),
                told.lag(),
                stored(told.value()),
                stored(told.band().orElseThrow().low()),
                stored(told.band().orElseThrow().high()),
                stored(told.repeated().orElseThrow()),
                told.unit(),
                told.subject(),
                period,
                from);
    }

    private static BigDecimal stored(BigDecimal amount) {
        return amount.setScale(SCALE, RoundingMode.HALF_UP);
    }

    private static ToldForecast read(ResultSet row) throws SQLException {
        return new ToldForecast(
                row.getString("unit"),
                row.getString("pair"),
                Period.ofKey(row.getString("period")),
                Period.ofKey(row.getString("made_from")),
                Sql.instant(row, "made_at"),
                row.getString("method"),
                row.getInt("lag"),
                row.getBigDecimal("amount"),
                Optional.of(new ToldForecast.Band(row.getBigDecimal("low"), row.getBigDecimal("high"))),
                Optional.of(row.getBigDecimal("repeated")),
                Optional.empty(),
                Optional.empty());
    }
}
