package org.kpisuite.domain.failure;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every code that a refusal or a warning can carry, as printed: {@code E-UNIT-UNKNOWN}, {@code W-EMPTY}.
 *
 * <p>Source: domain specification §8.5. The first letter is the severity; {@link Kind} says what sort of refusal it is,
 * which is all that a transport needs to choose its status.
 */
public enum Code {
    E_FOUR_EYES(Kind.FORBIDDEN),
    E_PLAN_HASH(Kind.CONFLICT),
    E_PLAN_STATE(Kind.CONFLICT),
    E_PLAN_EXISTS(Kind.CONFLICT),
    E_ADJUSTMENT_OPEN(Kind.CONFLICT),
    E_ITEM_TWICE(Kind.INVALID),
    E_LINT(Kind.INVALID),
    E_WARN_UNANSWERED(Kind.INVALID),
    E_COMMENT_SHORT(Kind.INVALID),
    E_COMMENT_OPEN(Kind.INVALID),
    E_REVISION_LATE(Kind.FORBIDDEN),
    E_QUARTER_RUNNING(Kind.CONFLICT),
    E_ITEM_UNDECIDED(Kind.INVALID),
    E_ACTION_MISSING(Kind.INVALID),
    E_NO_APPROVER(Kind.INVALID),
    E_VERSION(Kind.STALE),
    E_VERSION_MISSING(Kind.UNCONDITIONAL),
    E_SIGN_IN(Kind.UNAUTHENTICATED),
    E_SIGN_IN_AGED(Kind.FORBIDDEN),
    E_SIGN_IN_RATE(Kind.TOO_MANY),
    E_PASSWORD_WEAK(Kind.INVALID),
    E_INVITATION(Kind.INVALID),
    E_FORBIDDEN(Kind.FORBIDDEN),
    E_REPORT_UNITS(Kind.FORBIDDEN),
    E_NOT_FOUND(Kind.MISSING),
    E_FIELD_UNKNOWN(Kind.INVALID),
    E_FIELD_MISSING(Kind.INVALID),
    E_FIELD_VALUE(Kind.INVALID),
    E_FORMULA(Kind.INVALID),
    E_BODY(Kind.MALFORMED),
    E_RECIPIENT_TWICE(Kind.INVALID),
    E_DELIVERY_STATE(Kind.CONFLICT),
    E_REPORT_DIFFERS(Kind.CONFLICT),
    E_IMPORT_BUILT_ON(Kind.CONFLICT),
    E_IMPORT_STATE(Kind.CONFLICT),
    E_IMPORT_REPEATS(Kind.CONFLICT),
    E_IMPORT_CUT(Kind.INVALID),
    E_IMPORT_FILE(Kind.MISSING),
    E_IDEMPOTENCY(Kind.CONFLICT),
    E_FILE_EMPTY(Kind.INVALID),
    E_FILE_FORMAT(Kind.INVALID),
    E_COL_MISSING(Kind.INVALID),
    E_COL_DUPLICATE(Kind.INVALID),
    E_ENCODING(Kind.INVALID),
    E_ROW_WIDTH(Kind.INVALID),
    E_UNIT_UNKNOWN(Kind.INVALID),
    E_UNIT_FORBIDDEN(Kind.INVALID),
    E_MEASURE_UNKNOWN(Kind.INVALID),
    E_MEASURE_COMPUTED(Kind.INVALID),
    E_SOURCE_UNKNOWN(Kind.INVALID),
    E_SCENARIO(Kind.INVALID),
    E_PERIOD_FORMAT(Kind.INVALID),
    E_PERIOD_AMBIGUOUS(Kind.INVALID),
    E_PERIOD_INVALID(Kind.INVALID),
    E_PERIOD_FUTURE(Kind.INVALID),
    E_PERIOD_STATE(Kind.CONFLICT),
    E_PERIOD_CLOSED(Kind.INVALID),
    E_PERIOD_LOCKED(Kind.INVALID),
    E_GRAIN_COARSE(Kind.INVALID),
    E_NUM_FORMAT(Kind.INVALID),
    E_NUM_AMBIGUOUS(Kind.INVALID),
    E_NUM_SUFFIX(Kind.INVALID),
    E_NUM_NEGATIVE(Kind.INVALID),
    E_NUM_INTEGER(Kind.INVALID),
    E_PCT_AMBIGUOUS(Kind.INVALID),
    E_CUR_MISSING(Kind.INVALID),
    E_CUR_MISMATCH(Kind.INVALID),
    E_RATIO_PAIR(Kind.INVALID),
    E_RATIO_RANGE(Kind.INVALID),
    E_DIM_UNKNOWN(Kind.INVALID),
    E_ROW_CONFLICT(Kind.INVALID),
    E_ORG_OVERLAP(Kind.INVALID),
    E_REASON_MISSING(Kind.INVALID),
    E_SOURCE_CONFLICT(Kind.INVALID),
    E_VALUE_CONFLICT(Kind.INVALID),
    E_STALE(Kind.INVALID),
    E_SNAPSHOT_CONFIRM(Kind.INVALID),
    E_QUARANTINE_STATE(Kind.CONFLICT),
    E_SIGNAL_STATE(Kind.CONFLICT),
    E_XLSX_ERROR(Kind.INVALID),
    E_XLSX_MERGED(Kind.INVALID),
    E_LIMIT(Kind.TOO_LARGE),
    W_COL_UNKNOWN(Kind.INVALID),
    W_EMPTY(Kind.INVALID),
    W_NUM_DOT(Kind.INVALID),
    W_NUM_SCALE(Kind.INVALID),
    W_PCT_SMALL(Kind.INVALID),
    W_RATIO_RANGE(Kind.INVALID),
    W_ROW_DUP(Kind.INVALID),
    W_TOTAL_MISMATCH(Kind.INVALID),
    W_SOURCE_ALTERNATIVE(Kind.INVALID),
    W_MANUAL_OVERRIDE(Kind.INVALID),
    W_SNAPSHOT_PART(Kind.INVALID),
    W_EVENTS_PART(Kind.INVALID),
    W_STILL_OUT(Kind.INVALID),
    W_TEXT_CUT(Kind.INVALID),
    W_XLSX_FORMULA(Kind.INVALID),
    W_XLSX_HIDDEN(Kind.INVALID),
    W_OUTLIER(Kind.INVALID),
    W_OUTLIER_PART(Kind.INVALID),
    W_INCOMPLETE_FEED(Kind.INVALID);

    /** What sort of refusal a code is. */
    public enum Kind {
        INVALID,
        MALFORMED,
        UNAUTHENTICATED,
        FORBIDDEN,
        MISSING,
        CONFLICT,
        STALE,
        UNCONDITIONAL,
        TOO_LARGE,
        TOO_MANY
    }

    private final Kind kind;

    Code(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** How much it weighs: a row of a closed period is put aside, which holds nothing else up. */
    public Severity severity() {
        return name().startsWith("W_") || this == E_PERIOD_CLOSED ? Severity.WARN : Severity.ERROR;
    }

    /** The code whose text this is, such as {@code E-NUM-FORMAT}; empty if there is none. */
    public static Optional<Code> of(String text) {
        return Arrays.stream(values()).filter(c -> c.text().equals(text)).findFirst();
    }

    /** The code as users and clients see it. */
    public String text() {
        return name().replace('_', '-');
    }

    @Override
    public String toString() {
        return text();
    }
}
