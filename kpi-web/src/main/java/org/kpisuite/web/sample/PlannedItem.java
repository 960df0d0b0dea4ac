package org.kpisuite.web.sample;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.plan.GateTerms;

/**
 * One line of a sample plan.
 *
 * @param marks baseline, floor, target, stretch, low, high, lowFloor, highFloor by name, those that are set
 * @param texts explains, qualityPair, goalLink, influencers, owner, dataSource, rationale by name, those that are set
 * @param gate the condition under which it counts; null for none
 */
record PlannedItem(
        String indicator,
        int weight,
        String controllability,
        Map<String, BigDecimal> marks,
        Map<String, String> texts,
        @Nullable GateTerms gate) {
    String usage() {
        return weight > 0 ? "EVAL" : "DIAG";
    }
}
