package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.quantity.Decimals;

/**
 * The marks of a plan item as they stand after some days of its period.
 *
 * <pre>
 *   flow   mark × share of the phasing
 *   stock  opening + (mark − opening) × elapsed days / days
 *   else   mark unchanged: ratios, points and distinct counts are never pro-rated
 * </pre>
 * <p>Source: domain specification §3.5.
 */
final class PhasedMarks {
    private enum Kind {
        FLOW,
        STOCK,
        OTHER
    }

    private final PlanItem item;
    private final Kind kind;
    private final DayRange elapsed;
    private final DayRange whole;
    private final Optional<BigDecimal> opening;

    PhasedMarks(
            PlanItem item, Computation computation, DayRange elapsed, DayRange whole, Optional<BigDecimal> opening) {
        this.item = item;
        this.kind = kind(computation);
        this.elapsed = elapsed;
        this.whole = whole;
        this.opening = opening;
    }

    static boolean isFlow(Computation computation) {
        return kind(computation) == Kind.FLOW;
    }

    private static Kind kind(Computation computation) {
        boolean flows = computation.inputs().stream().allMatch(i -> i.aggregation() == TimeAggregation.SUM);
        if (flows && isAdditive(computation.expression())) {
            return Kind.FLOW;
        }
        return computation.isOneMeasure() && computation.inputs().get(0).aggregation() == TimeAggregation.LAST
                ? Kind.STOCK
                : Kind.OTHER;
    }

    private static boolean isAdditive(Expression expression) {
        if (expression instanceof Expression.Inner inner) {
            return isAdditive(inner.worked());
        }
        return expression instanceof Expression.Input
                || (expression instanceof Expression.Operation o
                        && (o.operator() == '+' || o.operator() == '-')
                        && isAdditive(o.left())
                        && isAdditive(o.right()));
    }

    /** Whether the period still runs, the item is a stock, and nothing says where it began. */
    boolean lacksOpening() {
        return kind == Kind.STOCK && !elapsed.equals(whole) && opening.isEmpty();
    }

    /** Whether none of a flow is expected by these days, so that there is nothing to measure against. */
    private boolean isNothingDueYet() {
        return kind == Kind.FLOW
                && !elapsed.equals(whole)
                && item.phasing().share(elapsed, whole).signum() == 0;
    }

    @Nullable
    BigDecimal phased(@Nullable BigDecimal mark) {
        if (mark == null || elapsed.equals(whole)) {
            return mark;
        }
        return switch (kind) {
            case FLOW -> mark.multiply(item.phasing().share(elapsed, whole), Decimals.EXACT);
            case STOCK ->
                opening.map(o -> o.add(mark.subtract(o)
                                .multiply(Decimals.share(elapsed.days(), whole.days()), Decimals.EXACT)))
                        .orElse(null);
            case OTHER -> mark;
        };
    }

    /** Achievement of what an item came to; a cost without its result has reached nothing (domain specification §5.5). */
    Optional<BigDecimal> achievement(Cell actual) {
        return actual instanceof Cell.Failed failed && failed.reason() == Cell.Reason.DIV0_COST
                ? Optional.of(BigDecimal.ZERO)
                : achievement(actual.usable());
    }

    /** Achievement of an actual against the marks to date; empty where there is no actual or no mark. */
    private Optional<BigDecimal> achievement(Optional<BigDecimal> actual) {
        if (lacksOpening() || isNothingDueYet() || !item.marks().hasAim(item.direction())) {
            return Optional.empty();
        }
        Map<String, @Nullable BigDecimal> marks = item.marks().values();
        return new AchievementScale(
                        item.direction(),
                        phased(marks.get("floor")),
                        phased(marks.get("target")),
                        phased(marks.get("stretch")),
                        phased(marks.get("low")),
                        phased(marks.get("high")),
                        phased(marks.get("lowFloor")),
                        phased(marks.get("highFloor")),
                        item.marks().floorScore(),
                        item.marks().cap())
                .of(actual);
    }

    ScorecardItem.Anchors anchors() {
        Map<String, @Nullable BigDecimal> marks = item.marks().values();
        return new ScorecardItem.Anchors(
                phased(marks.get("floor")),
                phased(marks.get("target")),
                phased(marks.get("stretch")),
                phased(marks.get("low")),
                phased(marks.get("high")),
                item.marks().cap());
    }

    Cell planToDate() {
        return cell(phased(item.marks().aim()));
    }

    Cell plan() {
        return cell(item.marks().aim());
    }

    private static Cell cell(@Nullable BigDecimal value) {
        return value == null ? new Cell.NotApplicable() : Cell.of(value);
    }
}
