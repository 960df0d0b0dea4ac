package org.kpisuite.web.api;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.ejb.actual.ImportResult;
import org.kpisuite.ejb.actual.ImportRow;

/** A record of an imported file as it was typed, with where the file comes from. */
public record ImportRowView(
        @JsonbProperty("import") long importId,
        int row,
        String fileName,
        String sha256,
        @Nullable String sheet,
        String profile,
        long profileVersion,
        String person,
        String startedAt,
        List<CellView> cells,
        CountedView counted) {

    /** Of how many rows the fact was made that was asked for, where rows are counted together; the first of them. */
    public record CountedView(long total, List<Integer> rows) {}

    /** One cell under the name of its column. */
    public record CellView(String column, String text) {}

    static ImportRowView of(ImportRow row) {
        ImportResult run = row.run();
        return new ImportRowView(
                run.id(),
                row.row(),
                run.fileName(),
                run.trail().sha256(),
                run.trail().sheet(),
                run.profile(),
                run.trail().profileVersion(),
                run.person(),
                run.startedAt().toString(),
                row.cells().stream()
                        .map(c -> new CellView(c.column(), c.text()))
                        .toList(),
                new CountedView(row.counted().total(), row.counted().rows()));
    }
}
