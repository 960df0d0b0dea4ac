package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.quantity.Decimals;

/**
 * How a score came from that of the period before, item by item.
 *
 * <pre>
 *   contribution = wᵢ / Σ w · (Aᵢ − A′ᵢ)     of items that count in both periods; Σ w of those that count now
 *   shifted      = S − S′ − Σ contributions   what missing, new and reweighted items did: so that all adds up
 * </pre>
 * <p>Unit: points. Unrounded. Source: design of the scorecard, page 3.
 *
 * @param before score of the period before
 * @param steps from the largest loss to the largest gain
 * @param shifted 0 where nothing but achievements differs
 * @param missing items of the plan that do not count now, by key
 * @param fresh items that count now and did not before, by key
 * @param replanned whether the plans weigh differently, or other items
 */
public record ScoreBridge(
        BigDecimal before,
        BigDecimal after,
        List<Step> steps,
        BigDecimal shifted,
        List<String> missing,
        List<String> fresh,
        boolean replanned) {
    public ScoreBridge {
        steps = List.copyOf(steps);
        missing = List.copyOf(missing);
        fresh = List.copyOf(fresh);
    }

    /** What one item took from the score or brought to it; {@code key} is that of its line. */
    public record Step(String key, BigDecimal contribution) {}

    /**
     * What the plan of a period has of an item.
     *
     * @param achievement that counts in the score, 0 for one whose want is not excused; empty where it does not count
     */
    public record Part(BigDecimal weight, Optional<BigDecimal> achievement) {}

    /**
     * The bridge between two scores, as they stand; empty where one of them is not rated, or nothing is known of the parts.
     *
     * @param then parts of the period before, by key
     */
    public static Optional<ScoreBridge> between(
            Score before, Map<String, Part> then, Score after, Map<String, Part> now) {
        if (before.value() == null || after.value() == null || then.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal weights = now.values().stream()
                .filter(p -> p.achievement.isPresent())
                .map(Part::weight)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Step> steps = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        now.forEach((key, part) -> {
            Optional<BigDecimal> earlier = Optional.ofNullable(then.get(key)).flatMap(Part::achievement);
            if (part.achievement.isEmpty()) {
                missing.add(key);
            } else if (earlier.isEmpty()) {
                fresh.add(key);
            } else {
                BigDecimal change = part.achievement.get().subtract(earlier.get());
                steps.add(new Step(key, Decimals.divide(part.weight.multiply(change), weights)));
            }
        });
        steps.sort(Comparator.comparing(Step::contribution));
        BigDecimal explained = steps.stream().map(Step::contribution).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new ScoreBridge(
                before.value(),
                after.value(),
                steps,
                after.value().subtract(before.value()).subtract(explained),
                missing,
                fresh,
                isReplanned(then, now)));
    }

    private static boolean isReplanned(Map<String, Part> then, Map<String, Part> now) {
        return !then.keySet().equals(now.keySet())
                || now.entrySet().stream()
                        .anyMatch(e -> e.getValue().weight.compareTo(then.get(e.getKey()).weight) != 0);
    }

    /** Whether the row of what was shifted says anything. */
    public boolean isShifted() {
        return shifted.signum() != 0 || !missing.isEmpty() || !fresh.isEmpty();
    }
}
