package org.kpisuite.domain.audit;

/**
 * Where a chain ends.
 *
 * @param seq of its last record; 0 for an empty one
 * @param hash of its last record, 64 hex digits
 */
public record AuditHead(long seq, String hash) {
    /** What the first record is chained to. */
    public static final AuditHead START = new AuditHead(0, "0".repeat(64));
}
