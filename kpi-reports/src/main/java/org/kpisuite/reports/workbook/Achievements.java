package org.kpisuite.reports.workbook;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.scorecard.GateResult;
import org.kpisuite.domain.scorecard.ScorecardItem;

/**
 * The achievement of an item as a formula on its row.
 *
 * <pre>
 *   UP    x &lt; F: 0;   x ≤ T: aF + (100−aF)·(x−F)/(T−F);   above: min(cap, 100 + (cap−100)·(x−T)/(S−T))
 *   DOWN  mirrored; without F: 0 for UP, 2T for DOWN; without S: the slope below the target, up to the cap
 *   BAND  inside: 100;   to its outer edge: aF + (100−aF)·share of the way;   beyond: 0
 *   gate  not passed: 0, at most its cap, or times the share of the threshold that was reached
 * </pre>
 * <p>Source: domain specification §5.1, §5.6.
 */
final class Achievements {
    private final ScorecardItem item;
    private final int row;
    private final String x;
    private final String target;
    private final String floor;
    private final String stretch;
    private final String cap;
    private final String start;

    private Achievements(ScorecardItem item, int row) {
        this.item = item;
        this.row = row;
        this.x = ItemColumn.AC.at(row);
        this.target = ItemColumn.TARGET.at(row);
        this.stretch = ItemColumn.STRETCH.at(row);
        this.cap = ItemColumn.CAP.at(row);
        this.start = ItemColumn.FLOOR_SCORE.at(row);
        this.floor = item.anchors().floor() == null ? defaultFloor() : ItemColumn.FLOOR.at(row);
    }

    private String defaultFloor() {
        return switch (item.direction()) {
            case DOWN -> "(2*" + target + ")";
            case UP, BAND -> "0";
        };
    }

    /** Empty where the row does not hold what decides: no scale, no actual. */
    static Optional<String> formula(ScorecardItem item, int row) {
        boolean scaled = item.anchors().scale(item.direction()).isPresent();
        if (!scaled || item.scored().isEmpty() || item.actual().usable().isEmpty()) {
            return Optional.empty();
        }
        Achievements on = new Achievements(item, row);
        String ungated =
                switch (item.direction()) {
                    case UP -> on.way("<", ">=", on.x + "-" + on.floor, on.target + "-" + on.floor);
                    case DOWN -> on.way(">", "<=", on.floor + "-" + on.x, on.floor + "-" + on.target);
                    case BAND -> on.band();
                };
        String gated = item.beside().gate().map(g -> on.gated(g, ungated)).orElse(ungated);
        return Optional.of("IF(NOT(ISNUMBER(%s)),\"\",%s)".formatted(on.x, gated));
    }

    private String way(String worse, String reached, String way, String whole) {
        String below = slope("(" + way + ")/(" + whole + ")");
        return "IF(%s%s%s,0,IF(%s%s%s,MIN(%s,%s),%s))"
                .formatted(x, worse, floor, x, reached, target, cap, beyond(below), below);
    }

    private String slope(String share) {
        return item.anchors().floorScore().signum() == 0
                ? share + "*100"
                : "%1$s+(100-%1$s)*%2$s".formatted(start, share);
    }

    private String beyond(String below) {
        return item.anchors().stretch() == null
                ? below
                : "100+(%s-100)*(%s-%s)/(%s-%s)".formatted(cap, x, target, stretch, target);
    }

    private String band() {
        String low = ItemColumn.LOW.at(row);
        String high = ItemColumn.HIGH.at(row);
        return "IF(%1$s<%2$s,%3$s,IF(%1$s>%4$s,%5$s,100))"
                .formatted(
                        x,
                        low,
                        edge(item.anchors().lowFloor(), ItemColumn.LOW_FLOOR.at(row), low, "<"),
                        high,
                        edge(item.anchors().highFloor(), ItemColumn.HIGH_FLOOR.at(row), high, ">"));
    }

    private String edge(@Nullable BigDecimal set, String outer, String edge, String beyond) {
        return set == null
                ? "0"
                : "IF(%1$s%2$s%3$s,0,%4$s)"
                        .formatted(x, beyond, outer, slope("(%1$s-%2$s)/(%3$s-%2$s)".formatted(x, outer, edge)));
    }

    private String gated(GateResult result, String ungated) {
        String failed = "LEFT(%s,4)=\"FAIL\"".formatted(PlanColumn.GATE_STATE.on(row));
        return switch (result.gate().mode()) {
            case ZERO -> "IF(%s,0,%s)".formatted(failed, ungated);
            case CAP -> "MIN(%s,IF(%s,%s,%s))".formatted(ungated, failed, PlanColumn.GATE_CAP.on(row), cap);
            case SCALE ->
                "(%s)*IF(%s,MIN(1,%s/%s),1)"
                        .formatted(
                                ungated, failed, PlanColumn.GATE_QUOTIENT.on(row), PlanColumn.GATE_THRESHOLD.on(row));
        };
    }
}
