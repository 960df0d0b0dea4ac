package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FeedSize;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.Outlier;
import org.kpisuite.domain.actual.SourceOrder;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.Decimals;

/**
 * What is unusual about an import: a value far from the one before it, a file much smaller than usual. Both are said and
 * hold nothing up. Source: domain specification §8.4.
 *
 * <p>Every period of the file is looked at. So that a file of millions of rows is not slower for it, no more than
 * {@value #SERIES_MAX} series of each length of period are, and no more than {@value #VALUES_MAX} values of them, the latest;
 * what is left out is said.
 */
final class Anomalies {
    /** More series are not looked at. */
    static final int SERIES_MAX = 5_000;

    /** More values are not read, those before the file among them. */
    static final int VALUES_MAX = 120_000;

    /** Eight periods and as many again for those that were not delivered. */
    private static final int PERIODS_BEFORE = 2 * Outlier.PERIODS;

    private static final String WRITTEN_SERIES = """
            select count(*)
            from fact_series s
            where s.changed_at = cast(? as timestamp with time zone) and s.grain = ? and s.scenario = 'AC'
            """;
    private static final String CHANGED_SERIES = """
            select count(*)
            from (
                select distinct unit, measure, dims
                from import_change
                where grain = ? and scenario = 'AC'
            ) s
            """;
    private static final String WRITTEN = """
            select s.unit, s.measure, s.dims, s.source, a.period_start, a.amount,
                case when a.import_id = cast(? as bigint) then a.row_no else 0 end as row_no
            from (
                select id, unit, measure, dims, source
                from fact_series
                where changed_at = cast(? as timestamp with time zone) and grain = ? and scenario = 'AC'
                order by dims, unit, measure, source
                fetch first 5000 rows only
            ) s
            join fact a on a.series_id = s.id and a.period_start >= ? and a.period_start <= ?
            where a.amount is not null
            """;
    private static final String CHANGED = """
            select unit, measure, dims, source, period_start, amount, row_no
            from import_change
            where grain = ? and scenario = 'AC' and period_start >= ? and period_start <= ?
                and (unit, measure, dims) in (
                    select s.unit, s.measure, s.dims
                    from (
                        select distinct unit, measure, dims
                        from import_change
                        where grain = ? and scenario = 'AC'
                        order by dims, unit, measure
                        fetch first 5000 rows only
                    ) s
                )
            """;
    private static final String STORED = """
            select s.unit, s.measure, s.dims, s.source, a.period_start, a.amount, 0 as row_no
            from unnest(cast(? as varchar(64) array), cast(? as varchar(64) array), cast(? as varchar(400) array),
                    cast(? as varchar(64) array)) as w(unit, measure, dims, source)
            join fact_series s
                on s.unit = w.unit and s.scenario = 'AC' and s.measure = w.measure and s.dims = w.dims and s.grain = ?
                and s.source = w.source
            join fact a on a.series_id = s.id and a.period_start >= ? and a.period_start <= ?
            where a.amount is not null
            """;
    private static final String SIZES = """
            select rows_new + rows_changed + rows_unchanged + rows_deleted + rows_empty + rows_quarantined
                + rows_refused as size
            from import_run
            where profile = ? and unit = ? and sources = ? and state in ('APPLIED', 'PARTIAL') and dry_run = false
                and duplicate_of is null and id < ?
            order by id desc
            fetch first 8 rows only
            """;
    private static final String OF_SOURCES = "update import_run set sources = ? where id = ?";
    private static final int SOURCES_MAX = 1_000;

    private final Connection connection;
    private final Findings findings;

    Anomalies(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    private record Series(String unit, String measure, String dims, String source) {}

    /** A value of a series; row 0 where it is not of this import. */
    private record Value(BigDecimal amount, int row) {}

    /** What becomes of a value; null where it is deleted. */
    private record Change(
            Series of, LocalDate start, @Nullable Value value) {}

    /** Values by series and first day. */
    private static final class Values {
        private final Map<Series, NavigableMap<LocalDate, Value>> series = new HashMap<>();

        void put(Change change) {
            NavigableMap<LocalDate, Value> values = series.computeIfAbsent(change.of, s -> new TreeMap<>());
            if (change.value == null) {
                values.remove(change.start);
            } else {
                values.put(change.start, change.value);
            }
        }
    }

    /** What an import that has just been written brought. */
    void ofWritten(long importId, Instant recordedAt, DeliverySketch sketch) throws SQLException {
        for (Map.Entry<String, DeliverySketch.Span> span : sketch.spans().entrySet()) {
            Window window = window(span, count(WRITTEN_SERIES, recordedAt, span.getKey()));
            Values values = new Values();
            read(values, WRITTEN, importId, recordedAt, window.grain, window.from(), window.last);
            judge(values, window);
        }
    }

    /** What the changes of a dry run would bring. */
    void ofChanges(DeliverySketch sketch) throws SQLException {
        for (Map.Entry<String, DeliverySketch.Span> span : sketch.spans().entrySet()) {
            String grain = span.getKey();
            Window window = window(span, count(CHANGED_SERIES, grain));
            List<Change> changes =
                    Sql.query(connection, CHANGED, Anomalies::change, grain, window.from(), window.last, grain);
            List<Series> series = changes.stream().map(Change::of).distinct().toList();
            Values values = new Values();
            read(
                    values,
                    STORED,
                    series.stream().map(Series::unit).toArray(String[]::new),
                    series.stream().map(Series::measure).toArray(String[]::new),
                    series.stream().map(Series::dims).toArray(String[]::new),
                    series.stream().map(Series::source).toArray(String[]::new),
                    grain,
                    window.from(),
                    window.last);
            changes.forEach(values::put);
            judge(values, window);
        }
    }

    private long count(String sql, Object... arguments) throws SQLException {
        return Sql.query(connection, sql, row -> row.getLong(1), arguments).get(0);
    }

    /**
     * The periods that are looked at.
     *
     * @param first the earliest of them
     * @param last the latest of the file
     * @param series how many series the file changed
     * @param whole whether no value of the file is left out
     */
    record Window(String grain, LocalDate first, LocalDate last, long series, boolean whole) {
        /** What they are compared with begins earlier. */
        LocalDate from() {
            return Anomalies.from(grain, first);
        }
    }

    private static Window window(Map.Entry<String, DeliverySketch.Span> span, long series) {
        return window(span.getKey(), span.getValue(), series);
    }

    /** As much of the file as the limits allow, and never less than its latest period. */
    static Window window(String grain, DeliverySketch.Span span, long series) {
        long looked = Math.max(1, Math.min(series, SERIES_MAX));
        long periods = VALUES_MAX / looked - PERIODS_BEFORE;
        LocalDate earliest = minus(grain, span.last(), periods - 1);
        boolean cut = series > 0 && span.first().isBefore(earliest);
        return new Window(grain, cut ? earliest : span.first(), span.last(), series, !cut && series <= SERIES_MAX);
    }

    private void read(Values into, String sql, Object... arguments) throws SQLException {
        Sql.each(connection, sql, row -> into.put(change(row)), arguments);
    }

    private static Change change(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return new Change(
                new Series(
                        row.getString("unit"),
                        row.getString("measure"),
                        row.getString("dims"),
                        row.getString("source")),
                Sql.day(row, "period_start"),
                amount == null ? null : new Value(amount, row.getInt("row_no")));
    }

    /** So long before a day as its value is compared with. */
    static LocalDate from(String grain, LocalDate day) {
        return minus(grain, day, PERIODS_BEFORE);
    }

    private static LocalDate minus(String grain, LocalDate day, long periods) {
        return switch (Grain.valueOf(grain).granularity()) {
            case DAY -> day.minusDays(periods);
            case WEEK -> day.minusWeeks(periods);
            case MONTH -> day.minusMonths(periods);
            case QUARTER -> day.minusMonths(3 * periods);
            case YEAR -> day.minusYears(periods);
        };
    }

    private void judge(Values values, Window window) {
        List<Refusal> found = new ArrayList<>();
        values.series.values().forEach(periods -> judge(new ArrayList<>(periods.values()), found));
        found.stream().sorted((a, b) -> Integer.compare(a.row(), b.row())).forEach(findings::add);
        if (!window.whole) {
            String looked = String.valueOf(Math.min(window.series, SERIES_MAX));
            findings.add(
                    Refusal.of(Code.W_OUTLIER_PART, looked, String.valueOf(window.series), window.first.toString()));
        }
    }

    private static void judge(List<Value> periods, List<Refusal> found) {
        List<Optional<Outlier>> outliers =
                Outlier.among(periods.stream().map(Value::amount).toList());
        for (int i = 0; i < periods.size(); i++) {
            Value value = periods.get(i);
            if (value.row > 0) {
                outliers.get(i)
                        .map(o -> Refusal.of(Code.W_OUTLIER, Decimals.plain(value.amount), o.toString())
                                .atRow(value.row)
                                .inColumn("value", Decimals.plain(value.amount)))
                        .ifPresent(found::add);
            }
        }
    }

    /**
     * Says so where a file has less than half the rows of those of its profile, unit and sources before it. What people enter by
     * hand is no feed: it has no usual size.
     */
    void feed(ImportWork work, String sources, long rows) throws SQLException {
        String kept = sources.length() > SOURCES_MAX ? sources.substring(0, SOURCES_MAX) : sources;
        Sql.update(connection, OF_SOURCES, kept, work.id());
        if (sources.equals(SourceOrder.MANUAL)) {
            return;
        }
        List<Long> sizes = Sql.query(
                connection,
                SIZES,
                row -> row.getLong("size"),
                work.order().profile(),
                work.order().unit(),
                kept,
                work.id());
        Optional<FeedSize> usual = FeedSize.of(sizes).filter(size -> size.isThin(rows));
        usual.ifPresent(size ->
                findings.add(Refusal.of(Code.W_INCOMPLETE_FEED, String.valueOf(rows), Decimals.plain(size.usual()))));
    }
}
