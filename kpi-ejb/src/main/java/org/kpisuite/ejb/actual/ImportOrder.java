package org.kpisuite.ejb.actual;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;

/**
 * What somebody asks to be done with a file.
 *
 * @param profile code of the import profile; empty for facts in the columns of the contract
 * @param person login of who imports
 * @param idempotencyKey of the request; null where it has none
 */
public record ImportOrder(
        String profile,
        ImportPolicy policy,
        ImportMode mode,
        boolean dryRun,
        String fileName,
        String person,
        @Nullable String idempotencyKey,
        Instant receivedAt) {}
