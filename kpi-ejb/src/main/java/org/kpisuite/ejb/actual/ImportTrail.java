package org.kpisuite.ejb.actual;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;

/**
 * Where an import comes from and how it went on: what makes a stored value traceable, and what is shown while it runs.
 *
 * @param sha256 of the bytes as received
 * @param bytes of the file as received
 * @param profileVersion of the profile that read it; 0 before it was read, or without a profile
 * @param sheet of a workbook; null where the file has none
 * @param background whether nobody waits for it
 * @param bytesRead of {@code bytes}, so far
 * @param rowsRead records, so far
 * @param finished when it ended; null while it waits or runs
 * @param cancelledBy who asked that it be cancelled; null where nobody did
 * @param confirms id of the dry run that showed what is missing in a full snapshot; null where none was named
 * @param missing how many facts a full snapshot lacks: they are deleted, or wait in quarantine
 * @param undoing how it was taken back; null where it was not
 * @param stages when it came how far
 */
public record ImportTrail(
        String sha256,
        long bytes,
        ImportPolicy policy,
        ImportMode mode,
        long profileVersion,
        @Nullable String sheet,
        boolean background,
        long bytesRead,
        long rowsRead,
        @Nullable Instant finished,
        @Nullable String cancelledBy,
        @Nullable Long confirms,
        long missing,
        @Nullable Undoing undoing,
        Stages stages) {

    /**
     * When the stages of an import ended, as far as that was told while it ran.
     *
     * @param parsed all of the file was read
     * @param validated all of its rows were judged
     */
    public record Stages(@Nullable Instant parsed, @Nullable Instant validated) {
        public static final Stages NONE = new Stages(null, null);
    }

    /** Who took an import back, when and why. */
    public record Undoing(String person, Instant at, String reason) {}

    public boolean isFinished() {
        return finished != null;
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finished);
    }

    public Optional<Undoing> undone() {
        return Optional.ofNullable(undoing);
    }

    public Optional<Instant> parsedAt() {
        return Optional.ofNullable(stages.parsed);
    }

    public Optional<Instant> validatedAt() {
        return Optional.ofNullable(stages.validated);
    }
}
