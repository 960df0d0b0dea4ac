package org.kpisuite.domain.catalogue;

import java.util.Set;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * An indicator: what a formula makes of base measures.
 *
 * @param multiplier 1, 100 or 1000; percent values are fractions and need none, NPS is 100 times a share
 * @param displayScale printed decimals, 0..4
 * @param activity measures what was done, not what came of it; never scored
 */
public record Indicator(
        String code,
        LocalizedText name,
        LocalizedText definition,
        Nature nature,
        Usage defaultUsage,
        Formula formula,
        int multiplier,
        UnitKind unitKind,
        int displayScale,
        Direction direction,
        Set<IndicatorGroup> groups,
        TimeAggregation timeAggregation,
        boolean activity) {

    public Indicator {
        groups = Set.copyOf(groups);
    }

    /** The same indicator by another formula and direction, such as those that a plan was signed with. */
    public Indicator by(Formula otherFormula, Direction otherDirection) {
        return new Indicator(
                code,
                name,
                definition,
                nature,
                defaultUsage,
                otherFormula,
                multiplier,
                unitKind,
                displayScale,
                otherDirection,
                groups,
                timeAggregation,
                activity);
    }
}
