package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/**
 * Reads the facts of a scorecard in one query.
 *
 * <p>Days come together by month where single days are not wanted; weeks and coarser rows come as delivered. A total is
 * the row without dimensions if present, else the sum over one whole breakdown. As of an earlier instant all days come
 * singly, from the revisions that were known then.
 */
public final class FactReader {
    /** Units, series and the days of each range; an arm is one range scan of the key for each of them. */
    private static final String WANTED = """
            unnest(cast(? as varchar(64) array), cast(? as varchar(400) array), cast(? as varchar(1) array))
                    as w(measure, dims, adds)
                cross join unnest(cast(? as varchar(64) array)) as u(unit)
                cross join unnest(cast(? as varchar(1) array), cast(? as date array), cast(? as date array))
                    as r(grain, range_from, range_to)
            """;

    private static final String EXACT = """
            select a.unit, a.measure, w.dims, a.dim_keys, a.source, a.grain, a.period_start, a.amount
            from %s
            join actual a
                on a.unit = u.unit and a.measure = w.measure and a.dims = w.dims and a.grain = r.grain
                and a.period_start >= r.range_from and a.period_start <= r.range_to
            where a.scenario = ? and a.amount is not null
            """.formatted(WANTED);
    private static final String PARTS = """
            select a.unit, a.measure, w.dims, a.dim_keys, a.source, a.grain, a.period_start, a.amount
            from %s
            join actual a
                on a.unit = u.unit and a.measure = w.measure and a.dims > '' and a.grain = r.grain
                and a.period_start >= r.range_from and a.period_start <= r.range_to
            where w.dims = '' and w.adds = 'Y' and a.scenario = ? and a.amount is not null
            """.formatted(WANTED);
    private static final String KNOWN_THEN = """
            select v.unit, v.measure, v.wanted_dims as dims, v.dim_keys, v.source, v.grain, v.period_start, v.amount
            from (
                select a.unit, a.measure, w.dims as wanted_dims, a.dim_keys, a.source, a.grain, a.period_start,
                    a.amount,
                    row_number() over (
                        partition by w.dims, a.unit, a.measure, a.dims, a.source, a.grain, a.period_start
                        order by a.revision desc) as age
                from %s
                join actual_revision a
                    on a.unit = u.unit and a.measure = w.measure and a.grain = r.grain
                    and (a.dims = w.dims or (w.dims = '' and w.adds = 'Y'))
                    and a.period_start >= r.range_from and a.period_start <= r.range_to
                where a.scenario = ? and a.recorded_at < cast(? as timestamp with time zone)
            ) v
            where v.age = 1 and v.amount is not null
            """.formatted(WANTED);
    private static final String CHOSEN = """
            select c.unit, c.measure, c.dims, c.source, c.grain, c.period_start,
                sum(c.amount) as sum_value, sum(c.amount) as first_value, sum(c.amount) as last_value,
                c.period_start as last_day, 1 as days_with_data
            from (
                select k.*,
                    rank() over (
                        partition by k.unit, k.measure, k.dims, k.source, k.grain, k.period_start
                        order by k.dim_keys) as choice
                from (
                    %s
                ) k
            ) c
            where c.choice = 1
            group by c.unit, c.measure, c.dims, c.source, c.grain, c.period_start
            """;
    private static final String MONTHS = """
            select m.unit, m.measure, m.dims, m.source, 'T' as grain, m.month_start as period_start,
                m.sum_value, m.first_value, m.last_value, m.last_day, m.days_with_data
            from %s
            join actual_month m
                on m.unit = u.unit and m.measure = w.measure and m.dims = w.dims
                and m.month_start >= r.range_from and m.month_start <= r.range_to
            where w.adds = 'Y' and m.scenario = ?
            """.formatted(WANTED);
    private static final String READ_NOW = CHOSEN.formatted(EXACT + " union all " + PARTS) + " union all " + MONTHS;
    private static final String READ_THEN = CHOSEN.formatted(KNOWN_THEN);
    /** Days of a month taken together. */
    private static final String TOGETHER = "T";

    private final Connection connection;

    public FactReader(Connection connection) {
        this.connection = connection;
    }

    /**
     * The slices of a query.
     *
     * @param asOf what was recorded before it counts; empty for all that is recorded
     */
    public List<FactSlice> read(FactQuery query, Optional<Instant> asOf) throws SQLException {
        List<Object> arguments = new ArrayList<>();
        String scenario = query.scenario().name();
        if (asOf.isPresent()) {
            wanted(query, rows(query, List.of(query.whole())), arguments);
            arguments.addAll(List.of(scenario, asOf.get()));
            return Sql.query(connection, READ_THEN, FactReader::slice, arguments.toArray());
        }
        List<Range> rows = rows(query, query.daysSingly());
        wanted(query, rows, arguments);
        arguments.add(scenario);
        wanted(query, rows, arguments);
        arguments.add(scenario);
        wanted(query, ranges(TOGETHER, query.daysTogether()), arguments);
        arguments.add(scenario);
        return Sql.query(connection, READ_NOW, FactReader::slice, arguments.toArray());
    }

    private record Range(String grain, DayRange days) {}

    private static List<Range> ranges(String grain, List<DayRange> ranges) {
        return ranges.stream().map(days -> new Range(grain, days)).toList();
    }

    /** Single days as asked; of longer rows all that can lie in the whole range. */
    private static List<Range> rows(FactQuery query, List<DayRange> days) {
        List<Range> ranges = new ArrayList<>(ranges(Grain.code(Granularity.DAY), days));
        for (Granularity granularity : Granularity.values()) {
            if (granularity != Granularity.DAY) {
                LocalDate from = Period.of(granularity, query.whole().start()).start();
                DayRange range = new DayRange(from, query.whole().endInclusive());
                ranges.add(new Range(Grain.code(granularity), range));
            }
        }
        return ranges;
    }

    private static void wanted(FactQuery query, List<Range> ranges, List<Object> arguments) {
        series(query, arguments);
        arguments.add(query.units().toArray(String[]::new));
        arguments.add(ranges.stream().map(Range::grain).toArray(String[]::new));
        arguments.add(ranges.stream().map(r -> r.days.start()).toArray(LocalDate[]::new));
        arguments.add(ranges.stream().map(r -> r.days.endInclusive()).toArray(LocalDate[]::new));
    }

    private static void series(FactQuery query, List<Object> arguments) {
        List<String> measures = new ArrayList<>();
        List<String> dims = new ArrayList<>();
        List<String> adds = new ArrayList<>();
        for (String dim : query.dims()) {
            for (String measure : query.measures()) {
                measures.add(measure);
                dims.add(dim);
                adds.add(query.exactMeasures().contains(measure) ? "N" : "Y");
            }
        }
        arguments.add(measures.toArray(String[]::new));
        arguments.add(dims.toArray(String[]::new));
        arguments.add(adds.toArray(String[]::new));
    }

    private static FactSlice slice(ResultSet row) throws SQLException {
        String grain = row.getString("grain");
        boolean together = TOGETHER.equals(grain);
        Granularity length = together ? Granularity.MONTH : Grain.of(grain);
        DayRange days = Period.of(length, Sql.day(row, "period_start")).days();
        boolean counted = together || length == Granularity.DAY;
        return new FactSlice(
                row.getString("unit"),
                row.getString("measure"),
                row.getString("dims"),
                row.getString("source"),
                together ? Granularity.DAY : length,
                days,
                row.getBigDecimal("sum_value"),
                row.getBigDecimal("first_value"),
                row.getBigDecimal("last_value"),
                counted ? Sql.day(row, "last_day") : days.endInclusive(),
                counted ? row.getLong("days_with_data") : days.days());
    }
}
