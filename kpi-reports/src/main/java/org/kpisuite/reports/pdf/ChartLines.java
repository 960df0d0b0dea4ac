package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.sf.jasperreports.renderers.Renderable;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.ScorecardItem.TrendPoint;
import org.kpisuite.reports.chart.Columns;
import org.kpisuite.reports.chart.Ink;
import org.kpisuite.reports.chart.Scale;
import org.kpisuite.reports.page.Charts;
import org.kpisuite.reports.page.Line;

/** Makes the columns of each KPI across its periods, four a line. */
final class ChartLines {
    private static final int PER_LINE = 4;
    private static final float TITLE_WIDTH = 174;

    private final Edition edition;
    private final ItemName names;

    ChartLines(Edition edition) {
        this.edition = edition;
        this.names = new ItemName(edition);
    }

    /** KPIs that have any value to draw, leading before lagging. */
    List<Line> lines() {
        List<ScorecardItem> items = edition.kpis().stream()
                .filter(i ->
                        i.trend().stream().anyMatch(t -> t.actual().usable().isPresent()))
                .sorted((a, b) -> a.nature().compareTo(b.nature()))
                .toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < items.size(); i += PER_LINE) {
            lines.add(line(items.subList(i, Math.min(items.size(), i + PER_LINE))));
        }
        return lines;
    }

    private Line line(List<ScorecardItem> items) {
        List<String> titles =
                items.stream().map(i -> names.markup(i, TITLE_WIDTH, 7.5f, 2)).toList();
        List<Renderable> drawings = new ArrayList<>();
        items.forEach(i -> drawings.add(columns(i)));
        List<String> descriptions = items.stream()
                .map(i -> edition.texts()
                        .text("chart.alt", names.spoken(i), i.trend().size()))
                .toList();
        return new Charts(titles, drawings, descriptions);
    }

    private Columns columns(ScorecardItem item) {
        Trend trend = new Trend(item, edition);
        Scale variances = Scale.of(item.trend().stream()
                .flatMap(p -> variance(item, p, trend).absoluteValue().stream())
                .toList());
        List<Columns.Column> columns = new ArrayList<>();
        for (TrendPoint point : item.trend()) {
            columns.add(column(item, point, trend, variances));
        }
        Optional<TrendPoint> closed = lastClosed(item, trend);
        return new Columns(
                columns,
                closed.flatMap(p -> variance(item, p, trend).absoluteValue())
                        .map(d -> edition.text(item).absolute(new Change(d, null, null)))
                        .orElse(""),
                closed.flatMap(p -> variance(item, p, trend).absoluteValue())
                        .filter(d -> item.effect(d) < 0)
                        .isPresent(),
                closed.map(p -> edition.cell(item, p.actual())).orElse(""),
                labels(item, trend));
    }

    private Columns.Column column(ScorecardItem item, TrendPoint point, Trend trend, Scale variances) {
        boolean running = trend.isRunning(point);
        Optional<BigDecimal> variance = variance(item, point, trend).absoluteValue();
        return new Columns.Column(
                trend.share(running ? item.actual() : point.actual()),
                trend.share(running ? item.plan() : point.plan()),
                trend.share(point.priorYear()),
                running ? trend.share(item.forecast()) : null,
                isAdditive(item),
                variance.isPresent() ? (Float) variances.share(variance.get()) : null,
                variance.map(d -> edition.palette().of(item.effect(d))).orElse(Ink.NEUTRAL),
                running,
                edition.texts().period(point.period()));
    }

    /** What has a plan phased to the day adds up over days, so that its forecast stands on top of what is in. */
    private static boolean isAdditive(ScorecardItem item) {
        Optional<BigDecimal> toDate = item.planToDate().usable();
        return toDate.isPresent()
                && item.plan()
                        .usable()
                        .filter(p -> p.compareTo(toDate.get()) > 0)
                        .isPresent();
    }

    /** Against plan; in the running period what is forecast against the whole plan. */
    private static Change variance(ScorecardItem item, TrendPoint point, Trend trend) {
        boolean running = trend.isRunning(point);
        Cell value = running ? item.forecast() : point.actual();
        Cell plan = running ? item.plan() : point.plan();
        return Change.of(value.usable(), plan.usable(), item.unitKind());
    }

    private static Optional<TrendPoint> lastClosed(ScorecardItem item, Trend trend) {
        return item.trend().stream()
                .filter(p -> !trend.isRunning(p) && p.actual().usable().isPresent())
                .reduce((first, second) -> second);
    }

    /** Plan and forecast of the last period at the height of their values. */
    private List<Columns.Label> labels(ScorecardItem item, Trend trend) {
        List<Columns.Label> labels = new ArrayList<>();
        ItemText text = edition.text(item);
        TrendPoint last = item.trend().get(item.trend().size() - 1);
        Cell plan = trend.isRunning(last) ? item.plan() : last.plan();
        if (plan.usable().isPresent()) {
            labels.add(new Columns.Label(
                    edition.texts().text("chart.plan", text.cell(plan)),
                    Objects.requireNonNull(trend.share(plan)),
                    false));
        }
        if (trend.isRunning(last) && item.forecast().usable().isPresent()) {
            labels.add(new Columns.Label(
                    edition.texts().text("chart.forecast", text.forecast()),
                    Objects.requireNonNull(trend.share(item.forecast())),
                    true));
        }
        return labels;
    }
}
