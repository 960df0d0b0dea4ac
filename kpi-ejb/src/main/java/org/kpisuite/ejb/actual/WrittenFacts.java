package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All revisions that an import wrote, found without an index of theirs, which would slow every import: by the series that
 * were changed since it began, and within them by the first and last period that it wrote.
 */
final class WrittenFacts {
    /** By id of the import. The clocks of two nodes are less than a day apart. */
    static final String SELECT = """
            select s.unit, s.measure, s.dims, s.grain, s.scenario, s.source, v.*
            from import_run i
            join fact_series s on s.changed_at >= i.started_at - interval '1' day
            join fact_revision v
                on v.series_id = s.id and v.period_start >= i.first_start and v.period_start <= i.last_start
                and v.import_id = i.id
            where i.id = ?
            """;

    private static final String UNITS = "select distinct unit from (" + SELECT + ") w order by unit";
    private static final String REACH = """
            update import_run set
                first_start = least(coalesce(first_start, cast(? as date)), cast(? as date)),
                last_start = greatest(coalesce(last_start, cast(? as date)), cast(? as date))
            where id = ?
            """;

    private final Connection connection;
    private final long importId;

    WrittenFacts(Connection connection, long importId) {
        this.connection = connection;
        this.importId = importId;
    }

    /** Remembers that it wrote periods that begin between these days, too. */
    void reach(@Nullable LocalDate first, @Nullable LocalDate last) throws SQLException {
        Sql.update(connection, REACH, first, first, last, last, importId);
    }

    /** Codes of the units for which it wrote anything. */
    List<String> units() throws SQLException {
        return Sql.query(connection, UNITS, row -> row.getString(1), importId);
    }
}
