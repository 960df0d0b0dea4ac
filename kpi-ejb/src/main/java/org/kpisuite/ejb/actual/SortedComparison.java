package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stretches of series, facts in the order of their keys, beside what is stored of the same days. */
final class SortedComparison implements AutoCloseable {
    private static final String NUMBER = "select id from staged_series where no = ?";
    private static final String STORED = """
            select period_start, revision, amount, as_of, recorded_at, import_id, row_no, reason
            from fact
            where series_id = ? and period_start between ? and ?
            """;
    private static final int STRETCH = 5_000;
    /** Of days that a file does not deliver, no more than that are read along. */
    private static final int GAP_DAYS_MAX = 31;

    private final PreparedStatement number;
    private final PreparedStatement stored;
    private final Outcome outcome;
    private final List<StagedFact> stretch = new ArrayList<>();

    /** Where facts go. */
    interface Outcome extends AutoCloseable {
        /** A fact that says something else than what is stored of it, if anything is. */
        void differs(StagedFact fact, @Nullable Integer series, @Nullable Stored before) throws SQLException;

        void same(StagedFact fact) throws SQLException;

        /** All facts were compared. */
        void finish() throws SQLException;

        @Override
        void close() throws SQLException;
    }

    /** A row of {@code fact}. */
    record Stored(
            int revision,
            @Nullable BigDecimal amount,
            OffsetDateTime asOf,
            OffsetDateTime recordedAt,
            long importId,
            int row,
            @Nullable String reason) {
        boolean says(@Nullable BigDecimal other) {
            return amount == null ? other == null : other != null && amount.compareTo(other) == 0;
        }
    }

    SortedComparison(Connection connection, Outcome outcome) throws SQLException {
        this.number = connection.prepareStatement(NUMBER);
        this.stored = connection.prepareStatement(STORED);
        this.outcome = outcome;
    }

    void add(StagedFact fact) throws SQLException {
        if (!stretch.isEmpty() && !continues(fact)) {
            settle();
        }
        stretch.add(fact);
    }

    private boolean continues(StagedFact fact) {
        StagedFact last = stretch.get(stretch.size() - 1);
        return stretch.size() < STRETCH
                && fact.isBeside(last)
                && !fact.start().isAfter(last.start().plusDays(GAP_DAYS_MAX));
    }

    /** All facts were given. */
    void finish() throws SQLException {
        if (!stretch.isEmpty()) {
            settle();
        }
        outcome.finish();
    }

    private void settle() throws SQLException {
        Integer series = series(stretch.get(0));
        Map<LocalDate, Stored> before = series == null ? Map.of() : stored(series);
        for (StagedFact fact : stretch) {
            Stored one = before.get(fact.start());
            if (one == null ? fact.amount() == null : one.says(fact.amount())) {
                outcome.same(fact);
            } else {
                outcome.differs(fact, series, one);
            }
        }
        stretch.clear();
    }

    /** Under which number it is stored, if it is. */
    private @Nullable Integer series(StagedFact first) throws SQLException {
        number.setInt(1, first.series());
        List<Integer> found = new ArrayList<>(1);
        Sql.each(number, row -> found.add(row.getObject(1, Integer.class)));
        return found.get(0);
    }

    private Map<LocalDate, Stored> stored(int series) throws SQLException {
        stored.setInt(1, series);
        stored.setObject(2, stretch.get(0).start());
        stored.setObject(3, stretch.get(stretch.size() - 1).start());
        Map<LocalDate, Stored> found = new HashMap<>();
        Sql.each(
                stored,
                row -> found.put(
                        row.getObject(1, LocalDate.class),
                        new Stored(
                                row.getInt(2),
                                row.getBigDecimal(3),
                                row.getObject(4, OffsetDateTime.class),
                                row.getObject(5, OffsetDateTime.class),
                                row.getLong(6),
                                row.getInt(7),
                                row.getString(8))));
        return found;
    }

    @Override
    public void close() throws SQLException {
        number.close();
        stored.close();
        outcome.close();
    }
}
