package org.kpisuite.ejb.inbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.settings.Settings;

/** What the caller is awaited for: by their own roles, or for whom they act. */
@Stateless
@RolesAllowed({"ADMIN", "AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class Inbox {
    @EJB
    private AwaitedActions actions;

    @Inject
    private Directory directory;

    @Inject
    private Settings settings;

    @EJB
    private Caller caller;

    /**
     * An action with the time that is left.
     *
     * @param daysLeft working days until it is due; 0 on that day, negative when it is overdue
     */
    public record Entry(Awaited action, long daysLeft) {}

    /** The most urgent first. */
    public List<Entry> list() {
        String login = caller.login();
        LocalDate today = directory.today();
        return actions.of(caller.readableUnits()).stream()
                .filter(a -> a.people().contains(login))
                .map(a -> new Entry(a, daysLeft(today, a.due(), settings.workingDays())))
                .toList();
    }

    /** Working days from a day to another; negative backwards. */
    static long daysLeft(LocalDate today, LocalDate due, WorkingDays workingDays) {
        if (today.equals(due)) {
            return 0;
        }
        return due.isAfter(today)
                ? workingDays.count(new DayRange(today.plusDays(1), due))
                : -workingDays.count(new DayRange(due.plusDays(1), today));
    }
}
