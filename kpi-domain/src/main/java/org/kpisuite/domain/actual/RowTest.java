package org.kpisuite.domain.actual;

import java.util.Optional;
import org.kpisuite.domain.failure.Refusal;

/** A filter whose column was found in a file. */
record RowTest(RowText text, Answer answer, RowFilter filter) {
    /** Whether a text passes; a refusal where that cannot be said, because it is no number. */
    @FunctionalInterface
    interface Answer {
        Outcome of(String text);
    }

    record Outcome(boolean passes, Optional<Refusal> refusal) {
        static final Outcome YES = new Outcome(true, Optional.empty());
        static final Outcome NO = new Outcome(false, Optional.empty());

        static Outcome of(boolean passes) {
            return passes ? YES : NO;
        }
    }

    Outcome ask(SourceRecord record) {
        Outcome outcome = answer.of(text.in(record));
        return outcome.refusal.isPresent() || !filter.exclude() ? outcome : Outcome.of(!outcome.passes);
    }
}
