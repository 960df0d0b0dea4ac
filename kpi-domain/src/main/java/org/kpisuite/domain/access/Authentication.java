package org.kpisuite.domain.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * How and when somebody proved who they are.
 *
 * @param method PASSWORD, TOKEN or BOOTSTRAP
 * @param at when
 * @param clientIp from which address; null where none is known
 */
public record Authentication(
        String method, Instant at, @Nullable String clientIp) {
    /** How long after it somebody may sign (domain specification §4.5). */
    public static final Duration SIGNING_LIFE = Duration.ofMinutes(15);

    /**
     * Lets only those sign who have proved themselves lately.
     *
     * @throws KpiException E-SIGN-IN-AGED after {@link #SIGNING_LIFE}
     */
    public void requireFresh(Instant now) {
        if (at.plus(SIGNING_LIFE).isBefore(now)) {
            throw new KpiException(Code.E_SIGN_IN_AGED, String.valueOf(SIGNING_LIFE.toMinutes()));
        }
    }

    /** Whether they could sign now. */
    public boolean isFresh(Instant now) {
        return !at.plus(SIGNING_LIFE).isBefore(now);
    }
}
