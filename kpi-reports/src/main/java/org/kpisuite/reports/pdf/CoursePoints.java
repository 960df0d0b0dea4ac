package org.kpisuite.reports.pdf;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.Course;
import org.kpisuite.domain.scorecard.ScorecardItem;

/**
 * The periods of one cell: thirteen weeks of a leading item, thirteen months of a lagging one; what does not come that often is
 * followed by what it comes by.
 *
 * @param points oldest first
 */
record CoursePoints(ScorecardItem item, List<Point> points) {
    private static final int LENGTH = 13;
    private static final int NAMED_EVERY = 4;

    /** One period; all values whole but the actual of a running one. */
    record Point(
            Period period,
            boolean running,
            Cell actual,
            Cell plan,
            Cell planToDate,
            Cell priorYear,
            Cell forecast,
            boolean additive) {
        private static Point of(Course.Point p) {
            return new Point(
                    p.period(),
                    p.isRunning(),
                    p.actual(),
                    p.plan(),
                    p.planToDate(),
                    p.priorYear(),
                    p.forecast(),
                    p.forecast().usable().isPresent());
        }

        /** Against plan: of a running period the forecast against all of it, or what is in against the plan of its days. */
        Change variance(ScorecardItem item) {
            return running && !additive
                    ? Change.of(actual.usable(), planToDate.usable(), item.unitKind())
                    : Change.of((running ? forecast : actual).usable(), plan.usable(), item.unitKind());
        }
    }

    static CoursePoints of(ScorecardItem item, Edition edition) {
        Optional<Course> course = edition.scorecard().courses().line(item.key());
        return (item.nature() == Nature.LEAD ? delivered(course.map(Course::weeks)) : Optional.<List<Point>>empty())
                .or(() -> delivered(course.map(Course::months)))
                .map(points -> new CoursePoints(item, points))
                .orElseGet(() -> ofTrend(item, edition));
    }

    private static Optional<List<Point>> delivered(Optional<List<Course.Point>> course) {
        return course.map(points -> last(points).stream().map(Point::of).toList())
                .filter(points ->
                        points.stream().anyMatch(p -> p.actual.usable().isPresent()));
    }

    /** The last thirteen, as the sparks of the table; a week may reach beyond a period that is over. */
    private static List<Course.Point> last(List<Course.Point> points) {
        return points.subList(Math.max(0, points.size() - LENGTH), points.size());
    }

    private static CoursePoints ofTrend(ScorecardItem item, Edition edition) {
        return new CoursePoints(
                item,
                item.trend().stream()
                        .map(p -> {
                            boolean running = edition.isOpen()
                                    && p.period()
                                            .equals(edition.scorecard()
                                                    .heading()
                                                    .period());
                            return running
                                    ? new Point(
                                            p.period(),
                                            true,
                                            item.actual(),
                                            item.plan(),
                                            item.planToDate(),
                                            p.priorYear(),
                                            item.forecast(),
                                            isAdditive(item))
                                    : new Point(
                                            p.period(),
                                            false,
                                            p.actual(),
                                            p.plan(),
                                            p.plan(),
                                            p.priorYear(),
                                            new Cell.NotApplicable(),
                                            false);
                        })
                        .toList());
    }

    /** What is forecast by its run-rate adds up over days, so that its forecast stands on top of what is in. */
    private static boolean isAdditive(ScorecardItem item) {
        return item.forecastMethod()
                        .filter(m -> m == ScorecardItem.ForecastMethod.RUN_RATE)
                        .isPresent()
                && item.forecast().usable().isPresent();
    }

    boolean isDelivered() {
        return points.stream().anyMatch(p -> p.actual.usable().isPresent());
    }

    Point last() {
        return points.get(points.size() - 1);
    }

    Optional<Point> lastClosed() {
        return points.stream()
                .filter(p -> !p.running && p.actual.usable().isPresent())
                .reduce((first, second) -> second);
    }

    Granularity granularity() {
        return last().period.granularity();
    }

    /** Names of the columns: of months each by its initial, else every fourth back from the last. */
    List<String> labels(Texts texts) {
        return IntStream.range(0, points.size())
                .mapToObj(i -> {
                    Period period = points.get(i).period;
                    if (period.granularity() == Granularity.MONTH && points.size() > NAMED_EVERY) {
                        return texts.monthInitial(period.start());
                    }
                    return (points.size() - 1 - i) % NAMED_EVERY == 0 ? texts.period(period) : "";
                })
                .toList();
    }
}
