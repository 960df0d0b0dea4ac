package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.actual.UnitSeries;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.quantity.Completeness;

/**
 * The sub-periods of a range in which all flows of a formula are present, so that a ratio never divides a quarter by
 * two of its months. A sub-period is as fine as the coarsest delivery in it. Source: domain specification §2.3, rule 2.
 */
final class FlowBlocks {
    private static final class Block {
        private final LocalDate start;
        private LocalDate end;
        private final BigDecimal[] sums;
        private final long[] unitDays;

        Block(DayRange days, int flows) {
            start = days.start();
            end = days.endInclusive();
            sums = new BigDecimal[flows];
            unitDays = new long[flows];
        }

        void add(int flow, BigDecimal value, long days) {
            sums[flow] = sums[flow] == null ? value : sums[flow].add(value);
            unitDays[flow] += days;
        }

        boolean isComplete() {
            for (BigDecimal sum : sums) {
                if (sum == null) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Facts facts;
    private final List<Input> flows;
    private final DayRange range;
    private final List<List<FactSlice>> slices;
    private final List<Block> blocks;
    private final List<String> leftOut;
    private boolean estimated;

    /**
     * The sub-periods of these slices.
     *
     * @param slices by flow, those that count in the range
     */
    FlowBlocks(Delivered from, List<Input> flows, List<List<FactSlice>> slices, UnitPairs pairs, DayRange range) {
        this.facts = from.facts();
        this.flows = flows;
        this.slices = slices;
        this.range = range;
        this.leftOut = flows.size() > 1 ? pairs.takeOutSingles(slices) : List.of();
        this.blocks = complete(from.conversion());
    }

    /** Codes of units of which something does not count, because not all flows of the formula came for its days. */
    List<String> leftOut() {
        return leftOut;
    }

    private List<Block> complete(Conversion conversion) {
        List<FactSlice> all = new ArrayList<>();
        slices.forEach(all::addAll);
        List<Block> merged = merged(all);
        for (int i = 0; i < flows.size(); i++) {
            Measure measure = flows.get(i).measure();
            for (FactSlice slice : slices.get(i)) {
                estimated |= slice.isEstimated();
                blockOf(merged, slice.days().start())
                        .add(i, conversion.flow(measure, slice, slice.sum()), slice.daysWithData());
            }
        }
        return merged.stream().filter(Block::isComplete).toList();
    }

    private List<Block> merged(List<FactSlice> all) {
        all.sort(Comparator.comparing(s -> s.days().start()));
        List<Block> merged = new ArrayList<>();
        for (FactSlice slice : all) {
            Block last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || slice.days().start().isAfter(last.end)) {
                merged.add(new Block(slice.days(), flows.size()));
            } else if (slice.days().endInclusive().isAfter(last.end)) {
                last.end = slice.days().endInclusive();
            }
        }
        return merged;
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

    /** Whether a part of a week was taken by its share of days. */
    boolean isEstimated() {
        return estimated;
    }

    BigDecimal sum(int flow) {
        return blocks.stream().map(b -> b.sums[flow]).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The slices of a flow that lie in sub-periods in which all flows are present. */
    List<FactSlice> used(int flow) {
        return slices.get(flow).stream()
                .filter(s -> blocks.stream()
                        .anyMatch(b -> !s.days().start().isBefore(b.start)
                                && !s.days().endInclusive().isAfter(b.end)))
                .toList();
    }

    /** Last day of the last sub-period that is present. */
    LocalDate end() {
        return blocks.get(blocks.size() - 1).end;
    }

    /** Days that are in, of all days of the range, over all units that are expected to deliver; of the worst flow. */
    Completeness completeness() {
        Completeness worst = Completeness.NOTHING_EXPECTED;
        for (int i = 0; i < flows.size(); i++) {
            long expected = 0;
            for (UnitSeries series : flows.get(i).series()) {
                expected += facts.expectedDays(series, range);
            }
            long have = 0;
            for (Block block : blocks) {
                have += block.unitDays[i];
            }
            worst = worst.and(new Completeness(Math.min(have, expected), expected));
        }
        return worst;
    }
}
