package org.kpisuite.domain.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers of an indicator are worth a word.
 *
 * @param materialityAbs in the unit of the indicator, at least 0: from it on a value matters. A smaller base prints with the
 *     low-base mark; so much of a leading indicator with nothing of the lagging one is an alert. Null for none
 * @param minDenominator at least 0; a rate on less prints with the low-base mark; null for none
 * @param canBeNegative whether a value below zero is possible and no mistake
 */
public record Bounds(
        @Nullable BigDecimal materialityAbs, @Nullable BigDecimal minDenominator, boolean canBeNegative) {
    public static final Bounds NONE = new Bounds(null, null, false);
}
