package org.kpisuite.domain.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a definition it is, and from which day to which it holds. Versions are never rewritten.
 *
 * @param version 1 for the first, rising with every version of the same code
 * @param validFrom first day; {@link #BEGINNING} for what always held
 * @param closedOn first day on which it holds no more; null while it is open
 */
public record Validity(
        int version, LocalDate validFrom, @Nullable LocalDate closedOn) {
    /** Before every fact. */
    public static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    /** Of what is shipped. */
    public static final Validity SHIPPED = new Validity(1, BEGINNING, null);

    public Optional<LocalDate> closed() {
        return Optional.ofNullable(closedOn);
    }

    public boolean isClosedOn(LocalDate day) {
        return closedOn != null && !day.isBefore(closedOn);
    }

    public Validity closing(LocalDate day) {
        return new Validity(version, validFrom, day);
    }

    public Validity numbered(int number) {
        return new Validity(number, validFrom, closedOn);
    }
}
