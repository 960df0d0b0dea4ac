package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.actual.UnitShares;
import org.kpisuite.domain.calendar.Calendar;
import org.kpisuite.domain.calendar.CivilCalendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.quantity.LocalizedText;

/** Facts for tests, row by row. MARKETING stands above SEO and ADS, which pays in dollars; all below COMPANY. */
final class SampleFacts {
    static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    static final Catalogue CATALOGUE = Catalogue.shipped();
    static final OrgTree TREE = new OrgTree(
            List.of(
                    unit("COMPANY", null, null),
                    unit("MARKETING", "COMPANY", null),
                    unit("SEO", "MARKETING", null),
                    unit("ADS", "MARKETING", "USD")),
            "RUB");

    private final List<FactSlice> slices = new ArrayList<>();
    private Catalogue catalogue = CATALOGUE;
    private ExchangeRates rates = ExchangeRates.NONE;
    private UnitShares shares = UnitShares.ALL;
    private Calendar calendar = CivilCalendar.CIVIL;

    private static OrgUnit unit(String code, String parent, String currency) {
        return new OrgUnit(code, new LocalizedText(code, code), parent, currency);
    }

    SampleFacts with(Catalogue other) {
        catalogue = other;
        return this;
    }

    SampleFacts with(ExchangeRates other) {
        rates = other;
        return this;
    }

    SampleFacts with(UnitShares other) {
        shares = other;
        return this;
    }

    SampleFacts in(Calendar other) {
        calendar = other;
        return this;
    }

    SampleFacts row(String measure, String period, String value) {
        return row("MARKETING", measure, "", "CRM", period, value);
    }

    SampleFacts of(String unit, String measure, String period, String value) {
        return row(unit, measure, "", "CRM", period, value);
    }

    SampleFacts row(String unit, String measure, String dims, String source, String period, String value) {
        return row(unit, measure, dims, source, Period.parse(period), value);
    }

    SampleFacts row(String measure, Period period, String value) {
        return row("MARKETING", measure, "", "CRM", period, value);
    }

    private SampleFacts row(String unit, String measure, String dims, String source, Period p, String value) {
        BigDecimal v = new BigDecimal(value);
        long days = p.days().days();
        slices.add(
                new FactSlice(unit, measure, dims, source, p.granularity(), p.days(), v, v, v, p.endInclusive(), days));
        return this;
    }

    /** A row for each day. */
    SampleFacts days(String measure, String from, String to, String value) {
        return days("MARKETING", measure, from, to, value);
    }

    SampleFacts days(String unit, String measure, String from, String to, String value) {
        LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .forEach(d -> row(unit, measure, "", "CRM", d.toString(), value));
        return this;
    }

    /** Days of a month taken together, the first of them up to a day. */
    SampleFacts together(String measure, String month, String lastDay, String sum, String last) {
        return together(measure, "CRM", month, LocalDate.parse(lastDay), new BigDecimal[] {
            new BigDecimal(sum), new BigDecimal(last)
        });
    }

    /** The same of a flow of another source. */
    SampleFacts togetherOf(String source, String measure, String month, String lastDay, String sum) {
        BigDecimal value = new BigDecimal(sum);
        return together(measure, source, month, LocalDate.parse(lastDay), new BigDecimal[] {value, value});
    }

    private SampleFacts together(String measure, String source, String month, LocalDate end, BigDecimal[] sumAndLast) {
        slices.add(new FactSlice(
                "MARKETING",
                measure,
                "",
                source,
                Granularity.DAY,
                Period.parse(month).days(),
                sumAndLast[0],
                BigDecimal.ZERO,
                sumAndLast[1],
                end,
                end.getDayOfMonth()));
        return this;
    }

    Facts facts(String... sources) {
        return factsOf("MARKETING", sources);
    }

    Facts factsOf(String unit, String... sources) {
        return new Facts(unit, slices, measure -> List.of(sources), shares);
    }

    Quantity quantity(String indicator, String period) {
        return quantity(indicator, Map.of(), Period.parse(period).days());
    }

    Quantity quantity(String indicator, Map<String, String> dimensions, DayRange range) {
        return quantity(factsOf("MARKETING", "CRM", "GA"), indicator, dimensions, range);
    }

    Quantity quantity(Facts facts, String indicator, Map<String, String> dimensions, DayRange range) {
        Map<String, String> currencies = new HashMap<>();
        TREE.units().forEach(u -> currencies.put(u.code(), TREE.currency(u.code())));
        Evaluation evaluation = new Evaluation(facts, currencies, rates, calendar);
        return evaluation.of(
                evaluation.define(catalogue, catalogue.indicator(indicator).orElseThrow(), dimensions), range);
    }

    Grounds grounds(String unit, Plan... plans) {
        Map<Period, Plan> byPeriod = new HashMap<>();
        for (Plan plan : plans) {
            byPeriod.put(plan.period(), plan);
        }
        return Grounds.of(catalogue, TREE, factsOf(unit), byPeriod);
    }

    /** The instant at which that day has just ended. */
    static Instant after(String lastDay) {
        return LocalDate.parse(lastDay).plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    static Scorecard scorecard(Grounds grounds, Period period, String lastDay) {
        return new ScorecardAssembler(grounds)
                .assemble(grounds.facts().unit(), period, after(lastDay), ZONE, List.of());
    }

    static Scorecard scorecard(Grounds grounds, String period, String lastDay) {
        return new ScorecardAssembler(grounds)
                .assemble(grounds.facts().unit(), Period.parse(period), after(lastDay), ZONE, List.of());
    }

    Scorecard scorecard(String unit, String period, String lastDay, Plan... plans) {
        return scorecard(grounds(unit, plans), period, lastDay);
    }

    Scorecard scorecard(String period, String lastDay, Plan... plans) {
        return scorecard("MARKETING", period, lastDay, plans);
    }
}
