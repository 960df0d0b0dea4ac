package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * Marks that the past proposes: target = mean of the last quarters, floor and stretch a tenth to either side by
 * direction; a band is a tenth wide on either side, its floors two tenths.
 *
 * <p>Rounded to the decimals that the indicator prints, unless rounding would bring a mark to zero or out of order; then
 * it keeps its digits. Without a past, or with one that averages to zero, there is no target. Source: domain
 * specification §1.5.
 */
final class HistoricMarks {
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final int PERCENT_DIGITS = 2;
    private static final int STORED_SCALE = 10;

    private HistoricMarks() {}

    static Marks of(Indicator indicator, List<BigDecimal> history) {
        if (history.isEmpty()) {
            return new Marks(Map.of());
        }
        BigDecimal sum = history.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal target = rounded(Decimals.divide(sum, BigDecimal.valueOf(history.size())), indicator);
        if (target.signum() == 0) {
            return new Marks(Map.of());
        }
        Map<String, BigDecimal> marks = new HashMap<>();
        marks.put("baseline", target);
        if (indicator.direction() == Direction.BAND) {
            marks.put("low", beside(target, -1, indicator));
            marks.put("high", beside(target, 1, indicator));
            marks.put("lowFloor", beside(target, -2, indicator));
            marks.put("highFloor", beside(target, 2, indicator));
        } else {
            int good = indicator.direction() == Direction.UP ? 1 : -1;
            marks.put("target", target);
            marks.put("floor", beside(target, -good, indicator));
            marks.put("stretch", beside(target, good, indicator));
        }
        return new Marks(marks);
    }

    /** So many tenths of its size above or below the target. */
    private static BigDecimal beside(BigDecimal target, int tenths, Indicator indicator) {
        BigDecimal exact = target.add(target.abs().multiply(TENTH).multiply(BigDecimal.valueOf(tenths)));
        BigDecimal rounded = rounded(exact, indicator);
        BigDecimal step = rounded.subtract(target).abs();
        BigDecimal wanted = exact.subtract(target).abs();
        boolean faithful = step.subtract(wanted).abs().multiply(BigDecimal.TEN).compareTo(wanted) <= 0;
        return faithful ? rounded : exact.setScale(STORED_SCALE, java.math.RoundingMode.HALF_UP);
    }

    private static BigDecimal rounded(BigDecimal value, Indicator indicator) {
        int scale = indicator.displayScale() + (indicator.unitKind() == UnitKind.PERCENT ? PERCENT_DIGITS : 0);
        BigDecimal rounded = Decimals.round(value, scale);
        return rounded.signum() == 0 ? Decimals.round(value, STORED_SCALE) : rounded;
    }
}
