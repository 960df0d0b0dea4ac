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
 * @param unit code of the unit that the file is of, where the profile asks for it; empty where it does not
 * @param confirms id of the dry run that showed what a full snapshot deletes; null where none is named
 */
public record ImportOrder(
        String profile,
        ImportPolicy policy,
        ImportMode mode,
        boolean dryRun,
        String fileName,
        String person,
        @Nullable String idempotencyKey,
        Instant receivedAt,
        String unit,
        @Nullable Long confirms) {

    /** Of a file that says itself which units it is of. */
    public ImportOrder(
            String profile,
            ImportPolicy policy,
            ImportMode mode,
            boolean dryRun,
            String fileName,
            String person,
            @Nullable String idempotencyKey,
            Instant receivedAt) {
        this(profile, policy, mode, dryRun, fileName, person, idempotencyKey, receivedAt, "", null);
    }
}
