package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.Course;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.ScorecardItem.TrendPoint;
import org.kpisuite.reports.chart.Scale;
import org.kpisuite.reports.chart.Sparkline;

/** The shapes at the end of rows: thirteen weeks of what leads, thirteen months of what follows. */
final class Sparks {
    static final int LENGTH = 13;

    private static final int MISSING_MAX = 2;

    private final Edition edition;

    Sparks(Edition edition) {
        this.edition = edition;
    }

    /**
     * One period of a spark.
     *
     * @param estimated whether the value is that of a whole period that still runs
     */
    private record Point(Period period, Cell value, Cell plan, boolean estimated) {}

    static Granularity granularity(Nature nature) {
        return nature == Nature.LEAD ? Granularity.WEEK : Granularity.MONTH;
    }

    /** The periods of all sparks of a block; those of the scorecard where finer ones were not asked for. */
    List<Period> periods(Nature nature) {
        return edition.scorecard().courses().lines(nature).stream()
                .findFirst()
                .map(c -> last(c.by(granularity(nature))).stream()
                        .map(Course.Point::period)
                        .toList())
                .orElseGet(() -> edition.scorecard().items(nature).isEmpty()
                        ? List.of()
                        : edition.scorecard().trendPeriods());
    }

    private static List<Course.Point> last(List<Course.Point> points) {
        return points.subList(Math.max(0, points.size() - LENGTH), points.size());
    }

    /** What runs still stands as its estimate for the whole, never as what is in so far. */
    private List<Point> points(ScorecardItem item) {
        return edition.scorecard()
                .courses()
                .line(item.key())
                .map(c -> last(c.by(granularity(item.nature()))).stream()
                        .map(p -> new Point(p.period(), whole(p), p.plan(), p.isRunning()))
                        .toList())
                .orElseGet(
                        () -> item.trend().stream().map(t -> quarter(item, t)).toList());
    }

    /** A ratio that runs is as good an estimate of the whole as there is. */
    private static Cell whole(Course.Point point) {
        return point.estimate().usable().isPresent() ? point.estimate() : point.actual();
    }

    private Point quarter(ScorecardItem item, TrendPoint t) {
        boolean running = edition.isOpen()
                && t.period().equals(edition.scorecard().heading().period());
        return running
                ? new Point(t.period(), item.forecast(), item.plan(), true)
                : new Point(t.period(), t.actual(), t.plan(), false);
    }

    Sparkline sparkline(ScorecardItem item, boolean small) {
        List<Point> points = points(item);
        Scale scale = Scale.of(points.stream()
                .flatMap(p -> Stream.of(p.value(), p.plan()))
                .flatMap(c -> c.usable().stream())
                .toList());
        List<@Nullable Float> actual = new ArrayList<>();
        List<@Nullable Float> plan = new ArrayList<>();
        for (Point point : points) {
            actual.add(share(scale, point.value()));
            plan.add(share(scale, point.plan()));
        }
        return new Sparkline(
                actual, plan, !points.isEmpty() && points.get(points.size() - 1).estimated(), small);
    }

    private static @Nullable Float share(Scale scale, Cell cell) {
        Optional<BigDecimal> value = cell.usable();
        return value.isPresent() ? (Float) scale.share(value.get()) : null;
    }

    /** The values in words, for readers who hear the page. */
    String words(ScorecardItem item) {
        List<Point> points = points(item);
        if (points.isEmpty()) {
            return edition.texts().text("alt.spark.none");
        }
        List<String> values =
                points.stream().map(p -> edition.cell(item, p.value())).toList();
        Point end = points.get(points.size() - 1);
        return edition.texts()
                .text(
                        end.estimated() ? "alt.spark.estimate" : "alt.spark",
                        edition.texts().period(points.get(0).period()),
                        edition.texts().period(end.period()),
                        String.join("; ", values));
    }

    /** The periods at the end that have no value, at most two of them by name; null if the last one has. */
    @Nullable
    String missing(ScorecardItem item) {
        List<Point> points = points(item);
        List<String> missing = new ArrayList<>();
        for (int i = points.size() - 1; i >= 0; i--) {
            Point point = points.get(i);
            boolean none = point.value().usable().isEmpty()
                    && !(point.estimated() && item.actual().usable().isPresent());
            if (!none) {
                break;
            }
            missing.add(0, edition.texts().period(point.period()));
        }
        return missing.isEmpty() || missing.size() == points.size()
                ? null
                : edition.texts()
                        .text(
                                "words.no-period",
                                String.join(", ", missing.subList(0, Math.min(MISSING_MAX, missing.size()))));
    }
}
