package org.kpisuite.reports.data;

import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.scorecard.Remark;

/** Something said about the scorecard; {@code owner} and {@code due} of an action, {@code doneAt} once it is done. */
public record RemarkView(
        long id,
        @Nullable String item,
        String text,
        String author,
        String at,
        @Nullable String owner,
        @Nullable String due,
        @Nullable String doneAt) {
    public static RemarkView of(Remark.Said said) {
        return new RemarkView(
                said.id(),
                said.item().orElse(null),
                said.text(),
                said.author(),
                said.at().toString(),
                said.task().map(Remark.Task::owner).orElse(null),
                said.task().map(t -> t.due().toString()).orElse(null),
                said.task().flatMap(Remark.Task::doneAt).map(Object::toString).orElse(null));
    }
}
