package org.kpisuite.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The states of all periods at an instant, by what was recorded.
 *
 * <p>A period without a record is OPEN, before it begins FUTURE. A shorter period takes the strictest state of all longer
 * ones in which it lies, an ISO week of those in which its Thursday lies. A reopening opens a period and all shorter ones
 * within it, for its scope, until it ends by itself; that it has ended is true from that instant on, recorded or not.
 * Steps: {@link PeriodSteps}. Immutable. Source: domain specification §3.2, §3.4.
 */
public final class PeriodBook {
    private static final int THURSDAY = 3;

    private final Map<Period, List<PeriodTransition>> records = new TreeMap<>();
    private final LocalDate today;
    private final List<PeriodTransition> due;

    /**
     * A book of these records.
     *
     * @param zone of the company; decides what day it is
     */
    public PeriodBook(Collection<PeriodTransition> transitions, Instant now, ZoneId zone) {
        transitions.stream()
                .sorted(Comparator.comparing(PeriodTransition::ordinal))
                .forEach(t -> records.computeIfAbsent(t.period(), p -> new ArrayList<>())
                        .add(t));
        this.today = LocalDate.ofInstant(now, zone);
        this.due = records.values().stream()
                .map(PeriodBook::last)
                .filter(t -> t.reclosesAt().filter(end -> !end.isAfter(now)).isPresent())
                .map(PeriodTransition::reclosing)
                .toList();
        due.forEach(t -> records.get(t.period()).add(t));
    }

    LocalDate today() {
        return today;
    }

    /** Reopenings that have ended but are not recorded so: the steps that are still to be written down. */
    public List<PeriodTransition> due() {
        return due;
    }

    private static PeriodTransition last(List<PeriodTransition> transitions) {
        return transitions.get(transitions.size() - 1);
    }

    /** All that happened to this very period, the first thing first. */
    public List<PeriodTransition> transitions(Period period) {
        return List.copyOf(records.getOrDefault(period.asStored(), List.of()));
    }

    /** When a period was closed first, by itself or with a longer one around it; empty where it never was. */
    public Optional<Instant> closedAt(Period period) {
        Period stored = period.asStored();
        return Stream.concat(Stream.of(stored), above(stored).stream())
                .flatMap(p -> records.getOrDefault(p, List.of()).stream())
                .filter(t -> t.action() == PeriodAction.CLOSE && t.to() == PeriodState.CLOSED)
                .map(PeriodTransition::at)
                .min(Comparator.naturalOrder());
    }

    Optional<PeriodTransition> last(Period period) {
        return Optional.ofNullable(records.get(period)).map(PeriodBook::last);
    }

    /** The state that was recorded for this very period; OPEN where none was. */
    PeriodState own(Period period) {
        return last(period).map(PeriodTransition::to).orElse(PeriodState.OPEN);
    }

    /** Recorded periods in which that one lies, itself not among them. */
    List<Period> above(Period period) {
        return records.keySet().stream().filter(p -> encloses(p, period)).toList();
    }

    static boolean encloses(Period longer, Period shorter) {
        if (!longer.granularity().isCoarserThan(shorter.granularity())) {
            return false;
        }
        boolean week = shorter.granularity() == Granularity.WEEK && shorter.calendar() == IsoCalendar.ISO;
        return week
                ? longer.contains(shorter.start().plusDays(THURSDAY))
                : longer.days().encloses(shorter.days());
    }

    private Optional<PeriodTransition> reopening(Period period) {
        return last(period).filter(t -> t.action() == PeriodAction.APPROVE_REOPEN);
    }

    /** Reopenings that cover a closed period: its own, or those of longer ones. */
    private List<PeriodTransition> reopenings(Period period) {
        return Stream.concat(Stream.of(period), above(period).stream())
                .flatMap(p -> reopening(p).stream())
                .toList();
    }

    /** What was recorded for a period, unless a longer one that was reopened opens it too. */
    PeriodState covered(Period period) {
        PeriodState own = own(period);
        boolean opened = own == PeriodState.CLOSED && !reopenings(period).isEmpty();
        return opened ? PeriodState.OPEN : own;
    }

    /** The strictest of what was recorded for a period and all longer ones, whatever is reopened. */
    PeriodState recorded(Period period) {
        return above(period).stream().map(this::own).reduce(own(period), PeriodState::stricter);
    }

    /** The state in which a period is for some figures at least. */
    public PeriodState state(Period period) {
        Period stored = period.asStored();
        PeriodState state = covered(stored);
        for (Period above : above(stored)) {
            state = state.stricter(covered(above));
        }
        return state == PeriodState.OPEN && period.start().isAfter(today) ? PeriodState.FUTURE : state;
    }

    /** How a period stands, with everything that led to it. */
    public PeriodStatus status(Period period) {
        Period stored = period.asStored();
        PeriodState state = state(period);
        Optional<Period> stricter = above(stored).stream()
                .filter(p -> covered(p) == state && covered(stored).compareTo(state) < 0)
                .min(Comparator.comparing(Period::granularity));
        Optional<PeriodTransition> reopening =
                state == PeriodState.OPEN ? reopenings(stored).stream().findFirst() : Optional.empty();
        Optional<Period> opened = reopening
                .map(PeriodTransition::period)
                .filter(p -> !p.equals(stored) && own(stored) != PeriodState.OPEN);
        return new PeriodStatus(
                period,
                state,
                stricter.or(() -> opened),
                reopening,
                last(stored).filter(t -> t.action().isRequest()),
                transitions(stored),
                new PeriodSteps(this).next(stored));
    }

    /** The longest closed or locked period in which that one lies, itself among them; empty where none is. */
    public Optional<Period> closedAround(Period period) {
        Period stored = period.asStored();
        return Stream.concat(Stream.of(stored), above(stored).stream())
                .filter(p -> own(p).isAtLeast(PeriodState.CLOSED))
                .max(Comparator.comparing(p -> p.days().days()));
    }

    /** The last day that lies in a period which is not open to all figures; empty where there is none. */
    public Optional<LocalDate> lastDayNotOpen() {
        return records.keySet().stream()
                .filter(p -> own(p) != PeriodState.OPEN || reopening(p).isPresent())
                .map(Period::endInclusive)
                .max(Comparator.naturalOrder());
    }

    /**
     * The state of a period for one figure: OPEN also where a reopening covers it.
     *
     * @param below whether the first unit is the second one or stands below it
     */
    public PeriodState stateFor(Period period, String unit, String measure, BiPredicate<String, String> below) {
        Period stored = period.asStored();
        PeriodState state = PeriodState.OPEN;
        for (Period p : Stream.concat(Stream.of(stored), above(stored).stream()).toList()) {
            List<PeriodTransition> opened = reopenings(p);
            PeriodState own = own(p) == PeriodState.OPEN && reopening(p).isPresent() ? PeriodState.CLOSED : own(p);
            boolean covered = own == PeriodState.CLOSED
                    && opened.stream().anyMatch(t -> t.scope().orElseThrow().covers(unit, measure, below));
            state = state.stricter(covered ? PeriodState.OPEN : own);
        }
        return state;
    }
}
