package org.kpisuite.domain.delivery;

/** What a mail brings: the scorecard, or the notice to a controller that it was held. */
public enum DeliveryKind {
    SCORECARD,
    NOTICE
}
