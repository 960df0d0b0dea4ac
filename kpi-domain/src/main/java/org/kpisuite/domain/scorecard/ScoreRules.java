package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;

/**
 * How a score is made of its parts.
 *
 * @param coverageMin points of weight that must be scored for a score to be rated
 * @param noCompensation whether a score stays below 100 while any item is RED
 * @param closed whether the decisions about missing items count; before closing all are excused
 */
public record ScoreRules(BigDecimal coverageMin, boolean noCompensation, boolean closed) {
    public static final ScoreRules DEFAULT = new ScoreRules(Score.COVERAGE_MIN, false, false);

    public ScoreRules afterClosing() {
        return new ScoreRules(coverageMin, noCompensation, true);
    }

    public ScoreRules withoutCompensation() {
        return new ScoreRules(coverageMin, true, closed);
    }
}
