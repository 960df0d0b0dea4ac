package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;

/**
 * Reads the facts of a scorecard, as recorded before an instant, in one query.
 *
 * <p>Days come together by month where single days are not wanted; weeks and coarser rows come as delivered. A total is
 * the row without dimensions if present, else the sum over one whole breakdown. A second query reads the days of those
 * months, if there are any, that cannot be taken as a whole: see {@link MonthRows}.
 *
 * <p>Only series that exist are looked for, so that each is one range of the key. Values come from the facts themselves
 * where their series has not changed since the instant, else from the revisions.
 */
public final class FactReader {
    /** Days of a month taken together, among the grains. */
    private static final String TOGETHER = "T";

    /** Says that there are days beside what was read. */
    private static final String BESIDE = "B";

    /** Series and ranges of the same part belong together; all of them of every unit. */
    private static final String WANTED = """
            unnest(cast(? as integer array), cast(? as integer array), cast(? as varchar(64) array),
                    cast(? as varchar(400) array), cast(? as varchar(1) array), cast(? as varchar(900) array))
                    as w(part, series, measure, dims, adds, finer)
            join unnest(cast(? as integer array), cast(? as varchar(1) array), cast(? as date array),
                    cast(? as date array)) as r(part, grain, range_from, range_to)
                on r.part = w.part
            cross join unnest(cast(? as varchar(64) array)) as u(unit)
            """;

    /** The series are found before their facts are looked for: so each is one range of the whole key. */
    private static final String ROWS = """
            select s.series, a.unit, a.source, a.grain, a.period_start, a.amount, %s as revision, a.dims, a.dim_keys,
                cast(null as varchar(4000)) as months
            from (
                select w.series, s.unit, s.scenario, s.measure, s.dims, s.grain, r.range_from, r.range_to
                from %s
                join actual_series s
                    on s.unit = u.unit and s.measure = w.measure and s.grain = r.grain
                    and (s.dims = w.dims or ';' || s.dims || ';' like w.finer)
                where s.scenario = ? and s.changed_at %s cast(? as timestamp with time zone)
                offset 0 rows
            ) s
            join %s a
                on a.unit = s.unit and a.measure = s.measure and a.dims = s.dims and a.grain = s.grain
                and a.period_start >= s.range_from and a.period_start <= s.range_to and a.scenario = s.scenario
            """;

    private static final String CURRENT = ROWS.formatted("1", WANTED, "<", "actual");
    private static final String KNOWN_THEN = ROWS.formatted("a.revision", WANTED, ">=", "actual_revision")
            + "where a.recorded_at < cast(? as timestamp with time zone)\n";
    /** What stands in the place of a row as delivered where months come together. */
    private static final String TOGETHER_OF_YEAR = """
            select w.series, y.unit, y.source, r.grain, y.year_start as period_start,
                cast(null as numeric(28, 10)) as amount, 1 as revision, cast(null as varchar(400)) as dims,
                cast(null as varchar(100)) as dim_keys, %s as months
            from %s
            join actual_year y
                on y.unit = u.unit and y.measure = w.measure and y.dims = w.dims
                and y.year_start >= r.range_from and y.year_start <= r.range_to
            %s
            where r.grain = 'T' and w.adds <> 'N' and y.scenario = ?
                and y.changed_at %s cast(? as timestamp with time zone)
            """;

    private static final String YEARS = TOGETHER_OF_YEAR.formatted("y.months", WANTED, "", "<");
    /** Of years that changed since, month by month, with a mark at those that did. */
    private static final String MONTHS = TOGETHER_OF_YEAR.formatted(
            YearRows.MONTH.formatted(
                    "case when m.changed_at >= cast(? as timestamp with time zone) then %d".formatted(MonthRows.CHANGED)
                            + " else m.days_in end"),
            WANTED,
            """
            join actual_month m
                on m.unit = y.unit and m.measure = y.measure and m.dims = y.dims and m.scenario = y.scenario
                and m.source = y.source and m.month_start >= y.year_start
                and m.month_start < cast(cast(y.year_start as timestamp) + interval '1' year as date)
            """,
            ">=");

    /** Where the months do not tell all: units with finer rows than asked for, and with days of what does not add up. */
    private static final String DAYS_BESIDE = """
            select w.series, s.unit, '' as source, 'B' as grain, cast(null as date) as period_start,
                cast(null as numeric(28, 10)) as amount, 1 as revision, s.dims, cast(null as varchar(100)) as dim_keys,
                cast(null as varchar(4000)) as months
            from %s
            join actual_series s
                on s.unit = u.unit and s.measure = w.measure and s.grain = 'D'
            where r.grain = 'T' and s.scenario = ?
                and ((w.adds = 'N' and s.dims = w.dims)
                    or (w.dims <> '' and s.dims <> w.dims and ';' || s.dims || ';' like w.finer))
            """.formatted(WANTED);

    private static final String READ_ROWS = CURRENT + " union all " + KNOWN_THEN;
    private static final String READ = String.join(" union all ", READ_ROWS, YEARS, MONTHS, DAYS_BESIDE);

    private final Connection connection;
    private final CompanyCalendar calendar;

    public FactReader(Connection connection, CompanyCalendar calendar) {
        this.connection = connection;
        this.calendar = calendar;
    }

    /** The slices of a query, of what was recorded before that instant. */
    public List<FactSlice> read(FactQuery query, Instant asOf) throws SQLException {
        return read(query, asOf, FactOverlay.NONE);
    }

    /** The same with some values in place of those recorded. */
    public List<FactSlice> read(FactQuery query, Instant asOf, FactOverlay overlay) throws SQLException {
        Sql.planOnce(connection);
        List<FactSeries> series = query.series();
        FactRows rows = new FactRows(series, calendar);
        MonthRows months = new MonthRows(query, series);
        new OverlaidRows(query, overlay, calendar).into(rows, months);
        List<Range> ranges = ranges(query);
        years(query).ifPresent(years -> ranges.add(new Range(TOGETHER, years)));
        List<Integer> all = IntStream.range(0, series.size()).boxed().toList();
        Object[] wanted = wanted(query, series, List.of(new Part(all, ranges)));
        List<Object> arguments = rowArguments(query, wanted, asOf);
        arguments.addAll(List.of(wanted));
        arguments.addAll(List.of(query.scenario().name(), asOf, asOf));
        arguments.addAll(List.of(wanted));
        arguments.addAll(List.of(query.scenario().name(), asOf));
        arguments.addAll(List.of(wanted));
        arguments.add(query.scenario().name());
        Sql.all(
                connection,
                READ,
                row -> {
                    switch (row.getString(Columns.GRAIN)) {
                        case TOGETHER -> months.take(row);
                        case BESIDE -> months.takeBeside(row);
                        default -> rows.take(row);
                    }
                },
                arguments.toArray());
        List<Part> singly = months.singly(rows).stream().map(FactReader::daily).toList();
        if (!singly.isEmpty()) {
            List<Object> again = rowArguments(query, wanted(query, series, singly), asOf);
            Sql.all(connection, READ_ROWS, rows::take, again.toArray());
        }
        List<FactSlice> slices = rows.slices();
        slices.addAll(months.slices());
        return slices;
    }

    /** Places of the columns in a row, by which it is read: names would be looked up a hundred thousand times. */
    static final class Columns {
        static final int SERIES = 1;
        static final int UNIT = 2;
        static final int SOURCE = 3;
        static final int GRAIN = 4;
        static final int START = 5;
        static final int AMOUNT = 6;
        static final int REVISION = 7;
        static final int DIMS = 8;
        static final int DIM_KEYS = 9;
        static final int MONTHS = 10;

        private Columns() {}
    }

    private record Range(String grain, DayRange days) {}

    /** Series, by their place in the query, and what is read of each of them. */
    private record Part(List<Integer> series, List<Range> ranges) {}

    private static Part daily(MonthRows.Singly singly) {
        String day = Grain.D.name();
        return new Part(
                singly.series(),
                singly.days().stream().map(days -> new Range(day, days)).toList());
    }

    /** Single days as asked; of longer rows all that can lie in the whole range. */
    private List<Range> ranges(FactQuery query) {
        List<Range> ranges = new ArrayList<>();
        query.daysSingly().forEach(days -> ranges.add(new Range(Grain.D.name(), days)));
        for (Grain grain : Grain.of(calendar)) {
            if (grain != Grain.D) {
                LocalDate from = grain.around(query.whole().start(), calendar).start();
                ranges.add(
                        new Range(grain.name(), new DayRange(from, query.whole().endInclusive())));
            }
        }
        return ranges;
    }

    /** The whole years in which months come together; empty where none do. */
    private static Optional<DayRange> years(FactQuery query) {
        List<DayRange> months = query.daysTogether();
        return months.isEmpty()
                ? Optional.empty()
                : Optional.of(new DayRange(
                        months.get(0).start().withDayOfYear(1),
                        months.get(months.size() - 1).endInclusive()));
    }

    private static List<Object> rowArguments(FactQuery query, Object[] wanted, Instant asOf) {
        List<Object> arguments = new ArrayList<>(List.of(wanted));
        arguments.addAll(List.of(query.scenario().name(), asOf));
        arguments.addAll(List.of(wanted));
        arguments.addAll(List.of(query.scenario().name(), asOf, asOf));
        return arguments;
    }

    /** How a series comes together: N not at all, F over everything, so that only its sum is read, Y not over time. */
    private static String adds(FactSeries series) {
        return switch (series.kind()) {
            case EXACT -> "N";
            case FLOW -> "F";
            case STATE -> "Y";
        };
    }

    /** A pattern of the dimensions of all parts that may be added up to a series; empty where none may. */
    private static String finer(FactSeries series) {
        if (!series.adds()) {
            return "";
        }
        String first = series.dims().isEmpty() ? "" : series.dims().split(";", 2)[0];
        return first.isEmpty()
                ? "%"
                : "%;" + first.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + ";%";
    }

    private static Object[] wanted(FactQuery query, List<FactSeries> series, List<Part> parts) {
        List<Integer> partOfSeries = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Integer> partOfRange = new ArrayList<>();
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            places.addAll(part.series);
            ranges.addAll(part.ranges);
            partOfSeries.addAll(Collections.nCopies(part.series.size(), i));
            partOfRange.addAll(Collections.nCopies(part.ranges.size(), i));
        }
        List<FactSeries> named = places.stream().map(series::get).toList();
        return new Object[] {
            partOfSeries.toArray(Integer[]::new),
            places.toArray(Integer[]::new),
            named.stream().map(FactSeries::measure).toArray(String[]::new),
            named.stream().map(FactSeries::dims).toArray(String[]::new),
            named.stream().map(FactReader::adds).toArray(String[]::new),
            named.stream().map(FactReader::finer).toArray(String[]::new),
            partOfRange.toArray(Integer[]::new),
            ranges.stream().map(Range::grain).toArray(String[]::new),
            ranges.stream().map(r -> r.days.start()).toArray(LocalDate[]::new),
            ranges.stream().map(r -> r.days.endInclusive()).toArray(LocalDate[]::new),
            query.units().toArray(String[]::new)
        };
    }
}
