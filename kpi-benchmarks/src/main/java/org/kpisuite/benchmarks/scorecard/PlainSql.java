package org.kpisuite.benchmarks.scorecard;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.kpisuite.domain.calendar.DayRange;

/** The same totals as somebody would ask for who knows that there are only days: added up when asked. */
final class PlainSql {
    private static final String TOTALS = """
            select a.unit, a.measure, cast(date_trunc('month', cast(a.period_start as timestamp)) as date) as month_start,
                sum(a.amount) as total, count(*) as days
            from unnest(cast(? as varchar(64) array)) as u(unit)
            cross join unnest(cast(? as varchar(64) array)) as m(measure)
            join actual a
                on a.unit = u.unit and a.measure = m.measure and a.dims = '' and a.grain = 'D'
                and a.period_start >= ? and a.period_start <= ? and a.scenario = 'AC'
            group by a.unit, a.measure, cast(date_trunc('month', cast(a.period_start as timestamp)) as date)
            """;

    private PlainSql() {}

    /** How many totals were read. */
    static int read(Connection connection, List<String> units, DayRange days) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TOTALS)) {
            statement.setArray(1, connection.createArrayOf("varchar", units.toArray()));
            statement.setArray(2, connection.createArrayOf("varchar", SampleDepartment.MEASURES.toArray()));
            statement.setObject(3, days.start());
            statement.setObject(4, days.endInclusive());
            int totals = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getString(1);
                    rows.getString(2);
                    rows.getObject(3, LocalDate.class);
                    rows.getBigDecimal(4);
                    rows.getInt(5);
                    totals++;
                }
            }
            return totals;
        }
    }
}
