package org.kpisuite.domain.leadlag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.quantity.UnitKind;

class DiscoveryTest {
    private static double[] walk(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] walk = new double[49];
        walk[0] = 100;
        for (int t = 1; t < walk.length; t++) {
            walk[t] = walk[t - 1] * Math.exp(0.05 * random.nextGaussian());
        }
        return walk;
    }

    private static double[] after(double[] other, int lag, long seed) {
        double[] noise = walk(seed);
        double[] after = new double[other.length];
        for (int t = 0; t < other.length; t++) {
            after[t] = Math.sqrt(noise[t]) * other[Math.max(0, t - lag)];
        }
        return after;
    }

    private static PairSide side(String code, double... values) {
        LagSeries series = SampleSeries.of(code, UnitKind.COUNT, Period.parse("1950"), values);
        return new PairSide(series, Direction.UP, null, 0, null);
    }

    private static Discovery discovery(List<PairSide> leading, List<PairSide> lagging) {
        return Discovery.among(leading, lagging, Granularity.YEAR, (x, y) -> false);
    }

    /** Five unrelated series with five others and a follower of the fourth. */
    private static Discovery unit(long seed) {
        List<PairSide> leading = new ArrayList<>();
        List<PairSide> lagging = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            leading.add(side("X" + i, walk(seed + i)));
            lagging.add(side("Y" + i, walk(seed + 5 + i)));
        }
        lagging.add(side("FOLLOWER", after(walk(seed + 3), 2, seed + 10)));
        return discovery(leading, lagging);
    }

    @Test
    void rates_areThoseOfBenjaminiAndHochberg() {
        List<BigDecimal> ascending = Stream.of("0.005", "0.01", "0.03", "0.04", "0.9")
                .map(BigDecimal::new)
                .toList();

        assertThat(Discovery.rates(ascending, 5).stream()
                        .map(q -> q.stripTrailingZeros().toPlainString()))
                .containsExactly("0.025", "0.025", "0.05", "0.05", "0.9");
        assertThat(Discovery.rates(List.of(), 3)).isEmpty();
    }

    @Test
    void amongUnrelatedSeries_theOneThatLeadsIsProposed_andHardlyAnother() {
        int others = 0;
        for (long seed = 10_000; seed < 10_400; seed += 100) {
            Discovery all = unit(seed);

            assertThat(all.tested()).isEqualTo(30);
            PairProposal first = all.proposals().get(0);
            assertThat(first.pair().code()).isEqualTo("X3_FOLLOWER");
            assertThat(first.pair().expectedLag()).isEqualTo(2);
            others += all.proposals().size() - 1;
        }
        assertThat(others).isLessThanOrEqualTo(1);
    }

    /** What is found quickly is what the whole test of every pair finds. */
    @Test
    void proposals_areThoseOfTheWholeTestOfEveryPair() {
        LagTerms terms = new LagTerms(Granularity.YEAR, LagTerms.EITHER_SIGN, 0, 12, true);
        for (long seed = 20_000; seed < 20_300; seed += 100) {
            List<BigDecimal> p = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 6; j++) {
                    double[] y = j < 5 ? walk(seed + 5 + j) : after(walk(seed + 3), 2, seed + 10);
                    PairTest test = PairTest.of(
                            terms,
                            side("X", walk(seed + i)).series(),
                            side("Y", y).series());
                    BigDecimal exact = test.run().p();
                    assertThat(test.isAbove(0.10)).isEqualTo(exact.compareTo(Discovery.RATE) > 0);
                    p.add(exact);
                }
            }
            Collections.sort(p);
            List<BigDecimal> q = Discovery.rates(p, p.size());
            assertThat(unit(seed).proposals())
                    .extracting(PairProposal::q)
                    .containsExactlyElementsOf(q.stream()
                            .filter(r -> r.compareTo(Discovery.RATE) <= 0)
                            .toList());
        }
    }

    @Test
    void pairsWithTooFewPoints_doNotCount() {
        Discovery all = discovery(List.of(side("FEW", 1, 2, 3, 4, 5)), List.of(side("Y", walk(1))));

        assertThat(all.tested()).isZero();
        assertThat(all.proposals()).isEmpty();
    }

    /** Among many clear links q is hardly more than p: what goes the other way round more clearly was proposed all the same. */
    @Test
    void pairThatGoesTheOtherWayRound_isNotProposed() {
        double[] y = walk(160);
        double[] x = after(y, 2, 161);
        List<PairSide> lagging = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            lagging.add(side("F" + i, after(x, 3, 162 + i)));
        }
        lagging.add(side("Y", y));
        Discovery all = discovery(List.of(side("X", x)), lagging);

        assertThat(all.proposals())
                .hasSize(9)
                .noneMatch(p -> p.lagging().series().code().equals("Y"));
    }

    /** One that is confirmed alone may be chance among twenty that are not. */
    @Test
    void confirmedPair_mustHoldAmongAllThatAreShownBesideIt() {
        LeadLagAnalysis clear = SampleSeries.example("D-A", 6);
        LeadLagAnalysis chance = SampleSeries.example("D-B", 6);

        assertThat(clear.evidence().orElseThrow().p()).isEqualByComparingTo("0.0005");
        assertThat(Discovery.holding(List.of(chance, clear, SampleSeries.example("D-D", 4))))
                .containsExactly(clear);
        List<LeadLagAnalysis> many = new ArrayList<>(Collections.nCopies(200, chance));
        many.add(clear);
        assertThat(Discovery.holding(many)).isEmpty();
    }
}
