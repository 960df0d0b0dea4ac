package org.kpisuite.web.page;

import java.time.LocalDate;
import java.util.Optional;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.plan.Plan;

/** Until when the next step of a plan is due, in working days before or after its quarter (domain specification §4.6). */
final class PlanDue {
    private static final int SUBMIT = -10;
    private static final int CHECK = -7;
    private static final int DECIDE = -3;
    private static final int CLOSE = 10;

    private final WorkingDays workingDays;
    private final LocalDate today;
    private final Reader reader;

    PlanDue(WorkingDays workingDays, LocalDate today, Reader reader) {
        this.workingDays = workingDays;
        this.today = today;
        this.reader = reader;
    }

    /** The last day for the next step; empty where none is awaited. */
    Optional<LocalDate> day(Plan plan) {
        LocalDate start = plan.period().start();
        return switch (plan.state()) {
            case DRAFT, RETURNED -> Optional.of(workingDays.plus(start, SUBMIT));
            case SUBMITTED -> Optional.of(workingDays.plus(start, CHECK));
            case CHECKED -> Optional.of(workingDays.plus(start, DECIDE));
            case ACTIVE -> Optional.of(workingDays.plus(plan.period().endInclusive(), CLOSE));
            case APPROVED, SUPERSEDED, CLOSED, CANCELLED -> Optional.empty();
        };
    }

    /** Working days until then, negative once it is over. */
    private long left(LocalDate due) {
        return due.isBefore(today)
                ? -workingDays.count(new DayRange(due.plusDays(1), today))
                : workingDays.count(new DayRange(today.plusDays(1), due));
    }

    boolean isOver(Plan plan) {
        return day(plan).filter(d -> d.isBefore(today)).isPresent();
    }

    /** {@code by 29 Dec}; empty where nothing is due. */
    String by(Plan plan) {
        return day(plan).map(d -> reader.text("due.by", reader.shortDay(d))).orElse("");
    }

    /** {@code 29 Dec 2026, 5 wd left}. */
    String inFull(Plan plan) {
        return day(plan).map(d -> reader.day(d) + ", " + distance(left(d))).orElse("");
    }

    /** {@code 5 wd left}. */
    String distance(Plan plan) {
        return day(plan).map(d -> distance(left(d))).orElse("");
    }

    private String distance(long left) {
        if (left == 0) {
            return reader.text("due.today");
        }
        return reader.text(left > 0 ? "due.left" : "due.over", reader.count(Math.abs(left)));
    }
}
