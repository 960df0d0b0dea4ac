package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Measure;
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
        Set<Formula.Reference> leaves = leaves(indicator.formula(), dimensions);
        if (mixesCurrencies(leaves)) {
            return Quantity.failed(Cell.Reason.CURRENCY);
        }
        Reading reading = new Reading(range);
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
            return new Quantity(new Cell.Failed(e.reason), Optional.of(reading.dataTo), reading.stale);
        }
    }

    /** The measures of one formula read over one range, each by its own aggregation. */
    private final class Reading {
        private final DayRange range;
        private final Set<Formula.Reference> flows = new LinkedHashSet<>();
        private final Map<Formula.Reference, BigDecimal> values = new HashMap<>();
        private Completeness completeness = new Completeness(1, 1);
        private LocalDate dataTo;
        private boolean stale;
        private boolean missing;

        Reading(DayRange range) {
            this.range = range;
            this.dataTo = range.endInclusive();
        }

        void take(Formula.Reference leaf) {
            switch (measure(leaf).timeAggregation()) {
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
        }

        void takeFlows() {
            if (flows.isEmpty() || missing) {
                return;
            }
            FlowBlocks blocks = new FlowBlocks(facts, flows, range);
            missing = blocks.isEmpty();
            if (!missing) {
                flows.forEach(f -> values.put(f, blocks.sum(f)));
                completeness = blocks.completeness();
                dataTo = blocks.end();
            }
        }
    }

    private Measure measure(Formula.Reference leaf) {
        return catalogue.measure(leaf.code()).orElseThrow();
    }

    /** The measures of a formula, other indicators resolved, each with the dimensions of the item. */
    private Set<Formula.Reference> leaves(Formula formula, Map<String, String> dimensions) {
        Set<Formula.Reference> found = new LinkedHashSet<>();
        for (Formula.Reference reference : formula.references()) {
            Formula.Reference leaf = narrowed(reference, dimensions);
            if (catalogue.measure(reference.code()).isPresent()) {
                found.add(leaf);
            } else {
                Indicator inner = catalogue.indicator(reference.code()).orElseThrow();
                found.addAll(leaves(inner.formula(), leaf.dimensions()));
            }
        }
        return found;
    }

    private static Formula.Reference narrowed(Formula.Reference reference, Map<String, String> dimensions) {
        Map<String, String> all = new HashMap<>(dimensions);
        all.putAll(reference.dimensions());
        return new Formula.Reference(reference.code(), all);
    }

    private boolean mixesCurrencies(Set<Formula.Reference> leaves) {
        Set<String> currencies = new HashSet<>();
        for (Formula.Reference leaf : leaves) {
            if (measure(leaf).unitKind() == UnitKind.MONEY) {
                facts.units(leaf.code(), leaf.dims())
                        .forEach(u ->
                                currencies.add(measure(leaf).ownCurrency().orElseGet(() -> currencyOfUnit.get(u))));
            }
        }
        return currencies.size() > 1;
    }

    private static boolean isStale(FactSlice slice, DayRange range) {
        long age = ChronoUnit.DAYS.between(slice.lastDay(), range.endInclusive());
        Granularity granularity = slice.granularity();
        return age >= (granularity == Granularity.DAY ? 1 : slice.days().days());
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
            Formula.Reference leaf = narrowed(reference, dimensions);
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
            throw new ZeroDivision(left.signum() == 0 ? Cell.Reason.DIV0 : Cell.Reason.DIV0_COST);
        }
        return Decimals.divide(left, right);
    }

    /** A denominator came to zero. */
    private static final class ZeroDivision extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Cell.Reason reason;

        ZeroDivision(Cell.Reason reason) {
            super(null, null, false, false);
            this.reason = reason;
        }
    }
}
