package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Codes;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.Parts;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.Decimals;

/**
 * Totals that do not agree with their parts, where both were delivered and the import brought one of them: the row without
 * dimensions beside each breakdown of the same period, and the month beside all of its days ({@link MonthMismatches}). Flows only; counts that do not
 * add up have no parts. Source: domain specification §8.2.
 *
 * <p>Some breakdowns never are complete, for not every part is delivered: that parts fall short of their total is said where
 * it begins, which is the first time or after a period in which they agreed. That they exceed it is always said.
 *
 * <p>Of a large file only its latest periods are compared, and at most {@value #FIGURES_MAX} figures.
 */
final class TotalMismatches {
    static final int FIGURES_MAX = 500;

    /** Larger files are looked at for their latest periods only. */
    private static final int FILE_MAX = 50_000;

    static final int ROWS_MAX = 200_000;

    private static final String WRITTEN = """
            select s.unit, s.measure, s.grain
            from (
                select unit, measure, grain, min(case when dims = '' then 1 else 0 end) as least
                from fact_series
                where changed_at = cast(? as timestamp with time zone) and scenario = 'AC'
                group by unit, measure, grain
            ) s
            where exists (
                select 1
                from fact_series o
                where o.changed_at is not null and o.unit = s.unit and o.scenario = 'AC' and o.measure = s.measure and o.grain = s.grain
                    and case when o.dims = '' then 1 else 0 end <> s.least
            )
            order by s.unit, s.measure, s.grain
            fetch first 500 rows only
            """;
    private static final String CHANGED = """
            select c.unit, c.measure, c.grain
            from (
                select unit, measure, grain,
                    min(case when dims = '' then 1 else 0 end) as least,
                    max(case when dims = '' then 1 else 0 end) as most
                from import_change
                where scenario = 'AC'
                group by unit, measure, grain
            ) c
            where c.least <> c.most or exists (
                select 1
                from fact_series o
                where o.changed_at is not null and o.unit = c.unit and o.scenario = 'AC' and o.measure = c.measure and o.grain = c.grain
                    and case when o.dims = '' then 1 else 0 end <> c.least
            )
            order by c.unit, c.measure, c.grain
            fetch first 500 rows only
            """;
    static final String STORED = """
            select s.source, a.period_start, s.dims, s.dim_keys, a.amount,
                case when a.import_id = cast(? as bigint) then a.row_no else 0 end as row_no
            from fact_series s
            join fact a on a.series_id = s.id
            where s.unit = ? and s.measure = ? and s.grain = ? and s.scenario = 'AC' and a.period_start between ? and ?
            order by s.source, a.period_start
            fetch first 200000 rows only
            """;
    static final String CHANGES = """
            select source, period_start, dims, dim_keys, amount, row_no
            from import_change
            where unit = ? and measure = ? and grain = ? and scenario = 'AC' and period_start between ? and ?
            """;
    private final Connection connection;
    private final Findings findings;
    private final Codes codes;
    private int rowsLeft = ROWS_MAX;

    TotalMismatches(Connection connection, Findings findings, Codes codes) {
        this.connection = connection;
        this.findings = findings;
        this.codes = codes;
    }

    private record Figure(String unit, String measure, String grain) {}

    private record Place(String source, LocalDate start) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::source).thenComparing(Place::start);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** A row of a figure and a period; row 0 where it is not of this import. */
    private record Row(String dimKeys, @Nullable BigDecimal amount, int row) {}

    /** What an import that has just been written brought. */
    void ofWritten(long importId, Instant recordedAt, DeliverySketch sketch) throws SQLException {
        for (Figure figure : figures(WRITTEN, recordedAt)) {
            judge(stored(figure, importId, sketch));
        }
        new MonthMismatches(connection, findings, codes).ofWritten(importId, recordedAt, sketch);
    }

    /** What the changes of a dry run would bring. */
    void ofChanges(DeliverySketch sketch) throws SQLException {
        for (Figure figure : figures(CHANGED)) {
            if (!sketch.spans().containsKey(figure.grain)) {
                continue;
            }
            Map<Place, Map<String, Row>> rows = stored(figure, 0, sketch);
            DeliverySketch.Span span = span(figure.grain, sketch);
            Sql.each(
                    connection,
                    CHANGES,
                    row -> put(rows, row),
                    figure.unit,
                    figure.measure,
                    figure.grain,
                    span.first(),
                    span.last());
            judge(rows);
        }
        new MonthMismatches(connection, findings, codes).ofChanges(sketch);
    }

    private List<Figure> figures(String sql, Object... arguments) throws SQLException {
        return Sql.query(
                        connection,
                        sql,
                        row -> new Figure(row.getString("unit"), row.getString("measure"), row.getString("grain")),
                        arguments)
                .stream()
                .filter(f -> isFlow(codes, f.measure))
                .toList();
    }

    static boolean isFlow(Codes codes, String measure) {
        return codes.measure(measure)
                .filter(m -> FactSeries.of(m, "").kind() == FactSeries.Kind.FLOW)
                .isPresent();
    }

    /** From when to when a file has periods of that kind; of a large one the latest. */
    static DeliverySketch.Span span(String grain, DeliverySketch sketch) {
        DeliverySketch.Span span = sketch.spans().get(grain);
        LocalDate from = Anomalies.from(grain, span.last());
        return sketch.size() > FILE_MAX && from.isAfter(span.first())
                ? new DeliverySketch.Span(from, span.last())
                : span;
    }

    private Map<Place, Map<String, Row>> stored(Figure figure, long importId, DeliverySketch sketch)
            throws SQLException {
        Map<Place, Map<String, Row>> rows = new TreeMap<>();
        if (rowsLeft > 0 && sketch.spans().containsKey(figure.grain)) {
            DeliverySketch.Span span = span(figure.grain, sketch);
            Sql.each(
                    connection,
                    STORED,
                    row -> {
                        put(rows, row);
                        rowsLeft--;
                    },
                    importId,
                    figure.unit,
                    figure.measure,
                    figure.grain,
                    Anomalies.from(figure.grain, span.first()),
                    span.last());
        }
        return rows;
    }

    private static void put(Map<Place, Map<String, Row>> rows, ResultSet row) throws SQLException {
        Place place = new Place(row.getString("source"), Sql.day(row, "period_start"));
        rows.computeIfAbsent(place, p -> new HashMap<>())
                .put(
                        row.getString("dims"),
                        new Row(row.getString("dim_keys"), row.getBigDecimal("amount"), row.getInt("row_no")));
    }

    private void judge(Map<Place, Map<String, Row>> rows) {
        List<Refusal> found = new ArrayList<>();
        Map<String, Boolean> agreed = new HashMap<>();
        rows.forEach((place, period) -> judge(place.source, period, agreed, found));
        found.stream().sorted((a, b) -> Integer.compare(a.row(), b.row())).forEach(findings::add);
    }

    /** Each breakdown of one period beside its total; it is said if any of that is of this import. */
    private static void judge(
            String source, Map<String, Row> period, Map<String, Boolean> agreed, List<Refusal> found) {
        Row total = period.get("");
        if (total == null || total.amount == null) {
            return;
        }
        Map<String, List<Row>> breakdowns = new TreeMap<>();
        period.values().stream()
                .filter(r -> !r.dimKeys.isEmpty() && r.amount != null)
                .forEach(r -> breakdowns
                        .computeIfAbsent(r.dimKeys, k -> new ArrayList<>())
                        .add(r));
        breakdowns.forEach((keys, parts) -> {
            int part = parts.stream().mapToInt(Row::row).max().orElse(0);
            int row = total.row > 0 ? total.row : part;
            BigDecimal sum = parts.stream().map(Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            Parts compared = new Parts(total.amount, sum);
            Boolean before = agreed.put(source + ' ' + keys, !compared.mismatch());
            boolean begins = compared.mismatch() && !Boolean.FALSE.equals(before);
            if (row > 0 && (begins || compared.exceeds())) {
                found.add(refusal(compared).atRow(row));
            }
        });
    }

    static Refusal refusal(Parts parts) {
        String total = Decimals.plain(parts.total());
        return Refusal.of(Code.W_TOTAL_MISMATCH, total, Decimals.plain(parts.sum()))
                .inColumn("value", total);
    }
}
