package org.kpisuite.reports.pdf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.Scorecard.Heading;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.ScorecardItem.ForecastMethod;

/** Fictitious scorecards of cases that are rare but must look right. */
final class GoldenScorecards {
    private GoldenScorecards() {}

    static Scorecard three() {
        return full(
                SampleScorecards.leads().scored("40", "50"),
                SampleScorecards.deals().scored("35", "105.6"),
                SampleScorecards.cac().scored("25", "66.7"));
    }

    private static Scorecard full(SampleItem... items) {
        return SampleCourses.full(SampleScorecards.scorecard(
                List.of(items).stream().map(SampleItem::build).toList(), true, true, List.of()));
    }

    /** Names as long as they come, numbers as wide as they come, five diagnostics. */
    static Scorecard sevenLongest() {
        String en = "Customer satisfaction after contacting the support service and after repeat purchases online";
        String ru = "Удовлетворённость клиентов после обращения в службу поддержки и повторных покупок в онлайн-канале";
        List<SampleItem> items = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            SampleItem item = i <= 3
                    ? SampleItem.leading("LONG" + i, en + " " + i, ru + " " + i)
                    : SampleItem.lagging("LONG" + i, en + " " + i, ru + " " + i);
            items.add(item.in(UnitKind.MONEY, 2)
                    .scored(i == 7 ? "10" : "15", "72.2")
                    .values("88888.88", "99999.99", "99999.99", "70000.01", "77777.77")
                    .forecast("98765.43", ForecastMethod.MODEL));
            if (i <= 5) {
                SampleItem why = i <= 3 ? SampleItem.leading("WHY" + i, en, ru) : SampleItem.lagging("WHY" + i, en, ru);
                items.add(why.in(UnitKind.PERCENT, 2)
                        .explaining("LONG" + i)
                        .values("0.9999", "0.8888", "0.8888", "0.7777", "0.9"));
            }
        }
        return full(items.toArray(SampleItem[]::new));
    }

    /** Every way in which a loss turns, grows or shrinks. */
    static Scorecard negativeBases() {
        return full(
                loss(
                        "TURNED",
                        "Online channel profit",
                        "Прибыль онлайн-канала",
                        "40000",
                        "-150000",
                        "-310000",
                        "110.9"),
                loss("FELL", "Shop profit", "Прибыль магазинов", "-40000", "150000", "310000", "0"),
                loss("NARROWED", "Partner profit", "Прибыль партнёров", "-40000", "-150000", "-310000", "107.3"),
                loss("WIDENED", "Export profit", "Прибыль экспорта", "-400000", "-150000", "-310000", "10"),
                loss("FROM_ZERO", "New line profit", "Прибыль новой линии", "40000", "0", "0", "120"));
    }

    private static SampleItem loss(
            String code, String en, String ru, String actual, String plan, String before, String reached) {
        return SampleItem.lagging(code, en, ru)
                .in(UnitKind.MONEY, 0)
                .scored("20", reached)
                .values(actual, plan, plan, before, before)
                .forecast(actual, ForecastMethod.MANUAL);
    }

    static Scorecard redWithPendingGate() {
        return full(
                SampleScorecards.leads().scored("40", "50").gatePending(),
                SampleScorecards.ctr(),
                SampleScorecards.deals().scored("25", "105.6"),
                SampleScorecards.cac().scored("25", "66.7"),
                SampleScorecards.retention());
    }

    /** A week that the year before did not have. */
    static Scorecard week53() {
        Period week = Period.parse("2026-W53");
        Scorecard card = SampleScorecards.scorecard(
                List.of(
                        SampleScorecards.leads()
                                .scored("60", "50")
                                .in(week)
                                .values("95", "100", "100", "-", "101")
                                .forecast("-", null)
                                .build(),
                        SampleScorecards.cac()
                                .scored("40", "66.7")
                                .in(week)
                                .values("11000", "10000", "10000", "-", "10900")
                                .forecast("-", null)
                                .build(),
                        SampleItem.lagging("SPEND", "Marketing spend", "Затраты на маркетинг")
                                .in(week)
                                .in(UnitKind.MONEY, 0)
                                .better(Direction.BAND)
                                .explaining("CAC")
                                .values("140400", "138000", "138000", "-", "121000")
                                .build()),
                false,
                true,
                List.of());
        Heading h = card.heading();
        Heading heading = new Heading(
                h.unit(),
                h.unitName(),
                h.company(),
                week,
                Instant.parse("2027-01-04T03:00:00Z"),
                h.zone(),
                week.endInclusive(),
                7,
                7);
        List<Period> periods = new ArrayList<>();
        for (int i = 1 - Scorecard.TREND_LENGTH; i <= 0; i++) {
            periods.add(week.plus(i));
        }
        List<ScorecardItem> items = card.items();
        return SampleCourses.bare(new Scorecard(
                heading,
                card.plan(),
                card.score(),
                card.previousScore(),
                periods,
                items,
                card.restatements(),
                Optional.empty(),
                List.of()));
    }
}
