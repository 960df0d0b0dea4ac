package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.quantity.Decimals;

/**
 * All pairs of leading and lagging indicators of a unit tested at once, and those that stand out although so many were
 * looked at: false discovery rate 0.10 by Benjamini and Hochberg. Source: domain specification §6.2 step 6, §6.8.
 *
 * <pre>
 *   q_(i) = min over j ≥ i of p_(j) · m / j      p_(1) ≤ … ≤ p_(m) of all m pairs that could be tested
 * </pre>
 *
 * @param tested m
 * @param proposals those with q ≤ 0.10 and a lag that are not rather the other way round, the clearest first
 */
public record Discovery(int tested, List<PairProposal> proposals) {
    public static final BigDecimal RATE = new BigDecimal("0.10");

    public Discovery {
        proposals = List.copyOf(proposals);
    }

    /**
     * Tests all of them.
     *
     * @param leftOut pairs that need no test: declared already, or made of the same figures
     */
    public static Discovery among(
            List<PairSide> leading,
            List<PairSide> lagging,
            Granularity granularity,
            BiPredicate<PairSide, PairSide> leftOut) {
        LagTerms terms = new LagTerms(granularity, LagTerms.EITHER_SIGN, 0, Pair.LAG_MAX, true);
        List<List<PairSide>> pairs = leading.stream()
                .flatMap(x -> lagging.stream().filter(y -> !leftOut.test(x, y)).map(y -> List.of(x, y)))
                .toList();
        AtomicInteger tested = new AtomicInteger();
        List<PairProposal> clear = pairs.parallelStream()
                .flatMap(both -> clear(terms, both.get(0), both.get(1), tested))
                .sorted(Comparator.comparing((PairProposal p) ->
                                p.analysis().evidence().orElseThrow().p())
                        .thenComparing(
                                p -> p.analysis().evidence().orElseThrow().r().abs(), Comparator.reverseOrder())
                        .thenComparing(p -> p.pair().code()))
                .toList();
        return new Discovery(tested.get(), proposed(clear, tested.get()));
    }

    /** Those with p above the rate cannot come to a q below it, nor lower that of another: they count, and no more is asked. */
    private static Stream<PairProposal> clear(LagTerms terms, PairSide x, PairSide y, AtomicInteger tested) {
        PairTest test = PairTest.of(terms, x.series(), y.series());
        if (!test.isPossible()) {
            return Stream.empty();
        }
        tested.incrementAndGet();
        if (test.isAbove(RATE.doubleValue())) {
            return Stream.empty();
        }
        LeadLagAnalysis analysis = LeadLagAnalysis.of(terms, x.series(), y.series());
        return analysis.evidence().stream().map(e -> new PairProposal(x, y, analysis, e.p()));
    }

    private static List<PairProposal> proposed(List<PairProposal> byP, int tested) {
        List<BigDecimal> q = rates(byP.stream().map(PairProposal::q).toList(), tested);
        return IntStream.range(0, byP.size())
                .mapToObj(i -> new PairProposal(
                        byP.get(i).leading(), byP.get(i).lagging(), byP.get(i).analysis(), q.get(i)))
                .filter(p -> p.q().compareTo(RATE) <= 0
                        && p.lag() > 0
                        && p.analysis().verdict() != Verdict.REVERSED)
                .toList();
    }

    /** Which of several pairs that are shown together are confirmed and hold at that rate over all of them that were tested. */
    public static List<LeadLagAnalysis> holding(List<LeadLagAnalysis> together) {
        List<LeadLagAnalysis> byP = together.stream()
                .filter(a -> a.evidence().isPresent())
                .sorted(Comparator.comparing(a -> a.evidence().orElseThrow().p()))
                .toList();
        List<BigDecimal> q =
                rates(byP.stream().map(a -> a.evidence().orElseThrow().p()).toList(), byP.size());
        return IntStream.range(0, byP.size())
                .filter(i -> q.get(i).compareTo(RATE) <= 0)
                .mapToObj(byP::get)
                .filter(LeadLagAnalysis::isConfirmed)
                .toList();
    }

    /** q of each of the smallest p of m tests, these in ascending order. */
    static List<BigDecimal> rates(List<BigDecimal> ascending, int m) {
        BigDecimal[] q = new BigDecimal[ascending.size()];
        BigDecimal least = BigDecimal.ONE;
        for (int i = q.length - 1; i >= 0; i--) {
            BigDecimal rate =
                    Decimals.divide(ascending.get(i).multiply(BigDecimal.valueOf(m)), BigDecimal.valueOf(i + 1L));
            least = least.min(rate);
            q[i] = least;
        }
        return List.of(q);
    }
}
