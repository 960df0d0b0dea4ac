package org.kpisuite.ejb.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.kpisuite.domain.delivery.Delivery;
import org.kpisuite.domain.delivery.DeliveryState;

/** That a person gets one digest a day, whatever number of nodes would send it: each step is written down at once. */
final class DigestRows {
    private static final String FIRST = """
            insert into digest (login, digest_day, state, attempts, claimed_at)
            values (?, ?, 'SENDING', 1, ?)
            """;
    private static final String AGAIN = """
            update digest set
                state = 'SENDING',
                attempts = attempts + 1,
                claimed_at = ?
            where login = ? and digest_day = ? and state = 'FAILED' and attempts < ?
            """;
    private static final String END = """
            update digest set
                state = ?,
                ended_at = ?,
                answer = ?
            where login = ? and digest_day = ? and state = 'SENDING'
            """;
    private static final String DUPLICATE_KEY = "23505";
    private static final int ANSWER_MAX = 1_000;

    private final DataSource database;
    private final Clock clock;

    DigestRows(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether the caller is the one to send this digest now: nobody has, or what failed may be tried again. */
    boolean claim(String login, LocalDate day) throws SQLException {
        return begin(login, day)
                || run(AGAIN, clock.instant().atOffset(ZoneOffset.UTC), login, day, Delivery.ATTEMPTS_MAX) > 0;
    }

    private boolean begin(String login, LocalDate day) throws SQLException {
        try {
            return run(FIRST, login, day, clock.instant().atOffset(ZoneOffset.UTC)) > 0;
        } catch (SQLException e) {
            if (DUPLICATE_KEY.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** What became of a digest that was claimed. */
    void end(String login, LocalDate day, DeliveryState state, String answer) throws SQLException {
        String words = answer.substring(0, Math.min(answer.length(), ANSWER_MAX));
        run(END, state.name(), clock.instant().atOffset(ZoneOffset.UTC), words, login, day);
    }

    private int run(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
