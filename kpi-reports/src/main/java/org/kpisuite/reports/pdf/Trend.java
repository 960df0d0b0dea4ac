package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.ScorecardItem.TrendPoint;
import org.kpisuite.reports.chart.Scale;
import org.kpisuite.reports.chart.Sparkline;

/** An item across its periods, as shares of one scale of its own. */
final class Trend {
    private final ScorecardItem item;
    private final Edition edition;
    private final List<TrendPoint> points;
    private final Scale scale;

    Trend(ScorecardItem item, Edition edition) {
        this.item = item;
        this.edition = edition;
        this.points = item.trend();
        this.scale = Scale.of(Stream.concat(
                        points.stream().flatMap(p -> Stream.of(p.actual(), p.plan(), p.previous(), p.priorYear())),
                        Stream.of(item.forecast(), item.plan(), item.actual(), item.priorYear()))
                .flatMap(c -> c.usable().stream())
                .toList());
    }

    /** Whether that point is the period of the scorecard itself, still running. */
    boolean isRunning(TrendPoint point) {
        return edition.isOpen()
                && point.period().equals(edition.scorecard().heading().period());
    }

    @Nullable
    Float share(Cell cell) {
        Optional<BigDecimal> value = cell.usable();
        return value.isPresent() ? (Float) scale.share(value.get()) : null;
    }

    /** The running period stands as the estimate of the whole, never as what is in so far. */
    Sparkline sparkline(boolean small) {
        List<@Nullable Float> actual = new ArrayList<>();
        List<@Nullable Float> plan = new ArrayList<>();
        boolean estimate = false;
        for (TrendPoint point : points) {
            estimate = isRunning(point);
            actual.add(share(estimate ? item.forecast() : point.actual()));
            plan.add(share(estimate ? item.plan() : point.plan()));
        }
        return new Sparkline(actual, plan, estimate, small);
    }

    /** The periods at the end that have no actual, at most two of them by name; null if the last one has. */
    @Nullable
    String missing() {
        List<String> missing = new ArrayList<>();
        for (int i = points.size() - 1; i >= 0; i--) {
            TrendPoint point = points.get(i);
            Cell actual = isRunning(point) ? item.actual() : point.actual();
            if (actual.usable().isPresent()) {
                break;
            }
            missing.add(0, edition.texts().period(period(point)));
        }
        return missing.isEmpty() || missing.size() == points.size()
                ? null
                : edition.texts()
                        .text("words.no-period", String.join(", ", missing.subList(0, Math.min(2, missing.size()))));
    }

    private static Period period(TrendPoint point) {
        return point.period();
    }
}
