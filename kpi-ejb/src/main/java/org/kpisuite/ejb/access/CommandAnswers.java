package org.kpisuite.ejb.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.storage.Migrations;

/**
 * Answers to commands that named an idempotency key: the same command sent again by the same person is answered as it was
 * the first time and not done again. Refusals are not kept, for they changed nothing.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CommandAnswers {
    /** How long an answer is kept. */
    static final Duration KEPT = Duration.ofDays(30);

    /** After that long without an answer, whoever had claimed the key is thought dead. */
    static final Duration WORK_MAX = Duration.ofMinutes(5);

    /** The longest key, characters. */
    public static final int KEY_MAX = 200;

    private static final String FORGET = """
            delete from command_answer
            where claimed_at < cast(? as timestamp with time zone)
                or (status is null and claimed_at < cast(? as timestamp with time zone))
            """;
    private static final String CLAIM = """
            insert into command_answer (login, idempotency_key, request_hash, claimed_at)
            select cast(? as varchar(60)), cast(? as varchar(200)), cast(? as varchar(64)),
                cast(? as timestamp with time zone)
            where not exists (select 1 from command_answer where login = ? and idempotency_key = ?)
            """;
    private static final String FIND = """
            select request_hash, status, location, etag, body
            from command_answer
            where login = ? and idempotency_key = ?
            """;
    private static final String KEEP = """
            update command_answer set status = ?, location = ?, etag = ?, body = ?
            where login = ? and idempotency_key = ?
            """;
    private static final String RELEASE = "delete from command_answer where login = ? and idempotency_key = ?";

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @EJB
    private Caller caller;

    @Inject
    private Clock clock;

    /** An answer as it was sent. */
    public record Kept(
            int status, @Nullable String location, @Nullable String etag, String body) {}

    /**
     * Takes a key for a command. Empty if it is to be done; else what was answered to it. Refuses E-LIMIT for a long key,
     * E-IDEMPOTENCY for one that was used with another command, or with this one, which is still being done.
     */
    public Optional<Kept> claim(String key, String requestHash) {
        if (key.length() > KEY_MAX) {
            throw new KpiException(Code.E_LIMIT, "Idempotency-Key: " + key.length(), String.valueOf(KEY_MAX));
        }
        Instant now = clock.instant();
        String login = caller.login();
        try (Connection connection = database.getConnection()) {
            run(connection, FORGET, now.minus(KEPT), now.minus(WORK_MAX));
            if (isClaimed(connection, login, key, requestHash, now)) {
                return Optional.empty();
            }
            return Optional.of(kept(connection, login, key, requestHash));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isClaimed(Connection connection, String login, String key, String hash, Instant now)
            throws SQLException {
        try {
            return run(connection, CLAIM, login, key, hash, now, login, key) == 1;
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith("23")) {
                throw new KpiException(Code.E_IDEMPOTENCY);
            }
            throw e;
        }
    }

    private static Kept kept(Connection connection, String login, String key, String hash) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, login);
            find.setString(2, key);
            try (ResultSet row = find.executeQuery()) {
                if (!row.next() || !hash.equals(row.getString("request_hash")) || row.getString("body") == null) {
                    throw new KpiException(Code.E_IDEMPOTENCY);
                }
                return new Kept(
                        row.getInt("status"), row.getString("location"), row.getString("etag"), row.getString("body"));
            }
        }
    }

    /** Remembers what was answered. */
    public void keep(String key, Kept answer) {
        run(KEEP, answer.status(), answer.location(), answer.etag(), answer.body(), caller.login(), key);
    }

    /** Lets a key go whose command was refused. */
    public void release(String key) {
        run(RELEASE, caller.login(), key);
    }

    private void run(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection()) {
            run(connection, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                statement.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
            }
            return statement.executeUpdate();
        }
    }
}
