package org.kpisuite.domain.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.WorkingDays;

/**
 * Which reminder of an awaited action falls on a day, in working days from the day on which it is due: 5 and 2 before, on
 * the day itself, the day after, then every second day.
 *
 * <p>On days that are not worked nobody is reminded. Source: domain specification §4.6.
 */
public enum Reminder {
    EARLY,
    SOON,
    DUE,
    /** Told to the superior too. */
    OVERDUE;

    private static final int EARLY_DAYS = 5;
    private static final int SOON_DAYS = 2;

    /** The reminder of a day; empty where none falls on it. */
    public static Optional<Reminder> on(LocalDate day, LocalDate due, WorkingDays workingDays) {
        if (!workingDays.isWorked(day)) {
            return Optional.empty();
        }
        if (day.isAfter(due)) {
            boolean falls = workingDays.count(new DayRange(due.plusDays(1), day)) % 2 == 1;
            return falls ? Optional.of(OVERDUE) : Optional.empty();
        }
        if (day.equals(due)) {
            return Optional.of(DUE);
        }
        if (day.equals(workingDays.plus(due, -SOON_DAYS))) {
            return Optional.of(SOON);
        }
        return day.equals(workingDays.plus(due, -EARLY_DAYS)) ? Optional.of(EARLY) : Optional.empty();
    }

    public boolean isEscalated() {
        return this == OVERDUE;
    }
}
