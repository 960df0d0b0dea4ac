package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.Scorecard.Heading;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.ScorecardItem.TrendPoint;
import org.kpisuite.reports.chart.Scale;
import org.kpisuite.reports.chart.VarianceStrips;
import org.kpisuite.reports.page.Line;
import org.kpisuite.reports.page.MatrixBlock;
import org.kpisuite.reports.page.MatrixHead;
import org.kpisuite.reports.page.MatrixRow;

/** Makes the matrix: every item across the periods, leading above lagging, with plan, previous period, prior year. */
final class MatrixLines {
    static final float PITCH = 75;
    private static final float NAME_WIDTH = 138;
    private static final Scale STRIP = new Scale(new BigDecimal("0.25"));

    private final Edition edition;
    private final ItemName names;

    MatrixLines(Edition edition) {
        this.edition = edition;
        this.names = new ItemName(edition);
    }

    Line head() {
        Texts texts = edition.texts();
        List<String> periods =
                edition.scorecard().trendPeriods().stream().map(texts::period).toList();
        Heading heading = edition.scorecard().heading();
        return new MatrixHead(periods, edition.isOpen() ? texts.text("matrix.to", texts.day(heading.lastDay())) : "");
    }

    /** Rows, the first of each block with the heading of the block above it. */
    List<TableLines.Group> groups() {
        List<TableLines.Group> groups = new ArrayList<>();
        for (Nature nature : Nature.values()) {
            String name = Messages.text(edition.locale(), "nature." + nature.name());
            List<Line> lines = new ArrayList<>(List.of(new MatrixBlock(name, groups.isEmpty(), true)));
            List<Line> again = List.of();
            for (ScorecardItem item : ordered(nature)) {
                lines.add(row(item, !lines.isEmpty()));
                groups.add(new TableLines.Group(lines, again));
                lines = new ArrayList<>();
                again = List.of(new MatrixBlock(name, true, false));
            }
        }
        return groups;
    }

    /** KPIs before those that explain. */
    private List<ScorecardItem> ordered(Nature nature) {
        List<ScorecardItem> items = new ArrayList<>(edition.kpis(nature));
        edition.scorecard().items(nature).stream()
                .filter(i -> !edition.isKpi(i))
                .forEach(items::add);
        return items;
    }

    private Line row(ScorecardItem item, boolean first) {
        Trend trend = new Trend(item, edition);
        List<String> actual = new ArrayList<>();
        List<String> references = new ArrayList<>();
        List<VarianceStrips.@Nullable Strip> strips = new ArrayList<>();
        boolean running = false;
        for (Period period : edition.scorecard().trendPeriods()) {
            TrendPoint point = point(item, period);
            running = trend.isRunning(point);
            Cell value = running ? item.actual() : point.actual();
            Cell plan = running ? item.planToDate() : point.plan();
            actual.add(edition.cell(item, value));
            references.add(edition.cell(item, plan)
                    + "\n" + edition.cell(item, running ? item.previous() : point.previous())
                    + "\n" + edition.cell(item, running ? item.priorYear() : point.priorYear()));
            strips.add(strip(item, value, plan));
        }
        String name = names.markup(item, NAME_WIDTH, 7.5f, 2);
        return new MatrixRow(name, actual, references, new VarianceStrips(strips, PITCH), running, first);
    }

    private static TrendPoint point(ScorecardItem item, Period period) {
        Cell none = new Cell.NotApplicable();
        return item.trend().stream()
                .filter(t -> t.period().equals(period))
                .findFirst()
                .orElseGet(() -> new TrendPoint(period, none, none, none, none));
    }

    private VarianceStrips.@Nullable Strip strip(ScorecardItem item, Cell value, Cell plan) {
        Change change = Change.of(value.usable(), plan.usable(), item.unitKind());
        Optional<BigDecimal> variance = change.absoluteValue();
        if (variance.isEmpty()) {
            return null;
        }
        int effect = item.effect(variance.get());
        float share = change.relativeValue().map(STRIP::share).orElse(Float.NaN);
        return new VarianceStrips.Strip(share, effect < 0, edition.palette().of(effect));
    }
}
