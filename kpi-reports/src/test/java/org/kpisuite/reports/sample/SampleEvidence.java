package org.kpisuite.reports.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.domain.scorecard.Explanation.Kind;
import org.kpisuite.domain.scorecard.Explanation.Step;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.data.ImportMark;
import org.kpisuite.reports.workbook.Evidence;
import org.kpisuite.reports.workbook.FactLine;

/** Rows that the values of a sample scorecard could have been made of: sums, quotients, differences, states, parts. */
public final class SampleEvidence {
    private static final Instant EXTRACTED = Instant.parse("2026-11-22T02:15:00Z");
    private static final BigDecimal DENOMINATOR = new BigDecimal("4000");
    private static final int SCALE = 10;

    private final Scorecard scorecard;
    private final Set<FactLine> lines = new LinkedHashSet<>();
    private int row;

    private SampleEvidence(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    /** How an item is made of measures. */
    private enum Way {
        SUM("%s_BASE"),
        QUOTIENT("%s_PART / %s_WHOLE"),
        PERCENT("100 × (%s_PART / %s_WHOLE)"),
        DIFFERENCE("%s_IN - %s_OUT"),
        STATE("%s_STATE"),
        PARTS("%s_BASE");

        private final String working;

        Way(String working) {
            this.working = working;
        }

        static Way of(ScorecardItem item) {
            return switch (item.indicator()) {
                case "CTR", "CRR", "CAC" -> QUOTIENT;
                case "NPS" -> PERCENT;
                case "PROFIT" -> DIFFERENCE;
                case "REFERRALS" -> STATE;
                case "BRAND" -> PARTS;
                default -> SUM;
            };
        }
    }

    public static Evidence of(Scorecard scorecard) {
        SampleEvidence sample = new SampleEvidence(scorecard);
        List<Explanation> workings =
                scorecard.items().stream().map(sample::working).toList();
        List<FactLine> rows = List.copyOf(sample.lines);
        return new Evidence(
                workings,
                rows::forEach,
                Optional.empty(),
                List.of(),
                ids -> ids.isEmpty()
                        ? List.of()
                        : List.of(
                                new ImportMark(41, "=leads & \"costs\".csv", "ab".repeat(32), EXTRACTED, rows.size())),
                "https://kpi.example.org/trace?code=");
    }

    private Explanation working(ScorecardItem item) {
        Scorecard.Heading heading = scorecard.heading();
        DayRange days = new DayRange(heading.period().start(), heading.lastDay());
        List<Step> steps = new ArrayList<>();
        step(Kind.ACTUAL, item, item.actual(), days).ifPresent(steps::add);
        step(Kind.PREVIOUS, item, item.previous(), shifted(days, 3)).ifPresent(steps::add);
        step(Kind.PRIOR_YEAR, item, item.priorYear(), shifted(days, 12)).ifPresent(steps::add);
        return new Explanation(
                heading.unit(), heading.period(), heading.asOf(), item.key(), item.name(), steps, List.of());
    }

    private static DayRange shifted(DayRange days, int months) {
        return new DayRange(
                days.start().minusMonths(months), days.endInclusive().minusMonths(months));
    }

    private Optional<Step> step(Kind kind, ScorecardItem item, Cell cell, DayRange days) {
        Way way = Way.of(item);
        return cell.raw()
                .map(value -> new Step(
                        kind,
                        item.indicator(),
                        item.name(),
                        way.working.replace("%s", item.indicator()),
                        "SUM",
                        value,
                        days,
                        item.completeness(),
                        null,
                        List.of(),
                        inputs(way, item.indicator(), value, days)));
    }

    private List<Step> inputs(Way way, String code, BigDecimal value, DayRange days) {
        return switch (way) {
            case SUM -> List.of(measure(code + "_BASE", value, days, List.of("")));
            case PARTS -> List.of(measure(code + "_BASE", value, days, List.of("channel=search", "channel=so*cial")));
            case QUOTIENT ->
                List.of(
                        measure(code + "_PART", rounded(value.multiply(DENOMINATOR)), days, List.of("")),
                        measure(code + "_WHOLE", DENOMINATOR, days, List.of("")));
            case PERCENT ->
                List.of(
                        measure(
                                code + "_PART",
                                rounded(value.multiply(DENOMINATOR).movePointLeft(2)),
                                days,
                                List.of("")),
                        measure(code + "_WHOLE", DENOMINATOR, days, List.of("")));
            case DIFFERENCE ->
                List.of(
                        measure(code + "_IN", value.add(DENOMINATOR), days, List.of("")),
                        measure(code + "_OUT", DENOMINATOR, days, List.of("")));
            case STATE -> List.of(state(code + "_STATE", value, days));
        };
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(SCALE, RoundingMode.HALF_UP);
    }

    private Step measure(String code, BigDecimal value, DayRange days, List<String> dims) {
        BigDecimal half = value.divide(BigDecimal.valueOf(2L * dims.size()), SCALE, RoundingMode.DOWN);
        BigDecimal rest = value;
        for (String part : dims) {
            line(code, part, Period.of(Granularity.DAY, days.start()), half);
            rest = rest.subtract(half);
        }
        for (int i = 0; i < dims.size(); i++) {
            BigDecimal last = i == dims.size() - 1 ? rest : half;
            line(code, dims.get(i), Period.of(Granularity.DAY, days.endInclusive()), last);
            rest = rest.subtract(last);
        }
        return step(code, TimeAggregation.SUM, value, days);
    }

    private Step state(String code, BigDecimal value, DayRange days) {
        line(code, "", Period.of(Granularity.DAY, days.start()), value.add(BigDecimal.TEN));
        line(code, "", Period.of(Granularity.DAY, days.endInclusive()), value);
        return step(code, TimeAggregation.LAST, value, days);
    }

    private void line(String measure, String dims, Period period, BigDecimal value) {
        row++;
        lines.add(new FactLine(
                scorecard.heading().unit(),
                measure,
                dims,
                period,
                Scenario.AC,
                value,
                measure.startsWith("CAC") ? "RUB" : "",
                "CRM",
                EXTRACTED,
                1,
                EXTRACTED,
                41,
                row));
    }

    private Step step(String measure, TimeAggregation rule, BigDecimal value, DayRange days) {
        String unit = scorecard.heading().unit();
        FactSlice slice = new FactSlice(
                unit, measure, "", "CRM", Granularity.DAY, days, value, value, value, days.endInclusive(), days.days());
        Step own = new Step(
                Kind.UNIT, unit, null, "", null, value, days, new Completeness(1, 1), null, List.of(slice), List.of());
        return new Step(
                Kind.MEASURE,
                measure,
                null,
                "",
                rule.name(),
                value,
                days,
                new Completeness(1, 1),
                null,
                List.of(),
                List.of(own));
    }
}
