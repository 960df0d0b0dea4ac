package org.kpisuite.reports.sample;

import static org.kpisuite.reports.sample.ItemBuilder.item;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.OtherScore;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.Scorecard.Heading;
import org.kpisuite.domain.scorecard.Scorecard.PlanMark;
import org.kpisuite.domain.scorecard.Scorecard.Restatement;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.ScorecardItem.Note;

/** Scorecards made by hand, one for each situation that an output must get right. */
public final class SampleScorecards {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final Instant AS_OF = Instant.parse("2026-11-22T03:00:00Z");
    private static final BigDecimal CAP = BigDecimal.valueOf(120);
    private static final Period QUARTER = Period.parse("2026-Q4");
    private static final String HASH = "3fa9c1d2".repeat(8);

    private static final OtherScore.Actor ASKED = new OtherScore.Actor("Anna Orlova", Optional.empty());
    private static final OtherScore.Actor ACCEPTED = new OtherScore.Actor("Boris Petrov", Optional.of("Vera Lis"));

    private SampleScorecards() {}

    /** Every scorecard by name. */
    public static Map<String, Scorecard> all() {
        return new TreeMap<>(Map.of(
                "open", open(),
                "closed", closed(),
                "no plan", noPlan(),
                "nothing delivered", nothingDelivered(),
                "formula names", formulaNames(),
                "other scores", otherScores(),
                "gated", gated()));
    }

    /** 52 of 92 days are over; one KPI not delivered, one far too incomplete, all kinds of units and bases. */
    public static Scorecard open() {
        return scorecard(QUARTER, LocalDate.of(2026, 11, 21), Optional.of(mark(0)), items(), restatements());
    }

    /** The same numbers for a quarter that is over. */
    public static Scorecard closed() {
        return scorecard(QUARTER, LocalDate.of(2026, 12, 31), Optional.of(mark(12)), items(), List.of());
    }

    /** With a score as reported, by the revision before, and with points that four eyes added. */
    public static Scorecard otherScores() {
        Scorecard card = closed();
        Score reported = card.score().plus(new BigDecimal("-3.25"));
        return card.beside(List.of(
                other(OtherScore.Kind.REPORTED, reported, 2),
                other(OtherScore.Kind.RESTATED, card.score(), 2),
                new OtherScore(
                        OtherScore.Kind.ADJUSTED,
                        AS_OF,
                        card.score().plus(new BigDecimal("2.5")),
                        2,
                        List.of(
                                new OtherScore.Points(new BigDecimal("4"), "=a recall in August", ASKED, ACCEPTED),
                                new OtherScore.Points(
                                        new BigDecimal("-1.5"),
                                        "leads of the fair were counted twice by the agency",
                                        ASKED,
                                        ACCEPTED))),
                other(OtherScore.Kind.REVISION_BEFORE, reported, 1)));
    }

    private static OtherScore other(OtherScore.Kind kind, Score score, int revision) {
        return new OtherScore(kind, AS_OF, score, revision, List.of());
    }

    /** One item, by its actual: two of these differ in nothing but one number and what follows from it. */
    public static Scorecard single(String actual) {
        List<ItemBuilder> items = List.of(item("LEADS", "Leads", "Лиды")
                .weight("100")
                .values(actual, "1000", "1000")
                .history("860", "820")
                .anchors(null, "1000", null)
                .achievement(new BigDecimal(actual).movePointLeft(1)));
        return scorecard(QUARTER, LocalDate.of(2026, 12, 31), Optional.of(mark(0)), items, List.of());
    }

    /** No approved plan: no weights, no targets, no score. */
    public static Scorecard noPlan() {
        List<ItemBuilder> items = List.of(
                item("LEADS", "Leads", "Лиды")
                        .weight("0")
                        .values("900", "", "")
                        .history("860", "820")
                        .note(Note.PLAN_NOT_APPROVED),
                item("REVENUE", "Revenue", "Выручка")
                        .lagging()
                        .unit(UnitKind.MONEY, 0)
                        .values("18412345.67", "", "")
                        .history("17900000", "16100000.5"));
        return scorecard(QUARTER, LocalDate.of(2026, 11, 21), Optional.empty(), items, List.of());
    }

    /** A plan, and not one value. */
    public static Scorecard nothingDelivered() {
        List<ItemBuilder> items = List.of(
                item("LEADS", "Leads", "Лиды")
                        .weight("60")
                        .values("", "1000", "1770")
                        .anchors("800", "1000", "1200")
                        .actual(new Cell.NotDelivered())
                        .note(Note.NOT_DELIVERED),
                item("CAC", "Customer acquisition cost", "Стоимость привлечения клиента")
                        .lagging()
                        .weight("40")
                        .unit(UnitKind.MONEY, 0)
                        .direction(Direction.DOWN)
                        .values("", "10000", "10000")
                        .actual(new Cell.Failed(Cell.Reason.DIV0_COST, "NEW_CUSTOMERS"))
                        .note(Note.DIV0_COST));
        return scorecard(QUARTER, LocalDate.of(2026, 11, 21), Optional.of(mark(0)), items, List.of());
    }

    /** Names that a spreadsheet would take for formulas, and one that would break a mail header. */
    public static Scorecard formulaNames() {
        List<ItemBuilder> items = List.of(
                item("HYPERLINK", "=HYPERLINK(\"http://x\",\"y\")", "=1+1")
                        .weight("50")
                        .values("100", "100", "100")
                        .anchors(null, "100", null)
                        .achievement(Decimals.HUNDRED),
                item("PLUS", "+cmd|' /C calc'!A0", "+7 495").values("1", "2", "3"),
                item("MINUS", "-2+3", "-2+3").values("1", "2", "3"),
                item("AT", "@SUM(1+1)", "@SUM(1+1)")
                        .weight("50")
                        .values("90", "100", "100")
                        .anchors(null, "100", null)
                        .achievement(new BigDecimal("90")));
        Scorecard plain = scorecard(QUARTER, LocalDate.of(2026, 12, 31), Optional.of(mark(0)), items, List.of());
        LocalizedText unit = new LocalizedText("=A&B\r\nBcc: x@example.org", "=А&Б\r\nBcc: x@example.org");
        return new Scorecard(
                heading(unit, QUARTER, LocalDate.of(2026, 12, 31)),
                plain.plan(),
                plain.score(),
                Score.NO_PLAN,
                plain.trendPeriods(),
                plain.items(),
                plain.restatements());
    }

    /** The quality gate of a plan took an achievement away that its marks alone would give. */
    public static Scorecard gated() {
        List<ItemBuilder> items = List.of(item("LEADS", "Leads", "Лиды")
                .weight("100")
                .values("1300", "1000", "1000")
                .anchors("800", "1000", "1200")
                .achievement(BigDecimal.ZERO)
                .note(Note.GATE_FAILED));
        return scorecard(QUARTER, LocalDate.of(2026, 12, 31), Optional.of(mark(0)), items, List.of());
    }

    private static PlanMark mark(long late) {
        return new PlanMark(17, 2, "ACTIVE", HASH, late);
    }

    private static BigDecimal ratio(String dividend, String divisor) {
        return Decimals.divide(new BigDecimal(dividend), new BigDecimal(divisor));
    }

    private static List<ItemBuilder> items() {
        return List.of(
                leads(),
                ctr(),
                deals(),
                traffic(),
                cac(),
                spend(),
                retention(),
                profit(),
                nps(),
                zeroBase(),
                incomplete());
    }

    private static ItemBuilder leads() {
        return item("LEADS", "Leads", "Лиды")
                .weight("25")
                .values("900", "1000", "1770")
                .history("980", "820")
                .forecast("1592.307692307692307692307692307692")
                .anchors("800", "1000", "1200")
                .days(52, 52)
                .achievement(new BigDecimal("50"));
    }

    private static ItemBuilder ctr() {
        return item("CTR", "Ad CTR", "CTR рекламы")
                .explains("LEADS")
                .unit(UnitKind.PERCENT, 2)
                .values(ratio("230", "21000").toString(), "0.012", "0.012")
                .history("0.0111", "0.0105")
                .days(52, 52)
                .trend(2);
    }

    private static ItemBuilder deals() {
        return item("PIPELINE_NEW", "Sum of potential deals", "Сумма потенциальных сделок")
                .weight("20")
                .unit(UnitKind.MONEY, 0)
                .values("18412345.67", "17000000", "30000000")
                .history("15900000", "16100000.55")
                .forecast("32575000.123")
                .anchors(null, "17000000", null)
                .days(52, 52)
                .achievement(ratio("1841234567", "17000000"))
                .trend(3);
    }

    private static ItemBuilder traffic() {
        return item("BRAND", "Brand traffic", "Бренд-трафик")
                .weight("10")
                .values("122800", "124000", "242500")
                .history("119000", "119600")
                .forecast("240300")
                .anchors(null, "124000", "150000")
                .days(40, 52)
                .dataTo(LocalDate.of(2026, 10, 31))
                .note(Note.PARTIAL)
                .achievement(ratio("12280000", "124000"))
                .trend(4);
    }

    private static ItemBuilder cac() {
        return item(
                        "CAC",
                        "Customer acquisition cost (CAC, fully loaded)",
                        "Стоимость привлечения клиента (CAC, полная)")
                .lagging()
                .weight("20")
                .unit(UnitKind.MONEY, 0)
                .direction(Direction.DOWN)
                .values(ratio("33000", "3").toString(), "10000", "10000")
                .history("10500", "10500")
                .anchors("13000", "10000", "8000")
                .days(52, 52)
                .achievement(ratio("200000", "3000"))
                .trend(5);
    }

    private static ItemBuilder spend() {
        return item("MKT_COST", "Marketing spend", "Расходы на маркетинг")
                .lagging()
                .explains("CAC")
                .unit(UnitKind.MONEY, 2)
                .direction(Direction.BAND)
                .values("1400000", "1380000", "2400000")
                .history("1390000", "1210000")
                .days(52, 52)
                .trend(6);
    }

    private static ItemBuilder retention() {
        return item("CRR", "Customer retention rate", "Удержание клиентов")
                .lagging()
                .weight("10")
                .unit(UnitKind.PERCENT, 1)
                .values("0.786", "0.8", "0.8")
                .history("0.79", "0.793")
                .anchors("0.7", "0.8", null)
                .days(52, 52)
                .achievement(ratio("86", "1"))
                .trend(7);
    }

    private static ItemBuilder profit() {
        return item("PROFIT", "Online channel profit", "Прибыль онлайн-канала")
                .lagging()
                .weight("10")
                .unit(UnitKind.MONEY, 0)
                .values("40000", "-150000", "-120000")
                .history("-310000", "-310000")
                .anchors("-500000", "-150000", null)
                .days(52, 52)
                .achievement(CAP)
                .trend(8);
    }

    private static ItemBuilder nps() {
        return item("NPS", "Net promoter score (NPS)", "Индекс лояльности (NPS)")
                .lagging()
                .weight("5")
                .unit(UnitKind.POINTS, 1)
                .values("", "45", "45")
                .history("40", "38")
                .anchors("30", "45", "55")
                .actual(new Cell.NotDelivered())
                .days(0, 52)
                .note(Note.NOT_DELIVERED)
                .trend(9);
    }

    private static ItemBuilder zeroBase() {
        return item("REFERRALS", "Referrals", "Рекомендации")
                .lagging()
                .explains("NPS")
                .values("7", "0", "0")
                .history("0", "0")
                .days(52, 52)
                .trend(10);
    }

    private static ItemBuilder incomplete() {
        return item("ORDERS", "Orders", "Заказы")
                .lagging()
                .values("211", "900", "1600")
                .history("850", "1")
                .days(10, 52)
                .note(Note.TOO_INCOMPLETE)
                .trend(11);
    }

    private static List<Restatement> restatements() {
        return List.of(new Restatement(
                "MKT_COST",
                new LocalizedText("Marketing cost", "Затраты на маркетинг"),
                Period.parse("2026-09"),
                new BigDecimal("1040000.10"),
                new BigDecimal("1050000.35"),
                7,
                "=invoice of the agency",
                41,
                AS_OF.minusSeconds(90_000)));
    }

    private static Heading heading(LocalizedText unit, Period period, LocalDate lastDay) {
        long elapsed = lastDay.toEpochDay() - period.start().toEpochDay() + 1;
        long total = period.endInclusive().toEpochDay() - period.start().toEpochDay() + 1;
        LocalizedText company = new LocalizedText("Sample company", "Компания-образец");
        return new Heading("MKT", unit, company, period, AS_OF, ZONE, lastDay, elapsed, total);
    }

    private static Scorecard scorecard(
            Period period,
            LocalDate lastDay,
            Optional<PlanMark> plan,
            List<ItemBuilder> builders,
            List<Restatement> restatements) {
        List<Period> trend = IntStream.rangeClosed(1 - Scorecard.TREND_LENGTH, 0)
                .mapToObj(period::plus)
                .toList();
        List<ScorecardItem> items = builders.stream().map(b -> b.build(trend)).toList();
        Score score = plan.isEmpty()
                ? Score.NO_PLAN
                : Score.of(items.stream()
                        .filter(i -> i.usage() == Usage.EVAL)
                        .map(i -> new Score.Part(i.weight(), i.achievement(), CAP))
                        .toList());
        LocalizedText unit = new LocalizedText("Marketing", "Маркетинг");
        Score previous = new Score(new BigDecimal("82.9"), Decimals.HUNDRED, null, null);
        return new Scorecard(
                heading(unit, period, lastDay),
                plan,
                score,
                plan.isEmpty() ? Score.NO_PLAN : previous,
                trend,
                items,
                restatements);
    }
}
