package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;

/** Under which numbers the series of an import are stored. */
final class SeriesNumbers {
    private static final String FIND = """
            update staged_series set
                id = (
                    select f.id
                    from fact_series f
                    where f.unit = staged_series.unit and f.scenario = staged_series.scenario
                        and f.measure = staged_series.measure and f.dims = staged_series.dims
                        and f.grain = staged_series.grain and f.source = staged_series.source
                )
            where id is null
            """;
    private static final String GIVE = """
            insert into fact_series (unit, scenario, measure, dims, grain, source, dim_keys)
            select distinct unit, scenario, measure, dims, grain, source, dim_keys
            from staged_series
            where id is null
            order by unit, scenario, measure, dims, grain, source
            """;
    private static final String STORED = """
            insert into staged_series (no, id, unit, scenario, measure, dims, grain, source, dim_keys)
            select -id, id, unit, scenario, measure, dims, grain, source, dim_keys
            from fact_series
            where id in (select -series_no from fact_change where series_no < 0)
            """;

    private SeriesNumbers() {}

    /** Of those staged, where they are stored already; the others have none. */
    static void find(Connection connection) throws SQLException {
        Sql.update(connection, FIND);
    }

    /** A number for each that has none: in the turn of the import only. */
    static void give(Connection connection) throws SQLException {
        find(connection);
        if (Sql.update(connection, GIVE) > 0) {
            find(connection);
        }
    }

    /** Names those of changes that no file brings: their numbers there are those under which they are stored, negative. */
    static void nameStored(Connection connection) throws SQLException {
        Sql.update(connection, STORED);
    }
}
