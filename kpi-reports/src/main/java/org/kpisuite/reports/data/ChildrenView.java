package org.kpisuite.reports.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.scorecard.ChildrenIndex;

/** The index of the departments below; never mixed with the score. */
public record ChildrenView(@Nullable String value, String status, String coverage, List<String> unrated) {
    static ChildrenView of(ChildrenIndex index) {
        return new ChildrenView(
                Numbers.text(index.value()), index.status().name(), Numbers.text(index.coverage()), index.unrated());
    }
}
