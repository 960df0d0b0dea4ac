package org.kpisuite.ejb.actual;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.actual.ScoreChange;
import org.kpisuite.domain.calendar.DayRange;

/** What rows would do to scores if they were applied. Nothing is written and nothing locked for it. */
public interface ScoreEffects {
    /** More rows than that, of those on which scores rest, are not looked into. */
    int ROWS_MAX = 10_000;

    /** More scores than that are not computed. */
    int SCORES_MAX = 24;

    /** For where there are no scores. */
    ScoreEffects NONE = (before, rows, asOf) -> new Effect(List.of(), true);

    /**
     * Changed scores.
     *
     * @param changes by period and unit; only those that change
     * @param whole whether all scores that the rows concern were computed
     * @param addsUp whether two people must decide because of what one has accepted alone before
     */
    record Effect(List<ScoreChange> changes, boolean whole, boolean addsUp) {
        /** Too much to be looked into. */
        public static final Effect UNKNOWN = new Effect(List.of(), false);

        public Effect {
            changes = List.copyOf(changes);
        }

        /** Of these rows by themselves. */
        public Effect(List<ScoreChange> changes, boolean whole) {
            this(changes, whole, false);
        }

        /** Whether two people must decide on it; what is not known weighs as much. */
        public boolean needsFourEyes() {
            return !whole || addsUp || ScoreChange.needFourEyes(changes);
        }
    }

    /**
     * On what scores rest; rows of nothing else change none.
     *
     * @param measures codes
     * @param days from the first to the last that counts for any of them
     */
    record Ground(Set<String> measures, DayRange days) {}

    /** The ground of all scores of plans in force for which figures of these units and days count; empty without any. */
    default Optional<Ground> ground(Set<String> units, DayRange days, Instant asOf) {
        return Optional.empty();
    }

    /** The scores of every unit to which the rows belong and of those above it, where a plan is in force. */
    default Effect of(FactOverlay rows, Instant asOf) {
        return of(FactOverlay.NONE, rows, asOf);
    }

    /** The same scores, compared with what they were if those values before counted in place of what is stored. */
    Effect of(FactOverlay before, FactOverlay rows, Instant asOf);
}
