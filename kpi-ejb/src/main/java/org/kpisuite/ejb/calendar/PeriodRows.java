package org.kpisuite.ejb.calendar;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodAction;
import org.kpisuite.domain.calendar.PeriodState;
import org.kpisuite.domain.calendar.PeriodTransition;
import org.kpisuite.domain.calendar.ReopenScope;

/** What was done with periods, as stored. A few rows for each period that was ever closed: read as a whole. */
public final class PeriodRows {
    /** The turn in which facts are written: an import that is under way ends before a period changes its state. */
    private static final String TURN = "select id from import_turn where id = 1 for update";

    private static final String ALL = """
            select period, ordinal, action_name, from_state, to_state, person, auth_method, recorded_at,
                reason, scope_all, scope_units, scope_measures, requested_by, recloses_at
            from period_transition
            order by period, ordinal
            """;
    private static final String APPEND = """
            insert into period_transition (period, ordinal, action_name, from_state, to_state, person, auth_method,
                recorded_at, reason, scope_all, scope_units, scope_measures, requested_by, recloses_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SEPARATOR = ";";

    private final Connection connection;

    public PeriodRows(Connection connection) {
        this.connection = connection;
    }

    /** Waits for imports and for others that change states; the transaction ends the turn. */
    public void takeTurn() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TURN)) {
            statement.executeQuery().close();
        }
    }

    public List<PeriodTransition> all() throws SQLException {
        List<PeriodTransition> transitions = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                transitions.add(read(row));
            }
        }
        return transitions;
    }

    private static PeriodTransition read(ResultSet row) throws SQLException {
        return new PeriodTransition(
                Period.ofKey(row.getString("period")),
                row.getInt("ordinal"),
                PeriodAction.valueOf(row.getString("action_name")),
                PeriodState.valueOf(row.getString("from_state")),
                PeriodState.valueOf(row.getString("to_state")),
                row.getString("person"),
                row.getString("auth_method"),
                instant(row, "recorded_at").orElseThrow(),
                Optional.ofNullable(row.getString("reason")),
                scope(row),
                Optional.ofNullable(row.getString("requested_by")),
                instant(row, "recloses_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Optional<ReopenScope> scope(ResultSet row) throws SQLException {
        boolean all = row.getBoolean("scope_all");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new ReopenScope(
                        all, codes(row.getString("scope_units")), codes(row.getString("scope_measures"))));
    }

    private static Set<String> codes(@Nullable String text) {
        return text == null || text.isEmpty() ? Set.of() : Set.of(text.split(SEPARATOR, -1));
    }

    /** Writes steps down; two of the same number in one period are refused by the database. */
    public void append(Collection<PeriodTransition> transitions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            for (PeriodTransition t : transitions) {
                write(statement, t);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void write(PreparedStatement statement, PeriodTransition t) throws SQLException {
        statement.setString(1, t.period().key());
        statement.setInt(2, t.ordinal());
        statement.setString(3, t.action().name());
        statement.setString(4, t.from().name());
        statement.setString(5, t.to().name());
        statement.setString(6, t.by());
        statement.setString(7, t.authMethod());
        statement.setObject(8, t.at().atOffset(ZoneOffset.UTC));
        statement.setString(9, t.reason().orElse(null));
        statement.setObject(10, t.scope().map(ReopenScope::all).orElse(null), Types.BOOLEAN);
        statement.setString(11, t.scope().map(s -> text(s.units())).orElse(null));
        statement.setString(12, t.scope().map(s -> text(s.measures())).orElse(null));
        statement.setString(13, t.requestedBy().orElse(null));
        statement.setObject(
                14, t.reclosesAt().map(i -> i.atOffset(ZoneOffset.UTC)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static String text(Set<String> codes) {
        return String.join(SEPARATOR, new TreeSet<>(codes));
    }
}
