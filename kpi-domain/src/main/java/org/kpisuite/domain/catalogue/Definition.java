package org.kpisuite.domain.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.failure.Refusal;

/** One version of an entry of the catalogue. */
public sealed interface Definition permits Measure, Indicator, Pair, Source {
    /** What sorts of entries there are; codes are unique within one. */
    enum Kind {
        MEASURE,
        INDICATOR,
        PAIR,
        SOURCE
    }

    Kind entryKind();

    /** {@code A-Z}, digits and underscores; never changes. */
    String code();

    Validity validity();

    /** The same in another version. */
    Definition with(Validity other);

    /** What is impossible in it whatever else the catalogue holds; empty for a sound one. */
    List<Refusal> refusals();

    default int version() {
        return validity().version();
    }

    default LocalDate validFrom() {
        return validity().validFrom();
    }

    default Optional<LocalDate> closedOn() {
        return validity().closed();
    }
}
