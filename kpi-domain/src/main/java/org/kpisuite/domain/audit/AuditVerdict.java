package org.kpisuite.domain.audit;

import java.util.Locale;
import java.util.Optional;
import org.kpisuite.domain.failure.Messages;

/**
 * What a walk along the chain has found.
 *
 * @param verified records from the first on that are as they were written
 * @param last where the part that is whole ends
 * @param broken the first record that is not; empty where all are
 */
public record AuditVerdict(long verified, AuditHead last, Optional<Broken> broken) {

    /** The first record that is wrong, and what is wrong with it. */
    public record Broken(long seq, Fault fault) {}

    public enum Fault {
        /** There is no record of this number, though there are later ones, or the head of the chain knows of it. */
        GAP,
        /** It does not refer to the record before it. */
        LINK,
        /** Its content is not what its hash was made of. */
        HASH,
        /** The head of the chain knows of another last record, or of none of this number. */
        HEAD
    }

    public boolean isWhole() {
        return broken.isEmpty();
    }

    /** The verdict in one sentence. */
    public String text(Locale locale) {
        return broken.map(b -> Messages.text(locale, "audit.broken." + b.fault, String.valueOf(b.seq)))
                .orElseGet(() -> Messages.text(locale, "audit.whole", String.valueOf(verified), last.hash()));
    }
}
