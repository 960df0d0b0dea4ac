package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ByteConverter;

/**
 * Rows for a COPY of PostgreSQL in its binary format, a column at a time: neither side prints or reads a number.
 *
 * <p>Source: PostgreSQL 16, COPY, File Formats, Binary Format.
 */
final class CopyRows {
    private static final byte[] HEAD = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final short TAIL = -1;
    private static final int MISSING = -1;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final Instant FIRST_INSTANT = Instant.parse("2000-01-01T00:00:00Z");

    private static final int BUFFER = 1 << 16;
    /** Longer than any row without its texts. */
    private static final int ROW_MAX = 1 << 10;

    private final CopyIn copy;
    private final short columns;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER + ROW_MAX).put(HEAD);
    private Instant lastInstant = FIRST_INSTANT;
    private long lastMicros;

    /** Begins the copy of so many columns of a table. */
    CopyRows(Connection connection, String columns, int count) throws SQLException {
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + columns + " from stdin (format binary)");
        this.columns = (short) count;
    }

    CopyRows row() {
        buffer.putShort(columns);
        return this;
    }

    CopyRows number(int number) {
        buffer.putInt(Integer.BYTES).putInt(number);
        return this;
    }

    CopyRows day(LocalDate day) {
        return number((int) (day.toEpochDay() - FIRST_DAY.toEpochDay()));
    }

    CopyRows amount(@Nullable BigDecimal amount) {
        return amount == null ? missing() : bytes(ByteConverter.numeric(amount));
    }

    CopyRows instant(Instant instant) {
        if (!instant.equals(lastInstant)) {
            lastInstant = instant;
            lastMicros = FIRST_INSTANT.until(instant, ChronoUnit.MICROS);
        }
        buffer.putInt(Long.BYTES).putLong(lastMicros);
        return this;
    }

    CopyRows text(@Nullable String text) {
        return text == null ? missing() : bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private CopyRows missing() {
        buffer.putInt(MISSING);
        return this;
    }

    private CopyRows bytes(byte[] bytes) {
        if (buffer.remaining() < bytes.length + ROW_MAX) {
            ByteBuffer larger = ByteBuffer.allocate(buffer.capacity() + bytes.length + ROW_MAX);
            buffer = larger.put(buffer.flip());
        }
        buffer.putInt(bytes.length).put(bytes);
        return this;
    }

    void endRow() throws SQLException {
        if (buffer.position() >= BUFFER) {
            flush();
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    /** All rows were given. */
    void end() throws SQLException {
        buffer.putShort(TAIL);
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
