package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.quantity.Completeness;

/**
 * The sub-periods of a range in which all flows of a formula are present, so that a ratio never divides a quarter by
 * two of its months. A sub-period is as fine as the coarsest delivery in it. Source: domain specification §2.3, rule 2.
 */
final class FlowBlocks {
    private static final class Block {
        private final LocalDate start;
        private LocalDate end;
        private final Map<Formula.Reference, BigDecimal> sums = new HashMap<>();
        private final Map<Formula.Reference, Long> unitDays = new HashMap<>();

        Block(DayRange days) {
            start = days.start();
            end = days.endInclusive();
        }

        void add(Formula.Reference flow, FactSlice slice) {
            sums.merge(flow, slice.sum(), BigDecimal::add);
            unitDays.merge(flow, slice.daysWithData(), Long::sum);
        }
    }

    private final Facts facts;
    private final Set<Formula.Reference> flows;
    private final DayRange range;
    private final List<Block> blocks;

    FlowBlocks(Facts facts, Set<Formula.Reference> flows, DayRange range) {
        this.facts = facts;
        this.flows = flows;
        this.range = range;
        this.blocks = complete();
    }

    private List<Block> complete() {
        Map<Formula.Reference, List<FactSlice>> chosen = new HashMap<>();
        List<FactSlice> all = new ArrayList<>();
        for (Formula.Reference flow : flows) {
            List<FactSlice> slices = facts.flow(flow.code(), flow.dims(), range);
            chosen.put(flow, slices);
            all.addAll(slices);
        }
        List<Block> merged = merged(all);
        chosen.forEach((flow, slices) ->
                slices.forEach(s -> blockOf(merged, s.days().start()).add(flow, s)));
        return merged.stream().filter(b -> b.sums.keySet().containsAll(flows)).toList();
    }

    private static List<Block> merged(List<FactSlice> all) {
        all.sort(Comparator.comparing(s -> s.days().start()));
        List<Block> blocks = new ArrayList<>();
        for (FactSlice slice : all) {
            Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last == null || slice.days().start().isAfter(last.end)) {
                blocks.add(new Block(slice.days()));
            } else if (slice.days().endInclusive().isAfter(last.end)) {
                last.end = slice.days().endInclusive();
            }
        }
        return blocks;
    }

    private static Block blockOf(List<Block> blocks, LocalDate day) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks.get(middle).start.isAfter(day)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return blocks.get(low);
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    BigDecimal sum(Formula.Reference flow) {
        return blocks.stream().map(b -> b.sums.get(flow)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Last day of the last sub-period that is present. */
    LocalDate end() {
        return blocks.get(blocks.size() - 1).end;
    }

    /** Days that are in, of all days of the range, over all units that deliver; of the worst flow. */
    Completeness completeness() {
        Completeness worst = Completeness.NOTHING_EXPECTED;
        for (Formula.Reference flow : flows) {
            long expected = facts.units(flow.code(), flow.dims()).size() * range.days();
            long have = blocks.stream().mapToLong(b -> b.unitDays.get(flow)).sum();
            worst = worst.and(new Completeness(Math.min(have, expected), expected));
        }
        return worst;
    }
}
