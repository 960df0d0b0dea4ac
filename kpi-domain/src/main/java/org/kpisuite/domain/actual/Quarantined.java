package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * A row that came for a closed period, with what was decided on it. Immutable; each decision gives the row as it stands
 * after it.
 *
 * <p>It is let in with a reason, its own or that of the decision. Where that changes a score by half a point or more, or a
 * gate, the first who accepts only proposes, and another confirms. Source: domain specification §8.7.
 *
 * @param importId the import that brought it
 * @param row 1-based record of its file
 * @param amount null where the fact is to be deleted
 * @param stored what it would replace, or did; null for nothing
 * @param person who imported it
 * @param proposal who would let it in; null where nobody proposed
 * @param decision who decided; null while it is open
 */
public record Quarantined(
        long id,
        long importId,
        int row,
        Key key,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal stored,
        Instant asOf,
        @Nullable String reason,
        String person,
        Instant receivedAt,
        QuarantineState state,
        @Nullable Step proposal,
        @Nullable Step decision) {
    /** How long it stays open. */
    public static final int OPEN_WORKING_DAYS = 20;

    /** Who rejects it when that time is over. */
    public static final String SYSTEM = "system";

    /** The natural key of the fact. */
    public record Key(
            String unit,
            String measure,
            String dims,
            String dimKeys,
            Period period,
            Scenario scenario,
            String source) {}

    /** What somebody did with it. */
    public record Step(String by, Instant at, @Nullable String reason) {}

    /** The last day on which it can be decided. */
    public static LocalDate openUntil(LocalDate received, WorkingDays workingDays) {
        return workingDays.plus(received, OPEN_WORKING_DAYS);
    }

    /** Whether nobody decided on it in time. */
    public boolean isOver(LocalDate received, LocalDate today, WorkingDays workingDays) {
        return state.isOpen() && openUntil(received, workingDays).isBefore(today);
    }

    /**
     * Lets it into values, series and scores, or proposes to.
     *
     * @param step its reason may be missing where the row has one
     * @param fourEyes whether the effect takes two people
     * @throws KpiException E-QUARANTINE-STATE, E-REASON-MISSING, E-FOUR-EYES to whoever proposed it
     */
    public Quarantined accept(Step step, boolean fourEyes) {
        requireOpen();
        Step reasoned = reasoned(step);
        if (!fourEyes) {
            return as(QuarantineState.ACCEPTED, proposal, reasoned);
        }
        if (proposal == null) {
            return as(QuarantineState.PROPOSED, reasoned, null);
        }
        if (proposal.by.equals(step.by)) {
            throw new KpiException(Code.E_FOUR_EYES, step.by);
        }
        return as(QuarantineState.ACCEPTED, proposal, reasoned);
    }

    /**
     * Lets it into series only.
     *
     * @throws KpiException E-QUARANTINE-STATE, E-REASON-MISSING
     */
    public Quarantined acceptForHistory(Step step) {
        requireOpen();
        return as(QuarantineState.HISTORY, proposal, reasoned(step));
    }

    /**
     * Keeps it out.
     *
     * @throws KpiException E-QUARANTINE-STATE, E-REASON-MISSING
     */
    public Quarantined reject(Step step) {
        requireOpen();
        if (step.reason == null || step.reason.isBlank()) {
            throw new KpiException(Code.E_REASON_MISSING);
        }
        return as(QuarantineState.REJECTED, proposal, step);
    }

    /** The reason with which the fact is changed: that of the decision, else the row's own. */
    public Optional<String> effectiveReason() {
        return Optional.ofNullable(decision).map(Step::reason).or(() -> Optional.ofNullable(reason));
    }

    private void requireOpen() {
        if (!state.isOpen()) {
            throw new KpiException(Code.E_QUARANTINE_STATE, String.valueOf(id), state.name());
        }
    }

    /** The step with a reason: its own, that of the proposal, or that of the row. */
    private Step reasoned(Step step) {
        if (step.reason != null && !step.reason.isBlank()) {
            return step;
        }
        String known = proposal == null ? reason : proposal.reason;
        if (known == null || known.isBlank()) {
            throw new KpiException(Code.E_REASON_MISSING);
        }
        return new Step(step.by, step.at, known);
    }

    private Quarantined as(QuarantineState next, @Nullable Step proposed, @Nullable Step decided) {
        return new Quarantined(
                id, importId, row, key, amount, stored, asOf, reason, person, receivedAt, next, proposed, decided);
    }
}
