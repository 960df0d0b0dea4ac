package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.Funnel;
import org.kpisuite.domain.scorecard.ScoreBridge;
import org.kpisuite.domain.scorecard.ScorecardItem;

/** The sheet Bridge: how the score came from the one before, by effective weights; below it the funnel. All sums are formulas. */
final class BridgeSheet {
    private static final int HEAD_ROW = 3;
    private static final int WEIGHT = 2;
    private static final int BEFORE = 3;
    private static final int AFTER = 4;
    private static final int CONTRIBUTION = 5;
    private static final String PERCENT = "0.0%";
    private static final List<String> HEADS = List.of("CODE", "NAME", "WEIGHT", "A_BEFORE", "A_NOW", "CONTRIBUTION");
    private static final List<String> FUNNEL_HEADS =
            List.of("CODE", "STAGE", "COUNT", "CONVERSION", "USUAL", "DELTA_USUAL");

    private final Book book;
    private final Page page;

    BridgeSheet(Book book) {
        this.book = book;
        this.page = book.page(SheetName.BRIDGE);
    }

    void write() {
        page.spill(0, 0, book.words.text("bridge.title", book.heading.unit()), Look.MESSAGE);
        page.spill(1, 0, book.footer(), Look.SUBTITLE);
        heads(HEAD_ROW, HEADS);
        Optional<ScoreBridge> bridge = book.scorecard.bridge();
        int next = HEAD_ROW + 1;
        if (bridge.isPresent()) {
            next = bridge(bridge.get(), next);
        } else {
            page.spill(next++, 0, book.words.text("bridge.none"), Look.TEXT_GREY);
        }
        int funnelHead = next + 1;
        book.scorecard.background().funnel().ifPresent(f -> funnel(f, funnelHead));
        page.sheet().createFreezePane(0, HEAD_ROW + 1);
        page.print(book, HEAD_ROW, HEAD_ROW, 1);
        page.fitColumns();
        page.fitRows(HEAD_ROW + 1);
    }

    private void heads(int row, List<String> heads) {
        for (int i = 0; i < heads.size(); i++) {
            page.heading(row, i, book.words.text("column." + heads.get(i)), i < WEIGHT ? Look.HEAD_LEFT : Look.HEAD);
        }
    }

    /** The row after the last one. */
    private int bridge(ScoreBridge bridge, int first) {
        Map<String, ScoreBridge.Part> now = book.scorecard.background().now();
        Map<String, ScoreBridge.Part> before = book.scorecard.background().before();
        Map<String, BigDecimal> steps = bridge.steps().stream()
                .collect(Collectors.toMap(ScoreBridge.Step::key, ScoreBridge.Step::contribution));
        total(first, "bridge.before", bridge.before());
        int row = first + 1;
        int last = first + now.size();
        String weights = "SUMIF(E%1$d:E%2$d,\">=0\",C%1$d:C%2$d)".formatted(first + 2, last + 1);
        for (Map.Entry<String, ScoreBridge.Part> part : now.entrySet()) {
            Optional<BigDecimal> earlier =
                    Optional.ofNullable(before.get(part.getKey())).flatMap(ScoreBridge.Part::achievement);
            page.code(row, 0, part.getKey(), Look.TEXT);
            page.text(row, 1, name(part.getKey()), Look.TEXT);
            number(row, WEIGHT, Optional.of(part.getValue().weight()), Formats.WEIGHT);
            number(row, BEFORE, earlier, Formats.POINTS);
            number(row, AFTER, part.getValue().achievement(), Formats.POINTS);
            String step = "IF(AND(ISNUMBER(D%1$d),ISNUMBER(E%1$d)),C%1$d*(E%1$d-D%1$d)/%2$s,\"\")"
                    .formatted(row + 1, weights);
            XSSFCell cell = page.formula(row, CONTRIBUTION, step, Look.NUMBER, Formats.POINTS, "000.0");
            book.checks.add(
                    part.getKey(),
                    book.words.text("column.CONTRIBUTION"),
                    cell,
                    Optional.ofNullable(steps.get(part.getKey())));
            row++;
        }
        page.text(row, 1, book.words.text("bridge.shifted"), Look.TEXT);
        String shifted = "F%d-F%d-SUM(F%d:F%d)".formatted(row + 2, first + 1, first + 2, row);
        total(row + 1, "bridge.after", bridge.after());
        XSSFCell cell = page.formula(row, CONTRIBUTION, shifted, Look.NUMBER, Formats.POINTS, "000.0");
        book.checks.add("", book.words.text("bridge.shifted"), cell, Optional.of(bridge.shifted()));
        return row + 2;
    }

    private String name(String key) {
        return book.scorecard.items().stream()
                .filter(i -> i.key().equals(key))
                .map(ScorecardItem::name)
                .map(n -> n.in(book.locale))
                .findFirst()
                .orElse(key);
    }

    private void total(int row, String key, BigDecimal points) {
        page.text(row, 1, book.words.text(key), Look.BLOCK);
        page.number(row, CONTRIBUTION, points, Look.BLOCK_NUMBER, Formats.POINTS, "000.0");
    }

    private void funnel(Funnel funnel, int head) {
        heads(head, FUNNEL_HEADS);
        int row = head + 1;
        for (Funnel.Stage stage : funnel.stages()) {
            page.code(row, 0, stage.measure(), Look.TEXT);
            page.text(row, 1, stage.name().in(book.locale), Look.TEXT);
            number(row, WEIGHT, Optional.of(stage.count()), Formats.INTEGER);
            number(row, BEFORE, stage.conversion(), PERCENT);
            number(row, AFTER, stage.usual(), PERCENT);
            String delta = "IF(AND(ISNUMBER(D%1$d),ISNUMBER(E%1$d)),D%1$d-E%1$d,\"\")".formatted(row + 1);
            XSSFCell cell = page.formula(row, CONTRIBUTION, delta, Look.NUMBER, PERCENT, "00.0%");
            book.checks.add(stage.measure(), book.words.text("column.DELTA_USUAL"), cell, stage.delta());
            row++;
        }
        funnel.bottleneck()
                .ifPresent(s -> page.spill(
                        head + 1 + funnel.stages().size(),
                        1,
                        book.words.text("bridge.bottleneck", s.name().in(book.locale)),
                        Look.TEXT_GREY));
    }

    private void number(int row, int column, Optional<BigDecimal> value, String format) {
        if (value.isPresent()) {
            page.number(row, column, value.get(), Look.NUMBER, format, Decimals.plain(Decimals.round(value.get(), 1)));
        } else {
            page.blank(row, column, Look.NUMBER, format);
        }
    }
}
