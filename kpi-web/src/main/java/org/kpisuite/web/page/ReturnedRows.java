package org.kpisuite.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.actual.RowPreview;

/** Some rows of a file as it is given back: in its own columns, with the reason beside them. */
public final class ReturnedRows {
    private static final int COLUMNS_MAX = 7;

    private final RowPreview.Page page;
    private final List<Refusal> issues;
    private final Reader reader;

    ReturnedRows(RowPreview.Page page, List<Refusal> issues, Reader reader) {
        this.page = page;
        this.issues = issues;
        this.reader = reader;
    }

    /** A cell, marked where something is wrong with it. */
    public record Cell(String text, boolean hit) {}

    /** A row and why it comes back. */
    public record Row(String no, List<Cell> cells, String reason) {}

    public List<String> getHeader() {
        return page.header().stream().limit(COLUMNS_MAX).toList();
    }

    public List<Row> getRows() {
        return page.lines().stream().map(this::row).toList();
    }

    private Row row(RowPreview.Line line) {
        List<Refusal> own =
                issues.stream().filter(i -> Objects.equals(i.row(), line.row())).toList();
        List<Cell> cells = new ArrayList<>();
        IntStream.range(0, getHeader().size()).forEach(i -> {
            String name = page.header().get(i).strip();
            boolean hit = own.stream()
                    .anyMatch(r ->
                            name.equalsIgnoreCase(String.valueOf(r.column()).strip()));
            cells.add(new Cell(i < line.texts().size() ? line.texts().get(i) : "", hit));
        });
        return new Row(
                reader.count(line.row()),
                cells,
                own.stream().map(this::reason).distinct().collect(Collectors.joining("; ")));
    }

    private String reason(Refusal refusal) {
        String column = refusal.column() == null ? "" : refusal.column() + ": ";
        String suggestion = refusal.suggestion();
        return column
                + refusal.message(reader.getLocale())
                + (suggestion == null ? "" : " " + reader.text("preview.suggest", suggestion));
    }
}
