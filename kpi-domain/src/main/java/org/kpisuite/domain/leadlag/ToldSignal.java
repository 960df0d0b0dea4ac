package org.kpisuite.domain.leadlag;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * A signal of a unit as it was told, and what became of it.
 *
 * @param id 0 before it is stored
 * @param toldAt when it was first seen
 * @param overAt when it held no longer: another took its place, the facts say otherwise, or it is answered and past
 */
public record ToldSignal(
        long id,
        String unit,
        Signal signal,
        Instant toldAt,
        Optional<Instant> overAt,
        Optional<Acknowledgement> acknowledgement) {
    public static final int WORDS_MAX = 1000;

    private static final int SHOWN = 40;

    /** Somebody has seen it and said what is done about it. */
    public record Acknowledgement(String person, Instant at, String words) {}

    public static ToldSignal now(String unit, Signal signal, Instant at) {
        return new ToldSignal(0, unit, signal, at, Optional.empty(), Optional.empty());
    }

    /**
     * The same, seen by somebody.
     *
     * @throws KpiException E-SIGNAL-STATE where somebody was first, E-FIELD-MISSING without words, E-FIELD-VALUE for too many
     */
    public ToldSignal acknowledge(String person, Instant at, String words) {
        if (acknowledgement.isPresent()) {
            throw new KpiException(Code.E_SIGNAL_STATE, String.valueOf(id), acknowledgement.get().person);
        }
        String said = words.strip();
        if (said.isEmpty()) {
            throw new KpiException(List.of(Refusal.ofField(Code.E_FIELD_MISSING, "words", null, "words")));
        }
        if (said.length() > WORDS_MAX) {
            throw new KpiException(Code.E_FIELD_VALUE, "words", said.substring(0, SHOWN), "≤ " + WORDS_MAX);
        }
        return new ToldSignal(id, unit, signal, toldAt, overAt, Optional.of(new Acknowledgement(person, at, said)));
    }

    /** The same, over if somebody has answered it and it speaks no longer. */
    public ToldSignal settledBy(PairReading reading, Instant at) {
        return isSettledBy(reading) ? new ToldSignal(id, unit, signal, toldAt, Optional.of(at), acknowledgement) : this;
    }

    /** Whether nothing is left to do: the period that it speaks of lies before the last known one, and somebody has answered. */
    boolean isSettledBy(PairReading reading) {
        return acknowledgement.isPresent() && !reading.isCurrent(signal);
    }

    /** Whether it still waits for somebody: it holds, asks for attention, and nobody has answered. */
    public boolean isAwaiting() {
        return overAt.isEmpty() && acknowledgement.isEmpty() && signal.severity() != Signal.Severity.INFO;
    }
}
