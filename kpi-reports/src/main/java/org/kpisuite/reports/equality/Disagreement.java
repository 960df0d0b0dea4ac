package org.kpisuite.reports.equality;

/**
 * Something that an output says otherwise than the scorecard.
 *
 * @param place a cell, a path, or the printed words that were looked for, in «»
 * @param found what stands there; of printed words how often, {@code ×0}
 * @param expected what should
 */
public record Disagreement(Output output, String place, String found, String expected) {
    /** What was read back. */
    public enum Output {
        PDF,
        WORKBOOK,
        MAIL,
        JSON
    }

    /** {@code WORKBOOK, Scorecard!G5: 901 instead of 900}. */
    @Override
    public String toString() {
        return output + ", " + place + ": " + found + " instead of " + expected;
    }
}
