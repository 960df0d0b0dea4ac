package org.kpisuite.domain.actual;

import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.MeasureKind;

/**
 * A measure of some dimensions, as a formula refers to it.
 *
 * @param dims dimensions as stored, {@code channel=social}; empty for the total
 */
public record FactSeries(String measure, String dims, Kind kind) {
    /** How rows of a series come together (domain specification §2.3). */
    public enum Kind {
        /** Adds up over days, units and dimensions; in one formula only over days that all its flows have. */
        FLOW,
        /** Adds up over units and dimensions, not over time. */
        STATE,
        /** Counts only as delivered: distinct counts, rates. */
        EXACT
    }

    public static FactSeries of(Measure measure, String dims) {
        return new FactSeries(measure.code(), dims, kind(measure));
    }

    private static Kind kind(Measure measure) {
        if (measure.kind() == MeasureKind.DISTINCT || measure.kind() == MeasureKind.RATE) {
            return Kind.EXACT;
        }
        return switch (measure.timeAggregation()) {
            case SUM -> Kind.FLOW;
            case LAST, FIRST, AVG_T -> Kind.STATE;
            case RATIO_OF_SUMS, RECOUNT, CHAIN, WAVG, NONE -> Kind.EXACT;
        };
    }

    /** Whether parts make a total, and days a month. */
    public boolean adds() {
        return kind != Kind.EXACT;
    }
}
