package org.kpisuite.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ScoreChange;
import org.kpisuite.ejb.actual.ScoreEffects;

/**
 * What rows would do to scores, as sent: only those that change.
 *
 * @param complete false where there were too many rows or scores to compute all
 * @param fourEyes whether two people must decide
 */
public record EffectView(boolean complete, boolean fourEyes, List<ScoreView> scores) {

    /** One score, before and after; null where it is not rated. */
    public record ScoreView(
            String unit,
            String period,
            long plan,
            @Nullable String scoreBefore,
            @Nullable String scoreAfter,
            @Nullable String difference,
            List<ItemView> items,
            List<GateView> gates) {
        static ScoreView of(ScoreChange change) {
            return new ScoreView(
                    change.unit(),
                    change.period().code(),
                    change.plan(),
                    Numbers.text(change.before()),
                    Numbers.text(change.after()),
                    Numbers.text(change.difference()),
                    change.items().stream().map(ItemView::of).toList(),
                    change.gates().stream()
                            .map(g -> new GateView(g.item(), g.before(), g.after()))
                            .toList());
        }
    }

    /** One line whose value or achievement changes. */
    public record ItemView(
            String item,
            @Nullable String before,
            @Nullable String after,
            @Nullable String achievementBefore,
            @Nullable String achievementAfter) {
        static ItemView of(ScoreChange.ItemChange item) {
            return new ItemView(
                    item.item(),
                    Numbers.text(item.before()),
                    Numbers.text(item.after()),
                    Numbers.text(item.achievementBefore()),
                    Numbers.text(item.achievementAfter()));
        }
    }

    /** A gate that is decided otherwise. */
    public record GateView(String item, String before, String after) {}

    static EffectView of(ScoreEffects.Effect effect) {
        return new EffectView(
                effect.whole(),
                effect.needsFourEyes(),
                effect.changes().stream().map(ScoreView::of).toList());
    }
}
