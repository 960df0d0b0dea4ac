package org.kpisuite.domain.scorecard;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.UnitSeries;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * Which inputs of a formula, flows or also states, each unit is expected to deliver together, so that no unit stands on
 * one side of a quotient only.
 *
 * <p>A unit that delivers several flows at all takes part only for the days on which it delivered all of them. A share of
 * counts, such as clicks of impressions, takes units that deliver all of its flows, if there is one; a cost that is booked
 * in one unit and customers that are counted in another make a quotient all the same. Source: domain specification §2.3,
 * rule 2.
 */
final class UnitPairs {
    private final List<Input> flows;
    private final Map<String, BitSet> delivered = new HashMap<>();
    private final boolean whole;
    private final boolean uneven;

    private UnitPairs(List<Input> flows, boolean shareOfCounts) {
        this.flows = flows;
        for (int i = 0; i < flows.size(); i++) {
            for (UnitSeries series : flows.get(i).series()) {
                delivered.computeIfAbsent(series.unit(), u -> new BitSet()).set(i);
            }
        }
        this.whole = shareOfCounts && delivered.values().stream().anyMatch(this::isAll);
        this.uneven = whole && !delivered.values().stream().allMatch(this::isAll);
    }

    /** The pairs of the flows of a computation, in the order of its inputs. */
    static UnitPairs of(Computation computation, List<Input> flows) {
        boolean counts = flows.stream().allMatch(f -> f.measure().unitKind() == UnitKind.COUNT);
        return new UnitPairs(flows, counts && computation.indicator().formula().isQuotient());
    }

    private boolean isAll(BitSet some) {
        return some.cardinality() == flows.size();
    }

    /** Whether a unit lacks altogether what is expected of it. */
    boolean isUneven() {
        return uneven;
    }

    /** Whether a unit delivers anything of the formula in a range. */
    boolean delivers(String unit, DayRange range) {
        return flows.stream()
                .flatMap(f -> f.series().stream())
                .anyMatch(s -> s.unit().equals(unit) && s.delivers(range));
    }

    /** Units that have some of what is expected of them together, but not all of it. */
    Set<String> lacking(BiPredicate<Input, UnitSeries> has) {
        Map<String, Integer> have = new HashMap<>();
        for (Input flow : flows) {
            for (UnitSeries series : flow.series()) {
                if (has.test(flow, series)) {
                    have.merge(series.unit(), 1, Integer::sum);
                }
            }
        }
        return have.entrySet().stream()
                .filter(e -> e.getValue() < expected(e.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private int expected(String unit) {
        return whole ? flows.size() : delivered.get(unit).cardinality();
    }

    /**
     * Takes out the slices of units that have nothing beside them.
     *
     * @param slices by flow; what is left stays in its order
     * @return codes of the units of which something was taken out, sorted
     */
    List<String> takeOutSingles(List<List<FactSlice>> slices) {
        Map<String, List<Part>> parts = new HashMap<>();
        for (int i = 0; i < slices.size(); i++) {
            for (FactSlice slice : slices.get(i)) {
                if (expected(slice.unit()) > 1) {
                    parts.computeIfAbsent(slice.unit(), u -> new ArrayList<>()).add(new Part(i, slice));
                }
            }
        }
        Set<FactSlice> singles = new HashSet<>();
        Set<String> units = new HashSet<>();
        parts.forEach((unit, own) -> {
            List<FactSlice> found = singles(own, expected(unit));
            if (!found.isEmpty()) {
                singles.addAll(found);
                units.add(unit);
            }
        });
        if (!units.isEmpty()) {
            slices.forEach(of -> of.removeIf(s -> units.contains(s.unit()) && singles.contains(s)));
        }
        return units.stream().sorted().toList();
    }

    private record Part(int flow, FactSlice slice) {}

    /** What overlaps stands together; together it must be all that is expected. */
    private static List<FactSlice> singles(List<Part> parts, int expected) {
        parts.sort((a, b) -> a.slice.days().start().compareTo(b.slice.days().start()));
        List<FactSlice> singles = new ArrayList<>();
        List<FactSlice> together = new ArrayList<>();
        BitSet have = new BitSet();
        DayRange around = null;
        for (Part part : parts) {
            if (around != null && !part.slice.days().start().isAfter(around.endInclusive())) {
                boolean longer = part.slice.days().endInclusive().isAfter(around.endInclusive());
                around = longer ? new DayRange(around.start(), part.slice.days().endInclusive()) : around;
            } else {
                close(together, have, expected, singles);
                around = part.slice.days();
            }
            together.add(part.slice);
            have.set(part.flow);
        }
        close(together, have, expected, singles);
        return singles;
    }

    private static void close(List<FactSlice> together, BitSet have, int expected, List<FactSlice> singles) {
        if (have.cardinality() < expected) {
            singles.addAll(together);
        }
        together.clear();
        have.clear();
    }
}
