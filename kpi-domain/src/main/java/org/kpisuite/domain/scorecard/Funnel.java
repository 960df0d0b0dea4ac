package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * The stages of a cohort, with what each loses against its own usual conversion. Source: domain specification §1.4, R22.
 *
 * @param stages from the first; two or more
 */
public record Funnel(List<Stage> stages) {
    /** How many earlier periods tell what is usual. */
    public static final int USUAL_PERIODS = 8;

    /** How many of them must have a conversion for their median to be called usual. */
    static final int USUAL_MIN = 4;

    private static final BigDecimal LOSS_MIN = new BigDecimal("0.02");
    private static final BigDecimal ENTERED_MIN = Decimals.HUNDRED;

    public Funnel {
        stages = List.copyOf(stages);
    }

    /**
     * One stage.
     *
     * @param count of the cohort that reached it
     * @param conversion from the stage before, as a fraction; empty for the first, and of nothing
     * @param usual median of its conversions in earlier periods; empty where too few are known
     */
    public record Stage(
            String measure,
            LocalizedText name,
            BigDecimal count,
            Optional<BigDecimal> conversion,
            Optional<BigDecimal> usual) {
        /** What it is above its usual conversion, as a fraction; negative where it loses more than usual. */
        public Optional<BigDecimal> delta() {
            return conversion.flatMap(c -> usual.map(c::subtract));
        }
    }

    /**
     * The stage that loses most against its usual conversion: 2 percentage points or more, of 100 or more that came to it.
     */
    public Optional<Stage> bottleneck() {
        return IntStream.range(1, stages.size())
                .filter(i -> stages.get(i - 1).count().compareTo(ENTERED_MIN) >= 0)
                .mapToObj(stages::get)
                .filter(s -> s.delta()
                        .filter(d -> d.negate().compareTo(LOSS_MIN) >= 0)
                        .isPresent())
                .min(Comparator.comparing(s -> s.delta().orElseThrow()));
    }

    /** The middle of conversions, of an even number the mean of both middle ones; empty of fewer than {@link #USUAL_MIN}. */
    static Optional<BigDecimal> usual(List<BigDecimal> conversions) {
        if (conversions.size() < USUAL_MIN) {
            return Optional.empty();
        }
        List<BigDecimal> sorted = conversions.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return Optional.of(
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : Decimals.divide(sorted.get(middle - 1).add(sorted.get(middle)), BigDecimal.valueOf(2)));
    }
}
