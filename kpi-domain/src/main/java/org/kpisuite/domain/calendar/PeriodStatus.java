package org.kpisuite.domain.calendar;

import java.util.List;
import java.util.Optional;

/**
 * How a period stands at an instant.
 *
 * @param state its own, or that of a longer period in which it lies, whichever is stricter
 * @param inheritedFrom the longer period that makes it so; empty where its own state counts
 * @param reopening the approval by which it is open though it had been closed: its own, or that of the longer period
 * @param pending the request that waits for a second person
 * @param transitions all of its own, the first one first
 * @param next what may be done with it now, whoever may do it
 */
public record PeriodStatus(
        Period period,
        PeriodState state,
        Optional<Period> inheritedFrom,
        Optional<PeriodTransition> reopening,
        Optional<PeriodTransition> pending,
        List<PeriodTransition> transitions,
        List<PeriodAction> next) {
    public PeriodStatus {
        transitions = List.copyOf(transitions);
        next = List.copyOf(next);
    }
}
