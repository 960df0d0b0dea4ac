package org.kpisuite.domain.actual;

import java.util.List;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;

/** What became of one given text: a value, perhaps with warnings; no value; or a refusal. */
public sealed interface Reading<T> {
    record Value<T>(T value, List<Refusal> warnings) implements Reading<T> {
        public Value {
            warnings = List.copyOf(warnings);
        }
    }

    /** The text says that there is no value: empty, a dash, n/a. */
    record Nothing<T>() implements Reading<T> {}

    record Refused<T>(Refusal refusal) implements Reading<T> {}

    static <T> Reading<T> of(T value) {
        return new Value<>(value, List.of());
    }

    static <T> Reading<T> refuse(Code code, String... arguments) {
        return new Refused<>(Refusal.of(code, arguments));
    }
}
