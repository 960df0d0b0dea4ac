package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import java.util.Optional;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.GateResult;
import org.kpisuite.domain.scorecard.ScorecardItem;

/**
 * The achievement of an item as a formula on its row.
 *
 * <pre>
 *   UP    x &lt; F: 0;   x ≤ T: (x−F)/(T−F)·100;   above: min(cap, 100 + (cap−100)·(x−T)/(S−T))
 *   DOWN  mirrored; without F: 0 for UP, 2T for DOWN; without S: the slope below the target, up to the cap
 * </pre>
 * <p>Source: domain specification §5.1.
 */
final class Achievements {
    private final ScorecardItem item;
    private final String x;
    private final String target;
    private final String floor;
    private final String stretch;
    private final String cap;

    private Achievements(ScorecardItem item, int row) {
        this.item = item;
        this.x = ItemColumn.AC.at(row);
        this.target = ItemColumn.TARGET.at(row);
        this.stretch = ItemColumn.STRETCH.at(row);
        this.cap = ItemColumn.CAP.at(row);
        this.floor = item.anchors().floor() == null ? defaultFloor() : ItemColumn.FLOOR.at(row);
    }

    private String defaultFloor() {
        return switch (item.direction()) {
            case DOWN -> "(2*" + target + ")";
            case UP, BAND -> "0";
        };
    }

    /**
     * Empty where the row does not hold what decides: no target, no actual, a band, whose outer edges it lacks, or a gate
     * that was not passed.
     */
    static Optional<String> formula(ScorecardItem item, int row) {
        BigDecimal target = item.anchors().target();
        boolean gated = item.beside().gate().filter(GateResult::isFelt).isPresent();
        if (target == null
                || gated
                || item.scored().isEmpty()
                || item.actual().usable().isEmpty()) {
            return Optional.empty();
        }
        Achievements on = new Achievements(item, row);
        return switch (item.direction()) {
            case UP -> Optional.of(on.formula("<", ">=", on.x + "-" + on.floor, on.target + "-" + on.floor));
            case DOWN -> Optional.of(on.formula(">", "<=", on.floor + "-" + on.x, on.floor + "-" + on.target));
            case BAND -> Optional.empty();
        };
    }

    private String formula(String worse, String reached, String way, String whole) {
        String below = below(way, whole);
        return "IF(NOT(ISNUMBER(%s)),\"\",IF(%s%s%s,0,IF(%s%s%s,MIN(%s,%s),%s)))"
                .formatted(x, x, worse, floor, x, reached, target, cap, beyond(below), below);
    }

    private String below(String way, String whole) {
        BigDecimal start = item.anchors().floorScore();
        String slope = "(%s)/(%s)*%s".formatted(way, whole, Decimals.plain(Decimals.HUNDRED.subtract(start)));
        return start.signum() == 0 ? slope : Decimals.plain(start) + "+" + slope;
    }

    private String beyond(String below) {
        return item.anchors().stretch() == null
                ? below
                : "100+(%s-100)*(%s-%s)/(%s-%s)".formatted(cap, x, target, stretch, target);
    }
}
