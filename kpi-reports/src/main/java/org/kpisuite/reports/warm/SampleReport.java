package org.kpisuite.reports.warm;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.Rounding;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.domain.scorecard.Explanation.Kind;
import org.kpisuite.domain.scorecard.Explanation.Step;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.workbook.Evidence;
import org.kpisuite.reports.workbook.FactLine;
import org.kpisuite.reports.workbook.FactLines;

/** A department of seven KPIs and thirteen diagnostics, each a quotient of two measures, and the rows that they are made of. */
public final class SampleReport {
    public static final int ITEMS = 20;
    public static final int SCORED = 7;
    private static final int MEASURES = 2 * ITEMS;
    private static final int FEEDS = 90;
    private static final Period QUARTER = Period.parse("2026-Q4");
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 21);
    private static final Instant AS_OF = Instant.parse("2026-11-22T03:00:00Z");
    private static final Instant EXTRACTED = Instant.parse("2026-11-22T02:15:00Z");
    private static final DayRange DAYS = new DayRange(QUARTER.start(), LAST_DAY);
    private static final BigDecimal CAP = BigDecimal.valueOf(120);
    private static final int VALUES = 997;

    private final int rows;
    private final List<Period> dayPeriods;

    public SampleReport(int rows) {
        this.rows = rows;
        this.dayPeriods = DAYS.start()
                .datesUntil(LAST_DAY.plusDays(1))
                .map(d -> Period.of(Granularity.DAY, d))
                .toList();
    }

    public FactLines facts() {
        return to -> {
            for (int i = 0; i < rows; i++) {
                to.accept(line(i));
            }
        };
    }

    private FactLine line(int i) {
        int day = i / MEASURES % dayPeriods.size();
        return new FactLine(
                "MARKETING",
                measure(i % MEASURES),
                "",
                dayPeriods.get(day),
                Scenario.AC,
                value(i),
                "",
                "CRM",
                EXTRACTED,
                1,
                EXTRACTED,
                1_000 + i % FEEDS,
                i + 1);
    }

    private static BigDecimal value(int i) {
        return BigDecimal.valueOf(100L * (i % VALUES) + 10_025, 2);
    }

    private static String measure(int number) {
        return "MEASURE_" + number;
    }

    private BigDecimal[] sums() {
        BigDecimal[] sums = new BigDecimal[MEASURES];
        Arrays.fill(sums, BigDecimal.ZERO);
        for (int i = 0; i < rows; i++) {
            sums[i % MEASURES] = sums[i % MEASURES].add(value(i));
        }
        return sums;
    }

    public Evidence evidence() {
        BigDecimal[] sums = sums();
        List<Explanation> workings = IntStream.range(0, ITEMS)
                .mapToObj(i -> working(i, sums[2 * i], sums[2 * i + 1]))
                .toList();
        return new Evidence(workings, facts(), Optional.empty(), List.of(), ids -> List.of(), "");
    }

    private static Explanation working(int item, BigDecimal numerator, BigDecimal denominator) {
        String formula = measure(2 * item) + " / " + measure(2 * item + 1);
        Step actual = step(
                Kind.ACTUAL,
                "KPI_" + item,
                formula,
                TimeAggregation.RATIO_OF_SUMS,
                Decimals.divide(numerator, denominator),
                List.of(
                        step(Kind.MEASURE, measure(2 * item), "", TimeAggregation.SUM, numerator, List.of()),
                        step(Kind.MEASURE, measure(2 * item + 1), "", TimeAggregation.SUM, denominator, List.of())));
        return new Explanation("MARKETING", QUARTER, AS_OF, "KPI_" + item, name(item), List.of(actual), List.of());
    }

    private static Step step(
            Kind kind, String subject, String working, TimeAggregation rule, BigDecimal value, List<Step> inputs) {
        return new Step(
                kind,
                subject,
                null,
                working,
                rule.name(),
                value,
                DAYS,
                new Completeness(1, 1),
                null,
                List.of(),
                inputs);
    }

    private static LocalizedText name(int item) {
        return new LocalizedText("Indicator of marketing " + item, "Показатель маркетинга " + item);
    }

    public Scorecard scorecard() {
        BigDecimal[] sums = sums();
        List<Period> trend = IntStream.rangeClosed(1 - Scorecard.TREND_LENGTH, 0)
                .mapToObj(QUARTER::plus)
                .toList();
        List<ScorecardItem> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(item(i, Decimals.divide(sums[2 * i], sums[2 * i + 1]), trend));
        }
        Score score = Score.of(items.stream()
                .limit(SCORED)
                .map(i -> new Score.Part(i.weight(), i.achievement(), CAP))
                .toList());
        Scorecard.Heading heading = new Scorecard.Heading(
                "MARKETING",
                new LocalizedText("Marketing", "Маркетинг"),
                new LocalizedText("Sample company", "Компания-образец"),
                QUARTER,
                AS_OF,
                ZoneId.of("Europe/Moscow"),
                LAST_DAY,
                DAYS.days(),
                QUARTER.days().days());
        return SampleCourse.of(new Scorecard(
                heading,
                Optional.of(new Scorecard.PlanMark(17, 2, "ACTIVE", "3f".repeat(32), 0)),
                score,
                Score.NO_PLAN,
                trend,
                items,
                List.of()));
    }

    private static ScorecardItem item(int number, BigDecimal actual, List<Period> trend) {
        boolean scored = number < SCORED;
        BigDecimal weight = scored ? BigDecimal.valueOf(number == 0 ? 16 : 14) : BigDecimal.ZERO;
        BigDecimal achievement = actual.multiply(Decimals.HUNDRED).min(CAP);
        Cell plan = Cell.of(BigDecimal.ONE);
        Cell before = Cell.of(new BigDecimal("0.98"));
        Completeness complete = new Completeness(DAYS.days(), DAYS.days());
        Optional<BigDecimal> value = Optional.of(actual);
        Optional<BigDecimal> none = Optional.empty();
        return new ScorecardItem(
                "KPI_" + number,
                "",
                name(number),
                number % 2 == 0 ? Nature.LEAD : Nature.LAG,
                scored ? Usage.EVAL : Usage.DIAG,
                weight,
                scored ? null : "KPI_" + number % SCORED,
                UnitKind.RATIO,
                null,
                Direction.UP,
                new Rounding(0, 2),
                new Cell.Measured(actual, complete),
                plan,
                plan,
                before,
                before,
                Change.of(value, plan.usable(), UnitKind.RATIO, none),
                Change.of(value, before.usable(), UnitKind.RATIO, none),
                Change.of(value, before.usable(), UnitKind.RATIO, none),
                new Cell.NotApplicable(),
                Optional.empty(),
                new ScorecardItem.Anchors(null, BigDecimal.ONE, null, null, null, CAP),
                scored ? achievement : null,
                complete,
                LAST_DAY,
                List.of(),
                trend.stream()
                        .map(p -> new ScorecardItem.TrendPoint(
                                p, p.equals(QUARTER) ? Cell.of(actual) : before, plan, before, before))
                        .toList(),
                ScorecardItem.Beside.NOTHING);
    }
}
