package org.kpisuite.domain.audit;

/** What can be done to an object that the audit tells of. The object says to what: {@code APPROVE} of {@code plan/17}. */
public enum AuditAction {
    CREATE,
    CHANGE,
    /** Of a plan, a period, a catalogue entry. */
    CLOSE,
    CANCEL,

    SUBMIT,
    WITHDRAW,
    CHECK,
    RETURN,
    APPROVE,
    ACTIVATE,
    REVISE,
    SUPERSEDE,
    /** Of a plan: something was said about it, and settled, or opened again. */
    COMMENT,
    RESOLVE,
    REOPEN,

    REQUEST_REOPEN,
    APPROVE_REOPEN,
    RECLOSE,
    LOCK,
    REQUEST_UNLOCK,
    APPROVE_UNLOCK,

    /** Of an import: its facts were stored. */
    APPLY,
    UNDO,

    /** Of a row in quarantine. */
    PROPOSE,
    ACCEPT,
    ACCEPT_HISTORY,
    REJECT,

    /** Of a signal: somebody has seen it and says what is done. */
    ACKNOWLEDGE,

    INVITE,
    SET_PASSWORD,
    ISSUE_TOKEN,
    DELEGATE,
    REVOKE,
    /** Of a schedule, by hand. */
    RUN
}
