package org.kpisuite.ejb.actual;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How large a file may be that is read. Source: domain specification §8.1.
 *
 * @param bytes of a file, unpacked where it was packed on its way
 * @param rows of a file, the header among them
 * @param rowBytes of one row, in UTF-8
 * @param columns of one row
 * @param unpackedBytes of all parts of a workbook
 * @param unpackedTimes the size of a part, as a multiple of what it takes up packed
 */
record ImportLimits(long bytes, int rows, int rowBytes, int columns, long unpackedBytes, long unpackedTimes) {
    /** Those of this installation, from its environment. */
    static final ImportLimits OF_PROCESS = of(System::getenv);

    private static final long GIBIBYTE = 1L << 30;
    private static final int ROW_BYTES_MAX = 64 << 20;

    /**
     * Those that are set, the others as specified.
     *
     * @throws IllegalArgumentException by the name of a setting that is wrong
     */
    static ImportLimits of(Function<String, @Nullable String> settings) {
        return new ImportLimits(
                number(settings, "KPI_IMPORT_BYTES", GIBIBYTE, Long.MAX_VALUE),
                (int) number(settings, "KPI_IMPORT_ROWS", 10_000_000, Integer.MAX_VALUE),
                (int) number(settings, "KPI_IMPORT_ROW_BYTES", 1 << 20, ROW_BYTES_MAX),
                (int) number(settings, "KPI_IMPORT_COLUMNS", 10_000, 1_000_000),
                number(settings, "KPI_IMPORT_UNPACKED_BYTES", 4 * GIBIBYTE, Long.MAX_VALUE),
                number(settings, "KPI_IMPORT_UNPACKED_TIMES", 200, Integer.MAX_VALUE));
    }

    private static long number(Function<String, @Nullable String> settings, String name, long otherwise, long most) {
        String given = settings.apply(name);
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        if (!given.strip().matches("\\d{1,18}") || Long.parseLong(given.strip()) == 0) {
            throw new IllegalArgumentException(name + " = " + given);
        }
        if (Long.parseLong(given.strip()) > most) {
            throw new IllegalArgumentException(name + " = " + given + " > " + most);
        }
        return Long.parseLong(given.strip());
    }

    /** How many bytes a text takes up in UTF-8. */
    static int bytes(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
