package org.kpisuite.ejb.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which records are wanted, the latest first.
 *
 * @param object kind and id, {@code plan/17}; or a kind alone, {@code plan}, for all of them
 * @param from earliest instant
 * @param to instant before which
 * @param before only records with a smaller number: where the last page ended
 * @param rows at most so many, 1 to {@link #ROWS_MAX}
 */
public record AuditFilter(
        Optional<String> object,
        Optional<String> actor,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Long> before,
        int rows) {
    public static final int ROWS_MAX = 500;

    public AuditFilter {
        rows = Math.max(1, Math.min(rows, ROWS_MAX));
    }

    /** Everything that was done to one object, the latest page of it. */
    public static AuditFilter of(String object) {
        return new AuditFilter(
                Optional.of(object), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), ROWS_MAX);
    }
}
