package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.BitSet;
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
    private final Staging staging;
    private final Findings findings;
    private final BitSet dropped = new BitSet();
    private long conflicting;

    /** A fact by its place in the file and its row; the amount is null where it is to be deleted. */
    record Row(int seq, int row, @Nullable BigDecimal amount) {
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

    StagedRows(Staging staging, Findings findings) {
        this.staging = staging;
        this.findings = findings;
    }

    /** Removes from staging what repeats a key, and says so. */
    void removeRepeated() throws SQLException {
        staging.repeated(this::judge);
        staging.drop(dropped);
    }

    /** Rows that were refused because others contradict them. */
    long conflicting() {
        return conflicting;
    }

    private void judge(List<Row> rows) {
        Row first = rows.get(0);
        rows.stream()
                .filter(first::differs)
                .findFirst()
                .ifPresentOrElse(other -> contradictions(rows, other), () -> repeats(rows));
    }

    private void repeats(List<Row> rows) {
        Row first = rows.get(0);
        for (Row later : rows.subList(1, rows.size())) {
            findings.add(Refusal.of(Code.W_ROW_DUP, first.row + "").atRow(later.row));
            dropped.set(later.seq);
        }
    }

    private void contradictions(List<Row> rows, Row other) {
        Row first = rows.get(0);
        for (Row row : rows) {
            Row against = row.differs(first) ? first : other;
            findings.add(Refusal.of(Code.E_ROW_CONFLICT, against.row + "", against.value())
                    .atRow(row.row)
                    .inColumn("value", row.value()));
            dropped.set(row.seq);
        }
        conflicting += rows.size();
    }
}
