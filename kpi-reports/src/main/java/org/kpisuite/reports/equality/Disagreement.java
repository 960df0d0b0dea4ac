package org.kpisuite.reports.equality;

/**
 * Something that an output says otherwise than the scorecard.
 *
 * @param what where and what, for the log of a refused delivery
 */
public record Disagreement(Output output, String what) {
    /** What was read back. */
    public enum Output {
        PDF,
        WORKBOOK,
        MAIL
    }
}
