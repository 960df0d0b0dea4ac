package org.kpisuite.ejb.inbox;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * An action that somebody is awaited for.
 *
 * @param object as in the audit: {@code plan/17}, {@code period/2026-Q3}; of a plan that is not begun {@code plan/new}
 * @param unit empty where it is the whole company's
 * @param period code of the period that it is about
 * @param count of rows that wait together; else 1
 * @param due last day on which it is in time
 * @param people logins of those of whom one is enough
 * @param superiors logins of those who are told when it is overdue
 * @param page where it is decided, below the address of the suite
 */
public record Awaited(
        Kind kind,
        String object,
        Optional<String> unit,
        String period,
        long count,
        LocalDate due,
        Set<String> people,
        Set<String> superiors,
        String page) {

    /** What is to be done. */
    public enum Kind {
        /** Begin the plan of a quarter that comes. */
        WRITE,
        SUBMIT,
        CHECK,
        DECIDE,
        CLOSE,
        ADJUST,
        REOPEN,
        UNLOCK,
        /** Decide on rows for closed periods. */
        QUARANTINE,
        /** Confirm what another would let in. */
        CONFIRM
    }

    public Awaited {
        people = Set.copyOf(people);
        superiors = Set.copyOf(superiors);
    }
}
