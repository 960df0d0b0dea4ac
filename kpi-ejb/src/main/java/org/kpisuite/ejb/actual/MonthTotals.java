package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Keeps {@code actual_month} equal to the days behind it: every month that an import touched is made anew.
 *
 * <p>The row without dimensions is the resolved total: of each day the row without dimensions, else the sum over one
 * whole breakdown. The other rows are the days of exactly those dimensions. Days are joined to their month by range and
 * by equality: the range reads a few months out of many years by the key, the equality joins many months at once.
 */
final class MonthTotals {
    /** A day and its value in one number: the least and the greatest of a month hold its first value and its last. */
    private static final String RANKED = "extract(epoch from period_start) * 100000000000000000000 + amount as ranked";

    /** Of the days of a month. */
    private static final String TOTALS = """
            sum(amount) as sum_value,
                    min(ranked) - extract(epoch from min(period_start)) * 100000000000000000000 as first_value,
                    max(ranked) - extract(epoch from max(period_start)) * 100000000000000000000 as last_value,
                    max(period_start) as last_day,
                    count(*) as days_with_data,
                    cast(sum(power(cast(2 as double precision),
                        cast(extract(day from period_start) as double precision) - 1)) as integer) as days_in""";

    private static final String VALUES = "sum_value, first_value, last_value, last_day, days_with_data, days_in";

    /** The months of what changes, each with the totals of just that, and whether anything of it is stored already. */
    private static final String TOUCH = """
            insert into import_touched (unit, measure, month_start, month_end, scenario, source, is_known, %1$s)
            select t.unit, t.measure, t.month_start,
                cast(cast(t.month_start as timestamp) + interval '1' month as date), t.scenario, t.source,
                m.unit is not null, t.sum_value, t.first_value, t.last_value, t.last_day, t.days_with_data, t.days_in
            from (
                select unit, measure, month_start, scenario, source, %2$s
                from (
                    select d.*, %3$s
                    from (
                        select unit, measure, scenario, source, amount,
                            case when dims = '' then period_start end as period_start,
                            cast(date_trunc('month', cast(period_start as timestamp)) as date) as month_start
                        from import_change
                        where grain = 'D'
                    ) d
                ) c
                group by unit, measure, month_start, scenario, source
            ) t
            left join actual_month m
                on m.unit = t.unit and m.measure = t.measure and m.dims = '' and m.month_start = t.month_start
                and m.scenario = t.scenario and m.source = t.source
            """.formatted(VALUES, TOTALS, RANKED);

    /** Where there are no parts, the totals of what changes are those of a month of which nothing was stored. */
    private static final String BEGIN = """
            insert into actual_month (unit, measure, dims, month_start, scenario, source, %1$s, changed_at)
            select unit, measure, '', month_start, scenario, source, %1$s, cast(? as timestamp with time zone)
            from import_touched
            where not is_known
            """.formatted(VALUES);

    private static final String HAS_DIMENSIONS = """
            select 1
            from (select distinct unit, measure from import_touched) t
            where exists (
                select 1
                from actual a
                where a.unit = t.unit and a.measure = t.measure and a.dims > '' and a.grain = 'D'
            )
            """;
    /** A month that loses all its days stays, without any: what was known earlier is found by it. */
    private static final String FORGET = """
            update actual_month set
                sum_value = 0,
                first_value = 0,
                last_value = 0,
                days_with_data = 0,
                days_in = 0,
                changed_at = cast(? as timestamp with time zone)
            where (unit, measure, month_start, scenario, source) in (
                select unit, measure, month_start, scenario, source from import_touched
            )
            """;

    private static final String DELIVERED_TOTALS = """
            select t.unit, t.measure, a.dims, t.month_start, t.scenario, t.source, a.period_start, a.amount
            from import_touched t
            join actual a
                on a.unit = t.unit and a.measure = t.measure and a.dims = '' and a.grain = 'D'
                and a.period_start >= t.month_start and a.period_start < t.month_end
                and cast(date_trunc('month', cast(a.period_start as timestamp)) as date) = t.month_start
                and a.scenario = t.scenario and a.source = t.source
            where a.amount is not null%s
            """;
    private static final String PARTS = """
            select t.unit, t.measure, a.dims, t.month_start, t.scenario, t.source, a.period_start, a.amount
            from import_touched t
            join actual a
                on a.unit = t.unit and a.measure = t.measure and a.dims > '' and a.grain = 'D'
                and a.period_start >= t.month_start and a.period_start < t.month_end
                and cast(date_trunc('month', cast(a.period_start as timestamp)) as date) = t.month_start
                and a.scenario = t.scenario and a.source = t.source
            where a.amount is not null
            """;
    /** Days without a delivered total: the sum over the parts of the least breakdown. */
    private static final String COMPOSED_TOTALS = """
            select p.unit, p.measure, '' as dims, p.month_start, p.scenario, p.source, p.period_start,
                sum(p.amount) as amount
            from (
                select t.unit, t.measure, t.month_start, t.scenario, t.source, a.period_start, a.amount,
                    rank() over (
                        partition by t.unit, t.measure, t.scenario, t.source, a.period_start
                        order by a.dim_keys) as choice
                from import_touched t
                join actual a
                    on a.unit = t.unit and a.measure = t.measure and a.dims > '' and a.grain = 'D'
                    and a.period_start >= t.month_start and a.period_start < t.month_end
                    and cast(date_trunc('month', cast(a.period_start as timestamp)) as date) = t.month_start
                    and a.scenario = t.scenario and a.source = t.source
                where a.amount is not null and not exists (
                    select 1
                    from actual w
                    where w.unit = a.unit and w.measure = a.measure and w.dims = '' and w.grain = 'D'
                        and w.period_start = a.period_start and w.scenario = a.scenario and w.source = a.source
                        and w.amount is not null
                )
            ) p
            where p.choice = 1
            group by p.unit, p.measure, p.month_start, p.scenario, p.source, p.period_start
            """;

    private static final String WRITE = """
            merge into actual_month m
            using (
                select unit, measure, dims, month_start, scenario, source, {totals},
                    cast(? as timestamp with time zone) as changed_at
                from (
                    select r.*, {ranked}
                    from (
                        {days}
                    ) r
                ) d
                group by unit, measure, dims, month_start, scenario, source
            ) s
                on m.unit = s.unit and m.measure = s.measure and m.dims = s.dims
                and m.month_start = s.month_start and m.scenario = s.scenario and m.source = s.source
            when matched then update set
                sum_value = s.sum_value,
                first_value = s.first_value,
                last_value = s.last_value,
                last_day = s.last_day,
                days_with_data = s.days_with_data,
                days_in = s.days_in,
                changed_at = s.changed_at
            when not matched then insert (unit, measure, dims, month_start, scenario, source, {values}, changed_at)
            values (s.unit, s.measure, s.dims, s.month_start, s.scenario, s.source,
                s.sum_value, s.first_value, s.last_value, s.last_day, s.days_with_data, s.days_in, s.changed_at)
            """;
    private static final String WRITE_KNOWN = write(DELIVERED_TOTALS.formatted(" and t.is_known"));
    private static final String WRITE_ALL =
            write(String.join(" union all ", DELIVERED_TOTALS.formatted(""), PARTS, COMPOSED_TOTALS));

    private final Connection connection;
    private final Staging staging;

    MonthTotals(Connection connection, Staging staging) {
        this.connection = connection;
        this.staging = staging;
    }

    /** Makes the months of the days in {@code import_change} anew; where days were deleted, months may have none left. */
    void maintain(boolean deleted, Instant recordedAt) throws SQLException {
        if (Sql.update(connection, TOUCH) == 0) {
            return;
        }
        staging.measure("import_touched");
        if (deleted) {
            Sql.update(connection, FORGET, recordedAt);
        }
        if (Sql.query(connection, HAS_DIMENSIONS, row -> row.getInt(1)).isEmpty()) {
            Sql.update(connection, WRITE_KNOWN, recordedAt);
            Sql.update(connection, BEGIN, recordedAt);
        } else {
            Sql.update(connection, WRITE_ALL, recordedAt);
        }
        YearRows.maintain(connection);
    }

    private static String write(String days) {
        return WRITE.replace("{totals}", TOTALS)
                .replace("{ranked}", RANKED)
                .replace("{days}", days)
                .replace("{values}", VALUES);
    }
}
