package org.kpisuite.benchmarks.leadlag;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.kpisuite.benchmarks.leadlag.Simulated.Kind;
import org.kpisuite.domain.leadlag.LagNote;
import org.kpisuite.domain.leadlag.LeadLagAnalysis;

/**
 * Two monthly series that share their season and nothing else, over 3 to 15 years: how often that passes for a lead.
 * Limit: CONFIRMED in 10 % at any length, and the warning always beside it.
 */
public final class SeasonBenchmark {
    private static final int DRAWS = 500;
    private static final int SEASONS_MIN = 3;
    private static final int SEASONS_MAX = 15;
    private static final int MONTHS = 12;
    private static final double SEASON = 0.2;
    private static final double DECIDED = 0.05;

    private SeasonBenchmark() {}

    public static void main(String[] args) {
        System.out.println(
                "| beside the season | seasons | p < 0.05 | CONFIRMED | warned | declared non-seasonal: CONFIRMED |");
        System.out.println("|---|---|---|---|---|---|");
        for (Kind kind : new Kind[] {Kind.AR_05, Kind.WALK}) {
            for (int seasons = SEASONS_MIN; seasons <= SEASONS_MAX; seasons++) {
                cell(kind, seasons);
            }
        }
    }

    private static void cell(Kind kind, int seasons) {
        AtomicInteger decided = new AtomicInteger();
        AtomicInteger warned = new AtomicInteger();
        AtomicInteger undeclared = new AtomicInteger();
        double confirmed = Simulated.share(DRAWS, draw -> {
            SplittableRandom random =
                    Simulated.random(1_000L + 100L * List.of(Kind.values()).indexOf(kind) + seasons, draw);
            double[] season = random.doubles(MONTHS, -SEASON, SEASON).toArray();
            double[] x = seasonal(kind, seasons, season, random);
            double[] y = seasonal(kind, seasons, season, random);
            LeadLagAnalysis analysis = Simulated.analysis(x, y, true);
            analysis.evidence().filter(e -> e.p().doubleValue() < DECIDED).ifPresent(e -> decided.incrementAndGet());
            if (analysis.notes().stream().anyMatch(n -> n.kind() == LagNote.Kind.SHARED_SEASON)) {
                warned.incrementAndGet();
            }
            if (Simulated.analysis(x, y, false).isConfirmed()) {
                undeclared.incrementAndGet();
            }
            return analysis.isConfirmed();
        });
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.3f | **%.3f** | %.3f | %.3f |%n",
                kind,
                seasons,
                decided.get() / (double) DRAWS,
                confirmed,
                warned.get() / (double) DRAWS,
                undeclared.get() / (double) DRAWS);
    }

    private static double[] seasonal(Kind kind, int seasons, double[] season, SplittableRandom random) {
        double[] logs = kind.of(seasons * MONTHS, random);
        for (int t = 0; t < logs.length; t++) {
            logs[t] += season[t % MONTHS];
        }
        return logs;
    }
}
