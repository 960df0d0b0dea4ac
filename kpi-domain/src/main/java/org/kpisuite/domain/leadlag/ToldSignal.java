package org.kpisuite.domain.leadlag;

import java.time.Instant;
import java.util.Optional;

/**
 * A signal of a unit as it was told, and what became of it.
 *
 * @param id 0 before it is stored
 * @param toldAt when it was first seen
 * @param overAt when it held no longer: another took its place, or the facts say otherwise
 */
public record ToldSignal(
        long id,
        String unit,
        Signal signal,
        Instant toldAt,
        Optional<Instant> overAt,
        Optional<Acknowledgement> acknowledgement) {

    /** Somebody has seen it and said what is done about it. */
    public record Acknowledgement(String person, Instant at, String words) {}

    public static ToldSignal now(String unit, Signal signal, Instant at) {
        return new ToldSignal(0, unit, signal, at, Optional.empty(), Optional.empty());
    }

    /** Whether it still waits for somebody: it holds, asks for attention, and nobody has answered. */
    public boolean isAwaiting() {
        return overAt.isEmpty() && acknowledgement.isEmpty() && signal.severity() != Signal.Severity.INFO;
    }
}
