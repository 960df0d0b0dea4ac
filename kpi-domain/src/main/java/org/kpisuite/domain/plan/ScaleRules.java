package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/** Rules of the lint about the marks of one item (domain specification §4.7, §5.1). */
final class ScaleRules {
    private ScaleRules() {}

    /** What is out of order, by the first reason found, and which field it is best mended in. */
    private record Fault(String field, LocalizedText reason) {}

    /** L16: floor, target and stretch stand in the order that the direction asks for. */
    static Optional<Finding> order(LintSubject plan, PlanItem item) {
        return plan.indicator(item).flatMap(i -> fault(item, i)).map(f -> {
            LocalizedText rule = LintSubject.sentence("L16", plan.name(item));
            return new Finding(
                    "L16",
                    Severity.ERROR,
                    item.key(),
                    f.field,
                    new LocalizedText(rule.en() + " " + f.reason.en(), rule.ru() + " " + f.reason.ru()));
        });
    }

    private static Optional<Fault> fault(PlanItem item, Indicator indicator) {
        Marks marks = item.marks();
        if (marks.floorScore().signum() < 0 || marks.floorScore().compareTo(Decimals.HUNDRED) >= 0) {
            return fault("floorScore", "L16.floorScore", Amounts.plain(marks.floorScore()));
        }
        boolean noOver = marks.cap().compareTo(Decimals.HUNDRED) == 0;
        if (marks.cap().compareTo(Decimals.HUNDRED) < 0) {
            return fault("cap", "L16.cap", Amounts.plain(marks.cap()));
        }
        Map<String, @Nullable BigDecimal> values = marks.values();
        if (item.direction() == Direction.BAND) {
            return band(values, indicator);
        }
        return line(item, indicator)
                .or(() -> noOver && values.get("stretch") != null
                        ? fault("stretch", "L16.stretchless")
                        : Optional.empty());
    }

    private static Optional<Fault> line(PlanItem item, Indicator indicator) {
        Map<String, @Nullable BigDecimal> values = item.marks().values();
        BigDecimal floor = values.get("floor");
        BigDecimal target = values.get("target");
        BigDecimal stretch = values.get("stretch");
        Line line = new Line(item.direction() == Direction.UP ? 1 : -1, amounts(indicator, floor, target, stretch));
        if (floor != null && target != null && !line.isHarder(target, floor)) {
            boolean ends = stretch != null && line.isHarder(stretch, floor);
            return line.fault(
                    "target", line.relation("L16.floor", floor, target), line.range(floor, ends ? stretch : null));
        }
        if (target != null && stretch != null && !line.isHarder(stretch, target)) {
            return line.fault("stretch", line.relation("L16.stretch", target, stretch), line.stretchBeyond(target));
        }
        if (floor != null && stretch != null && !line.isHarder(stretch, floor)) {
            return line.fault("stretch", line.relation("L16.ends", floor, stretch), line.stretchBeyond(floor));
        }
        boolean bottomless = LintSubject.isScored(item) && floor == null && target != null;
        return bottomless && (target.signum() <= 0 || indicator.canBeNegative())
                ? fault("floor", "L16.floorless")
                : Optional.empty();
    }

    /**
     * The way from floor to stretch.
     *
     * @param harder 1 where more is harder to reach, −1 where less is
     */
    private record Line(int harder, Amounts print) {
        boolean isHarder(BigDecimal mark, BigDecimal than) {
            return mark.compareTo(than) == harder;
        }

        /** How two marks stand that should stand otherwise. */
        LocalizedText relation(String key, BigDecimal first, BigDecimal second) {
            return LintSubject.sentence(key + side(first.compareTo(second)), print.text(first), print.text(second));
        }

        /** Where the target may lie. */
        LocalizedText range(BigDecimal floor, @Nullable BigDecimal stretch) {
            return stretch == null
                    ? LintSubject.sentence("L16.target" + side(harder), print.text(floor))
                    : LintSubject.sentence(
                            "L16.target.between", print.text(floor.min(stretch)), print.text(floor.max(stretch)));
        }

        LocalizedText stretchBeyond(BigDecimal mark) {
            return LintSubject.sentence("L16.stretch.must" + side(harder), print.text(mark));
        }

        Optional<Fault> fault(String field, LocalizedText relation, LocalizedText range) {
            return Optional.of(new Fault(
                    field,
                    new LocalizedText(
                            relation.en() + "; " + range.en() + ".", relation.ru() + "; " + range.ru() + ".")));
        }

        private static String side(int sign) {
            return sign > 0 ? ".above" : sign < 0 ? ".below" : ".equal";
        }
    }

    private static Optional<Fault> band(Map<String, @Nullable BigDecimal> values, Indicator indicator) {
        BigDecimal low = values.get("low");
        BigDecimal high = values.get("high");
        BigDecimal lowFloor = values.get("lowFloor");
        BigDecimal highFloor = values.get("highFloor");
        Amounts print = amounts(indicator, lowFloor, low, high, highFloor);
        if (low != null && high != null && low.compareTo(high) > 0) {
            return fault("low", "L16.band", print.text(low), print.text(high));
        }
        if (lowFloor != null && low != null && lowFloor.compareTo(low) >= 0) {
            return fault("lowFloor", "L16.lowFloor", print.text(lowFloor), print.text(low));
        }
        return highFloor != null && high != null && highFloor.compareTo(high) <= 0
                ? fault("highFloor", "L16.highFloor", print.text(highFloor), print.text(high))
                : Optional.empty();
    }

    private static Amounts amounts(Indicator indicator, @Nullable BigDecimal... marks) {
        return Amounts.of(indicator, Stream.of(marks).filter(m -> m != null).toArray(BigDecimal[]::new));
    }

    private static Optional<Fault> fault(String field, String key, Object... arguments) {
        return Optional.of(new Fault(field, LintSubject.sentence(key, arguments)));
    }

    /**
     * L25: no share above all, no net score beyond the hundred. A percentage of money earned on money spent may well be
     * above 100 %, and whatever has been there before.
     */
    static Optional<Finding> ceiling(LintSubject plan, PlanItem item) {
        return plan.indicator(item).flatMap(indicator -> {
            Optional<BigDecimal> ceiling = ceiling(indicator).filter(c -> !plan.past(item)
                    .map(p ->
                            p.history().values().stream().anyMatch(v -> v.abs().compareTo(c) > 0))
                    .orElse(false));
            return Stream.of("target", "stretch", "high", "low")
                    .filter(field -> ceiling.filter(
                                    c -> isBeyond(item.marks().values().get(field), c, indicator))
                            .isPresent())
                    .findFirst()
                    .map(field -> plan.about(item, field, Severity.WARN, "L25"));
        });
    }

    private static boolean isBeyond(@Nullable BigDecimal mark, BigDecimal ceiling, Indicator indicator) {
        boolean both = indicator.unitKind() == UnitKind.POINTS;
        return mark != null && (both ? mark.abs() : mark).compareTo(ceiling) > 0;
    }

    private static Optional<BigDecimal> ceiling(Indicator indicator) {
        return switch (indicator.unitKind()) {
            case PERCENT -> isReturn(indicator.formula()) ? Optional.empty() : Optional.of(BigDecimal.ONE);
            case POINTS ->
                indicator.multiplier() == Decimals.HUNDRED.intValueExact()
                        ? Optional.of(Decimals.HUNDRED)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether its denominator is taken from its numerator: a gain on what was spent, or on what there was. */
    private static boolean isReturn(Formula formula) {
        return formula instanceof Formula.Binary quotient
                && quotient.operator() == '/'
                && quotient.left() instanceof Formula.Binary gain
                && gain.operator() == '-'
                && gain.right().equals(quotient.right());
    }
}
