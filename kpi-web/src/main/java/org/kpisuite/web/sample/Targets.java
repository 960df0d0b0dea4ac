package org.kpisuite.web.sample;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.quantity.Decimals;

/**
 * Sets the targets of a quarter near to what the quarter came to, as a department does that knows its business: mostly
 * a little above, sometimes a little below. The online shop planned its last two quarters without the visitors that it
 * would lose.
 */
final class Targets {
    private static final MathContext HUMANE = new MathContext(3, RoundingMode.HALF_UP);
    private static final int EARLY_DAYS = 21;
    private static final double REACHED_MEAN = 1.002;
    private static final double REACHED_SPREAD = 0.028;

    /** What the shop reached of its targets since it began to lose visitors. */
    private static final Map<String, Double> SHOP_REACHED =
            Map.of("EMAIL_CTR", 0.90, "REVENUE", 0.88, "AOV", 0.96, "MARGIN", 0.90);

    private final PastValues past;
    private final SampleCompany company;

    Targets(PastValues past, SampleCompany company) {
        this.past = past;
        this.company = company;
    }

    DepartmentPlan plan(String unit, Period quarter) {
        List<PlannedItem> items =
                PlanLine.of(unit).stream().map(l -> item(unit, quarter, l)).toList();
        return new DepartmentPlan(unit, quarter, items);
    }

    private PlannedItem item(String unit, Period quarter, PlanLine line) {
        Indicator indicator = past.catalogue().indicator(line.indicator()).orElseThrow();
        Map<String, BigDecimal> marks = new LinkedHashMap<>();
        before(unit, indicator, quarter).ifPresent(b -> marks.put("baseline", humane(b)));
        BigDecimal come = come(unit, indicator, quarter);
        if (indicator.direction() == Direction.BAND) {
            band(marks, come);
        } else {
            BigDecimal target = target(unit, quarter, indicator, come);
            marks.put("target", target);
            if (line.isScored()) {
                boolean up = indicator.direction() == Direction.UP;
                marks.put("floor", humane(times(target, up ? "0.75" : "1.25")));
                marks.put("stretch", stretch(indicator, target));
            }
        }
        return new PlannedItem(
                line.indicator(),
                line.weight(),
                line.influencers().isEmpty() ? "FULL" : "SHARED",
                marks,
                texts(line, quarter),
                line.isScored() ? PlanLine.GATES.get(line.indicator()) : null);
    }

    private BigDecimal target(String unit, Period quarter, Indicator indicator, BigDecimal come) {
        double reached = reached(unit, quarter, indicator);
        BigDecimal factor = new BigDecimal(reached, HUMANE);
        return humane(
                indicator.direction() == Direction.UP
                        ? Decimals.divide(come, factor)
                        : come.multiply(factor, Decimals.EXACT));
    }

    /** Actual divided by target, for whatever should be high. */
    private double reached(String unit, Period quarter, Indicator indicator) {
        boolean misses =
                unit.equals(Shop.UNIT) && quarter.compareTo(company.quarter().previous()) >= 0;
        double mean = misses ? SHOP_REACHED.getOrDefault(indicator.code(), REACHED_MEAN) : REACHED_MEAN;
        String series = "target " + unit + indicator.code();
        return mean + REACHED_SPREAD * Chance.normal(series, quarter.start().toEpochDay());
    }

    /** What the whole quarter comes to: the running one at the pace of its first weeks, or that of a year ago. */
    private BigDecimal come(String unit, Indicator indicator, Period quarter) {
        Optional<BigDecimal> value = past.value(unit, indicator.code(), quarter);
        DayRange elapsed = quarter.days().upTo(company.lastSunday());
        boolean whole = elapsed.equals(quarter.days());
        if (value.isEmpty() || (!whole && elapsed.days() < EARLY_DAYS)) {
            return before(unit, indicator, quarter)
                    .or(() -> past.value(unit, indicator.code(), quarter.previous()))
                    .orElseThrow();
        }
        return whole || !isFlow(indicator)
                ? value.get()
                : Decimals.divide(
                        value.get(),
                        Decimals.share(elapsed.days(), quarter.days().days()));
    }

    private static boolean isFlow(Indicator indicator) {
        return !indicator.formula().isQuotient();
    }

    private Optional<BigDecimal> before(String unit, Indicator indicator, Period quarter) {
        return quarter.priorYear().flatMap(p -> past.value(unit, indicator.code(), p));
    }

    private static void band(Map<String, BigDecimal> marks, BigDecimal come) {
        marks.put("low", humane(times(come, "0.96")));
        marks.put("high", humane(times(come, "1.05")));
        marks.put("lowFloor", humane(times(come, "0.85")));
        marks.put("highFloor", humane(times(come, "1.18")));
    }

    /** Ratings end at 5, and shares at 100%. */
    private static BigDecimal stretch(Indicator indicator, BigDecimal target) {
        BigDecimal stretch = humane(times(target, indicator.direction() == Direction.UP ? "1.1" : "0.9"));
        BigDecimal end =
                switch (indicator.code()) {
                    case "SATISFACTION" -> BigDecimal.valueOf(5);
                    case "TASK_CLOSURE", "RETENTION" -> BigDecimal.ONE;
                    default -> stretch;
                };
        return stretch.min(end);
    }

    private static Map<String, String> texts(PlanLine line, Period quarter) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("dataSource", line.source());
        if (line.isScored()) {
            texts.put("goalLink", line.goal());
            texts.put("owner", line.owner());
            texts.put("rationale", "Prior year, and what the first weeks of " + quarter + " can carry.");
        } else {
            texts.put("explains", line.explains());
        }
        if (!line.influencers().isEmpty()) {
            texts.put("influencers", line.influencers());
        }
        if (PlanLine.QUALITY.containsKey(line.indicator())) {
            texts.put("qualityPair", PlanLine.QUALITY.get(line.indicator()));
        }
        return texts;
    }

    private static BigDecimal times(BigDecimal value, String factor) {
        return value.multiply(new BigDecimal(factor), Decimals.EXACT);
    }

    private static BigDecimal humane(BigDecimal value) {
        return new BigDecimal(value.round(HUMANE).stripTrailingZeros().toPlainString());
    }
}
