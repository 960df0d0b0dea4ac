package org.kpisuite.reports.data;

import java.util.List;
import org.kpisuite.domain.scorecard.ScoreBridge;

/**
 * How the score came from the one before: {@code before}, contributions by effective weights and {@code shifted} add up
 * to {@code after}.
 */
public record BridgeView(
        String before,
        String after,
        List<StepView> steps,
        String shifted,
        List<String> missing,
        List<String> fresh,
        boolean replanned) {
    static BridgeView of(ScoreBridge bridge) {
        return new BridgeView(
                Numbers.text(bridge.before()),
                Numbers.text(bridge.after()),
                bridge.steps().stream()
                        .map(s -> new StepView(s.key(), Numbers.text(s.contribution())))
                        .toList(),
                Numbers.text(bridge.shifted()),
                bridge.missing(),
                bridge.fresh(),
                bridge.replanned());
    }

    /** What one item took from the score or brought to it. */
    public record StepView(String item, String contribution) {}
}
