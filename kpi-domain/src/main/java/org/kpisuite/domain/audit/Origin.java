package org.kpisuite.domain.audit;

import java.util.Optional;

/**
 * From where something was done.
 *
 * @param actor login, or {@link Deed#SYSTEM}
 * @param request id of the request, as in its answer and in the log; empty in a job
 * @param ip address that the request came from; empty in a job
 */
public record Origin(String actor, Optional<String> request, Optional<String> ip) {
    /** Somebody in a job that goes on without his request. */
    public static Origin job(String actor) {
        return new Origin(actor, Optional.empty(), Optional.empty());
    }
}
