package org.kpisuite.domain.plan;

/** Why an approved plan is revised (domain specification §4.2). */
public enum RevisionReason {
    /** The market or the business changed. */
    BUSINESS,
    /** The department changed: units, people, tasks. */
    ORGANISATION,
    /** A definition or a source of figures changed. */
    DEFINITION,
    /** The plan contained a mistake. */
    CORRECTION,
    OTHER
}
