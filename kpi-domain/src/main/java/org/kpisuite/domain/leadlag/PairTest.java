package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.leadlag.Permutations.Window;

/** The procedure of domain specification §6.2 from the transformed series on, without a word on what its outcome means. */
final class PairTest {
    static final int POINTS_MIN = 12;
    static final double RANKS_MIN = 0.7;

    static final int POINTS_PER_LAG = 4;
    private static final int LAG_MAX = 12;
    private static final double TIE = 1e-12;
    private static final double NEXT_TO_PEAK_MIN = 0.7;
    private static final double HAMPEL = 3 * 1.4826;
    private static final double SEASONAL = 0.5;

    private final List<Period> periods;
    private final double[] x;
    private final double[] y;
    private final Autoregression ofLeading;
    private final Autoregression ofLagging;
    private final CrossCorrelation decision;
    private final CrossCorrelation shape;
    private final int season;
    private final int overlap;
    private final int points;
    private final int lagMax;

    PairTest(AlignedSeries series, Transform transform, int maxPlausibleLag) {
        periods = series.periods();
        season = transform.season();
        overlap = series.overlap();
        x = transform.leading(series.leading());
        y = transform.lagging(series.lagging());
        ofLeading = Autoregression.of(x);
        ofLagging = Autoregression.of(y);
        double[] whitened = ofLeading.residuals(x);
        decision = new CrossCorrelation(whitened, ofLagging.residuals(y));
        shape = new CrossCorrelation(whitened, ofLeading.residuals(y));
        points = (int) IntStream.range(0, x.length)
                .filter(t -> !Double.isNaN(x[t] + y[t]))
                .count();
        int wanted = Math.min(Math.min(LAG_MAX, points / POINTS_PER_LAG), maxPlausibleLag);
        lagMax = Math.min(decision.lagMax(wanted), shape.lagMax(wanted));
    }

    static PairTest of(LagTerms terms, LagSeries leading, LagSeries lagging) {
        AlignedSeries aligned = AlignedSeries.of(leading, lagging);
        return new PairTest(aligned, Transform.of(aligned, terms), terms.maxPlausibleLag());
    }

    /** n: periods in which both transformed series have a value. */
    int points() {
        return points;
    }

    /** Seasons of so many periods in the span that both series cover, with or without a value. */
    int seasons(int season) {
        return season == 0 ? 0 : overlap / season;
    }

    /** Whether both transformed series still repeat themselves after a season. */
    boolean isSeasonLeft(int season) {
        return seasons(season) >= Transform.SEASONS_MIN && repeats(x, season) && repeats(y, season);
    }

    private static boolean repeats(double[] values, int season) {
        return Series.autocorrelation(values, season) > SEASONAL;
    }

    int leadingOrder() {
        return ofLeading.order();
    }

    int laggingOrder() {
        return ofLagging.order();
    }

    /** Whether there are points enough, and gaps leave pairs enough. */
    boolean isPossible() {
        return points >= POINTS_MIN && lagMax >= 0;
    }

    /** Whether p of the leading side is above a level, where a test {@link #isPossible}: far quicker than {@link #run}. */
    boolean isAbove(double level) {
        double largest = IntStream.rangeClosed(0, lagMax)
                .mapToDouble(lag -> Math.abs(decision.pearson(lag)))
                .max()
                .orElseThrow();
        return Permutations.isAbove(decision.leading(), forward(), largest, level);
    }

    private Window forward() {
        return new Window(decision, 0, lagMax, spread(decision));
    }

    /** What is found, where a test {@link #isPossible}. */
    LagEvidence run() {
        Window forward = forward();
        Window backward = new Window(decision, -lagMax, -1, spread(decision));
        Window drawn = new Window(shape, 0, lagMax, spread(shape));
        Permutations.run(decision.leading(), forward, backward, drawn);
        Correlogram own = Correlogram.of(periods, decision, lagMax, forward.band());
        Correlogram seen = Correlogram.of(periods, shape, lagMax, drawn.band());

        LagCorrelation peak = largest(own.forward());
        boolean nextToo = peak.lag() == 0 && lagMax > 0 && Math.abs(r(own.at(1))) >= forward.band();
        boolean foretold = nextToo && Granger.foretells(x, y);
        boolean foretelling = nextToo && Granger.foretells(y, x);
        boolean next = foretold && !foretelling && isOfTheSameLink(r(peak), r(own.at(1)));
        LagCorrelation chosen = next ? own.at(1) : peak;

        NavigableSet<Integer> significant = beyond(seen);
        return new LagEvidence(
                chosen.lag(),
                BigDecimal.valueOf(forward.p(r(peak))),
                chosen.r(),
                chosen.spearman(),
                BigDecimal.valueOf(new LagStability(shape, lagMax).support(chosen.lag())),
                significant.stream().findFirst(),
                Optional.ofNullable(significant.isEmpty() ? null : significant.last()),
                reverse(own, backward),
                own,
                seen,
                foretold && foretelling,
                ranksAgree(chosen) ? List.of() : outliers(chosen.lag()));
    }

    /**
     * What orders drawn by lot do not show: seasonal differences lean on those of the season before, in both series alike, and
     * correlations between them spread wider by √(1 + 2 · (1 − s/T) · ρ[e](s) · ρ[f](s)) (Bartlett 1946).
     */
    private double spread(CrossCorrelation series) {
        double common = season > 0
                ? Series.autocorrelation(series.leading(), season) * Series.autocorrelation(series.lagging(), season)
                : 0;
        return Math.sqrt(1 + 2 * Math.max(0, common) * Math.max(0, 1 - season / (double) points));
    }

    /** With the other sign the next period takes back what came at once: nothing that could be foretold. */
    private static boolean isOfTheSameLink(double peak, double next) {
        return next * peak > 0 && Math.abs(next) >= NEXT_TO_PEAK_MIN * Math.abs(peak);
    }

    private static double r(LagCorrelation at) {
        return at.r().doubleValue();
    }

    /** The largest |r|, of equals the one nearest to lag 0. */
    private static LagCorrelation largest(List<LagCorrelation> lags) {
        LagCorrelation largest = lags.get(0);
        for (LagCorrelation at : lags) {
            double more = Math.abs(r(at)) - Math.abs(r(largest));
            if (more > TIE) {
                largest = at;
            }
        }
        return largest;
    }

    private static NavigableSet<Integer> beyond(Correlogram seen) {
        NavigableSet<Integer> lags = new TreeSet<>();
        for (LagCorrelation at : seen.forward()) {
            if (at.r().abs().compareTo(seen.band()) >= 0) {
                lags.add(at.lag());
            }
        }
        return lags;
    }

    private Optional<LagEvidence.Reverse> reverse(Correlogram own, Window backward) {
        if (lagMax == 0) {
            return Optional.empty();
        }
        LagCorrelation peak = largest(
                IntStream.rangeClosed(1, lagMax).mapToObj(lag -> own.at(-lag)).toList());
        return Optional.of(new LagEvidence.Reverse(-peak.lag(), BigDecimal.valueOf(backward.p(r(peak))), peak.r()));
    }

    /** Whether the ranks bear out the correlation: same sign, and at least 0.7 of it. */
    static boolean ranksAgree(LagCorrelation at) {
        return r(at) * at.spearman().doubleValue() > 0
                && Math.abs(at.spearman().doubleValue()) >= RANKS_MIN * Math.abs(r(at));
    }

    /**
     * Periods in which a whitened value that takes part at the lag lies further from its median than 3 · 1.4826 · MAD
     * (Hampel), the furthest first.
     */
    private List<Period> outliers(int lag) {
        double[] furthest = new double[periods.size()];
        double[] e = distances(decision.leading());
        double[] f = distances(decision.lagging());
        for (int t = lag; t < furthest.length; t++) {
            if (!Double.isNaN(e[t - lag] + f[t])) {
                furthest[t - lag] = Math.max(furthest[t - lag], e[t - lag]);
                furthest[t] = Math.max(furthest[t], f[t]);
            }
        }
        return IntStream.range(0, furthest.length)
                .filter(t -> furthest[t] > HAMPEL)
                .boxed()
                .sorted(Comparator.comparingDouble(t -> -furthest[t]))
                .map(periods::get)
                .toList();
    }

    /** From the median, in median deviations. */
    private static double[] distances(double[] values) {
        double median = Series.median(values);
        double unit = Series.medianDeviation(values);
        return Arrays.stream(values).map(v -> Math.abs(v - median) / unit).toArray();
    }
}
