package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import java.util.Optional;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.scorecard.ScorecardItem;

/**
 * The number that a column must hold for an item.
 *
 * @param value empty where there must be none
 */
record Expected(Optional<BigDecimal> value) {

    /** Empty for columns of words and those that the scorecard does not know. */
    static Optional<Expected> of(ItemColumn column, ScorecardItem item) {
        return switch (column) {
            case AC -> number(item.actual().usable());
            case PL_TO_DATE -> number(item.planToDate().usable());
            case PL -> number(item.plan().usable());
            case PP -> number(item.previous().usable());
            case PY -> number(item.priorYear().usable());
            case FC -> number(item.forecast().usable());
            case DELTA_PL -> number(item.deltaPlan().absoluteValue());
            case DELTA_PL_PCT -> number(item.deltaPlan().relativeValue());
            case DELTA_PP -> number(item.deltaPrevious().absoluteValue());
            case DELTA_PY -> number(item.deltaPriorYear().absoluteValue());
            case DELTA_PY_PCT -> number(item.deltaPriorYear().relativeValue());
            case FLOOR -> number(Optional.ofNullable(item.anchors().floor()));
            case TARGET -> number(Optional.ofNullable(item.anchors().target()));
            case STRETCH -> number(Optional.ofNullable(item.anchors().stretch()));
            case LOW -> number(Optional.ofNullable(item.anchors().low()));
            case HIGH -> number(Optional.ofNullable(item.anchors().high()));
            case COMPLETENESS -> number(share(item.completeness()));
            case A -> number(item.scored());
            case POINTS -> number(item.pointsLost());
            case WEIGHT -> number(Optional.of(item.weight()).filter(w -> w.signum() != 0));
            default -> Optional.empty();
        };
    }

    /** Empty where nothing was expected, so that there is nothing to have a share of. */
    static Optional<BigDecimal> share(Completeness completeness) {
        return Optional.of(completeness).filter(c -> c.expected() > 0).map(Completeness::share);
    }

    private static Optional<Expected> number(Optional<BigDecimal> value) {
        return Optional.of(new Expected(value));
    }
}
