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
 * dimensions beside each breakdown of the same period, and the month beside all of its days. Flows only; counts that do not
 * add up have no parts. Source: domain specification §8.2.
 *
 * <p>Of a large file only its latest periods are compared, and at most {@value #FIGURES_MAX} figures.
 */
final class TotalMismatches {
    static final int FIGURES_MAX = 500;

    /** Larger files are looked at for their latest periods only. */
    private static final int FILE_MAX = 50_000;

    private static final int ROWS_MAX = 200_000;

    private static final String WRITTEN = """
            select distinct s.unit, s.measure, s.grain
            from actual_series s
            where s.changed_at = cast(? as timestamp with time zone) and s.scenario = 'AC' and exists (
                select 1
                from actual_series o
                where o.unit = s.unit and o.scenario = s.scenario and o.measure = s.measure and o.grain = s.grain
                    and case when o.dims = '' then 1 else 0 end <> case when s.dims = '' then 1 else 0 end
            )
            order by s.unit, s.measure, s.grain
            fetch first 500 rows only
            """;
    private static final String CHANGED = """
            select distinct unit, measure, grain
            from import_change
            where scenario = 'AC'
            order by unit, measure, grain
            fetch first 500 rows only
            """;
    private static final String STORED = """
            select source, period_start, dims, dim_keys, amount,
                case when import_id = cast(? as bigint) then row_no else 0 end as row_no
            from actual
            where unit = ? and measure = ? and grain = ? and scenario = 'AC' and period_start between ? and ?
            order by source, period_start
            fetch first 200000 rows only
            """;
    private static final String CHANGES = """
            select source, period_start, dims, dim_keys, amount, row_no
            from import_change
            where unit = ? and measure = ? and grain = ? and scenario = 'AC' and period_start between ? and ?
            """;
    private static final String MONTHS = """
            select a.unit, a.measure, a.amount, m.sum_value,
                case when a.import_id = cast(? as bigint) then a.row_no else 0 end as row_no
            from (
                select distinct s.unit, s.measure, s.dims
                from actual_series s
                where s.changed_at = cast(? as timestamp with time zone) and s.scenario = 'AC'
                    and s.grain in ('D', 'M')
                fetch first 5000 rows only
            ) s
            join actual_series o
                on o.unit = s.unit and o.scenario = 'AC' and o.measure = s.measure and o.dims = s.dims
                and o.grain = 'M'
            join actual a
                on a.unit = s.unit and a.measure = s.measure and a.dims = s.dims and a.grain = 'M'
                and a.period_start >= ? and a.scenario = 'AC'
            join actual_month m
                on m.unit = a.unit and m.measure = a.measure and m.dims = a.dims and m.month_start = a.period_start
                and m.scenario = a.scenario and m.source = a.source
            where a.amount is not null
                and (a.import_id = cast(? as bigint) or m.changed_at = cast(? as timestamp with time zone))
                and m.days_with_data
                    = extract(day from cast(m.month_start as timestamp) + interval '1' month - interval '1' day)
            order by a.unit, a.measure, a.period_start
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

    private record Place(String source, LocalDate start) {}

    /** A row of a figure and a period; row 0 where it is not of this import. */
    private record Row(String dimKeys, @Nullable BigDecimal amount, int row) {}

    /** What an import that has just been written brought. */
    void ofWritten(long importId, Instant recordedAt, DeliverySketch sketch) throws SQLException {
        for (Figure figure : figures(WRITTEN, recordedAt)) {
            judge(stored(figure, importId, sketch));
        }
        DeliverySketch.Span days = sketch.spans().get(Grain.D.name());
        DeliverySketch.Span months = sketch.spans().get(Grain.M.name());
        if (days != null || months != null) {
            LocalDate first = days == null || (months != null && months.first().isBefore(days.first()))
                    ? months.first()
                    : days.first();
            Sql.each(
                    connection,
                    MONTHS,
                    this::month,
                    importId,
                    recordedAt,
                    first.withDayOfMonth(1),
                    importId,
                    recordedAt);
        }
    }

    /** What the changes of a dry run would bring; months are compared with their days only when they are written. */
    void ofChanges(DeliverySketch sketch) throws SQLException {
        for (Figure figure : figures(CHANGED)) {
            if (!sketch.spans().containsKey(figure.grain)) {
                continue;
            }
            Map<Place, Map<String, Row>> rows = stored(figure, 0, sketch);
            DeliverySketch.Span span = span(figure, sketch);
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
    }

    private List<Figure> figures(String sql, Object... arguments) throws SQLException {
        return Sql.query(
                        connection,
                        sql,
                        row -> new Figure(row.getString("unit"), row.getString("measure"), row.getString("grain")),
                        arguments)
                .stream()
                .filter(f -> isFlow(f.measure))
                .toList();
    }

    private boolean isFlow(String measure) {
        return codes.measure(measure)
                .filter(m -> FactSeries.of(m, "").kind() == FactSeries.Kind.FLOW)
                .isPresent();
    }

    private static DeliverySketch.Span span(Figure figure, DeliverySketch sketch) {
        DeliverySketch.Span span = sketch.spans().get(figure.grain);
        LocalDate from = Anomalies.from(figure.grain, span.last());
        return sketch.size() > FILE_MAX && from.isAfter(span.first())
                ? new DeliverySketch.Span(from, span.last())
                : span;
    }

    private Map<Place, Map<String, Row>> stored(Figure figure, long importId, DeliverySketch sketch)
            throws SQLException {
        Map<Place, Map<String, Row>> rows = new HashMap<>();
        if (rowsLeft > 0 && sketch.spans().containsKey(figure.grain)) {
            DeliverySketch.Span span = span(figure, sketch);
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
                    span.first(),
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
        rows.values().forEach(period -> judge(period, found));
        found.stream().sorted((a, b) -> Integer.compare(a.row(), b.row())).forEach(findings::add);
    }

    /** Each breakdown of one period beside its total, if any of it is of this import. */
    private static void judge(Map<String, Row> period, List<Refusal> found) {
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
        for (List<Row> parts : breakdowns.values()) {
            int part = parts.stream().mapToInt(Row::row).max().orElse(0);
            int row = total.row > 0 ? total.row : part;
            BigDecimal sum = parts.stream().map(Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            Parts compared = new Parts(total.amount, sum);
            if (row > 0 && compared.mismatch()) {
                found.add(refusal(compared).atRow(row));
            }
        }
    }

    private void month(ResultSet row) throws SQLException {
        Parts compared = new Parts(row.getBigDecimal("amount"), row.getBigDecimal("sum_value"));
        if (isFlow(row.getString("measure")) && compared.mismatch()) {
            int given = row.getInt("row_no");
            findings.add(given > 0 ? refusal(compared).atRow(given) : refusal(compared));
        }
    }

    private static Refusal refusal(Parts parts) {
        String total = Decimals.plain(parts.total());
        return Refusal.of(Code.W_TOTAL_MISMATCH, total, Decimals.plain(parts.sum()))
                .inColumn("value", total);
    }
}
