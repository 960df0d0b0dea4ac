package org.kpisuite.reports.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.reports.chart.Drawing;
import org.kpisuite.reports.chart.Ink;
import org.kpisuite.reports.chart.Pencil;

/** Rows under one head, which stands again at the top of each page that they reach. */
final class Table {
    private static final float PADDING = 2.5f;
    private static final float GUTTER = 6;

    /** A column: its head, its width in points, and at which side its texts stand. */
    record Column(String head, float width, Pencil.Side side) {}

    /** What stands in a row under a column: a text, or a drawing and what it tells. */
    record Cell(String text, Paper.Style style, Optional<Drawing> drawing) {
        static Cell of(String text) {
            return new Cell(text, Paper.Style.BODY, Optional.empty());
        }

        static Cell strong(String text) {
            return new Cell(text, Paper.Style.STRONG, Optional.empty());
        }

        static Cell note(String text) {
            return new Cell(text, Paper.Style.NOTE, Optional.empty());
        }

        static Cell of(Drawing drawing, String words) {
            return new Cell(words, Paper.Style.BODY, Optional.of(drawing));
        }

        private String printed() {
            return drawing.isPresent() ? "" : text;
        }
    }

    private static final float DRAWING_HEIGHT = 11;

    private final Paper paper;
    private final List<Column> columns;

    Table(Paper paper, List<Column> columns) {
        this.paper = paper;
        this.columns = List.copyOf(columns);
        head("TR+", "TH");
    }

    /** Told once, however many pages show it. */
    private void head(@Nullable String first, @Nullable String others) {
        List<Cell> heads = new ArrayList<>();
        columns.forEach(c -> heads.add(Cell.note(c.head())));
        paper.need(3 * height(heads));
        put(heads, first, others);
        paper.rule(0.6f, Ink.DARK);
    }

    void row(List<Cell> cells) {
        row(cells, "");
    }

    /** A row with a note below it as wide as the table; both stand on one page. */
    void row(List<Cell> cells, String note) {
        List<String> lines = note.isEmpty() ? List.of() : paper.broken(note, Paper.WIDTH, Paper.Style.NOTE);
        float below = lines.size() * Paper.Style.NOTE.line();
        if (paper.need(height(cells) + below)) {
            head(null, null);
        }
        put(cells, "TR", "TD");
        if (!lines.isEmpty()) {
            paper.put(lines, Paper.Place.LEFT, Paper.Style.NOTE, new Paper.Told("TR", columns.size()));
            paper.down(below + PADDING);
        }
        paper.rule(0.3f, Ink.HAIRLINE);
    }

    private List<String> lines(int column, Cell cell) {
        return paper.broken(cell.printed(), columns.get(column).width() - GUTTER, cell.style());
    }

    private float height(List<Cell> cells) {
        float height = DRAWING_HEIGHT;
        for (int i = 0; i < cells.size(); i++) {
            height = Math.max(
                    height, lines(i, cells.get(i)).size() * cells.get(i).style().line());
        }
        return height + 2 * PADDING;
    }

    private void put(List<Cell> cells, @Nullable String first, @Nullable String others) {
        float height = height(cells);
        paper.down(PADDING);
        float x = 0;
        for (int i = 0; i < cells.size(); i++) {
            Column column = columns.get(i);
            Cell cell = cells.get(i);
            float left = x;
            float width = column.width() - GUTTER;
            float at = column.side() == Pencil.Side.RIGHT ? x + width : x;
            if (cell.drawing().isPresent()) {
                paper.draw(cell.drawing().get(), cell.text(), left, width, DRAWING_HEIGHT);
            } else {
                Paper.Place place = new Paper.Place(at, column.side());
                paper.put(lines(i, cell), place, cell.style(), new Paper.Told(i == 0 ? first : others, 1));
            }
            x += column.width();
        }
        paper.down(height - PADDING);
    }
}
