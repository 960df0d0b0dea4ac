package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a stored value was at some time, and what brought it.
 *
 * @param value null where it was deleted
 * @param row record of the file; 0 where it came from none
 * @param reason why it took the place of the one before; null where nobody said
 * @param file name of the imported file
 * @param sha256 of its bytes as received
 * @param person who imported it
 */
public record FactRevision(
        int revision,
        @Nullable BigDecimal value,
        Instant asOf,
        Instant recordedAt,
        long importId,
        int row,
        @Nullable String reason,
        String file,
        String sha256,
        String profile,
        long profileVersion,
        String person) {}
