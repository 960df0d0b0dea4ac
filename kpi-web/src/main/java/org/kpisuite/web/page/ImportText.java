package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.ejb.actual.ImportResult;

/** Words and numbers about an import, as one reader sees them. */
final class ImportText {
    private static final BigDecimal KIB = new BigDecimal(1024);
    private static final int SHOWN_OF_HASH = 4;

    private final Reader reader;

    ImportText(Reader reader) {
        this.reader = reader;
    }

    /** {@code 84 KB}, {@code 18.4 MB}. */
    String size(long bytes) {
        BigDecimal kib = BigDecimal.valueOf(bytes).divide(KIB, 1, RoundingMode.HALF_UP);
        return kib.compareTo(KIB) < 0
                ? reader.text("import.kb", reader.numbers().plain(kib.setScale(0, RoundingMode.UP)))
                : reader.text("import.mb", reader.numbers().plain(kib.divide(KIB, 1, RoundingMode.HALF_UP)));
    }

    /** {@code 1.3 s}. */
    String seconds(Duration time) {
        BigDecimal seconds = BigDecimal.valueOf(Math.max(0, time.toMillis()), 3).setScale(1, RoundingMode.HALF_UP);
        return reader.text("import.seconds", reader.numbers().plain(seconds));
    }

    /** {@code b7e0…41fa}. */
    static String hash(ImportResult run) {
        String hash = run.trail().sha256();
        return hash.substring(0, SHOWN_OF_HASH) + "…" + hash.substring(hash.length() - SHOWN_OF_HASH);
    }

    /** Facts that are or would be stored as the file says. */
    static long good(ImportCounts counts) {
        return counts.created() + counts.changed() + counts.unchanged() + counts.deleted();
    }

    static long all(ImportCounts counts) {
        return good(counts) + counts.empty() + counts.quarantined() + counts.refused();
    }
}
