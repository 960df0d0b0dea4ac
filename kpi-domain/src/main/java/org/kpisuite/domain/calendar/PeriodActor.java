package org.kpisuite.domain.calendar;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody who acts on a period, at an instant.
 *
 * @param authMethod how they signed in: PASSWORD, TOKEN or BOOTSTRAP
 */
public record PeriodActor(String login, Set<PeriodOffice> offices, String authMethod, Instant at) {
    /** Who closes a period again when its reopening ends. */
    public static final String SYSTEM = "system";

    public PeriodActor {
        offices = Set.copyOf(offices);
    }

    boolean may(PeriodAction action) {
        return action.offices().stream().anyMatch(offices::contains);
    }
}
