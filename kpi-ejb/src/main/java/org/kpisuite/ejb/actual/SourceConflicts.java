package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kpisuite.domain.actual.Alternative;
import org.kpisuite.domain.actual.Codes;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.SourceOrder;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.Decimals;

/**
 * Changes of which another source says something else: refused where neither counts first, kept as an alternative where the
 * other does, and said where something entered by hand takes the place of a feed. Source: domain specification §8.6.
 *
 * <p>Only figures that two sources deliver are looked into.
 */
final class SourceConflicts {
    private static final String KNOWN = """
            select unit, measure, source
            from actual_source
            where measure in (select m.measure from unnest(cast(? as varchar(64) array)) as m(measure))
            """;
    private static final String ADD = """
            insert into actual_source (unit, measure, source)
            select a.unit, a.measure, a.source
            from unnest(cast(? as varchar(64) array), cast(? as varchar(64) array), cast(? as varchar(64) array))
                as a(unit, measure, source)
            """;
    private static final String OTHERS = """
            select c.seq, c.row_no, c.measure, c.source, c.amount, o.source as other_source, o.amount as other_amount
            from unnest(cast(? as varchar(64) array), cast(? as varchar(64) array)) as w(unit, measure)
            join import_change c on c.unit = w.unit and c.measure = w.measure
            join %s o
                on o.unit = c.unit and o.measure = c.measure and o.dims = c.dims and o.grain = c.grain
                and o.period_start = c.period_start and o.scenario = c.scenario and o.source <> c.source
            where o.amount <> c.amount
            """;
    private static final String UNCHANGED = """
             and not exists (
                select 1
                from import_change n
                where n.unit = o.unit and n.measure = o.measure and n.dims = o.dims and n.grain = o.grain
                    and n.period_start = o.period_start and n.scenario = o.scenario and n.source = o.source
            )
            """;
    private static final String DIFFERENT = OTHERS.formatted("actual") + UNCHANGED + " union all "
            + OTHERS.formatted("import_change") + " order by 2, 6";
    private static final String DROP = "insert into import_drop (seq) values (?)";
    private static final String REMOVE =
            "delete from fact_change where seq in (select seq from import_drop where kind is null)";
    private static final String FORGET = "delete from import_drop where kind is null";

    private final Connection connection;
    private final Findings findings;
    private final SourceOrder order;
    private final DeliverySketch sketch;
    private final Set<DeliverySketch.Delivered> unknown = new HashSet<>();

    SourceConflicts(Connection connection, Findings findings, Codes codes, DeliverySketch sketch) {
        this.connection = connection;
        this.findings = findings;
        this.order =
                measure -> codes.measure(measure).map(Measure::sourcePriority).orElse(List.of());
        this.sketch = sketch;
    }

    /** Whether the file delivers any figure that another source delivers, too. */
    boolean hasAny() throws SQLException {
        return !contested().isEmpty();
    }

    /** Refuses changes that no source order settles; how many rows that is. */
    long enforce() throws SQLException {
        List<DeliverySketch.Delivered> contested = contested();
        if (contested.isEmpty()) {
            return 0;
        }
        String[] units = contested.stream().map(DeliverySketch.Delivered::unit).toArray(String[]::new);
        String[] measures =
                contested.stream().map(DeliverySketch.Delivered::measure).toArray(String[]::new);
        Set<Integer> dropped = new TreeSet<>();
        Sql.each(connection, DIFFERENT, row -> judge(row, dropped), units, measures, units, measures);
        drop(dropped);
        return dropped.size();
    }

    /** Remembers who delivers what, once it is written. */
    void remember() throws SQLException {
        if (!unknown.isEmpty()) {
            Sql.update(
                    connection,
                    ADD,
                    unknown.stream().map(DeliverySketch.Delivered::unit).toArray(String[]::new),
                    unknown.stream().map(DeliverySketch.Delivered::measure).toArray(String[]::new),
                    unknown.stream().map(DeliverySketch.Delivered::source).toArray(String[]::new));
        }
    }

    /** Of each measure of a unit that the file delivers and several sources do: one of them. */
    private List<DeliverySketch.Delivered> contested() throws SQLException {
        Map<String, Set<String>> sources = new TreeMap<>();
        Set<DeliverySketch.Delivered> known = new HashSet<>();
        String[] measures = sketch.delivered().stream()
                .map(DeliverySketch.Delivered::measure)
                .distinct()
                .toArray(String[]::new);
        Sql.all(
                connection,
                KNOWN,
                row -> known.add(new DeliverySketch.Delivered(
                        row.getString("unit"), row.getString("measure"), row.getString("source"))),
                (Object) measures);
        unknown.clear();
        unknown.addAll(sketch.delivered());
        unknown.removeAll(known);
        known.addAll(sketch.delivered());
        known.forEach(
                d -> sources.computeIfAbsent(figure(d), f -> new HashSet<>()).add(d.source()));
        Set<String> taken = new HashSet<>();
        List<DeliverySketch.Delivered> contested = new ArrayList<>();
        for (DeliverySketch.Delivered delivered : sketch.delivered()) {
            if (sources.get(figure(delivered)).size() > 1 && taken.add(figure(delivered))) {
                contested.add(delivered);
            }
        }
        return contested;
    }

    private static String figure(DeliverySketch.Delivered delivered) {
        return delivered.unit() + " " + delivered.measure();
    }

    private void judge(ResultSet row, Set<Integer> dropped) throws SQLException {
        String measure = row.getString("measure");
        String source = row.getString("source");
        String other = row.getString("other_source");
        BigDecimal value = row.getBigDecimal("amount");
        BigDecimal first = row.getBigDecimal("other_amount");
        String text = Decimals.plain(first);
        String differs = new Alternative(value, first).printed();
        int compared = Integer.compare(order.rank(measure, source), order.rank(measure, other));
        if (compared == 0) {
            dropped.add(row.getInt("seq"));
            add(row, Refusal.of(Code.E_SOURCE_CONFLICT, other + ": " + text));
        } else if (compared > 0) {
            add(row, Refusal.of(Code.W_SOURCE_ALTERNATIVE, other, text, differs));
        } else if (source.equals(SourceOrder.MANUAL)) {
            add(row, Refusal.of(Code.W_MANUAL_OVERRIDE, other, text, differs));
        }
    }

    private void add(ResultSet row, Refusal refusal) throws SQLException {
        findings.add(
                refusal.atRow(row.getInt("row_no")).inColumn("value", Decimals.plain(row.getBigDecimal("amount"))));
    }

    private void drop(Set<Integer> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (RowBatch drop = new RowBatch(connection, DROP)) {
            for (int seq : rows) {
                drop.add(seq);
            }
            drop.finish();
        }
        Sql.update(connection, REMOVE);
        Sql.update(connection, FORGET);
    }
}
