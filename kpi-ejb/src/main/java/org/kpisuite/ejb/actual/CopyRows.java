package org.kpisuite.ejb.actual;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows for a COPY of PostgreSQL in its text format, a column at a time. */
final class CopyRows {
    private static final int BUFFER = 1 << 16;
    /** Longer than any row: every text but the reason is short. */
    private static final int ROW_MAX = 1 << 13;

    private final CopyIn copy;
    private byte[] buffer = new byte[BUFFER + ROW_MAX];
    private int length;

    CopyRows(Connection connection, String sql) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    }

    CopyRows number(int number) {
        return ascii(Integer.toString(number));
    }

    CopyRows ascii(@Nullable String text) {
        if (text == null) {
            return missing();
        }
        int n = text.length();
        for (int i = 0; i < n; i++) {
            buffer[length++] = (byte) text.charAt(i);
        }
        return next();
    }

    CopyRows text(@Nullable String text) {
        if (text == null) {
            return missing();
        }
        int n = text.length();
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c < ' ' || c == '\\') {
                escaped(text.substring(i));
                break;
            }
            buffer[length++] = (byte) c;
        }
        return next();
    }

    private void escaped(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        byte[] bytes = escaped.getBytes(StandardCharsets.UTF_8);
        if (length + bytes.length + ROW_MAX > buffer.length) {
            buffer = Arrays.copyOf(buffer, length + bytes.length + ROW_MAX);
        }
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private CopyRows missing() {
        buffer[length++] = '\\';
        buffer[length++] = 'N';
        return next();
    }

    private CopyRows next() {
        buffer[length++] = '\t';
        return this;
    }

    void endRow() throws SQLException {
        buffer[length - 1] = '\n';
        if (length >= BUFFER) {
            flush();
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer, 0, length);
        length = 0;
    }

    /** All rows were given. */
    void end() throws SQLException {
        flush();
        copy.endCopy();
    }

    /** A connection in the middle of a COPY takes nothing else, not even a rollback: that would wait for ever. */
    void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
