package org.kpisuite.web.api;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.audit.AuditRecord;
import org.kpisuite.domain.audit.AuditVerdict;
import org.kpisuite.domain.plan.PlanFault;
import org.kpisuite.ejb.audit.AuditLog;

/**
 * A record of the audit as sent.
 *
 * @param requestId that the answer to the request told; null for a job
 * @param ip null for a job
 */
public record AuditView(
        long seq,
        String at,
        String actor,
        @Nullable String onBehalfOf,
        String action,
        String object,
        @Nullable String unit,
        JsonValue before,
        JsonValue after,
        @Nullable String requestId,
        @Nullable String ip,
        String prevHash,
        String hash) {

    static AuditView of(AuditRecord record) {
        return new AuditView(
                record.seq(),
                record.at().toString(),
                record.origin().actor(),
                record.deed().onBehalfOf().orElse(null),
                record.deed().action(),
                record.deed().object(),
                record.deed().unit().orElse(null),
                json(record.deed().before()),
                json(record.deed().after()),
                record.origin().request().orElse(null),
                record.origin().ip().orElse(null),
                record.prevHash(),
                record.hash());
    }

    private static JsonValue json(Optional<String> text) {
        if (text.isEmpty()) {
            return JsonValue.NULL;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text.get()))) {
            return reader.readValue();
        }
    }

    static ListView<AuditView> page(AuditLog.Page page) {
        List<AuditView> rows = page.rows().stream().map(AuditView::of).toList();
        return new ListView<>(rows, page.next().map(String::valueOf).orElse(null));
    }

    /**
     * Whether the chain is whole.
     *
     * @param verified records from the first on that are
     * @param seq number of the last of them
     * @param hash of the last of them
     * @param broken the first record that is not; null where all are
     */
    public record VerdictView(
            boolean whole,
            long verified,
            long seq,
            String hash,
            @Nullable BrokenView broken,
            @Nullable BrokenPlanView brokenPlan) {
        static VerdictView of(AuditVerdict verdict, Optional<PlanFault> plans) {
            return new VerdictView(
                    verdict.isWhole() && plans.isEmpty(),
                    verdict.verified(),
                    verdict.last().seq(),
                    verdict.last().hash(),
                    verdict.broken()
                            .map(b -> new BrokenView(b.seq(), b.fault().name()))
                            .orElse(null),
                    plans.map(BrokenPlanView::of).orElse(null));
        }
    }

    /**
     * The first record that is wrong.
     *
     * @param fault GAP, LINK, HASH, HEAD
     */
    public record BrokenView(long seq, String fault) {}

    /**
     * The first plan that is not as it was signed.
     *
     * @param fault CONTENT, REPORT, LINK, END
     * @param signature number of the signature at which it shows
     */
    public record BrokenPlanView(long plan, String unit, String period, int revision, String fault, int signature) {
        static BrokenPlanView of(PlanFault fault) {
            return new BrokenPlanView(
                    fault.plan(),
                    fault.unit(),
                    fault.period(),
                    fault.revision(),
                    fault.kind().name(),
                    fault.signature());
        }
    }
}
