package org.kpisuite.reports.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;

/** Writes rows of a sheet as XML. Texts and instants that come again are made once. */
final class RowsXml {
    private static final int BUFFER = 1 << 16;
    private static final int REMEMBERED_MAX = 4_096;
    private static final long DAYS_BEFORE_1970 = 25_569;
    private static final long SECONDS_A_DAY = 86_400;
    private static final int SCALE_OF_INSTANTS = 9;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[][] letters = new byte[DataColumn.values().length][];
    private final Map<String, byte[]> texts = new HashMap<>();
    private final Map<Instant, byte[]> instants = new HashMap<>();
    private int used;
    private byte[] row = {};
    private int column;

    RowsXml(OutputStream out) {
        this.out = out;
        for (DataColumn c : DataColumn.values()) {
            letters[c.place()] = ascii(c.letter());
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Begins the row of that number, from 1. */
    void begin(long number) throws IOException {
        row = ascii(Long.toString(number));
        column = 0;
        put("<row r=\"");
        put(row);
        put("\">");
    }

    void end() throws IOException {
        put("</row>");
    }

    /** An empty text leaves its cell out. */
    void text(String text, int style) throws IOException {
        if (text.isEmpty()) {
            column++;
            return;
        }
        open(style);
        put("\" t=\"inlineStr\"><is><t>");
        put(known(text));
        put("</t></is></c>");
    }

    void number(BigDecimal value, int style) throws IOException {
        value(ascii(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString()), style);
    }

    void integer(long value, int style) throws IOException {
        value(ascii(Long.toString(value)), style);
    }

    void day(LocalDate day, int style) throws IOException {
        integer(day.toEpochDay() + DAYS_BEFORE_1970, style);
    }

    /** UTC. */
    void instant(Instant instant, int style) throws IOException {
        byte[] serial = instants.get(instant);
        if (serial == null) {
            BigDecimal days = BigDecimal.valueOf(instant.getEpochSecond())
                    .divide(BigDecimal.valueOf(SECONDS_A_DAY), SCALE_OF_INSTANTS, RoundingMode.HALF_UP)
                    .add(BigDecimal.valueOf(DAYS_BEFORE_1970));
            serial = ascii(days.toPlainString());
            forgetAt(instants);
            instants.put(instant, serial);
        }
        value(serial, style);
    }

    private void value(byte[] number, int style) throws IOException {
        open(style);
        put("\"><v>");
        put(number);
        put("</v></c>");
    }

    private void open(int style) throws IOException {
        put("<c r=\"");
        put(letters[column++]);
        put(row);
        put("\" s=\"");
        put(ascii(Integer.toString(style)));
    }

    private byte[] known(String text) {
        byte[] escaped = texts.get(text);
        if (escaped == null) {
            escaped = escaped(text).getBytes(StandardCharsets.UTF_8);
            forgetAt(texts);
            texts.put(text, escaped);
        }
        return escaped;
    }

    private static void forgetAt(Map<?, ?> remembered) {
        if (remembered.size() >= REMEMBERED_MAX) {
            remembered.clear();
        }
    }

    /** What XML cannot hold becomes a question mark. */
    static String escaped(String text) {
        int length = Math.min(text.length(), SpreadsheetVersion.EXCEL2007.getMaxTextLength());
        StringBuilder xml = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '\t', '\n', '\r' -> xml.append("&#").append((int) c).append(';');
                default -> xml.append(c < ' ' || c == '\ufffe' || c == '\uffff' ? '?' : c);
            }
        }
        return xml.toString();
    }

    private void put(String ascii) throws IOException {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            buffer[used++] = (byte) ascii.charAt(i);
        }
    }

    private void put(byte[] bytes) throws IOException {
        if (bytes.length > BUFFER) {
            flush();
            out.write(bytes);
            return;
        }
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    private void room(int bytes) throws IOException {
        if (used + bytes > BUFFER) {
            flush();
        }
    }

    /** Hands on what is written; the stream stays open. */
    void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }
}
