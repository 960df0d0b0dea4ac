package org.kpisuite.domain.calendar;

import java.time.Instant;
import java.util.Optional;

/**
 * One step in the life of a period, as recorded: requests, approvals and what the suite did itself. Append-only.
 *
 * @param ordinal from 1 within the period
 * @param from state before; of a request the same as {@code to}
 * @param by who did it; of an approval the one who approved
 * @param authMethod how they had signed in
 * @param reason given with a request, repeated with its approval
 * @param scope of a reopening
 * @param requestedBy of an approval, who had asked for it
 * @param reclosesAt of an approved reopening, when it ends by itself
 */
public record PeriodTransition(
        Period period,
        int ordinal,
        PeriodAction action,
        PeriodState from,
        PeriodState to,
        String by,
        String authMethod,
        Instant at,
        Optional<String> reason,
        Optional<ReopenScope> scope,
        Optional<String> requestedBy,
        Optional<Instant> reclosesAt) {

    private static PeriodTransition step(
            Period period, int ordinal, PeriodAction action, PeriodState from, PeriodState to) {
        return new PeriodTransition(
                period,
                ordinal,
                action,
                from,
                to,
                PeriodActor.SYSTEM,
                "",
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A step that needs no second person. */
    static PeriodTransition of(
            PeriodAction action, Period period, int ordinal, PeriodState from, PeriodState to, PeriodActor actor) {
        return step(period, ordinal, action, from, to).by(actor);
    }

    private PeriodTransition by(PeriodActor actor) {
        return new PeriodTransition(
                period,
                ordinal,
                action,
                from,
                to,
                actor.login(),
                actor.authMethod(),
                actor.at(),
                reason,
                scope,
                requestedBy,
                reclosesAt);
    }

    /** A request as it is recorded; the state stays. */
    PeriodTransition asking(String why, Optional<ReopenScope> what) {
        return new PeriodTransition(
                period,
                ordinal,
                action,
                from,
                to,
                by,
                authMethod,
                at,
                Optional.of(why),
                what,
                Optional.empty(),
                Optional.empty());
    }

    /** The approval of a request. */
    PeriodTransition granting(PeriodTransition request, Optional<Instant> until) {
        return new PeriodTransition(
                period,
                ordinal,
                action,
                from,
                to,
                by,
                authMethod,
                at,
                request.reason,
                request.scope,
                Optional.of(request.by),
                until);
    }

    /** How a reopening ends by itself. */
    PeriodTransition reclosing() {
        return new PeriodTransition(
                period,
                ordinal + 1,
                PeriodAction.RECLOSE,
                to,
                PeriodState.CLOSED,
                PeriodActor.SYSTEM,
                "",
                reclosesAt.orElseThrow(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
