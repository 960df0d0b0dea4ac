package org.kpisuite.web.page;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanDeadlines;

/** Until when the next step of a plan is due, in working days before or after its quarter (domain specification §4.6). */
final class PlanDue {
    private final WorkingDays workingDays;
    private final LocalDate today;
    private final Reader reader;

    PlanDue(WorkingDays workingDays, LocalDate today, Reader reader) {
        this.workingDays = workingDays;
        this.today = today;
        this.reader = reader;
    }

    /** The last day for the next step; empty where none is awaited. */
    private Optional<LocalDate> day(Plan plan) {
        PlanDeadlines deadlines = new PlanDeadlines(plan.period(), workingDays);
        LocalDate since = plan.signatures().stream()
                .map(s -> LocalDate.ofInstant(s.signedAt(), reader.getZone()))
                .max(Comparator.naturalOrder())
                .orElse(deadlines.opens());
        return deadlines.due(plan.state(), since);
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

    private String distance(long left) {
        return distance(left, reader);
    }

    /** {@code 5 wd left}, {@code today}, {@code 2 wd overdue}. */
    static String distance(long left, Reader reader) {
        if (left == 0) {
            return reader.text("due.today");
        }
        return reader.text(left > 0 ? "due.left" : "due.over", reader.count(Math.abs(left)));
    }
}
