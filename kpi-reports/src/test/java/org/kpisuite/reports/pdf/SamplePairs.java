package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.leadlag.LagSeries;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.PairSide;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.Course;
import org.kpisuite.domain.scorecard.Courses;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;

/** Pairs of lines of fictitious scorecards: made up, the same in every run. */
final class SamplePairs {
    private static final int HISTORY = 110;
    private static final int LAG = 6;
    private static final double ELASTICITY = 0.7;

    private final Period week;

    SamplePairs(LocalDate last) {
        this.week = Period.of(Granularity.WEEK, last);
    }

    /** A scorecard that has courses, with pairs whose other sides its plan does not name. */
    Scorecard with(Scorecard card, List<ScorecardItem> more, List<PairReading> pairs) {
        List<Course> lines = new ArrayList<>();
        card.courses().lines().forEach(l -> lines.add(known(l, pairs)));
        more.forEach(item -> {
            Course like = card.courses().lines().get(0);
            lines.add(known(new Course(item, false, like.weeks(), like.months()), pairs));
        });
        return card.with(new Courses(lines, List.of())).with(pairs);
    }

    /** Its weeks as the pair knows them. */
    private static Course known(Course line, List<PairReading> pairs) {
        return pairs.stream()
                .flatMap(p -> Stream.of(p.leading(), p.lagging()))
                .filter(side -> side.series().code().equals(line.item().key()))
                .findFirst()
                .map(side -> new Course(
                        line.item(),
                        line.planned(),
                        line.weeks().stream().map(p -> known(p, side)).toList(),
                        line.months()))
                .orElse(line);
    }

    private static Course.Point known(Course.Point point, PairSide side) {
        BigDecimal value = side.series().values().get(point.period());
        BigDecimal last = side.series().values().lastEntry().getValue();
        Cell whole = Cell.of(value == null ? last : value);
        Cell actual = value == null ? times(whole, 6.0 / 7) : whole;
        return new Course.Point(
                point.period(),
                point.to(),
                actual,
                times(actual, 1.04),
                times(whole, 1.04),
                times(whole, 0.9),
                value == null ? whole : new Cell.NotApplicable());
    }

    private static Cell times(Cell cell, double factor) {
        return Cell.of(cell.usable().orElseThrow().multiply(BigDecimal.valueOf(factor), MathContext.DECIMAL64));
    }

    /** Leads lead revenue by six weeks; of late they grew by half, and revenue by a tenth only. */
    PairReading confirmed(ScorecardItem leading, ScorecardItem lagging) {
        Random random = new Random(5);
        double[] x = new double[HISTORY + 1];
        double[] y = new double[HISTORY + 1];
        double level = 0;
        for (int t = 0; t <= HISTORY; t++) {
            level = 0.6 * level + 0.12 * random.nextGaussian();
            x[t] = 110 * Math.exp(level);
            double answered = t < LAG ? 1 : Math.pow(x[t - LAG] / 110, ELASTICITY);
            y[t] = 1_900_000 * answered * Math.exp(0.05 * random.nextGaussian());
        }
        int lastKnown = HISTORY - 1;
        x[lastKnown - LAG] = x[lastKnown - LAG - 1] * 1.5;
        y[lastKnown] = y[lastKnown - 1] * 1.1;
        return reading(leading, lagging, x, y, LAG);
    }

    /** A year of two series that have nothing to do with each other. */
    PairReading unproven(ScorecardItem leading, ScorecardItem lagging) {
        Random random = new Random(11);
        double[] x = new double[31];
        double[] y = new double[31];
        for (int t = 0; t < x.length; t++) {
            x[t] = 2800 + 12 * t + 90 * random.nextGaussian();
            y[t] = 21 + 0.1 * t + random.nextGaussian();
        }
        return reading(leading, lagging, x, y, 3);
    }

    private PairReading reading(ScorecardItem leading, ScorecardItem lagging, double[] x, double[] y, int lag) {
        Pair pair = new Pair(
                leading.key() + "_" + lagging.key(), leading.key(), lagging.key(), Granularity.WEEK, 1, lag, 12, false);
        return PairReading.of(pair, side(leading, x), side(lagging, y), Comparisons.STANDARD);
    }

    /** Up to the week before the running one. */
    private PairSide side(ScorecardItem item, double[] values) {
        TreeMap<Period, BigDecimal> series = new TreeMap<>();
        for (int t = 0; t < values.length - 1; t++) {
            series.put(week.plus(t - values.length + 1), BigDecimal.valueOf(Math.round(values[t])));
        }
        return new PairSide(
                new LagSeries(item.key(), item.name(), item.unitKind(), series),
                Direction.UP,
                item.currency(),
                0,
                null);
    }
}
