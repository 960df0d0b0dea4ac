package org.kpisuite.ejb.actual;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

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
 * @param confirms id of the dry run that showed what a full snapshot deletes; null where none is named
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
        @Nullable String unit,
        @Nullable Long confirms) {
    private static final int KEY_LENGTH_MAX = 200;

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
        this(profile, policy, mode, dryRun, fileName, body, idempotencyKey, background, null, null);
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
        this(profile, policy, mode, dryRun, fileName, body, idempotencyKey, false, null, null);
    }

    /**
     * The order of that person: of this request and of what the file says itself.
     *
     * @throws KpiException E-FIELD-VALUE where the two say different things
     */
    ImportOrder order(JsonOrder told, String person, Instant now) {
        if (idempotencyKey != null && idempotencyKey.length() > KEY_LENGTH_MAX) {
            throw new KpiException(
                    Code.E_LIMIT, "Idempotency-Key " + idempotencyKey.length(), String.valueOf(KEY_LENGTH_MAX));
        }
        return new ImportOrder(
                told.settled("profile", Optional.of(profile).filter(p -> !p.isEmpty()))
                        .orElse(""),
                told.choice("policy", ImportPolicy.class, policy, ImportPolicy.RESTATE),
                told.choice("mode", ImportMode.class, mode, ImportMode.ATOMIC),
                isTrue(told.settled("dryRun", Optional.ofNullable(dryRun).map(String::valueOf))
                        .orElse("false")),
                fileName.replace('\0', ' '),
                person,
                idempotencyKey,
                now,
                unit == null ? "" : unit.strip(),
                confirms);
    }

    /** Whoever asks for a dry run in other words must not be taken at no word. */
    private static boolean isTrue(String given) {
        if (!given.equalsIgnoreCase("true") && !given.equalsIgnoreCase("false")) {
            throw new KpiException(
                    List.of(Refusal.ofField(Code.E_FIELD_VALUE, "dryRun", given, "dryRun", given, "true, false")));
        }
        return given.equalsIgnoreCase("true");
    }

    /** The same wish for other bytes, of that unit. */
    ImportRequest of(String otherName, InputStream otherBody, @Nullable String otherUnit) {
        return new ImportRequest(
                profile, policy, mode, dryRun, otherName, otherBody, idempotencyKey, background, otherUnit, confirms);
    }
}
