package org.kpisuite.domain.delivery;

import java.util.Set;

/**
 * What became of a mail.
 *
 * <p>PLANNED: written down, not yet tried. SENDING: on its way, the answer is awaited. SENT: the server took it over.
 * FAILED: it certainly did not. UNCERTAIN: the answer was lost, so it may have arrived; never sent again by itself.
 * HELD: not sent because its data were too old,
 * or an output said otherwise than the scorecard.
 */
public enum DeliveryState {
    PLANNED,
    SENDING,
    SENT,
    FAILED,
    UNCERTAIN,
    HELD;

    /** The states that may come next. */
    public Set<DeliveryState> next() {
        return switch (this) {
            case PLANNED -> Set.of(SENDING, FAILED, HELD);
            case SENDING -> Set.of(SENT, FAILED, UNCERTAIN);
            case FAILED -> Set.of(SENDING, FAILED, HELD);
            case SENT, UNCERTAIN, HELD -> Set.of();
        };
    }
}
