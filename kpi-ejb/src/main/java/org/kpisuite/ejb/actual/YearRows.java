package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Keeps {@code actual_year} equal to the months behind it: the months of a year in one row, as text, so that years of a
 * large department are a few rows.
 *
 * <p>A month is written as its number, the bits of its days, and its sum, first and last value, with spaces between them
 * and semicolons between the months.
 */
final class YearRows {
    /** One month {@code m} as text; the place is for the bits of its days. */
    static final String MONTH = """
            cast(extract(month from m.month_start) as varchar(2)) || ' ' || cast(%s as varchar(12)) || ' '
                || cast(m.sum_value as varchar(50)) || ' ' || cast(m.first_value as varchar(50)) || ' '
                || cast(m.last_value as varchar(50))""";

    private static final String WRITE = """
            merge into actual_year y
            using (
                select m.unit, m.measure, m.dims, t.year_start, m.scenario, m.source, max(m.changed_at) as changed_at,
                    string_agg(%s, ';' order by m.month_start) as months
                from (
                    select u.unit, u.measure, u.scenario, u.source, u.year_start,
                        cast(cast(u.year_start as timestamp) + interval '1' year as date) as next_year
                    from (
                        select distinct unit, measure, scenario, source,
                            cast(date_trunc('year', cast(month_start as timestamp)) as date) as year_start
                        from import_touched
                    ) u
                ) t
                join actual_month m
                    on m.unit = t.unit and m.measure = t.measure and m.scenario = t.scenario and m.source = t.source
                    and m.month_start >= t.year_start and m.month_start < t.next_year
                group by m.unit, m.measure, m.dims, t.year_start, m.scenario, m.source
            ) s
                on y.unit = s.unit and y.measure = s.measure and y.dims = s.dims and y.year_start = s.year_start
                and y.scenario = s.scenario and y.source = s.source
            when matched then update set
                changed_at = s.changed_at,
                months = s.months
            when not matched then insert (unit, measure, dims, year_start, scenario, source, changed_at, months)
            values (s.unit, s.measure, s.dims, s.year_start, s.scenario, s.source, s.changed_at, s.months)
            """.formatted(MONTH.formatted("m.days_in"));

    private YearRows() {}

    /** Writes the years of the months in {@code import_touched} anew. */
    static void maintain(Connection connection) throws SQLException {
        Sql.update(connection, WRITE);
    }
}
