package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Values that a later extract repeats: as of that extract they are known, and no longer open to a file from in between. No
 * revision of them; taken back with the import that repeated them. Source: domain specification §8.6, policy NEWER.
 */
final class LaterExtracts {
    private static final String SAME_KEY = """
            %1$s.unit = %2$s.unit and %1$s.measure = %2$s.measure and %1$s.dims = %2$s.dims and %1$s.grain = %2$s.grain
                and %1$s.period_start = %2$s.period_start and %1$s.scenario = %2$s.scenario
                and %1$s.source = %2$s.source
            """;
    private static final String REPEATED =
            SAME_KEY.formatted("a", "s") + " and a.amount is not distinct from s.amount and a.as_of < s.as_of";
    private static final String REMEMBER = """
            insert into actual_seen (unit, measure, dims, grain, period_start, scenario, source, import_id, origin_id,
                as_of_before, as_of)
            select a.unit, a.measure, a.dims, a.grain, a.period_start, a.scenario, a.source, cast(? as bigint),
                a.import_id, a.as_of, s.as_of
            from import_stage s
            join actual a on %s
            """.formatted(REPEATED);
    private static final String FRESHEN = """
            merge into actual a
            using import_stage s on %s
            when matched then update set
                as_of = s.as_of
            """.formatted(REPEATED);
    /** As of the latest extract among those that stand. */
    private static final String TAKE_BACK = """
            merge into %%s a
            using (
                select s.unit, s.measure, s.dims, s.grain, s.period_start, s.scenario, s.source, s.origin_id,
                    greatest(min(s.as_of_before), coalesce(
                        max(case when r.state in ('APPLIED', 'PARTIAL') and r.id <> u.import_id then s.as_of end),
                        min(s.as_of_before))) as as_of
                from actual_seen u
                join actual_seen s on s.origin_id = u.origin_id and %s
                join import_run r on r.id = s.import_id
                where u.import_id = ?
                group by s.unit, s.measure, s.dims, s.grain, s.period_start, s.scenario, s.source, s.origin_id
            ) k on k.origin_id = a.import_id and %s
            when matched then update set
                as_of = k.as_of
            """.formatted(SAME_KEY.formatted("s", "u"), SAME_KEY.formatted("a", "k"));

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
        Sql.update(connection, TAKE_BACK.formatted("actual"), importId);
        Sql.update(connection, TAKE_BACK.formatted("actual_past"), importId);
    }
}
