package org.kpisuite.web.api;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.scorecard.RestatedSince;

/** What was restated since a report was issued: its cells by what is known now, and what of their measures was changed. */
public record RestatedView(String since, String until, List<CellView> cells) {

    static RestatedView of(RestatedSince restated) {
        return new RestatedView(
                restated.since().toString(),
                restated.until().toString(),
                restated.cells().stream().map(CellView::of).toList());
    }

    /** A line in a period; null where there was, or is, no value. */
    public record CellView(
            String item,
            String period,
            @Nullable String before,
            @Nullable String after,
            List<ChangeView> by) {
        static CellView of(RestatedSince.Cell cell) {
            return new CellView(
                    cell.item().key(),
                    cell.period().code(),
                    Numbers.text(cell.before()),
                    Numbers.text(cell.after()),
                    cell.by().stream().map(ChangeView::of).toList());
        }
    }

    /** A stored value that was changed, and the import that did. */
    public record ChangeView(
            String unit,
            String measure,
            Map<String, String> dims,
            String period,
            @Nullable String before,
            @Nullable String after,
            @JsonbProperty("import") long origin,
            String file,
            int row,
            @Nullable String reason) {
        static ChangeView of(RestatedSince.Change change) {
            return new ChangeView(
                    change.unit(),
                    change.measure(),
                    Dimensions.parse(change.dims()),
                    change.period().code(),
                    Numbers.text(change.before()),
                    Numbers.text(change.after()),
                    change.importId(),
                    change.file(),
                    change.row(),
                    change.reason());
        }
    }
}
