package org.kpisuite.domain.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * What a revision of an approved plan is begun with.
 *
 * @param today in the company's zone
 * @param byCfo whether whoever asks may approve for the whole company
 */
public record Revision(
        RevisionReason code, @Nullable String reason, LocalDate today, WorkingDays workingDays, boolean byCfo) {
    /** Working days before the end of the quarter in which only the CFO begins one (domain specification §4.2). */
    public static final int LATE_WORKING_DAYS = 10;

    private static final int REASON_MAX = 2_000;

    /**
     * The reason in words.
     *
     * @throws KpiException E-REASON-MISSING, E-LIMIT for one that is too long
     */
    String words() {
        if (reason == null || reason.isBlank()) {
            throw new KpiException(Code.E_REASON_MISSING);
        }
        return PlanText.within("reason", reason.strip(), REASON_MAX);
    }

    /** Whether the quarter is in its last working days, or over. */
    boolean isLate(LocalDate end) {
        return !today.isBefore(lateFrom(end, workingDays));
    }

    /** The first of the last working days of a quarter that ends on a day. */
    public static LocalDate lateFrom(LocalDate end, WorkingDays workingDays) {
        return workingDays.plus(end.plusDays(1), -LATE_WORKING_DAYS);
    }
}
