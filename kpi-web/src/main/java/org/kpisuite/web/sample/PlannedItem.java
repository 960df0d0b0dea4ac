package org.kpisuite.web.sample;

import java.math.BigDecimal;
import java.util.Map;

/**
 * One line of a sample plan.
 *
 * @param marks baseline, floor, target, stretch, low, high, lowFloor, highFloor by name, those that are set
 * @param texts explains, qualityPair, goalLink, influencers, owner, dataSource, rationale by name, those that are set
 */
record PlannedItem(
        String indicator,
        int weight,
        String controllability,
        Map<String, BigDecimal> marks,
        Map<String, String> texts) {
    String usage() {
        return weight > 0 ? "EVAL" : "DIAG";
    }
}
