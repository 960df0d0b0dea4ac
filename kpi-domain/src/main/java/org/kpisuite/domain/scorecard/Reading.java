package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.actual.UnitSeries;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.MissingPolicy;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.catalogue.WeekSplit;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.Rational;

/**
 * The inputs of one formula read over one range: each by its own aggregation, or all from rows of exactly that range.
 *
 * <p>Flows of one formula count over the sub-periods in which all of them are present, and where it takes another indicator
 * as a whole, over the days that this one covers. Source: domain specification §2.3.
 */
final class Reading {
    private final Computation computation;
    private final Delivered from;
    private final Facts facts;
    private final Conversion conversion;
    private final DayRange asked;
    /** The days for which all that is taken as a whole has a value. */
    private DayRange range;

    private final BigDecimal[] values;
    private final List<List<FactSlice>> used;
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    private Completeness completeness = new Completeness(1, 1);
    private LocalDate dataTo;
    private Set<String> lacking = Set.of();
    private List<String> leftOut = List.of();
    private boolean missing;
    private boolean exact;
    private Cell.@Nullable Failed failure;

    private Reading(Computation computation, Delivered from, DayRange range) {
        int inputs = computation.inputs().size();
        this.computation = computation;
        this.from = from;
        this.facts = from.facts();
        this.conversion = from.conversion();
        this.asked = range;
        this.range = range;
        this.values = new BigDecimal[inputs + computation.wholes().size()];
        this.used = new ArrayList<>(inputs);
        this.dataTo = range.endInclusive();
        for (int i = 0; i < inputs; i++) {
            used.add(List.of());
        }
    }

    /** Each input by its own aggregation. */
    static Reading of(Computation computation, Delivered from, DayRange range) {
        List<Input> inputs = computation.inputs();
        Reading reading = new Reading(computation, from, range);
        reading.takeWholes();
        reading.range = range.upTo(reading.dataTo);
        reading.findLacking(inputs);
        List<Integer> flows = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).aggregation() == TimeAggregation.SUM) {
                flows.add(i);
            } else {
                reading.take(i, inputs.get(i), carried(computation.indicator().missingPolicy()));
            }
        }
        if (!flows.isEmpty() && !reading.missing) {
            reading.takeFlows(flows, inputs);
        }
        return reading;
    }

    /** A state is of the whole range: of a unit that lacks one side of it nothing counts. */
    private void findLacking(List<Input> inputs) {
        boolean states = inputs.stream().anyMatch(i -> i.addsOverUnits() && i.aggregation() != TimeAggregation.SUM);
        if (states && inputs.size() > 1) {
            int carried = carried(computation.indicator().missingPolicy());
            lacking = computation
                    .mixed()
                    .lacking((input, series) -> series.delivers(range)
                            || (input.aggregation() == TimeAggregation.LAST
                                    && carried(series, carried).isPresent()));
            leaveOut(lacking);
        }
    }

    private void leaveOut(Collection<String> units) {
        if (!units.isEmpty()) {
            leftOut = Stream.concat(leftOut.stream(), units.stream())
                    .distinct()
                    .sorted()
                    .toList();
            marks.add(Mark.UNITS_LEFT_OUT);
        }
    }

    private static int carried(MissingPolicy policy) {
        return policy instanceof MissingPolicy.Carry carry ? carry.periods() : 0;
    }

    /** All inputs from rows of exactly that range and unit. */
    static Reading exactly(Computation computation, Delivered from, DayRange range) {
        List<Input> inputs = computation.inputs();
        Reading reading = new Reading(computation, from, range);
        for (int i = 0; i < inputs.size(); i++) {
            reading.takeExact(i, inputs.get(i));
        }
        reading.takeWholes();
        reading.missing |= reading.marks.contains(Mark.ESTIMATED) || reading.marks.contains(Mark.SINGLE_PART);
        reading.exact = true;
        return reading;
    }

    /** What the formula takes as a whole has its value by its own rule, with all that is to be said of it. */
    private void takeWholes() {
        for (int i = 0; i < computation.wholes().size(); i++) {
            Quantity whole = from.evaluation().of(computation.wholes().get(i), asked);
            if (whole.cell() instanceof Cell.Failed failed) {
                failure = failed;
                continue;
            }
            Optional<BigDecimal> value = whole.cell().raw();
            missing |= value.isEmpty();
            value.ifPresent(v -> completeness = completeness.and(whole.completeness()));
            values[values.length - 1 - i] = value.orElse(null);
            marks.addAll(whole.marks());
            leaveOut(whole.leftOut());
            whole.dataTo().ifPresent(this::coversTo);
        }
    }

    private void take(int place, Input input, int carriedPeriods) {
        switch (input.aggregation()) {
            case LAST -> takeState(place, input, carriedPeriods);
            case FIRST -> takeFirst(place, input);
            case AVG_T -> takeMean(place, input);
            case WAVG -> takeWeighted(place, input);
            default -> takeExact(place, input);
        }
    }

    private void takeExact(int place, Input input) {
        Optional<FactSlice> row = facts.exact(input.measure().code(), input.dims(), range);
        missing |= row.isEmpty();
        row.ifPresent(r -> {
            values[place] = conversion.flow(input.measure(), r, r.last());
            used.set(place, List.of(r));
        });
    }

    private void takeState(int place, Input input, int carriedPeriods) {
        List<FactSlice> found = new ArrayList<>();
        long expected = 0;
        for (UnitSeries series : input.expectedIn(range)) {
            if (!facts.belongs(series.unit(), range.endInclusive())) {
                continue;
            }
            expected++;
            if (lacking.contains(series.unit())) {
                continue;
            }
            series.latest(range).or(() -> carried(series, carriedPeriods)).ifPresent(found::add);
        }
        LocalDate latest = LocalDate.MIN;
        for (FactSlice slice : found) {
            if (isStale(slice)) {
                marks.add(Mark.STALE);
            }
            latest = slice.lastDay().isAfter(latest) ? slice.lastDay() : latest;
        }
        takeStates(place, input, found, expected, FactSlice::last);
        if (!found.isEmpty()) {
            coversTo(latest);
        }
    }

    /** The last value before the range, at most that many periods old. */
    private Optional<FactSlice> carried(UnitSeries series, int periods) {
        if (periods == 0) {
            return Optional.empty();
        }
        DayRange before = new DayRange(LocalDate.EPOCH, range.start().minusDays(1));
        return series.latest(before)
                .filter(s -> !from.period(s).plus(periods).endInclusive().isBefore(range.start()));
    }

    private void takeFirst(int place, Input input) {
        List<FactSlice> found = new ArrayList<>();
        long expected = 0;
        for (UnitSeries series : input.expectedIn(range)) {
            if (facts.belongs(series.unit(), range.start())) {
                expected++;
                if (!lacking.contains(series.unit())) {
                    series.earliest(range).ifPresent(found::add);
                }
            }
        }
        takeStates(place, input, found, expected, FactSlice::first);
    }

    private interface Value {
        BigDecimal of(FactSlice slice);
    }

    private void takeStates(int place, Input input, List<FactSlice> found, long expected, Value value) {
        missing |= found.isEmpty();
        BigDecimal sum = BigDecimal.ZERO;
        for (FactSlice slice : found) {
            sum = sum.add(conversion.state(input.measure(), slice, value.of(slice)));
        }
        values[place] = sum;
        used.set(place, found);
        completeness = completeness.and(new Completeness(found.size(), expected));
    }

    /** Σ value·days / Σ days of each unit; the means of the units add up. */
    private void takeMean(int place, Input input) {
        BigDecimal sum = BigDecimal.ZERO;
        long have = 0;
        long expected = 0;
        List<FactSlice> found = new ArrayList<>();
        for (UnitSeries series : input.expectedIn(range)) {
            List<FactSlice> own = lacking.contains(series.unit()) ? List.of() : series.flow(range, false);
            if (!own.isEmpty()) {
                sum = sum.add(UnitValue.mean(own, (slice, value) -> conversion.state(input.measure(), slice, value)));
            }
            found.addAll(own);
            have += own.stream().mapToLong(FactSlice::daysWithData).sum();
            expected += facts.expectedDays(series, range);
        }
        missing |= found.isEmpty();
        values[place] = sum;
        used.set(place, found);
        completeness = completeness.and(new Completeness(Math.min(have, expected), expected));
    }

    /** The row of exactly this range, else Σ w·x / Σ w over the delivered parts, which is an estimate. */
    private void takeWeighted(int place, Input input) {
        Optional<FactSlice> row = facts.exact(input.measure().code(), input.dims(), range);
        if (row.isPresent()) {
            takeExact(place, input);
            return;
        }
        Optional<WeightedMean> mean = WeightedMean.of(facts, input, range);
        missing |= mean.isEmpty();
        mean.ifPresent(m -> {
            values[place] = m.value();
            used.set(place, m.slices());
            marks.add(Mark.ESTIMATED);
            long expected = input.expectedIn(range).stream()
                    .mapToLong(s -> facts.expectedDays(s, range))
                    .sum();
            completeness = completeness.and(new Completeness(Math.min(m.days(), expected), expected));
            coversTo(m.lastDay());
        });
    }

    private void takeFlows(List<Integer> places, List<Input> inputs) {
        if (computation.pairs().isUneven() || !lacking.isEmpty()) {
            takeBlocks(places, inputs);
            return;
        }
        for (int place : places) {
            if (!takeComplete(place, inputs.get(place))) {
                takeBlocks(places, inputs);
                return;
            }
        }
    }

    /** The sum of a flow of which every day of every unit is in. */
    private boolean takeComplete(int place, Input input) {
        if (input.foreign()) {
            return false;
        }
        BigDecimal sum = null;
        for (UnitSeries series : input.series()) {
            Optional<BigDecimal> complete = series.complete(range);
            if (complete.isPresent()) {
                sum = sum == null ? complete.get() : sum.add(complete.get());
            } else if (facts.expectedDays(series, range) != 0
                    || computation.pairs().delivers(series.unit(), range)) {
                return false;
            }
        }
        if (sum == null) {
            return false;
        }
        values[place] = sum;
        return true;
    }

    private void takeBlocks(List<Integer> places, List<Input> inputs) {
        FlowBlocks blocks = blocks(places, inputs);
        missing = blocks.isEmpty();
        if (missing) {
            return;
        }
        for (int i = 0; i < places.size(); i++) {
            values[places.get(i)] = blocks.sum(i);
        }
        leaveOut(blocks.leftOut());
        if (blocks.isEstimated()) {
            marks.add(Mark.ESTIMATED);
        }
        completeness = completeness.and(blocks.completeness());
        coversTo(blocks.end());
    }

    private FlowBlocks blocks(List<Integer> places, List<Input> inputs) {
        List<Input> flows = places.stream().map(inputs::get).toList();
        List<List<FactSlice>> slices = new ArrayList<>();
        for (Input flow : flows) {
            boolean split = flow.measure().weekSplit() == WeekSplit.BY_DAYS;
            List<FactSlice> own = new ArrayList<>();
            flow.series().stream()
                    .filter(s -> !lacking.contains(s.unit()))
                    .forEach(s -> own.addAll(s.flow(range, split)));
            slices.add(own);
        }
        return new FlowBlocks(from, flows, slices, computation.pairs(), range);
    }

    /** The slices behind every input, by place: what an explanation shows. */
    List<List<FactSlice>> slices(List<Input> inputs) {
        List<Integer> flows = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).aggregation() == TimeAggregation.SUM
                    && used.get(i).isEmpty()) {
                flows.add(i);
            }
        }
        List<List<FactSlice>> all = new ArrayList<>(used);
        if (!flows.isEmpty()) {
            FlowBlocks blocks = blocks(flows, inputs);
            for (int i = 0; i < flows.size(); i++) {
                all.set(flows.get(i), blocks.used(i));
            }
        }
        return all;
    }

    private void coversTo(LocalDate day) {
        dataTo = day.isBefore(dataTo) ? day : dataTo;
    }

    /** Whether a later row of the same length could stand inside the range, and does not; or only a full week before it. */
    private boolean isStale(FactSlice slice) {
        if (slice.lastDay().isBefore(range.start())) {
            return true;
        }
        if (slice.granularity() == Granularity.WEEK) {
            return slice.lastDay().isBefore(range.endInclusive());
        }
        Period next = from.period(slice).plus(1);
        return !next.endInclusive().isAfter(range.endInclusive());
    }

    /** Codes of units that do not count for all of their days. */
    List<String> leftOut() {
        return leftOut;
    }

    /** Whether all came from rows of exactly the range. */
    boolean isExact() {
        return exact;
    }

    boolean isMissing() {
        return missing;
    }

    /** By place, after them what is taken as a whole. */
    BigDecimal[] values() {
        return values;
    }

    /** The same as quotients that were never divided. */
    Rational[] exactValues() {
        Rational[] exactly = new Rational[values.length];
        int inputs = computation.inputs().size();
        for (int i = 0; i < inputs; i++) {
            exactly[i] = Rational.of(values[i]);
        }
        for (int i = inputs; i < values.length; i++) {
            Computation whole = computation.wholes().get(values.length - 1 - i);
            exactly[i] = from.evaluation().exactly(whole, asked).orElseThrow();
        }
        return exactly;
    }

    /** Why something that is taken as a whole cannot be worked out. */
    Optional<Cell.Failed> failure() {
        return Optional.ofNullable(failure);
    }

    Set<Mark> marks() {
        return marks;
    }

    Completeness completeness() {
        return completeness;
    }

    LocalDate dataTo() {
        return dataTo;
    }
}
