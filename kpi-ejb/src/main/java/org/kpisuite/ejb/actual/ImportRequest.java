package org.kpisuite.ejb.actual;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;

/**
 * A file to import.
 *
 * @param profile code of the import profile; empty for facts in the columns of the contract
 * @param fileName as the sender calls it
 * @param body the bytes; read once, not closed
 * @param idempotencyKey the same key replays the first answer for 30 days; null where there is none
 * @param background whether the sender would rather come back than wait
 */
public record ImportRequest(
        String profile,
        ImportPolicy policy,
        ImportMode mode,
        boolean dryRun,
        String fileName,
        InputStream body,
        @Nullable String idempotencyKey,
        boolean background) {

    /** A file whose sender waits, if it is not too large for that. */
    public ImportRequest(
            String profile,
            ImportPolicy policy,
            ImportMode mode,
            boolean dryRun,
            String fileName,
            InputStream body,
            @Nullable String idempotencyKey) {
        this(profile, policy, mode, dryRun, fileName, body, idempotencyKey, false);
    }
}
