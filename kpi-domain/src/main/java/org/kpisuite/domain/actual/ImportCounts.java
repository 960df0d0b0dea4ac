package org.kpisuite.domain.actual;

/**
 * What became of the rows of an import. A repeated equal row counts as unchanged.
 *
 * @param created keys that had no value: NEW
 * @param refused rows with an error
 */
public record ImportCounts(
        long created, long changed, long unchanged, long deleted, long empty, long quarantined, long refused) {

    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0);

    /** All rows of the file. */
    public long rows() {
        return created + changed + unchanged + deleted + empty + quarantined + refused;
    }

    /** What a file that is not applied counts: only what was wrong with it. */
    public static ImportCounts rejected(long empty, long refused) {
        return new ImportCounts(0, 0, 0, 0, empty, 0, refused);
    }
}
