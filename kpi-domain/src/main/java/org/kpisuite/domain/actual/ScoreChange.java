package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;

/**
 * What some rows would do to one score: that of a unit and a period with an approved plan, before and after.
 *
 * <p>Unit: points, unrounded. A gate counts where it would be decided otherwise. Source: domain specification §8.7.
 *
 * @param plan id of the plan
 * @param before null where the score is not rated
 * @param after null where it would not be rated
 * @param items those whose value or achievement would change
 */
public record ScoreChange(
        String unit,
        Period period,
        long plan,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after,
        List<ItemChange> items,
        List<GateChange> gates) {
    /** From this difference of a score on, two people decide. */
    public static final BigDecimal FOUR_EYES_POINTS = new BigDecimal("0.5");

    public ScoreChange {
        items = List.copyOf(items);
        gates = List.copyOf(gates);
    }

    /**
     * One line of the scorecard.
     *
     * @param item indicator with its dimensions
     * @param before value, in the unit of the indicator; null where there is none
     * @param achievementBefore points; null where not scored
     */
    public record ItemChange(
            String item,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            @Nullable BigDecimal achievementBefore,
            @Nullable BigDecimal achievementAfter) {}

    /** A gate by the item that it stands over, with its state before and after. */
    public record GateChange(String item, String before, String after) {}

    /** After less before; empty where the score is rated on one side only, or on none. */
    public Optional<BigDecimal> difference() {
        return before == null || after == null ? Optional.empty() : Optional.of(after.subtract(before));
    }

    /** Whether two people must decide: half a point of the score, a score that comes or goes, a gate decided otherwise. */
    public boolean needsFourEyes() {
        boolean ratedOnOneSide = (before == null) != (after == null);
        boolean far = difference()
                .filter(d -> d.abs().compareTo(FOUR_EYES_POINTS) >= 0)
                .isPresent();
        return ratedOnOneSide || far || !gates.isEmpty();
    }

    /** Whether anything of the score would change. */
    public boolean isFelt() {
        return needsFourEyes() || difference().filter(d -> d.signum() != 0).isPresent() || !items.isEmpty();
    }

    /** Whether two people must decide on these together. */
    public static boolean needFourEyes(Collection<ScoreChange> changes) {
        return changes.stream().anyMatch(ScoreChange::needsFourEyes);
    }
}
