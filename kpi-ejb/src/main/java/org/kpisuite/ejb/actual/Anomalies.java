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
 * <p>So that a file of millions of rows is not slower for it, only the latest period of each series is looked at, of those
 * that end where the file does, and of at most {@value #SERIES_MAX} series of each length of period.
 */
final class Anomalies {
    /** More series are not looked at. */
    static final int SERIES_MAX = 5_000;

    private static final String WRITTEN = """
            select a.unit, a.measure, a.dims, a.source, a.period_start, a.amount,
                case when a.import_id = cast(? as bigint) then a.row_no else 0 end as row_no
            from (
                select s.unit, s.scenario, s.measure, s.dims, s.grain
                from actual_series s
                where s.changed_at = cast(? as timestamp with time zone) and s.grain = ? and s.scenario = 'AC'
                order by s.dims, s.unit, s.measure
                fetch first 5000 rows only
            ) s
            join actual a
                on a.unit = s.unit and a.measure = s.measure and a.dims = s.dims and a.grain = s.grain
                and a.period_start >= ? and a.period_start <= ? and a.scenario = s.scenario
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
            select a.unit, a.measure, a.dims, a.source, a.period_start, a.amount, 0 as row_no
            from unnest(cast(? as varchar(64) array), cast(? as varchar(64) array), cast(? as varchar(400) array),
                    cast(? as varchar(64) array)) as s(unit, measure, dims, source)
            join actual a
                on a.unit = s.unit and a.measure = s.measure and a.dims = s.dims and a.grain = ?
                and a.period_start >= ? and a.period_start <= ? and a.scenario = 'AC' and a.source = s.source
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
            Values values = new Values();
            LocalDate last = span.getValue().last();
            read(values, WRITTEN, importId, recordedAt, span.getKey(), from(span.getKey(), last), last);
            judge(values);
        }
    }

    /** What the changes of a dry run would bring. */
    void ofChanges(DeliverySketch sketch) throws SQLException {
        for (Map.Entry<String, DeliverySketch.Span> span : sketch.spans().entrySet()) {
            String grain = span.getKey();
            LocalDate last = span.getValue().last();
            LocalDate from = from(grain, last);
            List<Change> changes = Sql.query(connection, CHANGED, Anomalies::change, grain, from, last, grain);
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
                    from,
                    last);
            changes.forEach(values::put);
            judge(values);
        }
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

    /** Eight periods and as many again for those that were not delivered. */
    static LocalDate from(String grain, LocalDate last) {
        int periods = 2 * Outlier.PERIODS;
        return switch (Grain.valueOf(grain).granularity()) {
            case DAY -> last.minusDays(periods);
            case WEEK -> last.minusWeeks(periods);
            case MONTH -> last.minusMonths(periods);
            case QUARTER -> last.minusMonths(3L * periods);
            case YEAR -> last.minusYears(periods);
        };
    }

    private void judge(Values values) {
        List<Refusal> found = new ArrayList<>();
        values.series.values().removeIf(Map::isEmpty);
        values.series.forEach((series, periods) -> {
            Value newest = periods.lastEntry().getValue();
            if (newest.row > 0) {
                List<BigDecimal> earlier = periods.headMap(periods.lastKey()).values().stream()
                        .map(Value::amount)
                        .toList();
                Outlier.of(newest.amount, earlier)
                        .map(o -> Refusal.of(Code.W_OUTLIER, Decimals.plain(newest.amount), o.toString())
                                .atRow(newest.row)
                                .inColumn("value", Decimals.plain(newest.amount)))
                        .ifPresent(found::add);
            }
        });
        found.stream().sorted((a, b) -> Integer.compare(a.row(), b.row())).forEach(findings::add);
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
