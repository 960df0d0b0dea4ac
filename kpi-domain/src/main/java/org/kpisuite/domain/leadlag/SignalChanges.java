package org.kpisuite.domain.leadlag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kpisuite.domain.calendar.Period;

/**
 * What is new since signals of a pair were last told: a promise whose lag has run out is over, and what became of it is told
 * in its place.
 *
 * @param over ids of those that hold no longer
 * @param told that were not told before
 */
public record SignalChanges(List<Long> over, List<ToldSignal> told) {
    /** So many periods back a signal is still told, if nobody looked in between. */
    public static final int PERIODS_BACK = 8;

    public SignalChanges {
        over = List.copyOf(over);
        told = List.copyOf(told);
    }

    /**
     * Against those that were told before.
     *
     * @param before those that are not over, and those that somebody has answered: these are not told again once they are past
     */
    public static SignalChanges of(String unit, List<ToldSignal> before, PairReading reading, Instant now) {
        List<Signal> held = reading.signals();
        List<ToldSignal> open =
                before.stream().filter(t -> t.overAt().isEmpty()).toList();
        List<Long> over = open.stream()
                .filter(t -> t.isSettledBy(reading) || held.stream().noneMatch(s -> isSame(s, t.signal())))
                .map(ToldSignal::id)
                .toList();
        List<ToldSignal> told = new ArrayList<>();
        for (Signal signal : held) {
            boolean known = before.stream()
                    .anyMatch(t -> isSame(signal, t.signal()) && (t.overAt().isEmpty() || t.isSettledBy(reading)));
            boolean promised = open.stream().anyMatch(t -> t.signal().period().equals(signal.period()));
            if (!known && (promised || isRecent(signal, reading))) {
                told.add(ToldSignal.now(unit, signal, now));
            }
        }
        return new SignalChanges(over, told);
    }

    private static boolean isSame(Signal a, Signal b) {
        return a.pair().equals(b.pair())
                && a.period().equals(b.period())
                && a.due().equals(b.due())
                && a.kind() == b.kind()
                && a.severity() == b.severity()
                && a.silentSince().equals(b.silentSince());
    }

    private static boolean isRecent(Signal signal, PairReading reading) {
        Period last = reading.lagging().series().values().lastKey();
        return signal.due().compareTo(last.plus(-PERIODS_BACK)) > 0;
    }
}
