package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.Scorecard.Heading;
import org.kpisuite.domain.scorecard.Scorecard.PlanMark;
import org.kpisuite.domain.scorecard.Scorecard.Restatement;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.ScorecardItem.ForecastMethod;
import org.kpisuite.domain.scorecard.ScorecardItem.Note;

/** Fictitious scorecards that between them have every kind of row. */
final class SampleScorecards {
    private static final LocalDate OPEN_DAY = LocalDate.of(2026, 11, 21);
    private static final String HASH = "3fa91b7c00d24e55a1b2c3d4e5f60718293a4b5c6d7e8f90123456789abcc1d2";
    private static final BigDecimal CAP = BigDecimal.valueOf(120);

    private SampleScorecards() {}

    static Map<String, Scorecard> all() {
        Map<String, Scorecard> all = new LinkedHashMap<>();
        all.put("usual", usual());
        all.put("open", open());
        all.put("closed", closed());
        all.put("no-plan", withoutPlan());
        all.put("long", longNames());
        all.put("nothing", nothingDelivered());
        all.put("small", small());
        all.put("empty", scorecard(List.of(), true, false, List.of()));
        all.put("empty-plan", scorecard(List.of(), true, true, List.of()));
        return all;
    }

    /** Marketing in a running quarter, with its weeks and two pairs. */
    static Scorecard usual() {
        ScorecardItem leads = leads().build();
        ScorecardItem brand = brand().build();
        ScorecardItem revenue = SampleItem.lagging("REVENUE", "Revenue (attributed)", "Выручка (атрибутированная)")
                .in(UnitKind.MONEY, 0)
                .values("14400000", "15100000", "27000000", "13100000", "26000000")
                .forecast("25400000", ForecastMethod.RUN_RATE)
                .build();
        ScorecardItem customers = SampleItem.lagging("NEW_CUSTOMERS", "New customers", "Новые клиенты")
                .values("172", "180", "320", "160", "300")
                .forecast("310", ForecastMethod.RUN_RATE)
                .build();
        SamplePairs pairs = new SamplePairs(OPEN_DAY);
        return pairs.with(
                SampleCourses.full(open()),
                List.of(revenue, customers),
                List.of(pairs.confirmed(leads, revenue), pairs.unproven(brand, customers)));
    }

    /** The same with its quarters only. */
    static Scorecard open() {
        return scorecard(openItems(), true, true, List.of(restatement()));
    }

    static Scorecard closed() {
        List<ScorecardItem> items = List.of(
                leads().values("1592", "1770", "1770", "1480", "1510").build(),
                ctr().build(),
                deals().values("32600000", "30000000", "30000000", "28100000", "31000000")
                        .build(),
                cac().build(),
                retention().build());
        return scorecard(items, false, true, List.of());
    }

    static Scorecard withoutPlan() {
        List<ScorecardItem> items = new ArrayList<>();
        items.add(SampleItem.lagging("REVENUE", "Revenue", "Выручка")
                .in(UnitKind.MONEY, 0)
                .values("244091.94", "-", "-", "201734.5", "238111")
                .course("180000", "190000", "185000", "201734.5", "210000", "225000", "238111")
                .noted(Note.PLAN_NOT_APPROVED)
                .build());
        items.add(SampleItem.lagging("ORDERS", "Orders", "Заказы")
                .values("6919", "-", "-", "6100", "6650")
                .course("5100", "5300", "5250", "6100", "6300", "6400", "6650")
                .build());
        items.add(SampleItem.leading("CTR", "Ad CTR", "CTR рекламы")
                .in(UnitKind.PERCENT, 2)
                .values("0.0110", "-", "-", "0.0105", "0.0112")
                .course("0.0101", "0.0102", "0.0100", "0.0105", "0.0108", "0.0110", "0.0112")
                .build());
        return scorecard(items, false, false, List.of());
    }

    /** More lines than a page takes, the longest names. */
    static Scorecard longNames() {
        List<ScorecardItem> items = new ArrayList<>(openItems());
        String ru = "Удовлетворённость клиентов после обращения в службу поддержки и повторных покупок в онлайн-канале";
        String en = "Customer satisfaction after contacting the support service and after repeat purchases online";
        for (int i = 1; i <= 4; i++) {
            SampleItem item = i % 2 == 0
                    ? SampleItem.leading("LONG" + i, en + " " + i, ru + " " + i)
                    : SampleItem.lagging("LONG" + i, en + " " + i, ru + " " + i);
            items.add(item.in(UnitKind.MONEY, 2)
                    .scored("0.5", "100")
                    .values("99999.99", "88888.88", "97777.77", "90000.01", "77777.77")
                    .course("61111.11", "72222.22", "65555.55", "70000", "71111.11", "74444.44", "77777.77")
                    .forecast("98765.43", ForecastMethod.MODEL)
                    .build());
        }
        return scorecard(items, true, true, List.of(restatement(), restatement()));
    }

    static Scorecard nothingDelivered() {
        List<ScorecardItem> items = List.of(
                SampleItem.leading("LEADS", "Leads", "Лиды")
                        .scored("60", null)
                        .values("-", "1000", "1770", "820", "-")
                        .noted(Note.NOT_DELIVERED)
                        .build(),
                SampleItem.leading("CTR", "Ad CTR", "CTR рекламы")
                        .in(UnitKind.PERCENT, 2)
                        .actual(new Cell.Failed(Cell.Reason.DIV0))
                        .explaining("LEADS")
                        .build(),
                SampleItem.lagging("CAC", "CAC, fully loaded", "CAC, полная")
                        .in(UnitKind.MONEY, 2)
                        .scored("40", null)
                        .values("-", "100", "100", "105", "-")
                        .actual(new Cell.Failed(Cell.Reason.DIV0_COST, "NEW_CUSTOMERS"))
                        .build());
        return scorecard(items, true, true, List.of());
    }

    /** One KPI only, against a zero base. */
    static Scorecard small() {
        return scorecard(
                List.of(SampleItem.lagging("NEW", "New customers", "Новые клиенты")
                        .scored("100", "120")
                        .values("100", "0", "0", "5", "90")
                        .course("1", "2", "30", "5", "50", "60", "90")
                        .build()),
                false,
                true,
                List.of());
    }

    private static List<ScorecardItem> openItems() {
        return List.of(
                leads().build(),
                ctr().build(),
                SampleItem.leading("EMAIL_LEADS", "E-mail leads", "Лиды из e-mail")
                        .explaining("LEADS")
                        .values("96", "60", "106", "71", "110")
                        .course("80", "82", "90", "95", "99", "104", "110")
                        .build(),
                deals().build(),
                brand().build(),
                SampleItem.leading("BOUNCE", "Bounce rate (GA4)", "Показатель отказов (GA4)")
                        .in(UnitKind.PERCENT, 1)
                        .better(Direction.DOWN)
                        .explaining("BRAND")
                        .values("0.441", "0.41", "0.41", "0.419", "0.42")
                        .course("0.40", "0.41", "0.42", "0.419", "0.43", "0.42", "0.42")
                        .build(),
                cac().build(),
                SampleItem.lagging("SPEND", "Marketing spend", "Затраты на маркетинг")
                        .in(UnitKind.MONEY, 0)
                        .better(Direction.BAND)
                        .explaining("CAC")
                        .values("1404000", "1380000", "2400000", "1210000", "2300000")
                        .course("2000000", "2050000", "2100000", "2150000", "2200000", "2250000", "2300000")
                        .build(),
                retention().build(),
                SampleItem.lagging("PROFIT", "Online channel profit", "Прибыль онлайн-канала")
                        .in(UnitKind.MONEY, 0)
                        .scored("10", "110.9")
                        .values("40000", "-150000", "-120000", "-310000", "-20000")
                        .forecast("180000", ForecastMethod.MODEL)
                        .course("-300000", "-280000", "-310000", "-200000", "-120000", "-60000", "-20000")
                        .build(),
                SampleItem.lagging("NPS", "Net promoter score (NPS)", "Индекс готовности рекомендовать (NPS)")
                        .in(UnitKind.POINTS, 1)
                        .scored("5", null)
                        .values("-", "45", "45", "38", "43")
                        .noted(Note.NOT_DELIVERED)
                        .course("36", "37", "38", "38", "40", "42", "43")
                        .build(),
                SampleItem.lagging("ROAS", "Return on ad spend", "Окупаемость рекламы")
                        .in(UnitKind.RATIO, 2)
                        .values("15", "1.2", "1.2", "0.9", "1.8")
                        .course("1.1", "1.2", "0.9", "0.9", "1.5", "1.7", "1.8")
                        .build());
    }

    static SampleItem leads() {
        return SampleItem.leading("LEADS", "Leads", "Лиды")
                .scored("25", "50")
                .values("900", "1000", "1770", "820", "1510")
                .forecast("1592", ForecastMethod.RUN_RATE)
                .course("1200", "1250", "1300", "1420", "1600", "1550", "1510");
    }

    static SampleItem ctr() {
        return SampleItem.leading("CTR", "Ad CTR", "CTR рекламы")
                .in(UnitKind.PERCENT, 2)
                .explaining("LEADS")
                .values("0.0110", "0.0120", "0.0120", "0.0105", "0.0112")
                .course("0.0101", "0.0102", "0.0100", "0.0105", "0.0108", "0.0110", "0.0112");
    }

    static SampleItem deals() {
        return SampleItem.leading("DEALS", "Sum of potential deals", "Сумма потенциальных сделок")
                .in(UnitKind.MONEY, 0)
                .scored("20", "105.6")
                .values("18400000", "17000000", "30000000", "16100000", "31000000")
                .forecast("32600000", ForecastMethod.RUN_RATE)
                .course("21000000", "22000000", "24000000", "28100000", "27500000", "29000000", "31000000");
    }

    static SampleItem brand() {
        return SampleItem.leading("BRAND", "Brand traffic", "Брендовый трафик")
                .scored("10", "80")
                .values("22800", "24000", "42500", "19600", "41000")
                .forecast("40300", ForecastMethod.RUN_RATE)
                .course("30000", "32000", "35000", "36000", "39000", "42000", "41000")
                .partial(41, 52, LocalDate.of(2026, 11, 10));
    }

    static SampleItem cac() {
        return SampleItem.lagging(
                        "CAC",
                        "Customer acquisition cost (CAC, fully loaded)",
                        "Стоимость привлечения клиента (CAC, полная)")
                .in(UnitKind.MONEY, 0)
                .better(Direction.DOWN)
                .scored("20", "66.7")
                .values("11000", "10000", "10000", "10500", "10900")
                .forecast("10800", ForecastMethod.MANUAL)
                .course("10200", "10300", "10100", "10500", "10700", "10800", "10900");
    }

    static SampleItem retention() {
        return SampleItem.lagging(
                        "RETENTION", "Customer retention rate (12 months)", "Коэффициент удержания клиентов (12 мес.)")
                .in(UnitKind.PERCENT, 1)
                .scored("10", "86")
                .values("0.786", "0.8", "0.8", "0.793", "0.791")
                .forecast("0.784", ForecastMethod.MANUAL)
                .course("0.80", "0.798", "0.799", "0.793", "0.795", "0.793", "0.791");
    }

    private static Restatement restatement() {
        return new Restatement(
                "MKT_COST",
                new LocalizedText("Marketing cost", "Затраты на маркетинг"),
                Period.parse("2026-09"),
                new BigDecimal("1040000"),
                new BigDecimal("1050000.50"),
                7,
                "RECOUNT",
                41,
                Instant.parse("2026-11-20T09:00:00Z"));
    }

    static Scorecard scorecard(
            List<ScorecardItem> items, boolean open, boolean planned, List<Restatement> restatements) {
        Period period = SampleItem.PERIOD;
        Heading heading = new Heading(
                "MKT",
                new LocalizedText("Marketing department", "Отдел маркетинга"),
                new LocalizedText("Example Company", "Пример"),
                period,
                Instant.parse(open ? "2026-11-22T03:00:00Z" : "2027-01-15T03:00:00Z"),
                ZoneId.of("Europe/Moscow"),
                open ? OPEN_DAY : period.endInclusive(),
                open ? 52 : 92,
                92);
        List<Period> periods = new ArrayList<>();
        for (int i = 1 - Scorecard.TREND_LENGTH; i <= 0; i++) {
            periods.add(period.plus(i));
        }
        Score previous = planned
                ? new Score(
                        new BigDecimal("82.94"),
                        BigDecimal.valueOf(100),
                        new BigDecimal("82.94"),
                        new BigDecimal("82.94"))
                : Score.NO_PLAN;
        return new Scorecard(
                heading,
                planned ? Optional.of(new PlanMark(4, 2, "ACTIVE", HASH, open ? 9 : 0)) : Optional.empty(),
                planned ? score(items) : Score.NO_PLAN,
                previous,
                periods,
                items,
                restatements);
    }

    private static Score score(List<ScorecardItem> items) {
        return Score.of(items.stream()
                .filter(i -> i.usage() == Usage.EVAL)
                .map(i -> new Score.Part(i.weight(), i.achievement(), CAP))
                .toList());
    }
}
