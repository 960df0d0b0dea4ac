package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * Values of indicators over ranges of days.
 *
 * <p>Flows of one formula are added over the sub-periods in which all of them are present (pairwise complete), states
 * are taken at the end, distinct counts only where they were counted for exactly the range; then the formula is worked
 * out once. Source: domain specification §2.3.
 */
final class Evaluation {
    private final Catalogue catalogue;
    private final Facts facts;
    private final Map<String, String> currencyOfUnit;

    Evaluation(Catalogue catalogue, Facts facts, Map<String, String> currencyOfUnit) {
        this.catalogue = catalogue;
        this.facts = facts;
        this.currencyOfUnit = currencyOfUnit;
    }

    /** The value of an indicator, of an item's dimensions, over a range. */
    Quantity of(Indicator indicator, Map<String, String> dimensions, DayRange range) {
        if (range.isEmpty()) {
            return Quantity.NONE;
        }
        Set<Formula.Reference> leaves = Leaves.of(catalogue, indicator.formula(), dimensions);
        if (mixesCurrencies(leaves, range)) {
            return Quantity.failed(Cell.Reason.CURRENCY);
        }
        Reading reading = new Reading(range, indicator.timeAggregation() == TimeAggregation.RECOUNT);
        leaves.forEach(reading::take);
        reading.takeFlows();
        if (reading.missing) {
            return Quantity.NONE;
        }
        try {
            BigDecimal value = value(indicator, dimensions, reading.values);
            return new Quantity(
                    new Cell.Measured(value, reading.completeness), Optional.of(reading.dataTo), reading.stale);
        } catch (ZeroDivision e) {
            return new Quantity(new Cell.Failed(reason(indicator, e)), Optional.of(reading.dataTo), reading.stale);
        }
    }

    /** Only what ought to be low is a cost: revenue without spending is no number, but nobody's fault. */
    private static Cell.Reason reason(Indicator indicator, ZeroDivision division) {
        boolean cost = indicator.direction() == Direction.DOWN && division.numerator.signum() > 0;
        return cost ? Cell.Reason.DIV0_COST : Cell.Reason.DIV0;
    }

    /** The measures of one formula read over one range, each by its own aggregation unless all must be exact. */
    private final class Reading {
        private final DayRange range;
        private final boolean exact;
        private final Set<Formula.Reference> flows = new LinkedHashSet<>();
        private final Map<Formula.Reference, BigDecimal> values = new HashMap<>();
        private Completeness completeness = new Completeness(1, 1);
        private LocalDate dataTo;
        private boolean stale;
        private boolean missing;

        Reading(DayRange range, boolean exact) {
            this.range = range;
            this.exact = exact;
            this.dataTo = range.endInclusive();
        }

        void take(Formula.Reference leaf) {
            switch (exact ? TimeAggregation.RECOUNT : measure(leaf).timeAggregation()) {
                case SUM -> flows.add(leaf);
                case LAST -> takeState(leaf);
                default ->
                    facts.exact(leaf.code(), leaf.dims(), range)
                            .ifPresentOrElse(v -> values.put(leaf, v), () -> missing = true);
            }
        }

        private void takeState(Formula.Reference leaf) {
            List<FactSlice> latest = facts.latest(leaf.code(), leaf.dims(), range);
            missing |= latest.isEmpty();
            values.put(leaf, latest.stream().map(FactSlice::last).reduce(BigDecimal.ZERO, BigDecimal::add));
            stale |= latest.stream().anyMatch(s -> isStale(s, range));
            completeness = completeness.and(new Completeness(
                    latest.size(), facts.units(leaf.code(), leaf.dims()).size()));
            latest.stream()
                    .map(FactSlice::lastDay)
                    .max(Comparator.naturalOrder())
                    .ifPresent(this::coversTo);
        }

        void takeFlows() {
            if (flows.isEmpty() || missing) {
                return;
            }
            FlowBlocks blocks = new FlowBlocks(facts, flows, range);
            missing = blocks.isEmpty();
            if (!missing) {
                flows.forEach(f -> values.put(f, blocks.sum(f)));
                completeness = completeness.and(blocks.completeness());
                coversTo(blocks.end());
            }
        }

        private void coversTo(LocalDate day) {
            dataTo = day.isBefore(dataTo) ? day : dataTo;
        }
    }

    private Measure measure(Formula.Reference leaf) {
        return catalogue.measure(leaf.code()).orElseThrow();
    }

    /** The currency of an indicator's money: that of its measures where they share one of their own, else the unit's. */
    String currency(Indicator indicator, Map<String, String> dimensions) {
        return currency(Leaves.of(catalogue, indicator.formula(), dimensions));
    }

    private String currency(Set<Formula.Reference> leaves) {
        Set<String> own = leaves.stream()
                .map(this::measure)
                .filter(m -> m.unitKind() == UnitKind.MONEY)
                .map(m -> m.ownCurrency().orElse(home()))
                .collect(Collectors.toSet());
        return own.size() == 1 ? own.iterator().next() : home();
    }

    private String home() {
        return currencyOfUnit.get(facts.unit());
    }

    private boolean mixesCurrencies(Set<Formula.Reference> leaves, DayRange range) {
        String expected = currency(leaves);
        return leaves.stream()
                .filter(l -> measure(l).unitKind() == UnitKind.MONEY)
                .flatMap(l -> facts.units(l.code(), l.dims(), range).stream()
                        .map(u -> measure(l).ownCurrency().orElseGet(() -> currencyOfUnit.get(u))))
                .anyMatch(c -> !c.equals(expected));
    }

    /** Whether a later row of the same length could stand inside the range, and does not. */
    private static boolean isStale(FactSlice slice, DayRange range) {
        Period next = Period.of(slice.granularity(), slice.lastDay()).plus(1);
        return !next.endInclusive().isAfter(range.endInclusive());
    }

    private BigDecimal value(
            Indicator indicator, Map<String, String> dimensions, Map<Formula.Reference, BigDecimal> values) {
        return value(indicator.formula(), dimensions, values).multiply(BigDecimal.valueOf(indicator.multiplier()));
    }

    private BigDecimal value(
            Formula formula, Map<String, String> dimensions, Map<Formula.Reference, BigDecimal> values) {
        if (formula instanceof Formula.Constant constant) {
            return constant.value();
        }
        if (formula instanceof Formula.Reference reference) {
            Formula.Reference leaf = Leaves.narrowed(reference, dimensions);
            return catalogue.measure(reference.code()).isPresent()
                    ? values.get(leaf)
                    : value(catalogue.indicator(reference.code()).orElseThrow(), leaf.dimensions(), values);
        }
        if (formula instanceof Formula.Minimum minimum) {
            return value(minimum.left(), dimensions, values).min(value(minimum.right(), dimensions, values));
        }
        Formula.Binary binary = (Formula.Binary) formula;
        BigDecimal left = value(binary.left(), dimensions, values);
        BigDecimal right = value(binary.right(), dimensions, values);
        return switch (binary.operator()) {
            case '+' -> left.add(right, Decimals.EXACT);
            case '-' -> left.subtract(right, Decimals.EXACT);
            case '*' -> left.multiply(right, Decimals.EXACT);
            default -> quotient(left, right);
        };
    }

    private static BigDecimal quotient(BigDecimal left, BigDecimal right) {
        if (right.signum() == 0) {
            throw new ZeroDivision(left);
        }
        return Decimals.divide(left, right);
    }

    /** A denominator came to zero. */
    private static final class ZeroDivision extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final BigDecimal numerator;

        ZeroDivision(BigDecimal numerator) {
            super(null, null, false, false);
            this.numerator = numerator;
        }
    }
}
