package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.quantity.Rational;

/**
 * What a gate made of an achievement.
 *
 * @param quotient what was compared with the threshold: of the mature part where that decided, else of all; empty where
 *     there is none
 * @param reachable the highest quotient that the whole can still come to; empty where nothing is open, or where that
 *     cannot be told
 * @param ungated achievement before the gate, points; null where the item has none
 * @param achievement after the gate, points; null where the item has none
 */
public record GateResult(
        Gate gate,
        GateState state,
        Optional<Rational> quotient,
        Optional<Rational> reachable,
        @Nullable BigDecimal ungated,
        @Nullable BigDecimal achievement) {

    /** Whether the gate took anything from the achievement. */
    public boolean isFelt() {
        return ungated != null && achievement != null && ungated.compareTo(achievement) != 0;
    }

    /** Whether the achievement may still fall through the gate; pay for it is withheld until then. */
    public boolean isProvisional() {
        return !state.isDecided();
    }
}
