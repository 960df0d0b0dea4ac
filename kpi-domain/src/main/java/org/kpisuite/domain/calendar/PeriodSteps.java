package org.kpisuite.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * What people do with periods: each step checks who does it and what it finds, and answers the records to be kept; none
 * where the period already stands so.
 *
 * <p>Source: domain specification §3.4.
 */
public final class PeriodSteps {
    /** Working days after that of its approval during which a reopened period stays open. */
    public static final int REOPEN_WORKING_DAYS = 3;

    private final PeriodBook book;

    public PeriodSteps(PeriodBook book) {
        this.book = book;
    }

    /** When a reopening approved now ends: at the end of its last working day, in the company's zone. */
    public static Instant reclosesAt(Instant approvedAt, ZoneId zone, WorkingDays workingDays) {
        LocalDate last = workingDays.plus(LocalDate.ofInstant(approvedAt, zone), REOPEN_WORKING_DAYS);
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /**
     * Closes a period that has ended.
     *
     * <p>A quarter or year closes only if all its months, quarters and weeks (by their Thursday) are closed. A reopened
     * period is closed again before its time.
     *
     * @param withParts whether open parts are closed with it
     * @throws KpiException E-FORBIDDEN; E-PERIOD-STATE, naming every open part
     */
    public List<PeriodTransition> close(Period given, PeriodActor actor, boolean withParts) {
        Period period = admitted(PeriodAction.CLOSE, given, actor);
        PeriodState state = book.state(period);
        if (state == PeriodState.CLOSED) {
            return List.of();
        }
        refuseUnless(state == PeriodState.OPEN, period, PeriodAction.CLOSE);
        if (!hasEnded(period)) {
            String until = state + " (…" + period.endInclusive() + ")";
            throw new KpiException(Code.E_PERIOD_STATE, period.code(), until, PeriodAction.CLOSE.name());
        }
        if (book.own(period) == PeriodState.CLOSED) {
            String above = book.status(period).inheritedFrom().orElseThrow().code();
            throw new KpiException(Code.E_PERIOD_STATE, above, state.name(), named(PeriodAction.CLOSE, period));
        }
        List<Period> open = parts(period).stream()
                .filter(p -> !book.recorded(p).isAtLeast(PeriodState.CLOSED))
                .toList();
        if (!withParts && !open.isEmpty()) {
            throw new KpiException(open.stream()
                    .map(p -> Refusal.of(
                            Code.E_PERIOD_STATE, p.code(), book.state(p).name(), named(PeriodAction.CLOSE, period)))
                    .toList());
        }
        return Stream.concat(open.stream().filter(p -> p.granularity() != Granularity.WEEK), Stream.of(period))
                .map(p -> step(PeriodAction.CLOSE, p, PeriodState.OPEN, PeriodState.CLOSED, actor))
                .toList();
    }

    private static String named(PeriodAction action, Period period) {
        return action + " " + period.code();
    }

    /** What must be closed before a quarter or year is, the shorter before the longer. */
    private static List<Period> parts(Period period) {
        List<Period> parts = new ArrayList<>();
        if (period.granularity().isCoarserThan(Granularity.MONTH)) {
            for (Granularity granularity : Granularity.values()) {
                boolean part =
                        granularity != Granularity.DAY && period.granularity().isCoarserThan(granularity);
                Period first = Period.of(period.calendar(), granularity, period.start());
                for (Period p = first; part && !p.start().isAfter(period.endInclusive()); p = p.plus(1)) {
                    if (PeriodBook.encloses(period, p)) {
                        parts.add(p.asStored());
                    }
                }
            }
        }
        return parts;
    }

    /** Locks a closed period. Refuses E-FORBIDDEN, E-PERIOD-STATE. */
    public List<PeriodTransition> lock(Period given, PeriodActor actor) {
        Period period = admitted(PeriodAction.LOCK, given, actor);
        PeriodState state = book.state(period);
        if (state == PeriodState.LOCKED) {
            return List.of();
        }
        refuseUnless(state == PeriodState.CLOSED, period, PeriodAction.LOCK);
        return List.of(step(PeriodAction.LOCK, period, PeriodState.CLOSED, PeriodState.LOCKED, actor));
    }

    /** Asks for a closed period to be opened again. Refuses E-FORBIDDEN, E-REASON-MISSING, E-PERIOD-STATE. */
    public List<PeriodTransition> requestReopen(
            Period given, PeriodActor actor, Optional<String> reason, ReopenScope scope) {
        Period period = admitted(PeriodAction.REQUEST_REOPEN, given, actor);
        return request(PeriodAction.REQUEST_REOPEN, period, actor, reason, Optional.of(scope));
    }

    /** Asks for a locked period to become a closed one. Refuses E-FORBIDDEN, E-REASON-MISSING, E-PERIOD-STATE. */
    public List<PeriodTransition> requestUnlock(Period given, PeriodActor actor, Optional<String> reason) {
        Period period = admitted(PeriodAction.REQUEST_UNLOCK, given, actor);
        return request(PeriodAction.REQUEST_UNLOCK, period, actor, reason, Optional.empty());
    }

    private List<PeriodTransition> request(
            PeriodAction action,
            Period period,
            PeriodActor actor,
            Optional<String> reason,
            Optional<ReopenScope> scope) {
        String why = reason.map(String::strip)
                .filter(r -> !r.isEmpty())
                .orElseThrow(() -> new KpiException(Code.E_REASON_MISSING));
        PeriodState state = refuseUnlessOwn(
                period, action, action == PeriodAction.REQUEST_REOPEN ? PeriodState.CLOSED : PeriodState.LOCKED);
        PeriodTransition request = step(action, period, state, state, actor).asking(why, scope);
        boolean asked = pending(period, action)
                .filter(p -> p.by().equals(actor.login())
                        && p.reason().equals(request.reason())
                        && p.scope().equals(scope))
                .isPresent();
        return asked ? List.of() : List.of(request);
    }

    /**
     * Opens a period again as it was asked for.
     *
     * @throws KpiException E-FORBIDDEN, E-PERIOD-STATE without a request, E-FOUR-EYES to whoever asked for it
     */
    public List<PeriodTransition> approveReopen(Period given, PeriodActor actor, Instant reclosesAt) {
        Period period = admitted(PeriodAction.APPROVE_REOPEN, given, actor);
        return approve(PeriodAction.APPROVE_REOPEN, period, actor, Optional.of(reclosesAt));
    }

    /** Unlocks a period as it was asked for. Refuses E-FORBIDDEN, E-PERIOD-STATE without a request, E-FOUR-EYES. */
    public List<PeriodTransition> approveUnlock(Period given, PeriodActor actor) {
        Period period = admitted(PeriodAction.APPROVE_UNLOCK, given, actor);
        return approve(PeriodAction.APPROVE_UNLOCK, period, actor, Optional.empty());
    }

    private List<PeriodTransition> approve(
            PeriodAction action, Period period, PeriodActor actor, Optional<Instant> until) {
        boolean reopens = action == PeriodAction.APPROVE_REOPEN;
        if (book.last(period)
                .filter(t -> t.action() == action && t.by().equals(actor.login()))
                .isPresent()) {
            return List.of();
        }
        PeriodState state = refuseUnlessOwn(period, action, reopens ? PeriodState.CLOSED : PeriodState.LOCKED);
        PeriodTransition request = pending(period, reopens ? PeriodAction.REQUEST_REOPEN : PeriodAction.REQUEST_UNLOCK)
                .orElseThrow(() -> new KpiException(Code.E_PERIOD_STATE, period.code(), state.name(), action.name()));
        if (request.by().equals(actor.login())) {
            throw new KpiException(Code.E_FOUR_EYES, actor.login());
        }
        PeriodState next = reopens ? PeriodState.OPEN : PeriodState.CLOSED;
        return List.of(step(action, period, state, next, actor).granting(request, until));
    }

    /** What may be done with a period now, whoever may do it. */
    List<PeriodAction> next(Period period) {
        PeriodState state = book.state(period);
        PeriodState own = book.own(period);
        List<PeriodAction> next = new ArrayList<>();
        if (state == PeriodState.OPEN && own == PeriodState.OPEN && hasEnded(period)) {
            next.add(PeriodAction.CLOSE);
        }
        if (state == PeriodState.CLOSED) {
            next.add(PeriodAction.LOCK);
        }
        if (own == state
                && state.isAtLeast(PeriodState.CLOSED)
                && stricterAbove(period, state).isEmpty()) {
            boolean reopens = state == PeriodState.CLOSED;
            PeriodAction request = reopens ? PeriodAction.REQUEST_REOPEN : PeriodAction.REQUEST_UNLOCK;
            next.add(request);
            pending(period, request)
                    .ifPresent(p -> next.add(reopens ? PeriodAction.APPROVE_REOPEN : PeriodAction.APPROVE_UNLOCK));
        }
        return next.stream().sorted().toList();
    }

    private boolean hasEnded(Period period) {
        return period.endInclusive().isBefore(book.today());
    }

    private Optional<PeriodTransition> pending(Period period, PeriodAction request) {
        return book.last(period).filter(t -> t.action() == request);
    }

    private static Period admitted(PeriodAction action, Period period, PeriodActor actor) {
        if (!actor.may(action)) {
            throw new KpiException(Code.E_FORBIDDEN);
        }
        return period.asStored();
    }

    private void refuseUnless(boolean possible, Period period, PeriodAction action) {
        if (!possible) {
            throw new KpiException(
                    Code.E_PERIOD_STATE, period.code(), book.state(period).name(), action.name());
        }
    }

    /** Lets a period pass that is in a state by its own record, and not also by that of a longer one. */
    private PeriodState refuseUnlessOwn(Period period, PeriodAction action, PeriodState state) {
        List<Period> above = stricterAbove(period, state);
        if (!above.isEmpty()) {
            throw new KpiException(above.stream()
                    .map(p -> Refusal.of(
                            Code.E_PERIOD_STATE, p.code(), book.state(p).name(), named(action, period)))
                    .toList());
        }
        refuseUnless(book.state(period) == state && book.own(period) == state, period, action);
        return state;
    }

    private List<Period> stricterAbove(Period period, PeriodState state) {
        return book.above(period).stream()
                .filter(p -> book.covered(p).isAtLeast(state))
                .toList();
    }

    private PeriodTransition step(
            PeriodAction action, Period period, PeriodState from, PeriodState to, PeriodActor actor) {
        int ordinal = book.last(period).map(PeriodTransition::ordinal).orElse(0) + 1;
        return PeriodTransition.of(action, period, ordinal, from, to, actor);
    }
}
