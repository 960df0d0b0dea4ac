package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.Decimals;

/**
 * Facts of one file that have the same key: equal ones count once (W-ROW-DUP), different ones not at all
 * (E-ROW-CONFLICT on each).
 */
final class StagedRows {
    private static final String REPEATED = """
            select s.seq, s.row_no, s.amount, s.unit, s.measure, s.dims, s.grain, s.period_start, s.scenario, s.source
            from import_stage s
            join (
                select unit, measure, dims, grain, period_start, scenario, source
                from import_stage
                group by unit, measure, dims, grain, period_start, scenario, source
                having count(*) > 1
            ) k on k.unit = s.unit and k.measure = s.measure and k.dims = s.dims and k.grain = s.grain
                and k.period_start = s.period_start and k.scenario = s.scenario and k.source = s.source
            order by s.unit, s.measure, s.dims, s.grain, s.period_start, s.scenario, s.source, s.seq
            """;
    private static final String DROP = "insert into import_drop (seq) values (?)";
    private static final String REMOVE = "delete from import_stage where seq in (select seq from import_drop)";
    private static final int BATCH = 5_000;

    private final Connection connection;
    private final Findings findings;
    private final List<Row> group = new ArrayList<>();
    private String groupKey = "";
    private int waiting;
    private long conflicting;

    private record Row(int seq, int row, @Nullable BigDecimal amount) {
        boolean differs(Row other) {
            if (amount == null || other.amount == null) {
                return (amount == null) != (other.amount == null);
            }
            return amount.compareTo(other.amount) != 0;
        }

        String value() {
            return amount == null ? "DELETE" : Decimals.plain(amount);
        }
    }

    StagedRows(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    /** Removes from staging what repeats a key, and says so. */
    void removeRepeated() throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement(DROP)) {
            List<Integer> dropped = new ArrayList<>();
            Sql.each(connection, REPEATED, row -> dropped.addAll(next(row)));
            dropped.addAll(settle());
            for (int seq : dropped) {
                drop.setInt(1, seq);
                drop.addBatch();
                if (++waiting % BATCH == 0) {
                    drop.executeBatch();
                }
            }
            drop.executeBatch();
        }
        Sql.update(connection, REMOVE);
        Sql.update(connection, "delete from import_drop");
    }

    /** Rows that were refused because others contradict them. */
    long conflicting() {
        return conflicting;
    }

    private List<Integer> next(ResultSet row) throws SQLException {
        StringBuilder key = new StringBuilder();
        for (int column = 4; column <= 10; column++) {
            key.append(row.getString(column)).append('\u001f');
        }
        List<Integer> dropped = key.toString().equals(groupKey) ? List.of() : settle();
        groupKey = key.toString();
        group.add(new Row(row.getInt(1), row.getInt(2), row.getBigDecimal(3)));
        return dropped;
    }

    private List<Integer> settle() {
        if (group.isEmpty()) {
            return List.of();
        }
        Row first = group.get(0);
        Row other = group.stream().filter(first::differs).findFirst().orElse(null);
        List<Integer> dropped = other == null ? repeats(first) : contradictions(first, other);
        group.clear();
        return dropped;
    }

    private List<Integer> repeats(Row first) {
        List<Row> later = group.subList(1, group.size());
        later.forEach(
                r -> findings.add(Refusal.of(Code.W_ROW_DUP, first.row + "").atRow(r.row)));
        return later.stream().map(Row::seq).toList();
    }

    private List<Integer> contradictions(Row first, Row other) {
        for (Row row : group) {
            Row against = row.differs(first) ? first : other;
            findings.add(Refusal.of(Code.E_ROW_CONFLICT, against.row + "", against.value())
                    .atRow(row.row)
                    .inColumn("value", row.value()));
        }
        conflicting += group.size();
        return group.stream().map(Row::seq).toList();
    }
}
