package org.kpisuite.domain.actual;

import java.util.Optional;
import org.kpisuite.domain.calendar.Period;

/** Makes facts of the records of a file, one form of file each. Holds state: one for each file. */
public interface Intake {
    /** Whether a record, of whatever width, is passed over without a word: a line of totals. */
    default boolean skips(SourceRecord record) {
        return false;
    }

    /** Reads one record as wide as the header, which the file itself does not forbid to read. */
    void read(SourceRecord record, Facts facts);

    /** All records were read: gives what only the whole file tells. */
    void finish(Facts facts);

    IntakeTally tally();

    /** What the file calls the column in which such a text of a fact stands; empty where no single column holds it. */
    Optional<String> named(IntakeColumn column);

    /** From now on it is told which rows are counted together; where each row is a fact of its own, nothing is told. */
    default void tell(Counted counted) {
        // Only events are counted together.
    }

    /** A fact that rows are counted for. */
    record Total(String unit, String measure, String dims, Period period) {}

    /** Who is told of each row that is counted for a fact. */
    @FunctionalInterface
    interface Counted {
        /**
         * A row is counted.
         *
         * @param adds false for a row that only makes its period known, or repeats another
         */
        void take(Total total, int row, boolean adds);
    }

    /** Where facts go. */
    @FunctionalInterface
    interface Facts {
        void take(FactRow fact);
    }
}
