package org.kpisuite.domain.plan;

import java.util.Locale;
import java.util.Optional;
import org.kpisuite.domain.failure.Messages;

/**
 * What is wrong with the evidence of a plan (domain specification §4.5): somebody changed what was signed, past the steps
 * that the plan knows.
 *
 * @param signature number of the signature at which it shows, from 1; 0 for none
 */
public record PlanFault(long plan, String unit, String period, int revision, Kind kind, int signature) {
    /** What does not fit. */
    public enum Kind {
        /** The content is not what its hash was made of, or another hash was signed. */
        CONTENT,
        /** The same of the lint report. */
        REPORT,
        /** A signature does not follow the one before it: one was changed, taken out or put in. */
        LINK,
        /** The last signature is not the one that the audit knows of. */
        END
    }

    private static PlanFault of(Plan plan, Kind kind, int signature) {
        return new PlanFault(plan.id(), plan.unit(), plan.period().code(), plan.revision(), kind, signature);
    }

    /**
     * The first fault of a plan; empty where all is as it was signed.
     *
     * @param recorded hash of its last signature as the audit has it, empty text before the first; empty where the audit tells
     *     none, as of plans from before it did
     */
    public static Optional<PlanFault> in(Plan plan, Optional<String> recorded) {
        int link = plan.brokenLink();
        if (link > 0) {
            return Optional.of(of(plan, Kind.LINK, link));
        }
        int signed = plan.signatures().size();
        if (!plan.isAsFrozen()) {
            return Optional.of(of(plan, Kind.CONTENT, signed));
        }
        if (!plan.isReportAsFrozen()) {
            return Optional.of(of(plan, Kind.REPORT, signed));
        }
        return recorded.filter(hash -> !hash.equals(plan.lastSignatureHash())).map(hash -> of(plan, Kind.END, signed));
    }

    /** The fault in a sentence. */
    public String text(Locale locale) {
        return Messages.text(
                locale,
                "plan.broken." + kind,
                String.valueOf(plan),
                unit,
                period,
                String.valueOf(revision),
                String.valueOf(signature));
    }
}
