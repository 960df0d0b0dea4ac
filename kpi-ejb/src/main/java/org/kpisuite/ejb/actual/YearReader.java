package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.DayRange;

/** Reads the days of series taken together by month, as recorded before an instant. */
final class YearReader {
    /** Stands for the days of a month that was changed after the instant asked for. */
    static final int CHANGED = -1;

    private static final String YEARS = """
            select w.place, y.source, y.year_start,
                case when y.changed_at < cast(? as timestamp with time zone) then y.months end as months
            from unnest(cast(? as integer array), cast(? as varchar(64) array), cast(? as varchar(64) array),
                    cast(? as varchar(400) array)) as w(place, unit, measure, dims)
            join actual_year y
                on y.unit = w.unit and y.measure = w.measure and y.dims = w.dims
            where y.year_start >= ? and y.year_start <= ? and y.scenario = ?
            """;

    private static final String MONTHS = """
            select w.place, %s as months
            from unnest(cast(? as integer array), cast(? as varchar(64) array), cast(? as varchar(64) array),
                    cast(? as varchar(400) array), cast(? as varchar(64) array), cast(? as date array),
                    cast(? as date array)) as w(place, unit, measure, dims, source, year_start, next_year)
            join actual_month m
                on m.unit = w.unit and m.measure = w.measure and m.dims = w.dims and m.source = w.source
                and m.month_start >= w.year_start and m.month_start < w.next_year
            where m.scenario = ?
            """.formatted(YearRows.MONTH.formatted(
            "case when m.changed_at >= cast(? as timestamp with time zone) then %d else m.days_in end"
                    .formatted(CHANGED)));

    private final Connection connection;
    private final String scenario;
    private final Instant asOf;

    YearReader(Connection connection, String scenario, Instant asOf) {
        this.connection = connection;
        this.scenario = scenario;
        this.asOf = asOf;
    }

    /** A series of one unit, under the number by which its reader knows it. */
    record Of(int place, String unit, String measure, String dims) {}

    /** Takes months of one year. */
    interface Taker {
        void take(Of of, String source, int year, MonthText months);
    }

    private record Changed(Of of, String source, LocalDate start) {}

    /** Reads the years in which the days lie; a year that changed since the instant asked for month by month. */
    void read(List<Of> wanted, DayRange days, Taker taker) throws SQLException {
        if (wanted.isEmpty()) {
            return;
        }
        List<Changed> changed = new ArrayList<>();
        List<Object> arguments = arguments(wanted);
        arguments.addAll(List.of(days.start().withDayOfYear(1), days.endInclusive(), scenario));
        Sql.all(
                connection,
                YEARS,
                row -> {
                    Of of = wanted.get(row.getInt(1));
                    String source = row.getString(2);
                    LocalDate start = row.getObject(3, LocalDate.class);
                    String months = row.getString(4);
                    if (months == null) {
                        changed.add(new Changed(of, source, start));
                    } else {
                        taker.take(of, source, start.getYear(), new MonthText(months));
                    }
                },
                arguments.toArray());
        readMonths(changed, taker);
    }

    private void readMonths(List<Changed> years, Taker taker) throws SQLException {
        if (years.isEmpty()) {
            return;
        }
        List<Object> arguments = arguments(years.stream().map(Changed::of).toList());
        arguments.add(years.stream().map(Changed::source).toArray(String[]::new));
        arguments.add(years.stream().map(Changed::start).toArray(LocalDate[]::new));
        arguments.add(years.stream().map(y -> y.start.plusYears(1)).toArray(LocalDate[]::new));
        arguments.add(scenario);
        Sql.all(
                connection,
                MONTHS,
                row -> {
                    Changed year = years.get(row.getInt(1));
                    taker.take(year.of, year.source, year.start.getYear(), new MonthText(row.getString(2)));
                },
                arguments.toArray());
    }

    private List<Object> arguments(List<Of> wanted) {
        return new ArrayList<>(List.of(
                asOf,
                IntStream.range(0, wanted.size()).boxed().toArray(Integer[]::new),
                wanted.stream().map(Of::unit).toArray(String[]::new),
                wanted.stream().map(Of::measure).toArray(String[]::new),
                wanted.stream().map(Of::dims).toArray(String[]::new)));
    }
}
