package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.quantity.Decimals;

/**
 * How a target spreads over its period: a weight for each month, or for each seven days from its start.
 *
 * <p>Inside a bucket the weight grows evenly by days. {@code 0.3,0.3,0.4} expects three tenths of a quarter's target
 * after its first month. Source: domain specification §3.5.
 *
 * @param weights from 0, with a sum of exactly 1
 */
public record PhasingProfile(List<BigDecimal> weights) {
    public static final int TEXT_LENGTH_MAX = 400;

    static final String FIELD = "phasingProfile";

    private static final String EXPECTED = "0.3,0.3,0.4; >= 0, sum 1";
    private static final int SHAPE_SCALE = 6;
    private static final int WEEK = 7;

    /** Refuses E-FIELD-VALUE for weights below 0, for a sum other than 1, and for more than can be stored. */
    public PhasingProfile {
        weights = List.copyOf(weights);
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weights.stream().anyMatch(w -> w.signum() < 0)
                || sum.compareTo(BigDecimal.ONE) != 0
                || text(weights).length() > TEXT_LENGTH_MAX) {
            throw new KpiException(Code.E_FIELD_VALUE, FIELD, text(weights), EXPECTED);
        }
    }

    /** Weights separated by commas, as {@link #toString} prints them. */
    public static PhasingProfile parse(String text) {
        try {
            return new PhasingProfile(Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .map(BigDecimal::new)
                    .toList());
        } catch (NumberFormatException e) {
            throw new KpiException(Code.E_FIELD_VALUE, FIELD, text, EXPECTED);
        }
    }

    /**
     * The shape of what came before: each amount's part of all, to six decimals; what rounding leaves over goes to the
     * largest. Empty where there is no shape, because nothing came or something was negative.
     *
     * @param amounts of the prior year's months or weeks
     */
    public static Optional<PhasingProfile> ofShape(List<BigDecimal> amounts) {
        BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0 || amounts.stream().anyMatch(a -> a.signum() < 0)) {
            return Optional.empty();
        }
        List<BigDecimal> weights = new ArrayList<>(amounts.stream()
                .map(a -> Decimals.divide(a, sum).setScale(SHAPE_SCALE, RoundingMode.HALF_UP))
                .toList());
        BigDecimal left = BigDecimal.ONE.subtract(weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        int largest = IntStream.range(0, weights.size())
                .reduce((a, b) -> weights.get(b).compareTo(weights.get(a)) > 0 ? b : a)
                .orElseThrow();
        weights.set(largest, weights.get(largest).add(left));
        return Optional.of(new PhasingProfile(weights));
    }

    /** Whether there is a weight for each month or each seven days of that period. */
    public boolean fits(Period period) {
        return !buckets(period).isEmpty();
    }

    private List<DayRange> buckets(Period period) {
        List<DayRange> months = months(period);
        if (weights.size() == months.size()) {
            return months;
        }
        if (weights.size() != (period.days().days() + WEEK - 1) / WEEK) {
            return List.of();
        }
        return IntStream.range(0, weights.size())
                .mapToObj(period.start()::plusWeeks)
                .map(start -> new DayRange(start, period.endInclusive()).first(WEEK))
                .toList();
    }

    private static List<DayRange> months(Period period) {
        if (!period.granularity().isCoarserThan(Granularity.MONTH)) {
            return List.of(period.days());
        }
        List<DayRange> months = new ArrayList<>();
        for (Period month = Period.of(period.calendar(), Granularity.MONTH, period.start());
                !month.start().isAfter(period.endInclusive());
                month = month.plus(1)) {
            months.add(month.days());
        }
        return months;
    }

    /** The weights of what has elapsed, 0 to 1. */
    BigDecimal share(Progress progress) {
        List<DayRange> buckets = buckets(progress.period());
        if (buckets.isEmpty()) {
            throw new IllegalArgumentException(this + " does not fit " + progress.period());
        }
        BigDecimal share = BigDecimal.ZERO;
        for (int i = 0; i < buckets.size(); i++) {
            share = share.add(weights.get(i).multiply(progress.share(buckets.get(i)), Decimals.EXACT), Decimals.EXACT);
        }
        return share;
    }

    /** {@code 0.3,0.3,0.4}. */
    @Override
    public String toString() {
        return text(weights);
    }

    private static String text(List<BigDecimal> weights) {
        return weights.stream().map(Decimals::plain).collect(Collectors.joining(","));
    }
}
