package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.feed.Coverage;
import org.kpisuite.domain.feed.FeedGrounds.Slice;

/**
 * Reads which periods have actuals, without reading the actuals: days from the marks of their months, longer rows by
 * their keys. Only series that exist are looked for.
 */
public final class CoverageReader {
    private static final String DAYS = """
            select m.unit, m.measure, m.source, m.month_start, m.days_in
            from (
                select distinct unit, measure
                from fact_series
                where unit = any(?) and scenario = 'AC' and grain = 'D'
                offset 0 rows
            ) s
            join actual_month m
                on m.unit = s.unit and m.measure = s.measure and m.dims = ''
                and m.month_start >= ? and m.month_start <= ? and m.scenario = 'AC'
            where m.days_in <> 0
            order by m.unit, m.measure, m.source, m.month_start
            """;
    private static final String LONGER = """
            select s.unit, s.measure, s.source, s.grain, a.period_start
            from (
                select id, unit, measure, source, grain
                from fact_series
                where unit = any(?) and scenario = 'AC' and grain <> 'D'
                offset 0 rows
            ) s
            join fact a on a.series_id = s.id and a.period_start >= ? and a.period_start <= ?
            where a.amount is not null
            group by s.unit, s.measure, s.source, s.grain, a.period_start
            order by s.unit, s.measure, s.source, s.grain, a.period_start
            """;
    /** Which import brought the latest period of each; the source may have brought parts of it at several times. */
    private static final String BROUGHT = """
            select b.place, b.import_id, r.started_at
            from (
                select w.place, max(a.import_id) as import_id
                from unnest(cast(? as integer array), cast(? as varchar(64) array), cast(? as varchar(64) array),
                    cast(? as varchar(64) array), cast(? as varchar(1) array), cast(? as date array))
                    as w(place, unit, measure, source, grain, start_day)
                join fact_series s
                    on s.unit = w.unit and s.scenario = 'AC' and s.measure = w.measure and s.grain = w.grain
                    and s.source = w.source
                join fact a on a.series_id = s.id and a.period_start = w.start_day
                where a.amount is not null
                group by w.place
            ) b
            join import_run r
                on r.id = b.import_id
            """;

    private static final String SLICES = """
            select distinct unit, measure, dims
            from fact_series
            where unit = any(?) and scenario = 'AC' and dims = any(?) and changed_at is not null
            """;

    private final Connection connection;
    private final CompanyCalendar calendar;

    public CoverageReader(Connection connection, CompanyCalendar calendar) {
        this.connection = connection;
        this.calendar = calendar;
    }

    /** What came of one kind of period, before it is known with which import. */
    private record Place(String unit, String measure, String source, Grain grain) {}

    /** The coverage of some units in a range of days, in whole months. */
    public List<Coverage> of(Collection<String> units, DayRange range) throws SQLException {
        String[] codes = units.toArray(String[]::new);
        Map<Place, Set<LocalDate>> starts = new LinkedHashMap<>();
        LocalDate from = range.start().withDayOfMonth(1);
        Sql.all(connection, DAYS, row -> addDays(row, starts), codes, from, range.endInclusive());
        // A row longer than the range may begin long before it.
        LocalDate longerFrom = from.minusYears(1);
        Sql.all(connection, LONGER, row -> addLonger(row, starts), codes, longerFrom, range.endInclusive());
        starts.keySet().removeIf(place -> isOver(place, starts.get(place), range));
        return brought(starts);
    }

    /** Which of some slices were ever delivered. */
    public Set<Slice> slices(Collection<String> units, Collection<String> dims) throws SQLException {
        return new HashSet<>(Sql.query(
                connection,
                SLICES,
                row -> new Slice(row.getString(1), row.getString(2), row.getString(3)),
                units.toArray(String[]::new),
                dims.toArray(String[]::new)));
    }

    private static Place place(ResultSet row, Grain grain) throws SQLException {
        return new Place(row.getString("unit"), row.getString("measure"), row.getString("source"), grain);
    }

    private static void addDays(ResultSet row, Map<Place, Set<LocalDate>> starts) throws SQLException {
        Set<LocalDate> days = starts.computeIfAbsent(place(row, Grain.D), p -> new HashSet<>());
        LocalDate month = Sql.day(row, "month_start");
        int bits = row.getInt("days_in");
        for (int day = 0; day < month.lengthOfMonth(); day++) {
            if ((bits >> day & 1) == 1) {
                days.add(month.plusDays(day));
            }
        }
    }

    private static void addLonger(ResultSet row, Map<Place, Set<LocalDate>> starts) throws SQLException {
        starts.computeIfAbsent(place(row, Grain.valueOf(row.getString("grain"))), p -> new HashSet<>())
                .add(Sql.day(row, "period_start"));
    }

    private boolean isOver(Place place, Set<LocalDate> starts, DayRange range) {
        return latest(place, starts).endInclusive().isBefore(range.start());
    }

    private Period latest(Place place, Set<LocalDate> starts) {
        return place.grain.period(starts.stream().max(Comparator.naturalOrder()).orElseThrow(), calendar);
    }

    private List<Coverage> brought(Map<Place, Set<LocalDate>> starts) throws SQLException {
        List<Place> places = List.copyOf(starts.keySet());
        List<Coverage> found = new ArrayList<>();
        Sql.all(
                connection,
                BROUGHT,
                row -> {
                    Place place = places.get(row.getInt("place"));
                    Instant at = Objects.requireNonNull(Sql.instant(row, "started_at"));
                    Set<LocalDate> days = starts.get(place);
                    found.add(new Coverage(
                            place.unit,
                            place.measure,
                            place.source,
                            latest(place, days),
                            days,
                            at,
                            row.getLong("import_id")));
                },
                java.util.stream.IntStream.range(0, places.size()).boxed().toArray(Integer[]::new),
                places.stream().map(Place::unit).toArray(String[]::new),
                places.stream().map(Place::measure).toArray(String[]::new),
                places.stream().map(Place::source).toArray(String[]::new),
                places.stream().map(p -> p.grain.name()).toArray(String[]::new),
                places.stream().map(p -> latest(p, starts.get(p)).start()).toArray(LocalDate[]::new));
        return found;
    }
}
