package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;

/**
 * How a score is made of its parts.
 *
 * @param coverageMin points of weight that must be scored for a score to be rated
 * @param noCompensation whether a score stays below 100 while any item is RED
 * @param closed whether the decisions about missing items count; before closing all are excused
 * @param limits from which points an item and the score are GREEN and AMBER
 */
public record ScoreRules(BigDecimal coverageMin, boolean noCompensation, boolean closed, StatusLimits limits) {
    public static final ScoreRules DEFAULT = new ScoreRules(Score.COVERAGE_MIN, false, false);

    /** By the usual limits. */
    public ScoreRules(BigDecimal coverageMin, boolean noCompensation, boolean closed) {
        this(coverageMin, noCompensation, closed, StatusLimits.USUAL);
    }

    public ScoreRules afterClosing() {
        return new ScoreRules(coverageMin, noCompensation, true, limits);
    }

    public ScoreRules withoutCompensation() {
        return new ScoreRules(coverageMin, true, closed, limits);
    }

    public ScoreRules with(StatusLimits others) {
        return new ScoreRules(coverageMin, noCompensation, closed, others);
    }
}
