package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Usage;

/**
 * An item that two plans have differently, or that only one of them has.
 *
 * @param before null for one that was added
 * @param after null for one that was removed
 * @param fields what differs, weight and targets first; all that an added or a removed one says
 */
public record ItemChange(
        @Nullable PlanItem before, @Nullable PlanItem after, List<FieldChange> fields) {
    public ItemChange {
        fields = List.copyOf(fields);
    }

    /** What became of it, in the order in which it is read. */
    public enum Kind {
        CHANGED,
        ADDED,
        REMOVED
    }

    public Kind kind() {
        if (before == null) {
            return Kind.ADDED;
        }
        return after == null ? Kind.REMOVED : Kind.CHANGED;
    }

    /** As it is now; as it was where it was removed. */
    public PlanItem item() {
        return after == null ? Objects.requireNonNull(before) : after;
    }

    public String key() {
        return item().key();
    }

    public boolean isScored() {
        return item().usage() == Usage.EVAL;
    }

    /** Whether its weight or its target moved, not only details. */
    boolean isOfWeight() {
        return weightGain().signum() != 0 || aimMove().isPresent();
    }

    /** Points of weight that it gains, negative if it loses some. */
    public BigDecimal weightGain() {
        return weight(after).subtract(weight(before));
    }

    private static BigDecimal weight(@Nullable PlanItem item) {
        return item == null ? BigDecimal.ZERO : item.weight();
    }

    /** By how much its target, or the middle of its band, moved; empty where it did not, or where one side has none. */
    public Optional<BigDecimal> aimMove() {
        return aim(after).flatMap(now -> aim(before).map(now::subtract)).filter(moved -> moved.signum() != 0);
    }

    private static Optional<BigDecimal> aim(@Nullable PlanItem item) {
        return Optional.ofNullable(item).map(i -> i.marks().aim());
    }
}
