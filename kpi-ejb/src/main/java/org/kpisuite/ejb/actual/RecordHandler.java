package org.kpisuite.ejb.actual;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** The fields of one record as an array; refuses a record that is too long or too wide before it is held. */
final class RecordHandler extends AbstractBaseCsvCallbackHandler<String[]> {
    static final int FIELDS_MAX = ImportLimits.OF_PROCESS.columns();
    /** Bytes, and so more characters than any record may have. */
    static final int RECORD_LENGTH_MAX = ImportLimits.OF_PROCESS.rowBytes();

    /** No character of fewer takes up more bytes than are allowed. */
    private static final int BYTES_OF_CHARACTER_MAX = 3;

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private String[] fields = new String[16];
    private int count;
    private int length;
    private int measured;
    private int bytes;
    private boolean endsQuoted;

    @Override
    protected void handleBegin(long startingLineNumber) {
        count = 0;
        length = 0;
        measured = 0;
        bytes = 0;
        endsQuoted = false;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int fieldLength, boolean quoted) {
        length += fieldLength;
        if (length > RECORD_LENGTH_MAX) {
            throw tooLong();
        }
        if (index >= FIELDS_MAX) {
            throw new KpiException(Code.E_LIMIT, "> " + FIELDS_MAX, FIELDS_MAX + "");
        }
        if (index == fields.length) {
            fields = Arrays.copyOf(fields, 2 * index);
        }
        int guard = isGuarded(buffer, offset, fieldLength) ? 1 : 0;
        fields[index] = new String(buffer, offset + guard, fieldLength - guard);
        count = index + 1;
        endsQuoted = quoted;
        measure();
    }

    /** Bytes are counted where characters leave it open whether there are too many. */
    private void measure() {
        if (length > RECORD_LENGTH_MAX / BYTES_OF_CHARACTER_MAX) {
            for (; measured < count; measured++) {
                bytes += ImportLimits.bytes(fields[measured]);
            }
            if (bytes > RECORD_LENGTH_MAX) {
                throw tooLong();
            }
        }
    }

    /** Whether an apostrophe keeps a spreadsheet from taking the field for a formula; it is no part of the text. */
    private static boolean isGuarded(char[] buffer, int offset, int fieldLength) {
        return fieldLength > 1 && buffer[offset] == '\'' && FORMULA_STARTS.indexOf(buffer[offset + 1]) >= 0;
    }

    /** Whether the last field of the latest record stands in quotation marks. */
    boolean endsQuoted() {
        return endsQuoted;
    }

    static KpiException tooLong() {
        return new KpiException(Code.E_LIMIT, "> " + RECORD_LENGTH_MAX + " B", RECORD_LENGTH_MAX + " B");
    }

    @Override
    protected String[] buildRecord() {
        return Arrays.copyOf(fields, count);
    }
}
