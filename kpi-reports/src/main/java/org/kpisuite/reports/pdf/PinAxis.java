package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.List;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.chart.Scale;

/**
 * One axis of relative variances for all rows: ±25 %, or ±50 %, or ±100 % where more than a third of the pins would be
 * clipped.
 */
record PinAxis(int percent) {
    private static final int[] PERCENTS = {25, 50};
    private static final int WIDEST = 100;

    static PinAxis of(List<ScorecardItem> items) {
        List<BigDecimal> pins = items.stream()
                .filter(PinAxis::hasPin)
                .map(i -> i.deltaPlan().relativeValue().orElseThrow().abs())
                .toList();
        for (int percent : PERCENTS) {
            BigDecimal end = BigDecimal.valueOf(percent).movePointLeft(2);
            long clipped = pins.stream().filter(p -> p.compareTo(end) > 0).count();
            if (3 * clipped <= pins.size()) {
                return new PinAxis(percent);
            }
        }
        return new PinAxis(WIDEST);
    }

    static boolean hasPin(ScorecardItem item) {
        return item.unitKind() != UnitKind.PERCENT
                && item.deltaPlan().relativeValue().isPresent();
    }

    /** Share of the half axis; NaN where there is no pin. */
    float share(ScorecardItem item) {
        return hasPin(item)
                ? new Scale(BigDecimal.valueOf(percent).movePointLeft(2))
                        .share(item.deltaPlan().relativeValue().orElseThrow())
                : Float.NaN;
    }
}
