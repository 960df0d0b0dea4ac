package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.plan.History;
import org.kpisuite.domain.plan.Proposal;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.NumberText;

/**
 * A plan tried on the past: with the actuals of a quarter that is over, this plan would have scored so much. Whole
 * quarters are held against whole targets, gates decide as they do on scorecards. Source: domain specification §7.4.
 *
 * @param items in the order of the plan
 * @param scores of the last four quarters, oldest first
 */
public record WhatIf(List<Item> items, List<BackTest> scores) {
    public WhatIf {
        items = List.copyOf(items);
        scores = List.copyOf(scores);
    }

    /**
     * One item.
     *
     * @param history of eight quarters, with its median, spread and recent mean
     * @param achievements that the last four quarters would have had, oldest first; none of a diagnostic
     * @param proposals of marks that the past makes; nothing is set by them
     */
    public record Item(
            String key, Direction direction, History history, List<Achieved> achievements, List<Proposal> proposals) {
        public Item {
            achievements = List.copyOf(achievements);
            proposals = List.copyOf(proposals);
        }

        /** The best quarter by the direction of the item. */
        public Optional<BigDecimal> best() {
            return history.best(direction);
        }
    }

    /**
     * What an item would have achieved.
     *
     * @param achievement points, 100 on target, after its gate, unrounded; null where the quarter has no value
     */
    public record Achieved(Period quarter, @Nullable BigDecimal achievement) {}

    /** What the plan would have scored. */
    public record BackTest(Period quarter, Score score) {
        /** {@code With 2026-Q3 actuals this plan scores 88.4.} */
        public LocalizedText sentence() {
            return new LocalizedText(in(Messages.EN), in(Messages.RU));
        }

        private String in(Locale locale) {
            return score.points()
                    .map(p -> Messages.text(
                            locale,
                            "whatif.score",
                            quarter.code(),
                            NumberText.of(locale).points(p)))
                    .orElseGet(() -> Messages.text(locale, "whatif.unrated", quarter.code()));
        }
    }

    public Optional<Item> item(String key) {
        return items.stream().filter(i -> i.key().equals(key)).findFirst();
    }

    /** Of the latest quarter that is over: {@code with 2026-Q3 actuals this plan scores 88.4}. */
    public BackTest latest() {
        return scores.get(scores.size() - 1);
    }
}
