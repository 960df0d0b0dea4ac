package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.actual.UnitSeries;
import org.kpisuite.domain.calendar.Calendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.MeasureKind;
import org.kpisuite.domain.catalogue.MissingPolicy;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.Rational;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * Values of indicators over ranges of days.
 *
 * <p>The inputs are read each by its own aggregation, then the formula is worked out once. Counts that add over nothing
 * come from rows of exactly the range; a chain takes such a row first and multiplies its sub-periods else. Source:
 * domain specification §2.3.
 */
final class Evaluation {
    private static final Set<Mark> NO_MARKS = Set.of();

    private final Facts facts;
    private final Map<String, String> currencyOfUnit;
    private final ExchangeRates rates;
    private final Calendar calendar;
    private final Map<Wanted, Computation> defined = new HashMap<>();
    private final Map<Computation, Delivered> delivered = new HashMap<>();

    /**
     * Over what was read.
     *
     * @param calendar of the scorecard: in it lie the sub-periods of a chain
     */
    Evaluation(Facts facts, Map<String, String> currencyOfUnit, ExchangeRates rates, Calendar calendar) {
        this.facts = facts;
        this.currencyOfUnit = currencyOfUnit;
        this.rates = rates;
        this.calendar = calendar;
    }

    /** An indicator of an item's dimensions, ready to be evaluated, its money in its own currency. */
    Computation define(Catalogue catalogue, Indicator indicator, Map<String, String> dimensions) {
        return define(catalogue, indicator, dimensions, currency(catalogue, indicator, dimensions));
    }

    /** The same with its money in a wanted currency. */
    Computation define(Catalogue catalogue, Indicator indicator, Map<String, String> dimensions, String currency) {
        Wanted wanted = new Wanted(catalogue, indicator, dimensions, currency);
        Computation computation = defined.get(wanted);
        if (computation == null) {
            Conversion conversion = new Conversion(rates, currencyOfUnit, currency);
            computation = new Computation(catalogue, indicator, dimensions, new Finding(wanted, conversion));
            defined.put(wanted, computation);
            delivered.put(computation, new Delivered(this, facts, conversion, calendar));
        }
        return computation;
    }

    /** What is worked out once, whoever asks for it: a line, a gate, or a formula that names it. */
    private record Wanted(Catalogue catalogue, Indicator indicator, Map<String, String> dimensions, String currency) {}

    private final class Finding implements Computation.Finder {
        private final Wanted wanted;
        private final Conversion conversion;

        Finding(Wanted wanted, Conversion conversion) {
            this.wanted = wanted;
            this.conversion = conversion;
        }

        @Override
        public Input find(Measure measure, String dims, TimeAggregation aggregation, Indicator owner) {
            Indicator indicator = wanted.indicator;
            Collection<UnitSeries> series = zeros(owner) || zeros(indicator)
                    ? facts.seriesWithZeros(measure.code(), dims)
                    : facts.series(measure.code(), dims);
            boolean alone = standsAlone(measure, aggregation, owner) || standsAlone(measure, aggregation, indicator);
            Collection<UnitSeries> counted = alone ? own(series) : series;
            boolean foreign = counted.stream().anyMatch(s -> conversion.isForeign(measure, s.unit()));
            return new Input(
                    measure,
                    dims,
                    aggregation,
                    owner.weight().or(measure::weight),
                    counted,
                    counted.isEmpty() && !series.isEmpty(),
                    foreign);
        }

        @Override
        public Computation whole(Indicator indicator, Map<String, String> dimensions) {
            return define(wanted.catalogue, indicator, dimensions, wanted.currency);
        }
    }

    /** Whether units below do not count in what is taken together over time; exact rows are of the unit itself anyhow. */
    private static boolean standsAlone(Measure measure, TimeAggregation aggregation, Indicator owner) {
        boolean overTime = aggregation != TimeAggregation.RECOUNT
                && aggregation != TimeAggregation.NONE
                && owner.timeAggregation() != TimeAggregation.RECOUNT
                && owner.timeAggregation() != TimeAggregation.NONE;
        boolean rate = measure.kind() == MeasureKind.RATE && aggregation != TimeAggregation.WAVG;
        return overTime
                && (rate
                        || !measure.orgAggregation().takesParts()
                        || !owner.orgAggregation().takesParts());
    }

    /** What the unit itself delivered, else the only one that delivers at all: nothing is taken together. */
    private List<UnitSeries> own(Collection<UnitSeries> series) {
        if (series.size() == 1) {
            return List.copyOf(series);
        }
        return series.stream().filter(s -> s.unit().equals(facts.unit())).toList();
    }

    private static boolean zeros(Indicator indicator) {
        return indicator.missingPolicy().equals(MissingPolicy.ZERO);
    }

    /** The value over a range. */
    Quantity of(Computation computation, DayRange range) {
        if (range.isEmpty()) {
            return Quantity.NONE;
        }
        Quantity known = computation.known().get(range);
        if (known == null) {
            known = work(computation, range);
            computation.known().put(range, known);
        }
        return known;
    }

    private Quantity work(Computation computation, DayRange range) {
        if (computation.inputs().stream().anyMatch(Input::apart)) {
            return Quantity.failed(Cell.Reason.NOT_AGGREGABLE);
        }
        Delivered from = delivered.get(computation);
        try {
            return switch (computation.indicator().timeAggregation()) {
                case RECOUNT ->
                    worked(computation, Reading.exactly(computation, from, range))
                            .orElseGet(() -> uncounted(computation, range));
                case CHAIN ->
                    worked(computation, Reading.exactly(computation, from, range))
                            .orElseGet(() -> chained(computation, range));
                case NONE ->
                    worked(computation, Reading.exactly(computation, from, range))
                            .orElseGet(() -> singlePart(computation, range));
                default ->
                    worked(computation, Reading.of(computation, from, range)).orElse(Quantity.NONE);
            };
        } catch (Conversion.MissingRate e) {
            return Quantity.failed(Cell.Reason.CURRENCY);
        }
    }

    /** What the formula makes of its inputs; empty where one is missing. */
    private static Optional<Quantity> worked(Computation computation, Reading reading) {
        if (reading.isMissing()) {
            return Optional.empty();
        }
        if (reading.failure().isPresent()) {
            Cell.Failed failed =
                    ofWhole(computation.indicator(), reading.failure().get());
            return Optional.of(new Quantity(failed, Optional.empty(), NO_MARKS));
        }
        Set<Mark> marks = reading.marks();
        Optional<LocalDate> dataTo = Optional.of(reading.dataTo());
        try {
            BigDecimal value = computation.expression().value(reading.values(), marks);
            computation
                    .indicator()
                    .minDenominator()
                    .filter(least -> computation.indicator().formula().isQuotient()
                            && computation.denominator(reading.values()).compareTo(least) < 0)
                    .ifPresent(least -> marks.add(Mark.LOW_BASE));
            return Optional.of(new Quantity(
                    new Cell.Measured(value, reading.completeness()),
                    dataTo,
                    marks.isEmpty() ? NO_MARKS : marks,
                    reading.leftOut()));
        } catch (Expression.ZeroDivision division) {
            return Optional.of(new Quantity(failed(computation, division), dataTo, marks));
        }
    }

    /** Only money or hours that ought to be few are a cost: revenue without spending is no number, but nobody's fault. */
    private static Cell.Failed failed(Computation computation, Expression.ZeroDivision division) {
        Indicator indicator = computation.indicator();
        boolean cost = indicator.direction() == Direction.DOWN
                && division.numerator().signum() > 0
                && computation.inputs().stream()
                        .anyMatch(i -> i.measure().unitKind().isCost());
        return cost
                ? new Cell.Failed(Cell.Reason.DIV0_COST, indicator.formula().denominator())
                : new Cell.Failed(Cell.Reason.DIV0);
    }

    /** Of what a formula takes as a whole: a cost without its result is one only where the formula makes a cost of it. */
    private static Cell.Failed ofWhole(Indicator indicator, Cell.Failed failed) {
        boolean noCost = failed.reason() == Cell.Reason.DIV0_COST && indicator.direction() != Direction.DOWN;
        return noCost ? new Cell.Failed(Cell.Reason.DIV0) : failed;
    }

    /** The bounds of a count that was not made for exactly this range: its largest part, and all parts together. */
    private Quantity uncounted(Computation computation, DayRange range) {
        if (!computation.isOneMeasure()) {
            return Quantity.NONE;
        }
        Input input = computation.inputs().get(0);
        List<BigDecimal> parts = new ArrayList<>();
        Optional<BigDecimal> over = Optional.empty();
        List<BigDecimal> ofUnits = new ArrayList<>();
        for (UnitSeries series : input.series()) {
            if (series.unit().equals(facts.unit())) {
                List<FactSlice> own = series.flow(range, false).stream()
                        .filter(s ->
                                s.granularity() != Granularity.DAY || s.days().days() == 1)
                        .toList();
                own.forEach(s -> parts.add(s.last()));
                long covered = own.stream().mapToLong(s -> s.days().days()).sum();
                over = covered == range.days()
                        ? sum(own.stream().map(FactSlice::last).toList())
                        : Optional.empty();
            } else {
                series.exact(range).ifPresent(s -> ofUnits.add(s.last()));
            }
        }
        parts.addAll(ofUnits);
        boolean allUnits = !ofUnits.isEmpty()
                && ofUnits.size()
                        == input.series().stream()
                                .filter(s -> !s.unit().equals(facts.unit()))
                                .count();
        BigDecimal high =
                over.or(() -> allUnits ? sum(ofUnits) : Optional.empty()).orElse(null);
        return parts.stream()
                .max(BigDecimal::compareTo)
                .map(low -> new Quantity(new Cell.Uncounted(low, high), Optional.empty(), NO_MARKS))
                .orElse(Quantity.NONE);
    }

    private static Optional<BigDecimal> sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal::add);
    }

    /** The product of the sub-periods, all of which must be there; it is as complete as the least of them. */
    private Quantity chained(Computation computation, DayRange range) {
        List<DayRange> links = subPeriods(computation, range);
        BigDecimal product = BigDecimal.ONE;
        Completeness completeness = new Completeness(1, 1);
        LocalDate dataTo = range.start();
        for (DayRange link : links) {
            Quantity factor = worked(computation, link(computation, link)).orElse(Quantity.NONE);
            Optional<BigDecimal> value = factor.cell().usable();
            if (value.isEmpty()) {
                return Quantity.NONE;
            }
            product = product.multiply(value.get(), Decimals.EXACT);
            completeness = completeness.and(factor.completeness());
            dataTo = link.endInclusive();
        }
        if (links.isEmpty()) {
            return Quantity.NONE;
        }
        Set<Mark> marks = EnumSet.of(Mark.ESTIMATED);
        return new Quantity(new Cell.Measured(product, completeness), Optional.of(dataTo), marks);
    }

    /** The value of the only sub-period that has one; with several, the parts stand for themselves. */
    private Quantity singlePart(Computation computation, DayRange range) {
        List<Quantity> parts = new ArrayList<>();
        for (DayRange part : deliveredParts(computation, range)) {
            worked(computation, Reading.exactly(computation, delivered.get(computation), part))
                    .ifPresent(parts::add);
        }
        if (parts.isEmpty()) {
            return Quantity.NONE;
        }
        if (parts.size() > 1) {
            return Quantity.failed(Cell.Reason.NOT_AGGREGABLE);
        }
        Quantity only = parts.get(0);
        return new Quantity(only.cell(), only.dataTo(), EnumSet.of(Mark.SINGLE_PART));
    }

    private List<DayRange> deliveredParts(Computation computation, DayRange range) {
        return computation.allInputs().stream()
                .flatMap(i -> i.series().stream())
                .filter(s -> s.unit().equals(facts.unit()))
                .flatMap(s -> s.parts(range).stream())
                .map(FactSlice::days)
                .distinct()
                .toList();
    }

    /**
     * The whole periods inside a range, of the length in which the indicator is delivered: months unless it says else. None
     * where the range does not begin with one: the product of some of its parts is nothing of the whole.
     */
    List<DayRange> subPeriods(Computation computation, DayRange range) {
        Granularity length = computation.indicator().granularity().orElse(Granularity.MONTH);
        List<DayRange> periods = new ArrayList<>();
        for (Period p = Period.of(calendar, length, range.start());
                !p.endInclusive().isAfter(range.endInclusive());
                p = p.plus(1)) {
            if (range.encloses(p.days())) {
                periods.add(p.days());
            }
        }
        boolean fromTheStart = !periods.isEmpty() && periods.get(0).start().equals(range.start());
        return fromTheStart ? periods : List.of();
    }

    /**
     * The value of one measure or indicator over a range as a quotient that was never divided, for a threshold that no
     * rounding may decide; empty where it was not delivered.
     */
    Optional<Rational> exactly(Computation computation, DayRange range) {
        Quantity quantity = of(computation, range);
        if (quantity.cell().usable().isEmpty()) {
            return Optional.empty();
        }
        Reading reading = reading(computation, range);
        if (computation.indicator().timeAggregation() == TimeAggregation.CHAIN && !reading.isExact()) {
            return subPeriods(computation, range).stream()
                    .map(l ->
                            computation.expression().exact(link(computation, l).exactValues()))
                    .reduce(Rational::times);
        }
        return Optional.of(
                reading.isMissing()
                        ? Rational.of(quantity.cell().usable().get())
                        : computation.expression().exact(reading.exactValues()));
    }

    private Reading link(Computation computation, DayRange days) {
        return Reading.of(computation, delivered.get(computation), days);
    }

    private Reading reading(Computation computation, DayRange range) {
        Delivered from = delivered.get(computation);
        return switch (computation.indicator().timeAggregation()) {
            case RECOUNT, NONE -> Reading.exactly(computation, from, range);
            case CHAIN -> {
                Reading exact = Reading.exactly(computation, from, range);
                yield exact.isMissing() ? Reading.of(computation, from, range) : exact;
            }
            default -> Reading.of(computation, from, range);
        };
    }

    /** The slices behind each input over a range, by place. */
    List<List<FactSlice>> slices(Computation computation, DayRange range) {
        return reading(computation, range).slices(computation.inputs());
    }

    /** What a computation is worked out from. */
    Delivered delivered(Computation computation) {
        return delivered.get(computation);
    }

    /** The inputs' values over a range, by place; null where there is none. */
    @Nullable
    BigDecimal[] values(Computation computation, DayRange range) {
        return reading(computation, range).values();
    }

    /** The currency of an indicator's money: that of its measures where they share one of their own, else the unit's. */
    String currency(Catalogue catalogue, Indicator indicator, Map<String, String> dimensions) {
        Set<String> own = Leaves.of(catalogue, indicator.formula(), dimensions).stream()
                .map(l -> catalogue.measure(l.code()).orElseThrow())
                .filter(m -> m.unitKind() == UnitKind.MONEY)
                .map(m -> m.ownCurrency().orElse(home()))
                .collect(Collectors.toSet());
        return own.size() == 1 ? own.iterator().next() : home();
    }

    /** The currency that a computation's money is in. */
    String currency(Computation computation) {
        return delivered.get(computation).conversion().wanted();
    }

    private String home() {
        return currencyOfUnit.get(facts.unit());
    }
}
