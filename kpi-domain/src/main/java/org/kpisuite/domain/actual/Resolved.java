package org.kpisuite.domain.actual;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers what became of a text, because a file of a million rows has a hundred units. Forgets when it grows, and never keeps long
 * texts, which are no codes. */
final class Resolved<T> {
    private static final int REMEMBERED_MAX = 50_000;
    private static final int LENGTH_MAX = 200;

    private final Map<String, Reading<T>> known = new HashMap<>();
    private final Function<String, Reading<T>> resolve;

    Resolved(Function<String, Reading<T>> resolve) {
        this.resolve = resolve;
    }

    Reading<T> get(String text) {
        if (text.length() > LENGTH_MAX) {
            return resolve.apply(text);
        }
        Reading<T> reading = known.get(text);
        if (reading == null) {
            reading = resolve.apply(text);
            if (known.size() >= REMEMBERED_MAX) {
                known.clear();
            }
            known.put(text, reading);
        }
        return reading;
    }
}
