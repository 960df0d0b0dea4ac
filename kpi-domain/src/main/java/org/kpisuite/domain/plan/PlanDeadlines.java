package org.kpisuite.domain.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;

/**
 * Until when the steps of the plans of a quarter are awaited, in working days before its first day Q0 and after its last.
 *
 * <pre>
 *   Q0 − 20 opens   Q0 − 10 submit   Q0 − 7 check   Q0 − 3 decide   end + 5 data cut-off   end + 10 close
 * </pre>
 *
 * <p>Source: domain specification §4.6.
 */
public record PlanDeadlines(Period quarter, WorkingDays workingDays) {
    private static final int OPENS = -20;
    private static final int SUBMIT = -10;
    private static final int CHECK = -7;
    private static final int DECIDE = -3;
    private static final int DATA_CUT_OFF = 5;
    private static final int CLOSE = 10;

    /** From this day on plans are awaited. */
    public LocalDate opens() {
        return beforeStart(OPENS);
    }

    public LocalDate submit() {
        return beforeStart(SUBMIT);
    }

    public LocalDate check() {
        return beforeStart(CHECK);
    }

    public LocalDate decide() {
        return beforeStart(DECIDE);
    }

    /** After this day figures of the quarter come late. */
    public LocalDate dataCutOff() {
        return workingDays.plus(quarter.endInclusive(), DATA_CUT_OFF);
    }

    public LocalDate close() {
        return workingDays.plus(quarter.endInclusive(), CLOSE);
    }

    private LocalDate beforeStart(int days) {
        return workingDays.plus(quarter.start(), days);
    }

    /**
     * The last day on which the next step of a plan in that state is in time; empty where none is awaited.
     *
     * <p>A plan that comes into a state after that day, as later revisions do, leaves as many working days as one in time.
     *
     * @param since the day on which it came into that state
     */
    public Optional<LocalDate> due(PlanState state, LocalDate since) {
        return switch (state) {
            case DRAFT, RETURNED -> Optional.of(due(submit(), since, CHECK - SUBMIT));
            case SUBMITTED -> Optional.of(due(check(), since, CHECK - SUBMIT));
            case CHECKED -> Optional.of(due(decide(), since, DECIDE - CHECK));
            case ACTIVE -> Optional.of(due(close(), since, CLOSE));
            case APPROVED, SUPERSEDED, CLOSED, CANCELLED -> Optional.empty();
        };
    }

    private LocalDate due(LocalDate deadline, LocalDate since, int days) {
        return since.isAfter(deadline) ? workingDays.plus(since, days) : deadline;
    }

    /**
     * The day since which the next step of a plan is awaited: that of its last signature; of a first draft the day on which
     * plans of the quarter are opened, of a later one today.
     */
    public LocalDate since(Plan plan, ZoneId zone, LocalDate today) {
        List<Signature> signatures = plan.signatures();
        if (!signatures.isEmpty()) {
            return LocalDate.ofInstant(signatures.get(signatures.size() - 1).signedAt(), zone);
        }
        return plan.revision() > 1 ? today : opens();
    }
}
