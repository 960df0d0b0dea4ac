package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;

/**
 * Reads the facts of a scorecard, as recorded before an instant.
 *
 * <p>First it asks which series there are ({@link FoundSeries}), so that nothing is looked for that was never delivered and
 * each series found is one range of the key. Days come together by month where single days are not wanted; weeks and
 * coarser rows come as delivered. A total is the row without dimensions if present, else the sum over one whole
 * breakdown. In the usual case of months alone one query more is all; days are read by another, of those months too that
 * cannot be taken as a whole: see {@link MonthRows}.
 *
 * <p>Values come from what is stored now; where any of it was recorded since the instant, from the revisions.
 */
public final class FactReader {
    private static final String ROWS = """
            select w.place, s.source, a.period_start, a.amount, s.dim_keys,
                case when a.recorded_at < cast(? as timestamp with time zone) then a.revision end as revision
            from unnest(cast(? as integer array), cast(? as varchar(64) array), cast(? as varchar(64) array),
                    cast(? as varchar(400) array), cast(? as varchar(1) array), cast(? as date array),
                    cast(? as date array))
                    as w(place, unit, measure, dims, grain, range_from, range_to)
            join fact_series s
                on s.unit = w.unit and s.measure = w.measure and s.dims = w.dims and s.grain = w.grain
            join %s a
                on a.series_id = s.id and a.period_start >= w.range_from and a.period_start <= w.range_to
            where s.scenario = ?
            """;
    private static final String STORED = ROWS.formatted("fact");
    private static final String REVISIONS = ROWS.formatted("fact_revision");

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
        List<FactSeries> series = query.series();
        List<FoundSeries> found = FoundSeries.of(connection, query, series);
        FactRows rows = new FactRows(series, calendar);
        MonthRows months = new MonthRows(query, series);
        new OverlaidRows(query, overlay, calendar).into(rows, months);
        Map<Grain, List<DayRange>> ranges = ranges(query);
        Reading reading = new Reading(rows, query.scenario().name(), asOf);
        read(found, f -> ranges.getOrDefault(Grain.valueOf(f.grain()), List.of()), reading);
        months.read(connection, found, asOf);
        months.settle(rows);
        read(found, f -> f.isDaily() ? months.singly(f.place()) : List.of(), reading);
        List<FactSlice> slices = rows.slices();
        slices.addAll(months.slices());
        return slices;
    }

    /** What is read of a series that exists. */
    private record Wanted(FoundSeries series, DayRange days) {}

    private record Reading(FactRows rows, String scenario, Instant asOf) {}

    private void read(List<FoundSeries> found, Function<FoundSeries, List<DayRange>> ranges, Reading reading)
            throws SQLException {
        List<Wanted> wanted = found.stream()
                .flatMap(f -> ranges.apply(f).stream().map(days -> new Wanted(f, days)))
                .toList();
        Set<Wanted> changed = read(STORED, wanted, reading);
        read(REVISIONS, List.copyOf(changed), reading);
    }

    /** Answers of which something was recorded too late to have been known. */
    private Set<Wanted> read(String sql, List<Wanted> wanted, Reading reading) throws SQLException {
        Set<Wanted> late = new LinkedHashSet<>();
        if (wanted.isEmpty()) {
            return late;
        }
        Sql.all(
                connection,
                sql,
                row -> {
                    Wanted one = wanted.get(row.getInt(Columns.PLACE));
                    if (row.getObject(Columns.REVISION) == null) {
                        late.add(one);
                    } else {
                        reading.rows.take(one.series, row);
                    }
                },
                reading.asOf,
                IntStream.range(0, wanted.size()).boxed().toArray(Integer[]::new),
                texts(wanted, FoundSeries::unit),
                texts(wanted, FoundSeries::measure),
                texts(wanted, FoundSeries::dims),
                texts(wanted, FoundSeries::grain),
                wanted.stream().map(w -> w.days.start()).toArray(LocalDate[]::new),
                wanted.stream().map(w -> w.days.endInclusive()).toArray(LocalDate[]::new),
                reading.scenario);
        return late;
    }

    private static String[] texts(List<Wanted> wanted, Function<FoundSeries, String> text) {
        return wanted.stream().map(w -> text.apply(w.series)).toArray(String[]::new);
    }

    /** Places of the columns in a row, by which it is read: names would be looked up a hundred thousand times. */
    static final class Columns {
        static final int PLACE = 1;
        static final int SOURCE = 2;
        static final int START = 3;
        static final int AMOUNT = 4;
        static final int DIM_KEYS = 5;
        static final int REVISION = 6;

        private Columns() {}
    }

    /** Single days as asked; of longer rows all that can lie in the whole range. */
    private Map<Grain, List<DayRange>> ranges(FactQuery query) {
        Map<Grain, List<DayRange>> ranges = new EnumMap<>(Grain.class);
        DayRange whole = query.whole();
        for (Grain grain : Grain.of(calendar)) {
            LocalDate from = grain.around(whole.start(), calendar).start();
            ranges.put(grain, List.of(new DayRange(from, whole.endInclusive())));
        }
        ranges.put(Grain.D, query.daysSingly());
        return ranges;
    }
}
