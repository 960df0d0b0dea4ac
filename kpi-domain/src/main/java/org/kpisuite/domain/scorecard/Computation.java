package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.TimeAggregation;

/**
 * An indicator, narrowed by the dimensions of an item, with its formula resolved down to measures and their series.
 *
 * <p>It remembers what it came to over each range.
 */
final class Computation {
    /** Finds what a formula names. */
    interface Finder {
        /** The series of a measure, which that indicator names. */
        Input find(Measure measure, String dims, TimeAggregation aggregation, Indicator indicator);

        /** An indicator that is taken as a whole. */
        Computation whole(Indicator indicator, Map<String, String> dimensions);
    }

    private final Indicator indicator;
    private final Expression expression;
    private final List<Input> inputs = new ArrayList<>();
    private final List<Computation> wholes = new ArrayList<>();
    private final UnitPairs pairs;
    private final UnitPairs mixed;
    private final Map<DayRange, Quantity> known = new HashMap<>();

    Computation(Catalogue catalogue, Indicator indicator, Map<String, String> dimensions, Finder finder) {
        this.indicator = indicator;
        this.expression = new Resolution(catalogue, finder).of(indicator, dimensions);
        this.pairs = UnitPairs.of(
                this,
                inputs.stream()
                        .filter(i -> i.aggregation() == TimeAggregation.SUM)
                        .toList());
        this.mixed =
                UnitPairs.of(this, inputs.stream().filter(Input::addsOverUnits).toList());
    }

    private final class Resolution {
        private record Place(String measure, String dims, TimeAggregation aggregation) {}

        private final Catalogue catalogue;
        private final Finder finder;
        private final Map<Place, Integer> places = new HashMap<>();
        private final Map<Formula.Reference, Integer> placesOfWholes = new HashMap<>();

        Resolution(Catalogue catalogue, Finder finder) {
            this.catalogue = catalogue;
            this.finder = finder;
        }

        Expression of(Indicator owner, Map<String, String> dimensions) {
            return new Expression.Inner(owner, owner.formula(), of(owner, owner.formula(), dimensions));
        }

        private Expression of(Indicator owner, Formula formula, Map<String, String> dimensions) {
            if (formula instanceof Formula.Constant constant) {
                return new Expression.Constant(constant.value());
            }
            if (formula instanceof Formula.Reference reference) {
                return reference(owner, reference.within(dimensions));
            }
            if (formula instanceof Formula.Minimum minimum) {
                return new Expression.Least(
                        of(owner, minimum.left(), dimensions), of(owner, minimum.right(), dimensions));
            }
            Formula.Binary binary = (Formula.Binary) formula;
            return new Expression.Operation(
                    binary.operator(), of(owner, binary.left(), dimensions), of(owner, binary.right(), dimensions));
        }

        private Expression reference(Indicator owner, Formula.Reference leaf) {
            Measure measure = catalogue.measure(leaf.code()).orElse(null);
            if (measure == null) {
                Indicator inner = catalogue.indicator(leaf.code()).orElseThrow();
                return inner.timeAggregation().isOfTheWhole() ? whole(inner, leaf) : of(inner, leaf.dimensions());
            }
            boolean state = measure.timeAggregation() != TimeAggregation.SUM;
            boolean alone = owner.formula() instanceof Formula.Reference;
            TimeAggregation aggregation = alone && state ? owner.timeAggregation() : measure.timeAggregation();
            Place place = new Place(leaf.code(), leaf.dims(), aggregation);
            return new Expression.Input(places.computeIfAbsent(place, p -> {
                inputs.add(finder.find(measure, p.dims, p.aggregation, owner));
                return inputs.size() - 1;
            }));
        }

        private Expression whole(Indicator inner, Formula.Reference leaf) {
            return new Expression.Whole(placesOfWholes.computeIfAbsent(leaf, l -> {
                wholes.add(finder.whole(inner, l.dimensions()));
                return wholes.size() - 1;
            }));
        }
    }

    Indicator indicator() {
        return indicator;
    }

    /** The measures that its formula comes down to, without those of what is taken as a whole. */
    List<Input> inputs() {
        return inputs;
    }

    /** Indicators in its formula that are taken as a whole, by their own rule: a chain, a count, a mean. */
    List<Computation> wholes() {
        return wholes;
    }

    /** All measures that it rests on. */
    List<Input> allInputs() {
        return Stream.concat(inputs.stream(), wholes.stream().flatMap(whole -> whole.allInputs().stream()))
                .toList();
    }

    /** Which of its flows come together, unit by unit. */
    UnitPairs pairs() {
        return pairs;
    }

    /** Which of its flows and states come together, unit by unit. */
    UnitPairs mixed() {
        return mixed;
    }

    /** The resolved formula; outermost stands the indicator itself with its multiplier. */
    Expression expression() {
        return expression;
    }

    /** Whether it is nothing but one measure, possibly under several names. */
    boolean isOneMeasure() {
        Expression at = expression;
        while (at instanceof Expression.Inner inner) {
            at = inner.worked();
        }
        return at instanceof Expression.Input;
    }

    /** The value of the denominator, where the formula is a quotient. */
    BigDecimal denominator(BigDecimal[] values) {
        Expression worked = ((Expression.Inner) expression).worked();
        return ((Expression.Operation) worked).right().value(values, java.util.EnumSet.noneOf(Mark.class));
    }

    Map<DayRange, Quantity> known() {
        return known;
    }
}
