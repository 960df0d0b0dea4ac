package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.sf.jasperreports.renderers.Renderable;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.Funnel;
import org.kpisuite.domain.scorecard.ScoreBridge;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.chart.Caption;
import org.kpisuite.reports.page.Charts;
import org.kpisuite.reports.page.FunnelAndBridge;
import org.kpisuite.reports.page.Line;

/**
 * The page of courses: every KPI across thirteen periods, then the funnel and the bridge of the score; KPIs that find no room
 * go on a further page.
 */
final class CoursePages {
    private static final int CELLS_ABOVE_PANELS = 8;
    private static final int CELLS_A_PAGE = 12;

    private final Edition edition;
    private final Texts texts;
    private final Footer footer;
    private final Titles titles;

    CoursePages(Edition edition, Footer footer, Titles titles) {
        this.edition = edition;
        this.texts = edition.texts();
        this.footer = footer;
        this.titles = titles;
    }

    /** One chart with its words. */
    private record Cell(Renderable drawing, String words) {}

    /** None where there is nothing to draw. */
    List<Draft> drafts() {
        List<CoursePoints> courses = edition.kpis().stream()
                .sorted(Comparator.comparing(ScorecardItem::nature))
                .map(i -> CoursePoints.of(i, edition))
                .toList();
        List<Cell> cells = cells(courses);
        Optional<FunnelAndBridge> panels = panels();
        if (cells.isEmpty() && panels.isEmpty()) {
            return List.of();
        }
        boolean running = courses.stream()
                .map(CoursePoints::last)
                .anyMatch(p -> p.running() && p.actual().usable().isPresent());
        Draft blank = new Draft(
                message(),
                kind(),
                titles.courses(courses),
                footer.chartLegend(running),
                footer.courseScales(running),
                List.of());
        int first = Math.min(cells.size(), panels.isPresent() ? CELLS_ABOVE_PANELS : CELLS_A_PAGE);
        List<Line> lines = new ArrayList<>(rows(cells.subList(0, first)));
        panels.ifPresent(lines::add);
        List<Draft> drafts = new ArrayList<>(List.of(blank.with(lines)));
        for (int from = first; from < cells.size(); from += CELLS_A_PAGE) {
            drafts.add(blank.with(rows(cells.subList(from, Math.min(cells.size(), from + CELLS_A_PAGE)))));
        }
        return drafts;
    }

    private static List<Line> rows(List<Cell> cells) {
        List<Line> rows = new ArrayList<>();
        for (int from = 0; from < cells.size(); from += Charts.COUNT_MAX) {
            List<Cell> row = cells.subList(from, Math.min(cells.size(), from + Charts.COUNT_MAX));
            rows.add(new Charts(
                    row.stream().map(Cell::drawing).toList(),
                    row.stream().map(Cell::words).toList()));
        }
        return rows;
    }

    /** KPIs, leading before lagging, and the score last. */
    private List<Cell> cells(List<CoursePoints> courses) {
        List<Cell> cells = new ArrayList<>();
        courses.stream()
                .map(c -> new KpiCell(edition, c))
                .map(c -> new Cell(c.draw(), c.words()))
                .forEach(cells::add);
        if (edition.scorecard().scores().stream()
                .anyMatch(s -> s.score().points().isPresent())) {
            ScoreCell score = new ScoreCell(texts, edition.scorecard().scores(), edition.isOpen());
            String name = texts.text("score.cell");
            String what =
                    texts.text("score.cell.what", edition.scorecard().scores().size());
            Caption caption = new Captions(edition).of(name, what, Charts.WIDTH, false);
            cells.add(new Cell(
                    score.draw(caption, edition.scorecard().score().limits()),
                    name + ", " + what + ": " + score.words()));
        }
        return cells;
    }

    private Optional<FunnelAndBridge> panels() {
        Optional<FunnelPanel> funnel = edition.scorecard().background().funnel().map(f -> new FunnelPanel(edition, f));
        Optional<BridgePanel> bridge = edition.scorecard().bridge().map(b -> new BridgePanel(edition, b));
        return funnel.isEmpty() && bridge.isEmpty()
                ? Optional.empty()
                : Optional.of(new FunnelAndBridge(
                        funnel.map(FunnelPanel::draw).orElse(null),
                        funnel.map(FunnelPanel::words).orElse(null),
                        bridge.map(BridgePanel::draw).orElse(null),
                        bridge.map(BridgePanel::words).orElse(null)));
    }

    private String kind() {
        List<String> parts = new ArrayList<>(List.of(texts.text("kind.courses")));
        if (edition.scorecard().background().funnel().isPresent()) {
            parts.add(texts.text("kind.courses.funnel"));
        }
        if (edition.scorecard().bridge().isPresent()) {
            parts.add(texts.text("kind.courses.bridge"));
        }
        return String.join(", ", parts);
    }

    /** How the score moved, what took most from it and brought most to it, and where the funnel is narrow. */
    private List<String> message() {
        List<String> sentences = new ArrayList<>();
        edition.scorecard().bridge().map(this::moved).ifPresent(sentences::add);
        edition.scorecard()
                .background()
                .funnel()
                .flatMap(Funnel::bottleneck)
                .map(s -> texts.text("funnel.message", s.name().in(edition.locale())))
                .ifPresent(sentences::add);
        return sentences.isEmpty() ? titles.message() : titles.message(String.join(". ", sentences));
    }

    private String moved(ScoreBridge bridge) {
        String before = texts.numbers().points(bridge.before());
        String after = texts.numbers().points(bridge.after());
        int way = Decimals.round(bridge.after(), 1).compareTo(Decimals.round(bridge.before(), 1));
        String moved = texts.text(way < 0 ? "bridge.fell" : way > 0 ? "bridge.rose" : "bridge.stayed", before, after);
        List<ScoreBridge.Step> steps = bridge.steps();
        List<String> reasons = new ArrayList<>();
        if (!steps.isEmpty()) {
            reason(steps.get(0), -1, reasons);
            reason(steps.get(steps.size() - 1), 1, reasons);
        }
        if (way > 0) {
            Collections.reverse(reasons);
        }
        return reasons.isEmpty() ? moved : moved + ": " + String.join(", ", reasons);
    }

    private void reason(ScoreBridge.Step step, int sign, List<String> reasons) {
        BigDecimal printed = Decimals.round(step.contribution(), 1);
        if (printed.signum() == sign) {
            edition.scorecard().items().stream()
                    .filter(i -> i.key().equals(step.key()))
                    .findFirst()
                    .ifPresent(i -> reasons.add(texts.text(
                            "bridge.reason",
                            edition.text(i).name(),
                            texts.numbers().signed(printed))));
        }
    }
}
