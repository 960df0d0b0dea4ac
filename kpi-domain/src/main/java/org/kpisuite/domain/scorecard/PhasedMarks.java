package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.plan.Phasing;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.Progress;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.Rational;

/**
 * The marks of a plan item as they stand after some days of its period.
 *
 * <pre>
 *   flow      mark × share of the phasing
 *   stock     opening + (mark − opening) × elapsed days / days
 *   distinct  mark unchanged, unless the plan has a profile for it: then mark × share of the profile
 *   else      mark unchanged: ratios and points are never pro-rated
 * </pre>
 * <p>Source: domain specification §3.5.
 */
final class PhasedMarks {
    private enum Kind {
        FLOW,
        STOCK,
        DISTINCT,
        OTHER
    }

    private final PlanItem item;
    private final Kind kind;
    private final Progress progress;
    private final Optional<BigDecimal> opening;

    PhasedMarks(PlanItem item, Computation computation, Progress progress, Optional<BigDecimal> opening) {
        this.item = item;
        this.kind = kind(computation);
        this.progress = progress;
        this.opening = opening;
    }

    static boolean isFlow(Computation computation) {
        return kind(computation) == Kind.FLOW;
    }

    private static Kind kind(Computation computation) {
        Set<TimeAggregation> rules =
                computation.inputs().stream().map(Input::aggregation).collect(Collectors.toSet());
        if (rules.size() == 1 && isLinear(computation.expression())) {
            return switch (rules.iterator().next()) {
                case SUM -> Kind.FLOW;
                case LAST -> Kind.STOCK;
                case RECOUNT -> computation.isOneMeasure() ? Kind.DISTINCT : Kind.OTHER;
                default -> Kind.OTHER;
            };
        }
        return Kind.OTHER;
    }

    /** Whether it is made of its inputs, their sums and differences, and multiples of these: twice of all is twice of it. */
    private static boolean isLinear(Expression expression) {
        if (expression instanceof Expression.Inner inner) {
            return isLinear(inner.worked());
        }
        if (expression instanceof Expression.Operation o) {
            return switch (o.operator()) {
                case '+', '-' -> isLinear(o.left()) && isLinear(o.right());
                case '*' -> (isLinear(o.left()) && isNumber(o.right())) || (isNumber(o.left()) && isLinear(o.right()));
                default -> isLinear(o.left()) && isNumber(o.right());
            };
        }
        return expression instanceof Expression.Input;
    }

    private static boolean isNumber(Expression expression) {
        return expression instanceof Expression.Constant
                || (expression instanceof Expression.Operation o && isNumber(o.left()) && isNumber(o.right()));
    }

    /** Whether the period still runs, the item is a stock, and nothing says where it began. */
    boolean lacksOpening() {
        return kind == Kind.STOCK && !progress.isWhole() && opening.isEmpty();
    }

    /** Whether none of a flow is expected by these days, so that there is nothing to measure against. */
    private boolean isNothingDueYet() {
        return isPhased()
                && !progress.isWhole()
                && item.phasing().share(progress).signum() == 0;
    }

    /** Flows are phased; a distinct count only by a profile, because its parts are not known to add up. */
    private boolean isPhased() {
        return kind == Kind.FLOW || (kind == Kind.DISTINCT && item.phasing().kind() == Phasing.PROFILE);
    }

    @Nullable
    BigDecimal phased(@Nullable BigDecimal mark) {
        BigDecimal share = share().map(Rational::value).orElse(null);
        if (mark == null || share == null) {
            return mark;
        }
        return kind == Kind.STOCK
                ? opening.map(o -> o.add(mark.subtract(o).multiply(share, Decimals.EXACT)))
                        .orElse(null)
                : mark.multiply(share, Decimals.EXACT);
    }

    /** The share of a mark that is expected by these days, of a stock of the way to it; empty where all of it is. */
    Optional<Rational> share() {
        if (progress.isWhole() || !(isPhased() || kind == Kind.STOCK)) {
            return Optional.empty();
        }
        return Optional.of(kind == Kind.STOCK ? progress.days() : item.phasing().quotient(progress));
    }

    /** By what the share grows: a stock always by days. */
    Phasing phasing() {
        return kind == Kind.STOCK ? Phasing.LINEAR_DAYS : item.phasing().kind();
    }

    /** Where a stock began; empty for all else. */
    Optional<BigDecimal> opening() {
        return kind == Kind.STOCK ? opening : Optional.empty();
    }

    PlanItem item() {
        return item;
    }

    Period period() {
        return progress.period();
    }

    /** Achievement of what an item came to; a cost without its result has reached nothing (domain specification §5.5). */
    Optional<BigDecimal> achievement(Cell actual) {
        return actual instanceof Cell.Failed failed && failed.reason() == Cell.Reason.DIV0_COST
                ? Optional.of(BigDecimal.ZERO)
                : achievement(actual.usable());
    }

    /** Achievement of an actual against the marks to date; empty where there is no actual or no mark. */
    private Optional<BigDecimal> achievement(Optional<BigDecimal> actual) {
        return lacksOpening() || isNothingDueYet()
                ? Optional.empty()
                : anchors().scale(item.direction()).flatMap(scale -> scale.of(actual));
    }

    ScorecardItem.Anchors anchors() {
        Map<String, @Nullable BigDecimal> marks = item.marks().values();
        return new ScorecardItem.Anchors(
                phased(marks.get("floor")),
                phased(marks.get("target")),
                phased(marks.get("stretch")),
                phased(marks.get("low")),
                phased(marks.get("high")),
                item.marks().cap(),
                item.marks().floorScore(),
                phased(marks.get("lowFloor")),
                phased(marks.get("highFloor")));
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
