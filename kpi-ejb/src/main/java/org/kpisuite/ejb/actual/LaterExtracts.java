package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Values that a later extract repeats: as of that extract they are known, and no longer open to a file from in between. No
 * revision of them; taken back with the import that repeated them. Source: domain specification §8.6, policy NEWER.
 */
final class LaterExtracts {
    private static final String REMEMBER = """
            insert into actual_seen (unit, measure, dims, grain, period_start, scenario, source, import_id, origin_id,
                as_of_before, as_of)
            select a.unit, a.measure, a.dims, a.grain, a.period_start, a.scenario, a.source, cast(? as bigint),
                a.import_id, a.as_of, s.as_of
            from import_stage s
            join actual a on a.series_id = s.series_id and a.period_start = s.period_start
            where a.amount is not distinct from s.amount and a.as_of < s.as_of
            """;
    private static final String FRESHEN = """
            merge into fact a
            using import_stage s
                on a.series_id = s.series_id and a.period_start = s.period_start
                and a.amount is not distinct from s.amount and a.as_of < s.as_of
            when matched then update set
                as_of = s.as_of
            """;
    /** As of the latest extract among those that stand. */
    private static final String TAKE_BACK = """
            merge into %s a
            using (
                select f.id as series_id, s.period_start, s.origin_id,
                    greatest(min(s.as_of_before), coalesce(
                        max(case when r.state in ('APPLIED', 'PARTIAL') and r.id <> u.import_id then s.as_of end),
                        min(s.as_of_before))) as as_of
                from actual_seen u
                join actual_seen s
                    on s.origin_id = u.origin_id and s.unit = u.unit and s.measure = u.measure and s.dims = u.dims
                    and s.grain = u.grain and s.period_start = u.period_start and s.scenario = u.scenario
                    and s.source = u.source
                join import_run r on r.id = s.import_id
                join fact_series f
                    on f.unit = s.unit and f.scenario = s.scenario and f.measure = s.measure and f.dims = s.dims
                    and f.grain = s.grain and f.source = s.source
                where u.import_id = ?
                group by f.id, s.period_start, s.origin_id
            ) k on k.origin_id = a.import_id and a.series_id = k.series_id and a.period_start = k.period_start
            when matched then update set
                as_of = k.as_of
            """;

    private final Connection connection;

    LaterExtracts(Connection connection) {
        this.connection = connection;
    }

    /** What the staged rows of an import repeat is as of them. */
    void seen(long importId) throws SQLException {
        Sql.update(connection, REMEMBER, importId);
        Sql.update(connection, FRESHEN);
    }

    /** What that import repeated is as of the others again, also where it was replaced since. */
    void takeBack(long importId) throws SQLException {
        Sql.update(connection, TAKE_BACK.formatted("fact"), importId);
        Sql.update(connection, TAKE_BACK.formatted("fact_past"), importId);
    }
}
