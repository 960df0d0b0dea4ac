package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * Finds the signals of a pair in all its periods, oldest first. A warning whose lag has run out is none any more: what
 * followed is known. Source: domain specification §6.7.
 */
final class SignalScan {
    private static final int CHANGES = 8;
    private static final int CHANGES_MIN = 3;
    private static final double BEYOND_COUNTING = 2;
    private static final double BEYOND_USUAL = 1.5 * 1.4826;

    /**
     * What is known of the pair.
     *
     * @param lag that was confirmed, else the declared one
     * @param elasticity slope of a confirmed pair, signed by effect; 1 else
     * @param reference the period that one is compared with
     */
    record Terms(String pair, int lag, double elasticity, Function<Period, Optional<Period>> reference) {}

    private final Terms terms;
    private final PairSide leading;
    private final PairSide lagging;
    private final NavigableMap<Period, BigDecimal> x;
    private final NavigableMap<Period, BigDecimal> y;

    SignalScan(Terms terms, PairSide leading, PairSide lagging) {
        this.terms = terms;
        this.leading = leading;
        this.lagging = lagging;
        this.x = leading.series().current();
        this.y = lagging.series().current();
    }

    List<Signal> signals() {
        List<Signal> signals = new ArrayList<>();
        for (Period period : x.keySet()) {
            Period due = period.plus(terms.lag);
            boolean neverCame =
                    !y.containsKey(due) && !y.isEmpty() && y.lastKey().compareTo(due) > 0;
            if (!neverCame) {
                at(period, due).ifPresent(signals::add);
            }
        }
        return signals;
    }

    /** How the leading indicator changed in its last period, not signed by effect. */
    Optional<BigDecimal> latestChange() {
        return x.isEmpty() ? Optional.empty() : compared(x, x.lastKey()).change(1);
    }

    private Optional<Signal> at(Period period, Period due) {
        Divergence.Compared changed = compared(x, period);
        Divergence.Case compared = new Divergence.Case(
                changed,
                answer(due),
                answer(period),
                leading.effect(),
                lagging.effect(),
                isNoise(period, changed),
                terms.elasticity,
                leading.materialityAbs());
        return Divergence.of(compared)
                .filter(found -> found.kind() != Signal.Kind.EARLY_WARNING || !y.containsKey(due))
                .map(found -> new Signal(
                        terms.pair,
                        found.kind(),
                        found.severity(),
                        period,
                        due,
                        new Signal.Figures(
                                terms.lag,
                                found.changeX(),
                                found.changeY(),
                                found.elasticity(),
                                found.yieldChange(),
                                changed.value()),
                        Optional.empty()));
    }

    /** How the lagging indicator changed: not at all where it differs by no more than chance. */
    private Divergence.Compared answer(Period period) {
        Divergence.Compared changed = compared(y, period);
        return isUnchanged(lagging, period)
                ? new Divergence.Compared(changed.reference(), changed.reference())
                : changed;
    }

    private boolean isUnchanged(PairSide side, Period period) {
        return terms.reference
                .apply(period)
                .filter(r -> side.isUnchanged(period, r))
                .isPresent();
    }

    private Divergence.Compared compared(NavigableMap<Period, BigDecimal> values, Period period) {
        return new Divergence.Compared(values.get(period), reference(values, period));
    }

    private @Nullable BigDecimal reference(NavigableMap<Period, BigDecimal> values, Period period) {
        return terms.reference.apply(period).map(values::get).orElse(null);
    }

    /**
     * Surveys and rates of clicks vary by their margin, counts by the root of their number, all else as much as of late.
     * What nothing is known of counts as noise.
     */
    private boolean isNoise(Period period, Divergence.Compared changed) {
        if (!changed.isPositive() || isUnchanged(leading, period)) {
            return true;
        }
        if (leading.series().unitKind() == UnitKind.COUNT) {
            double now = changed.value().doubleValue();
            double before = changed.reference().doubleValue();
            return Math.abs(now - before) / Math.sqrt(now + before) < BEYOND_COUNTING;
        }
        double[] changes = x.headMap(period, false).descendingMap().keySet().stream()
                .map(p -> compared(x, p))
                .filter(Divergence.Compared::isPositive)
                .limit(CHANGES)
                .mapToDouble(c -> c.logRatio(1))
                .toArray();
        return changes.length < CHANGES_MIN
                || Math.abs(changed.logRatio(1)) < BEYOND_USUAL * Series.medianDeviation(changes);
    }
}
