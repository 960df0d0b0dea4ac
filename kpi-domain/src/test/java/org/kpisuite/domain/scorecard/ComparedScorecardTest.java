package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.plan.SamplePlan.approved;
import static org.kpisuite.domain.plan.SamplePlan.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.CalendarKind;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.FiscalCalendar;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.RetailCalendar;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.calendar.YearLabel;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.GateMode;
import org.kpisuite.domain.plan.GateTerms;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.RollingComparison.Span;

/** What a scorecard is compared with, by the rules of §3.3 that a company or a reader may choose. */
class ComparedScorecardTest {
    private static final RetailCalendar RETAIL = RetailCalendar.parse("SUNDAY NEAREST 12 4-4-5");
    private static final CompanyCalendar SHOP =
            new CompanyCalendar(new FiscalCalendar(1, YearLabel.END_YEAR), RETAIL, CalendarKind.RETAIL);

    private final SampleFacts facts = new SampleFacts();

    private Grounds by(Comparisons comparisons) {
        return by(CompanyRules.USUAL.with(comparisons));
    }

    private Grounds by(CompanyRules rules) {
        Grounds usual = facts.grounds("MARKETING");
        return new Grounds(
                usual.definitions(),
                usual.tree(),
                usual.facts(),
                usual.plans(),
                usual.rates(),
                rules,
                usual.shown(),
                usual.basis(),
                usual.children());
    }

    private static ScorecardItem line(Scorecard card, String code) {
        return card.items().stream()
                .filter(i -> i.indicator().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static RollingComparison span(ScorecardItem item, Span span) {
        return item.beside().rolling().stream()
                .filter(r -> r.span() == span)
                .findFirst()
                .orElseThrow();
    }

    private static String number(Cell cell) {
        return cell.usable().map(Decimals::plain).orElse("n/a");
    }

    @ParameterizedTest(name = "PY of {0} {1}: {2}")
    @CsvSource({
        "2026-W53, STANDARD, n/a, 2026-W01",
        "2026-W53, RESTATED, 1, ",
        "2027-W01, STANDARD, 1, ",
        "2027-W01, RESTATED, 2, "
    })
    void t14_t15_weeksFindTheirPriorYear_byTheChosenRule(String week, String rule, String value, String footnoted) {
        Period w = Period.parse(week);
        for (Period p = Period.parse("2026-W01"); p.start().isBefore(w.start()); p = p.plus(1)) {
            facts.row("LEADS", p, String.valueOf(p.number()));
        }
        facts.row("LEADS", w, "100");
        Grounds grounds = by(Comparisons.named(rule).orElseThrow());
        Scorecard card = SampleFacts.scorecard(grounds, w, w.endInclusive().toString());
        assertThat(number(line(card, "LEADS").priorYear())).isEqualTo(value);
        assertThat(card.heading().comparisons().name()).isEqualTo(rule);
        List<String> remarks = HeadingRemarks.of(card.heading(), Locale.ENGLISH);
        assertThat(remarks.contains("2026-W53: no such week last year, PY n/a")).isEqualTo(footnoted != null);
        assertThat(String.join(" ", remarks).contains("restated")).isEqualTo(rule.equals("RESTATED"));
    }

    @Test
    void t17_daysFindTheirPriorYear_byWeekdayOrDate() {
        facts.row("LEADS", "2026-11-21", "10").row("LEADS", "2025-11-22", "5").row("LEADS", "2025-11-21", "4");
        String day = "2026-11-21";
        assertThat(number(line(SampleFacts.scorecard(by(Comparisons.STANDARD), day, day), "LEADS")
                        .priorYear()))
                .isEqualTo("5")
                .isNotEqualTo("4");
        assertThat(number(line(SampleFacts.scorecard(by(Comparisons.SAME_DATE), day, day), "LEADS")
                        .priorYear()))
                .isEqualTo("4");
    }

    @Test
    void needs_readWhatTheChosenRuleCompares() {
        Period day = Period.parse("2026-08-01");
        FactNeeds byDate = FactNeeds.of(
                Definitions.always(SampleFacts.CATALOGUE),
                List.of(),
                day,
                day.start(),
                CompanyRules.USUAL.with(Comparisons.SAME_DATE));
        LocalDate sameDate = LocalDate.of(2025, 8, 1);
        assertThat(byDate.byDay()).contains(new DayRange(sameDate, sameDate));
    }

    /** Six weeks of which four have elapsed stand beside as large a share of five, not beside four of five. */
    @Test
    void retailPeriodsOfUnlikeLength_areComparedAtTheSameShare() {
        Period december = SHOP.parse("R2026-P12");
        LocalDate lastDay = december.start().plusWeeks(4).minusDays(1);
        facts.in(RETAIL);
        december.previous()
                .start()
                .minusWeeks(53)
                .datesUntil(lastDay.plusDays(1))
                .forEach(d -> facts.row("LEADS", Period.day(d), "1"));
        CompanyRules rules =
                new CompanyRules(WorkingDays.MONDAY_TO_FRIDAY, ScoreRules.DEFAULT, Comparisons.STANDARD, SHOP);
        ScorecardItem leads = line(SampleFacts.scorecard(by(rules), december, lastDay.toString()), "LEADS");
        assertThat(number(leads.actual())).isEqualTo("28");
        assertThat(number(leads.priorYear())).isEqualTo("23").isNotEqualTo("28");
        assertThat(number(leads.previous())).isEqualTo("19").isNotEqualTo("28");
    }

    /** A year after a leap year 90 days end on 30 March: what comes by month must not lose March. */
    @Test
    void yearToDateOfAMonthlyFeed_aroundALeapYear_comparesWholeMonths() {
        for (String month : List.of("2027-01", "2027-02", "2027-03", "2028-01", "2028-02", "2028-03")) {
            facts.row("LEADS", month, "100");
        }
        facts.row("LEADS", "2029-01", "100").row("LEADS", "2029-02", "100").row("LEADS", "2029-03", "100");
        RollingComparison after = span(line(facts.scorecard("2029-03", "2029-03-31"), "LEADS"), Span.YTD);
        assertThat(number(after.reference())).isEqualTo("300").isNotEqualTo("200");
        RollingComparison within = span(line(facts.scorecard("2028-03", "2028-03-31"), "LEADS"), Span.YTD);
        assertThat(within.referenceDays().endInclusive()).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(number(within.reference())).isEqualTo("300");
    }

    @Test
    void monthlyFeedOfARunningQuarter_isComparedWithAsManyMonthsOfTheOneBefore() {
        facts.row("LEADS", "2025-10", "10").row("LEADS", "2025-11", "20").row("LEADS", "2025-12", "40");
        facts.row("LEADS", "2026-01", "1").row("LEADS", "2026-02", "2");
        ScorecardItem leads = line(facts.scorecard("2026-Q1", "2026-03-10"), "LEADS");
        assertThat(number(leads.actual())).isEqualTo("3");
        assertThat(number(leads.previous())).isEqualTo("30").isNotEqualTo("10");
    }

    @Test
    void yearToDate_isOfTheFiscalYear_whereTheCompanyHasAnother() {
        for (Period m = Period.parse("2025-01"); m.start().isBefore(LocalDate.of(2026, 11, 1)); m = m.plus(1)) {
            facts.row("LEADS", m, "1");
        }
        CompanyCalendar april =
                new CompanyCalendar(new FiscalCalendar(4, YearLabel.END_YEAR), null, CalendarKind.FISCAL);
        CompanyRules rules =
                new CompanyRules(WorkingDays.MONDAY_TO_FRIDAY, ScoreRules.DEFAULT, Comparisons.STANDARD, april);
        Scorecard card = SampleFacts.scorecard(by(rules), "2026-10", "2026-10-31");
        RollingComparison year = span(line(card, "LEADS"), Span.YTD);
        assertThat(year.days()).isEqualTo(new DayRange(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 10, 31)));
        assertThat(number(year.actual())).isEqualTo("7").isNotEqualTo("10");
    }

    @Test
    void chainOfARetailQuarter_hasItsOwnMonthsAsLinks() {
        Period quarter = SHOP.parse("R2026-Q1");
        facts.in(RETAIL);
        for (String month : List.of("R2026-P01", "R2026-P02", "R2026-P03")) {
            facts.row("CUST_OPEN", SHOP.parse(month), "100").row("CUST_KEPT", SHOP.parse(month), "90");
        }
        Quantity kept = facts.quantity("RETENTION", Map.of(), quarter.days());
        assertThat(number(kept.cell())).isEqualTo("0.729");
        assertThat(kept.marks()).containsExactly(Mark.ESTIMATED);
    }

    @Test
    void chainThatDoesNotBeginWithItsRange_isNoValue() {
        facts.row("CUST_OPEN", "2026-03", "100").row("CUST_KEPT", "2026-03", "90");
        DayRange range = new DayRange(LocalDate.of(2026, 2, 5), LocalDate.of(2026, 4, 8));
        assertThat(facts.quantity("RETENTION", Map.of(), range).cell()).isInstanceOf(Cell.NotDelivered.class);
    }

    @Test
    void lastRetailMonth_isNotStale_thoughACivilOneWouldBe() {
        facts.in(RETAIL);
        Period month = SHOP.parse("R2026-P01");
        facts.row("FOLLOWERS", month, "900");
        DayRange toDate =
                new DayRange(month.start(), month.plus(1).endInclusive().minusDays(1));
        assertThat(facts.quantity("FOLLOWERS", Map.of(), toDate).marks()).isEmpty();
        DayRange over = new DayRange(month.start(), month.plus(1).endInclusive());
        assertThat(facts.quantity("FOLLOWERS", Map.of(), over).marks()).containsExactly(Mark.STALE);
    }

    @Test
    void gateOverAChain_isDecidedByTheProduct_notByTheSumOfItsParts() {
        for (String month : List.of("2026-07", "2026-08", "2026-09")) {
            facts.row("CUST_OPEN", month, "100").row("CUST_KEPT", month, "90").row("LEADS", month, "500");
        }
        facts.row("RATING_SUM", "2026-Q3", "10").row("RATING_N", "2026-Q3", "10");
        Gate gate = Gate.of(
                new GateTerms("RETENTION", "SATISFACTION", new BigDecimal("0.73"), GateMode.ZERO, null, 0, null),
                SampleFacts.CATALOGUE);
        ScorecardItem leads = facts.scorecard(
                        "2026-Q3",
                        "2026-11-21",
                        approved(
                                Period.parse("2026-Q3"),
                                item("LEADS", "100", "target=1000").with(gate)))
                .items()
                .get(0);
        GateResult result = leads.beside().gate().orElseThrow();
        assertThat(result.state()).isEqualTo(GateState.FAIL);
        assertThat(result.quotient().orElseThrow().value()).isEqualByComparingTo("0.729");
    }

    @Test
    void planOfAStock_yearToDate_isThatOfItsQuarter() {
        facts.row("FOLLOWERS", "2025-12", "1000").row("FOLLOWERS", "2026-01", "1100");
        facts.row("FOLLOWERS", "2026-02", "1200");
        Period quarter = Period.parse("2026-Q1");
        ScorecardItem followers = facts.scorecard(
                        "2026-Q1", "2026-02-28", approved(quarter, item("FOLLOWERS", "100", "target=1900")))
                .items()
                .get(0);
        assertThat(number(followers.planToDate())).isEqualTo("1590");
        assertThat(span(followers, Span.YTD).plan()).isEqualTo(followers.planToDate());
    }
}
