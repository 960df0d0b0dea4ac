package org.kpisuite.ejb.delivery;

import org.kpisuite.domain.delivery.Reason;

/** Nothing of a run may be sent, to nobody. */
final class RunStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    RunStopped(Reason reason) {
        this(reason, reason.toString());
    }

    /** With more for the log than the reason says. */
    RunStopped(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
