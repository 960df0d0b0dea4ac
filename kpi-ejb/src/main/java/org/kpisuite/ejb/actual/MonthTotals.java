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
    /** A day of the month and its value in one number: the least and the greatest hold the first value and the last. */
    private static final String RANKED = "extract(day from period_start) * 100000000000000000000 + amount";

    /** The bit of a day of the month. */
    static final String BIT =
            "power(cast(2 as double precision), cast(extract(day from period_start) as double precision) - 1)";

    /** Of the days of a month, of which none is without a value. */
    private static final String TOTALS = """
            sum(amount) as sum_value,
                    min(ranked) - extract(day from min(period_start)) * 100000000000000000000 as first_value,
                    max(ranked) - extract(day from max(period_start)) * 100000000000000000000 as last_value,
                    max(period_start) as last_day,
                    count(*) as days_with_data,
                    cast(sum(%s) as integer) as days_in""".formatted(BIT);

    private static final String VALUES = "sum_value, first_value, last_value, last_day, days_with_data, days_in";

    /**
     * The months of what changes, each with the totals of just that, and whether anything of it is stored that stays. (A left
     * join, where each has its series: H2 would else read all months anew for each series.)
     */
    private static final String TOUCH = """
            insert into import_touched (unit, measure, month_start, month_end, scenario, source, total_id, is_known, %1$s)
            select t.unit, t.measure, t.month_start,
                cast(cast(t.month_start as timestamp) + interval '1' month as date), t.scenario, t.source, w.id,
                m.unit is not null and m.days_in <> t.days_in, t.sum_value,
                f.amount, l.amount, t.last_day, t.days_with_data, t.days_in
            from (
                select s.unit, s.measure, s.scenario, s.source, c.month_start,
                    sum(case when s.dims = '' then c.sum_value end) as sum_value,
                    min(case when s.dims = '' then c.first_day end) as first_day,
                    max(case when s.dims = '' then c.last_day end) as last_day,
                    coalesce(sum(case when s.dims = '' then c.days_with_data end), 0) as days_with_data,
                    coalesce(sum(case when s.dims = '' then c.days_in end), 0) as days_in
                from month_change c
                left join staged_series s on s.no = c.series_no
                where s.grain = 'D'
                group by s.unit, s.measure, s.scenario, s.source, c.month_start
            ) t
            left join actual_month m
                on m.unit = t.unit and m.measure = t.measure and m.dims = '' and m.month_start = t.month_start
                and m.scenario = t.scenario and m.source = t.source
            left join fact_series w
                on w.unit = t.unit and w.scenario = t.scenario and w.measure = t.measure and w.dims = '' and w.grain = 'D'
                and w.source = t.source
            left join fact f on f.series_id = w.id and f.period_start = t.first_day
            left join fact l on l.series_id = w.id and l.period_start = t.last_day
            """.formatted(VALUES);

    /** Where there are no parts, the totals of what changes are those of a month of which nothing else is stored. */
    private static final String CHANGED = """
            select unit, measure, '' as dims, month_start, scenario, source, {values},
                cast(? as timestamp with time zone) as changed_at
            from import_touched
            where is_known = false
            """;

    private static final String HAS_DIMENSIONS = """
            select 1
            from (select distinct unit, measure from import_touched) t
            join fact_series s on s.unit = t.unit and s.measure = t.measure and s.dims > '' and s.grain = 'D'
            where s.changed_at is not null
            fetch first 1 rows only
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

    private static final String IN_MONTH = """
            a.period_start >= t.month_start and a.period_start < t.month_end
                and cast(date_trunc('month', cast(a.period_start as timestamp)) as date) = t.month_start""";

    private static final String OF_PARTS = """
            p.unit = t.unit and p.scenario = t.scenario and p.measure = t.measure and p.dims > '' and p.grain = 'D'
                and p.source = t.source""";

    private static final String DELIVERED_TOTALS = """
            select t.unit, t.measure, '' as dims, t.month_start, t.scenario, t.source, a.period_start, a.amount
            from import_touched t
            join fact a
                on a.series_id = t.total_id and {in month}
            where a.amount is not null%s
            """;
    private static final String PARTS = """
            select t.unit, t.measure, p.dims, t.month_start, t.scenario, t.source, a.period_start, a.amount
            from import_touched t
            join fact_series p
                on {of parts}
            join fact a
                on a.series_id = p.id and {in month}
            where a.amount is not null
            """;
    /** Days without a delivered total: the sum over the parts of the least breakdown. */
    private static final String COMPOSED_TOTALS = """
            select c.unit, c.measure, '' as dims, c.month_start, c.scenario, c.source, c.period_start,
                sum(c.amount) as amount
            from (
                select t.unit, t.measure, t.month_start, t.scenario, t.source, a.period_start, a.amount,
                    rank() over (
                        partition by t.unit, t.measure, t.scenario, t.source, a.period_start
                        order by p.dim_keys) as choice
                from import_touched t
                join fact_series p
                    on {of parts}
                join fact a
                    on a.series_id = p.id and {in month}
                left join fact w
                    on w.series_id = t.total_id and w.period_start = a.period_start
                where a.amount is not null and w.amount is null
            ) c
            where c.choice = 1
            group by c.unit, c.measure, c.month_start, c.scenario, c.source, c.period_start
            """;

    private static final String DAYS = """
            select unit, measure, dims, month_start, scenario, source, {totals},
                cast(? as timestamp with time zone) as changed_at
            from (
                select r.*, {ranked} as ranked
                from (
                    {days}
                ) r
            ) d
            group by unit, measure, dims, month_start, scenario, source
            """;

    private static final String WRITE = """
            merge into actual_month m
            using (
                {months}
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
    private static final String WRITE_CHANGED = write(CHANGED);
    private static final String WRITE_KNOWN = write(days(DELIVERED_TOTALS.formatted(" and t.is_known")));
    private static final String WRITE_ALL =
            write(days(String.join(" union all ", DELIVERED_TOTALS.formatted(""), PARTS, COMPOSED_TOTALS)));

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
            Sql.update(connection, WRITE_CHANGED, recordedAt);
        } else {
            Sql.update(connection, WRITE_ALL, recordedAt);
        }
        YearRows.maintain(connection);
    }

    private static String days(String sql) {
        return DAYS.replace("{totals}", TOTALS)
                .replace("{ranked}", RANKED)
                .replace("{days}", sql)
                .replace("{of parts}", OF_PARTS)
                .replace("{in month}", IN_MONTH);
    }

    private static String write(String months) {
        return WRITE.replace("{months}", months).replace("{values}", VALUES);
    }
}
