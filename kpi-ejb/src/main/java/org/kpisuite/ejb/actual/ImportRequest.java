package org.kpisuite.ejb.actual;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.failure.KpiException;

/**
 * A file to import. What is null was not said: then the file may say it (JSON does), else the usual holds.
 *
 * @param profile code of the import profile; empty for facts in the columns of the contract
 * @param policy RESTATE where nobody says
 * @param mode ATOMIC where nobody says
 * @param dryRun false where nobody says
 * @param fileName as the sender calls it
 * @param body the bytes; read once, not closed
 * @param idempotencyKey the same key replays the first answer for 30 days; null where there is none
 * @param unit code of the unit that the file is of, where the profile asks for it; null where it does not
 * @param background whether the sender would rather come back than wait
 */
public record ImportRequest(
        String profile,
        @Nullable ImportPolicy policy,
        @Nullable ImportMode mode,
        @Nullable Boolean dryRun,
        String fileName,
        InputStream body,
        @Nullable String idempotencyKey,
        boolean background,
        @Nullable String unit) {

    /** A file that says itself which units it is of. */
    public ImportRequest(
            String profile,
            @Nullable ImportPolicy policy,
            @Nullable ImportMode mode,
            @Nullable Boolean dryRun,
            String fileName,
            InputStream body,
            @Nullable String idempotencyKey,
            boolean background) {
        this(profile, policy, mode, dryRun, fileName, body, idempotencyKey, background, null);
    }

    /** A file whose sender waits, if it is not too large for that. */
    public ImportRequest(
            String profile,
            ImportPolicy policy,
            ImportMode mode,
            boolean dryRun,
            String fileName,
            InputStream body,
            @Nullable String idempotencyKey) {
        this(profile, policy, mode, dryRun, fileName, body, idempotencyKey, false, null);
    }

    /**
     * The order of that person: of this request and of what the file says itself.
     *
     * @throws KpiException E-FIELD-VALUE where the two say different things
     */
    ImportOrder order(JsonOrder told, String person, Instant now) {
        return new ImportOrder(
                told.settled("profile", Optional.of(profile).filter(p -> !p.isEmpty()))
                        .orElse(""),
                told.choice("policy", ImportPolicy.class, policy, ImportPolicy.RESTATE),
                told.choice("mode", ImportMode.class, mode, ImportMode.ATOMIC),
                told.settled("dryRun", Optional.ofNullable(dryRun).map(String::valueOf))
                        .filter("true"::equalsIgnoreCase)
                        .isPresent(),
                fileName,
                person,
                idempotencyKey,
                now,
                unit == null ? "" : unit.strip());
    }

    /** The same wish for other bytes, of that unit. */
    ImportRequest of(String otherName, InputStream otherBody, @Nullable String otherUnit) {
        return new ImportRequest(
                profile, policy, mode, dryRun, otherName, otherBody, idempotencyKey, background, otherUnit);
    }
}
