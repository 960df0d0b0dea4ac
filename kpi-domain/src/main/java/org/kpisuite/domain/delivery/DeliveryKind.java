package org.kpisuite.domain.delivery;

/** What a mail brings: the scorecard, or the notice to a controller that it was held because its data are old. */
public enum DeliveryKind {
    SCORECARD,
    NOTICE
}
