package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;

/**
 * What a report would say otherwise, had it been made of what is known later: the cells that were restated since, and by
 * which rows. Days that came after the report are no restatement; rows that came late for its own days are.
 *
 * @param since the as-of instant of the report
 * @param until what was recorded before this instant is known
 * @param cells in the order of the report, oldest period first
 */
public record RestatedSince(Instant since, Instant until, List<Cell> cells) {
    public RestatedSince {
        cells = List.copyOf(cells);
    }

    /**
     * A line in a period.
     *
     * @param item the line as it was reported
     * @param before unrounded; null where there was no value, likewise after
     * @param by what of its measures was changed
     */
    public record Cell(
            ScorecardItem item,
            Period period,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            List<Change> by) {
        public Cell {
            by = List.copyOf(by);
        }
    }

    /**
     * A stored value that was changed.
     *
     * @param before null where there was none, likewise after
     * @param importId that brought the last change
     * @param file its name
     */
    public record Change(
            String unit,
            String measure,
            String dims,
            Period period,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            long importId,
            String file,
            int row,
            @Nullable String reason) {}

    /** The same without what was changed in other units than those. */
    public RestatedSince cutTo(Set<String> units) {
        return new RestatedSince(
                since,
                until,
                cells.stream()
                        .map(c -> new Cell(
                                c.item,
                                c.period,
                                c.before,
                                c.after,
                                c.by.stream()
                                        .filter(change -> units.contains(change.unit()))
                                        .toList()))
                        .toList());
    }

    /**
     * The cells of a report that differ from those of the same report made again.
     *
     * @param changes of stored values between both
     * @param measures of a line
     */
    public static RestatedSince between(
            Scorecard reported,
            Scorecard again,
            Instant until,
            List<Change> changes,
            Function<ScorecardItem, Set<String>> measures) {
        List<Cell> cells = new ArrayList<>();
        for (ScorecardItem item : reported.items()) {
            again.items().stream()
                    .filter(i -> i.key().equals(item.key()))
                    .findFirst()
                    .ifPresent(now -> cells(item, now, changes, measures.apply(item), cells));
        }
        return new RestatedSince(reported.heading().asOf(), until, cells);
    }

    private static void cells(
            ScorecardItem then, ScorecardItem now, List<Change> changes, Set<String> measures, List<Cell> cells) {
        for (int i = 0; i < Math.min(then.trend().size(), now.trend().size()); i++) {
            Period period = then.trend().get(i).period();
            BigDecimal before = then.trend().get(i).actual().usable().orElse(null);
            BigDecimal after = now.trend().get(i).actual().usable().orElse(null);
            if (!isSame(before, after)) {
                cells.add(new Cell(
                        then,
                        period,
                        before,
                        after,
                        changes.stream()
                                .filter(c -> measures.contains(c.measure())
                                        && c.period().days().overlaps(period.days()))
                                .toList()));
            }
        }
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
