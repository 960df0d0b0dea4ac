package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ScoreChange;

/** What differs between two scorecards of the same unit and period. Source: domain specification §8.7. */
public final class ScorecardChange {
    private ScorecardChange() {}

    /** From one to the other, of the plan that both measure against. */
    public static ScoreChange between(Scorecard before, Scorecard after) {
        Map<String, ScorecardItem> then = new HashMap<>();
        after.items().forEach(i -> then.put(i.key(), i));
        List<ScoreChange.ItemChange> items = new ArrayList<>();
        List<ScoreChange.GateChange> gates = new ArrayList<>();
        for (ScorecardItem item : before.items()) {
            ScorecardItem other = then.get(item.key());
            if (other != null) {
                item(item, other).ifPresent(items::add);
                gate(item, other).ifPresent(gates::add);
            }
        }
        return new ScoreChange(
                before.heading().unit(),
                before.heading().period(),
                before.plan().map(Scorecard.PlanMark::id).orElse(0L),
                before.score().value(),
                after.score().value(),
                items,
                gates);
    }

    private static Optional<ScoreChange.ItemChange> item(ScorecardItem before, ScorecardItem after) {
        BigDecimal then = before.actual().usable().orElse(null);
        BigDecimal now = after.actual().usable().orElse(null);
        boolean same = isSame(then, now) && isSame(before.achievement(), after.achievement());
        return same
                ? Optional.empty()
                : Optional.of(
                        new ScoreChange.ItemChange(before.key(), then, now, before.achievement(), after.achievement()));
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    private static Optional<ScoreChange.GateChange> gate(ScorecardItem before, ScorecardItem after) {
        Optional<GateState> then = before.beside().gate().map(GateResult::state);
        Optional<GateState> now = after.beside().gate().map(GateResult::state);
        return then.equals(now)
                ? Optional.empty()
                : Optional.of(new ScoreChange.GateChange(before.key(), name(then), name(now)));
    }

    private static String name(Optional<GateState> state) {
        return state.orElse(GateState.NOT_APPLICABLE).name();
    }
}
