package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements with their arguments, one line each where they are run. */
public final class Sql {
    private Sql() {}

    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    static boolean isPostgres(Connection connection) throws SQLException {
        return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    }

    public static int update(Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    public static <T> List<T> query(
            Connection connection, String sql, RowReader<T> reader, @Nullable Object... arguments) throws SQLException {
        List<T> rows = new ArrayList<>();
        all(connection, sql, row -> rows.add(reader.read(row)), arguments);
        return rows;
    }

    /** Fetches all rows at once. */
    static void all(Connection connection, String sql, RowConsumer consumer, @Nullable Object... arguments)
            throws SQLException {
        fetch(connection, 0, sql, consumer, arguments);
    }

    /** Streams the rows; they are fetched in portions while a transaction is under way. */
    static void each(Connection connection, String sql, RowConsumer consumer, @Nullable Object... arguments)
            throws SQLException {
        fetch(connection, 1_000, sql, consumer, arguments);
    }

    private static void fetch(
            Connection connection, int portion, String sql, RowConsumer consumer, @Nullable Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, arguments)) {
            statement.setFetchSize(portion);
            each(statement, consumer);
        }
    }

    /** Runs a statement whose arguments are set. */
    static void each(PreparedStatement statement, RowConsumer consumer) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                consumer.accept(rows);
            }
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            if (argument instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else if (argument instanceof String[] texts) {
                statement.setArray(i + 1, connection.createArrayOf("varchar", texts));
            } else if (argument instanceof Integer[] numbers) {
                statement.setArray(i + 1, connection.createArrayOf("integer", numbers));
            } else if (argument instanceof Long[] numbers) {
                statement.setArray(i + 1, connection.createArrayOf("bigint", numbers));
            } else if (argument instanceof LocalDate[] days) {
                statement.setArray(i + 1, connection.createArrayOf("date", days));
            } else {
                statement.setObject(i + 1, argument);
            }
        }
        return statement;
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
