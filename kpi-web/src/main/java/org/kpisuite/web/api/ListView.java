package org.kpisuite.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list; {@code next} is what to ask for the following one, null on the last. */
public record ListView<T>(List<T> rows, @Nullable String next) {
    static <T> ListView<T> whole(List<T> rows) {
        return new ListView<>(rows, null);
    }
}
