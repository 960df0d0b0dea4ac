package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.GateMode;
import org.kpisuite.domain.plan.GateTerms;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.Rational;
import org.kpisuite.domain.quantity.Rounding;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.GateResult;
import org.kpisuite.domain.scorecard.GateState;
import org.kpisuite.domain.scorecard.OtherScore;
import org.kpisuite.domain.scorecard.RollingComparison;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.ScorecardItem.Note;
import org.kpisuite.domain.scorecard.StatusLimits;

/** The scorecard of the design: marketing, 2026-Q4 to 21 November, 63.3. */
final class ScorecardFixture {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final Period QUARTER = Period.parse("2026-Q4");
    private static final BigDecimal CAP = BigDecimal.valueOf(120);

    private ScorecardFixture() {}

    static Scorecard marketing() {
        return card(true, List.of(leads(), ctr(), brand(), cac(), nps()), Optional.of(mark()), new BigDecimal("71.0"));
    }

    /**
     * A gate that waits, a cost without its result, a count that was not made for the quarter, a profit after a loss, and a
     * score that was reported before facts changed.
     */
    static Scorecard remarked() {
        Gate gate = Gate.of(
                new GateTerms("DEALS_WON_COHORT", "LEADS", new BigDecimal("0.2"), GateMode.ZERO, null, 90, null),
                Catalogue.shipped());
        GateResult waiting = new GateResult(
                gate,
                GateState.PENDING,
                Optional.of(Rational.of(new BigDecimal("0.125"))),
                Optional.of(Rational.of(new BigDecimal("0.542"))),
                CAP,
                CAP);
        ScorecardItem leads =
                told(leads(), leads().actual(), CAP, Optional.of(waiting), Note.PARTIAL, Note.GATE_PENDING);
        ScorecardItem cac = told(
                cac(),
                new Cell.Failed(Cell.Reason.DIV0_COST, "NEW_CUSTOMERS"),
                BigDecimal.ZERO,
                Optional.empty(),
                Note.DIV0_COST);
        ScorecardItem users = told(
                brand(),
                new Cell.Uncounted(BigDecimal.valueOf(100), BigDecimal.valueOf(300)),
                null,
                Optional.empty(),
                Note.UNCOUNTED);
        Scorecard now = card(false, List.of(leads, users, cac, profit()), Optional.of(mark()), new BigDecimal("71.0"));
        Score reported = new Score(BigDecimal.valueOf(90), BigDecimal.valueOf(100), null, null);
        return now.headedBy(reported)
                .beside(List.of(
                        new OtherScore(
                                OtherScore.Kind.REPORTED,
                                Instant.parse("2027-01-18T09:00:00Z"),
                                reported,
                                1,
                                List.of()),
                        new OtherScore(OtherScore.Kind.RESTATED, now.heading().asOf(), now.score(), 1, List.of())));
    }

    private static ScorecardItem told(
            ScorecardItem item, Cell actual, BigDecimal achievement, Optional<GateResult> gate, Note... notes) {
        return new ScorecardItem(
                item.indicator(),
                item.dims(),
                item.name(),
                item.nature(),
                item.usage(),
                item.weight(),
                item.explains(),
                item.unitKind(),
                item.currency(),
                item.direction(),
                item.rounding(),
                actual,
                item.planToDate(),
                item.plan(),
                item.previous(),
                item.priorYear(),
                change(actual, item.plan(), item.unitKind()),
                change(actual, item.previous(), item.unitKind()),
                change(actual, item.priorYear(), item.unitKind()),
                item.forecast(),
                item.forecastMethod(),
                item.anchors(),
                achievement,
                item.completeness(),
                item.dataTo(),
                List.of(notes),
                item.trend(),
                new ScorecardItem.Beside(
                        gate, List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), StatusLimits.USUAL));
    }

    private static ScorecardItem profit() {
        return item(
                "PROFIT",
                "Profit",
                "Прибыль",
                Nature.LAG,
                "20",
                null,
                UnitKind.MONEY,
                Direction.UP,
                0,
                new String[] {"50", "0", "40", "-100"},
                "100",
                "46 45 44 45 43 42 41 40");
    }

    static Scorecard withoutPlan() {
        return card(true, List.of(leads(), brand(), cac()), Optional.empty(), null);
    }

    static Scorecard withoutData() {
        return card(false, List.of(), Optional.empty(), null);
    }

    private static Scorecard.PlanMark mark() {
        return new Scorecard.PlanMark(7, 2, "ACTIVE", "3fa9".repeat(15) + "c1d2", 0);
    }

    private static Scorecard card(
            boolean open, List<ScorecardItem> items, Optional<Scorecard.PlanMark> plan, BigDecimal before) {
        List<Score.Part> parts = items.stream()
                .filter(i -> i.usage() == Usage.EVAL)
                .map(i -> new Score.Part(i.weight(), i.achievement(), CAP))
                .toList();
        return new Scorecard(
                new Scorecard.Heading(
                        "MARKETING",
                        new LocalizedText("Marketing", "Маркетинг"),
                        new LocalizedText("Meridian", "Меридиан"),
                        QUARTER,
                        Instant.parse("2026-11-22T03:00:00Z"),
                        ZONE,
                        LocalDate.of(2026, 11, 21),
                        open ? 52 : 92,
                        92),
                plan,
                plan.isPresent() ? Score.of(parts) : Score.NO_PLAN,
                before == null ? Score.NO_PLAN : new Score(before, BigDecimal.valueOf(100), before, before),
                IntStream.rangeClosed(-7, 0).mapToObj(QUARTER::plus).toList(),
                items,
                List.of(new Scorecard.Restatement(
                        "NEW_CUSTOMERS",
                        new LocalizedText("New customers", "Новые клиенты"),
                        Period.parse("2026-09"),
                        BigDecimal.valueOf(101),
                        BigDecimal.valueOf(104),
                        2,
                        null,
                        7,
                        Instant.parse("2026-11-20T09:00:00Z"))));
    }

    private static ScorecardItem leads() {
        return item(
                "LEADS",
                "Leads",
                "Лиды",
                Nature.LEAD,
                "40",
                null,
                UnitKind.COUNT,
                Direction.UP,
                0,
                new String[] {"900", "1000", "870", "820"},
                "50",
                "840 860 870 880 900 910 1480 900");
    }

    private static ScorecardItem ctr() {
        return item(
                "CTR",
                "CTR",
                "CTR",
                Nature.LEAD,
                "0",
                "LEADS",
                UnitKind.PERCENT,
                Direction.UP,
                2,
                new String[] {"0.0110", "0.0120", "0.0112", "0.0105"},
                null,
                ".0124 .0123 .0121 .0120 .0117 .0116 .0113 .0110");
    }

    private static ScorecardItem brand() {
        return item(
                "BRAND_SESSIONS",
                "Brand traffic",
                "Бренд-трафик",
                Nature.LEAD,
                "10",
                null,
                UnitKind.COUNT,
                Direction.UP,
                0,
                new String[] {"26000", "26000", "24000", "21400"},
                "100",
                "20000 21000 22000 23000 24000 41000 43000 26000");
    }

    private static ScorecardItem cac() {
        return item(
                "CAC",
                "CAC",
                "CAC",
                Nature.LAG,
                "30",
                null,
                UnitKind.MONEY,
                Direction.DOWN,
                0,
                new String[] {"110000", "100000", "104000", "105000"},
                "66.6666667",
                "101000 99000 104000 105000 120000 103000 104000 110000");
    }

    private static ScorecardItem nps() {
        return item(
                "NPS",
                "NPS",
                "NPS",
                Nature.LAG,
                "20",
                null,
                UnitKind.POINTS,
                Direction.UP,
                0,
                new String[] {"40", "45", "41", "38"},
                "66.6666667",
                "46 45 44 45 43 42 41 40");
    }

    private static ScorecardItem item(
            String code,
            String en,
            String ru,
            Nature nature,
            String weight,
            String explains,
            UnitKind kind,
            Direction direction,
            int scale,
            String[] values,
            String achievement,
            String trend) {
        Cell[] cells = new Cell[4];
        for (int i = 0; i < 4; i++) {
            cells[i] = Cell.of(new BigDecimal(values[i]));
        }
        String[] points = trend.split(" ", -1);
        List<ScorecardItem.TrendPoint> trendPoints = IntStream.range(0, 8)
                .mapToObj(i -> new ScorecardItem.TrendPoint(
                        QUARTER.plus(i - 7),
                        Cell.of(new BigDecimal(points[i])),
                        new Cell.NotApplicable(),
                        new Cell.NotApplicable(),
                        new Cell.NotApplicable()))
                .toList();
        return new ScorecardItem(
                code,
                "",
                new LocalizedText(en, ru),
                nature,
                explains == null ? Usage.EVAL : Usage.DIAG,
                new BigDecimal(weight),
                explains,
                kind,
                kind == UnitKind.MONEY ? "RUB" : null,
                direction,
                Rounding.of(kind, scale, new BigDecimal(values[0])),
                cells[0],
                cells[1],
                cells[1],
                cells[2],
                cells[3],
                change(cells[0], cells[1], kind),
                change(cells[0], cells[2], kind),
                change(cells[0], cells[3], kind),
                new Cell.NotApplicable(),
                Optional.empty(),
                new ScorecardItem.Anchors(null, null, null, null, null, CAP),
                achievement == null ? null : new BigDecimal(achievement),
                new Completeness(52, 52),
                LocalDate.of(2026, 11, 21),
                List.of(),
                trendPoints,
                new ScorecardItem.Beside(
                        Optional.empty(),
                        code.equals("LEADS") ? longerSpans() : List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        StatusLimits.USUAL));
    }

    /** The year to the end of October only, for leads come by month; four quarters. */
    private static List<RollingComparison> longerSpans() {
        DayRange year = days("2026-01-01", "2026-10-31");
        DayRange before = days("2025-01-01", "2025-10-31");
        return List.of(
                span(RollingComparison.Span.YTD, year, "3000", Cell.of(new BigDecimal("4000")), before, "2400"),
                span(
                        RollingComparison.Span.R4,
                        days("2025-10-01", "2026-09-30"),
                        "3600",
                        new Cell.NotApplicable(),
                        days("2024-10-01", "2025-09-30"),
                        "4000"));
    }

    private static DayRange days(String first, String last) {
        return new DayRange(LocalDate.parse(first), LocalDate.parse(last));
    }

    private static RollingComparison span(
            RollingComparison.Span span, DayRange days, String actual, Cell plan, DayRange other, String reference) {
        Cell is = Cell.of(new BigDecimal(actual));
        Cell was = Cell.of(new BigDecimal(reference));
        return new RollingComparison(span, days, is, plan, other, was, change(is, was, UnitKind.COUNT));
    }

    private static Change change(Cell actual, Cell reference, UnitKind kind) {
        return Change.of(actual.usable(), reference.usable(), kind);
    }
}
