package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.Status;

/** The line above the table of the sheet Summary: score, coverage, range, previous score, how many have which status. */
final class SummaryStrip {
    static final int LABEL_ROW = 5;
    static final int VALUE_ROW = 6;

    private static final int LABEL_HEIGHT = 24;
    private static final int VALUE_HEIGHT = 26;

    private final Book book;
    private final ItemsSheet items;
    private final Page page;

    /** A number of the strip: the name of its cell in the workbook and the key of its label. */
    enum Figure {
        SCORE("Score", "score"),
        COVERAGE("Coverage", "coverage"),
        LOW("ScoreLow", "range-low"),
        HIGH("ScoreHigh", "range-high"),
        PREVIOUS("PreviousScore", "previous-score");

        private final String name;
        private final String key;

        Figure(String name, String key) {
            this.name = name;
            this.key = key;
        }

        String cellName() {
            return name;
        }
    }

    SummaryStrip(Book book, ItemsSheet items) {
        this.book = book;
        this.items = items;
        this.page = book.page(SheetName.SUMMARY);
    }

    void write() {
        page.height(LABEL_ROW, LABEL_HEIGHT);
        page.height(VALUE_ROW, VALUE_HEIGHT);
        Score score = book.scorecard.score();
        String weights = items.sum(ItemColumn.SCORED_WEIGHT);
        String points = items.sum(ItemColumn.SCORED_POINTS);
        String open = items.sum(ItemColumn.OPEN_POINTS);
        score(weights, points);
        int column = SummaryColumn.AC.place();
        formula(Figure.COVERAGE, column, weights, Formats.WEIGHT, Optional.of(score.coverage()));
        formula(Figure.LOW, column + 1, ofAll(points), Formats.POINTS, Optional.ofNullable(score.low()));
        formula(Figure.HIGH, column + 2, ofAll(points + "+" + open), Formats.POINTS, Optional.ofNullable(score.high()));
        previous(column + 4);
        distribution(column + 6);
    }

    /** Of the lines; one that was reported before they were restated stands as it is, see {@link Checks}. */
    private void score(String weights, String points) {
        String notRated = book.translated("score.not-rated");
        String key = book.scorecard.scoreOfLines().isPresent() ? "score.reported" : Figure.SCORE.key;
        page.spill(LABEL_ROW, 0, book.words.text(key), Look.LABEL_LEFT);
        XSSFCell cell = page.formula(VALUE_ROW, 0, rated(weights, points), Look.SCORE, Formats.POINTS, notRated);
        register(Figure.SCORE, cell, book.scorecard.score().points());
        String sign = Signs.formula(
                new CellReference(VALUE_ROW, 0).formatAsString(),
                book.scorecard.score().limits());
        page.formula(VALUE_ROW, 1, sign, Look.SCORE, Formats.GENERAL, "");
    }

    /** Points over scored weight, once enough weight is scored. */
    private String rated(String weights, String points) {
        return "IF(ROUND(%s,9)<%s,\"%s\",%s/%s)"
                .formatted(
                        weights,
                        Score.COVERAGE_MIN.toPlainString(),
                        book.translated("score.not-rated"),
                        points,
                        weights);
    }

    /** A sum over all weight, empty where there is none. */
    private String ofAll(String sum) {
        String all = items.sum(ItemColumn.WEIGHT);
        return "IF(%s=0,\"\",(%s)/%s)".formatted(all, sum, all);
    }

    private void formula(Figure figure, int column, String formula, String format, Optional<BigDecimal> expected) {
        page.heading(LABEL_ROW, column, book.words.text(figure.key), Look.LABEL);
        String printed = expected.map(book.numbers::points).orElse("");
        register(figure, page.formula(VALUE_ROW, column, formula, Look.STRIP, format, printed), expected);
    }

    private void register(Figure figure, XSSFCell cell, Optional<BigDecimal> expected) {
        book.checks.add("", book.words.text(figure.key), cell, expected);
        CellReference at =
                new CellReference(SheetName.SUMMARY.title(), cell.getRowIndex(), cell.getColumnIndex(), true, true);
        book.name(figure.name, at.formatAsString());
    }

    private void previous(int column) {
        page.heading(LABEL_ROW, column, book.words.text(Figure.PREVIOUS.key), Look.LABEL);
        Optional<BigDecimal> previous = book.scorecard.previousScore().points();
        XSSFCell cell = previous.map(
                        p -> page.number(VALUE_ROW, column, p, Look.STRIP, Formats.POINTS, book.numbers.points(p)))
                .orElseGet(() -> page.text(VALUE_ROW, column, book.words.text("none-short"), Look.STRIP));
        register(Figure.PREVIOUS, cell, previous);
    }

    private void distribution(int column) {
        int next = column;
        for (Status status : Status.values()) {
            page.text(LABEL_ROW, next, status.sign(), Look.LABEL);
            page.formula(VALUE_ROW, next, items.count(status.sign()), Look.STRIP, Formats.INTEGER, "");
            next++;
        }
    }
}
