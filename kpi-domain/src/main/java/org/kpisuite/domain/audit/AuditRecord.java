package org.kpisuite.domain.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kpisuite.domain.quantity.CanonicalJson;

/**
 * One link of the chain.
 *
 * <pre>
 *   hash = SHA-256(prevHash ‖ canonical(record))
 * </pre>
 *
 * <p>Canonical is the JSON of RFC 8785 of everything but the two hashes; before and after are texts in it. Source: domain
 * specification §4.4.
 *
 * @param seq from 1, without a gap
 * @param at UTC, to the microsecond, as it is stored
 * @param prevHash hash of the record before, 64 hex digits; of the first one {@link AuditHead#START}
 */
public record AuditRecord(long seq, Instant at, Origin origin, Deed deed, String prevHash, String hash) {

    /** The record that follows the head of a chain. */
    static AuditRecord after(AuditHead head, Instant at, Origin origin, Deed deed) {
        AuditRecord open =
                new AuditRecord(head.seq() + 1, at.truncatedTo(ChronoUnit.MICROS), origin, deed, head.hash(), "");
        return new AuditRecord(open.seq, open.at, origin, deed, open.prevHash, open.expectedHash());
    }

    /** The hash that its content asks for. */
    String expectedHash() {
        return CanonicalJson.sha256(prevHash + canonical());
    }

    private String canonical() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("seq", seq);
        record.put("at", at.toString());
        record.put("actor", origin.actor());
        record.put("onBehalfOf", deed.onBehalfOf().orElse(null));
        record.put("action", deed.action());
        record.put("object", deed.object());
        record.put("unit", deed.unit().orElse(null));
        record.put("before", deed.before().orElse(null));
        record.put("after", deed.after().orElse(null));
        record.put("requestId", origin.request().orElse(null));
        record.put("ip", origin.ip().orElse(null));
        return CanonicalJson.of(record);
    }

    AuditHead head() {
        return new AuditHead(seq, hash);
    }
}
