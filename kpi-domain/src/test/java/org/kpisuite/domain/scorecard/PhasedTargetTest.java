package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.plan.SamplePlan.approved;
import static org.kpisuite.domain.plan.SamplePlan.marks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.CalendarKind;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.FiscalCalendar;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.RetailCalendar;
import org.kpisuite.domain.calendar.YearLabel;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.plan.Phasing;
import org.kpisuite.domain.plan.PhasingProfile;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.TargetPhasing;

/** Targets to date on a scorecard, by the table of domain specification §3.5 and in every calendar. */
class PhasedTargetTest {
    private static final Period Q4 = Period.parse("2026-Q4");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final CompanyCalendar COMPANY = new CompanyCalendar(
            new FiscalCalendar(2, YearLabel.END_YEAR),
            RetailCalendar.parse("SATURDAY NEAREST 1 4-5-4 START_YEAR"),
            CalendarKind.CIVIL);

    private final SampleFacts facts = new SampleFacts();

    private static PlanItem item(String indicator, String target, Phasing phasing, String profile) {
        return new PlanItem(
                SampleFacts.CATALOGUE.indicator(indicator).orElseThrow(),
                Map.of(),
                Usage.EVAL,
                BigDecimal.valueOf(100),
                marks("target=" + target),
                new TargetPhasing(phasing, profile == null ? null : PhasingProfile.parse(profile)),
                null,
                Map.of("goalLink", "revenue 10 m", "dataSource", "CRM"));
    }

    private ScorecardItem line(Period period, PlanItem item) {
        return new ScorecardAssembler(
                        SampleFacts.CATALOGUE, SampleFacts.TREE, facts.facts(), Map.of(period, approved(period, item)))
                .assemble(
                        "MARKETING",
                        period,
                        TODAY.plusDays(1).atStartOfDay(SampleFacts.ZONE).toInstant(),
                        SampleFacts.ZONE,
                        List.of())
                .items()
                .get(0);
    }

    @ParameterizedTest(name = "{0}: {1} of {2} by {3} is {5} to date, not {6}")
    @CsvSource(
            nullValues = "-",
            value = {
                // the whole target; two of three months
                "T18, LEADS,     1200,  LINEAR_DAYS, -, 678.2609,   1200",
                "T18, LEADS,     1200,  LINEAR_DAYS, -, 678.2609,   800",
                // a stock is no flow: not 26000 × 52 / 92, and not the whole
                "T20, FOLLOWERS, 26000, LINEAR_DAYS, -, 23391.3043, 14695.6522",
                "T20, FOLLOWERS, 26000, LINEAR_DAYS, -, 23391.3043, 26000",
                "T21, CTR,       0.05,  LINEAR_DAYS, -, 0.05,       0.0283",
                // by days; with the holidays of Russia
                "T22, LEADS,     1200,  WORKDAYS,    -, 672.7273,   678.2609",
                "T22, LEADS,     1200,  WORKDAYS,    -, 672.7273,   675",
                "profile, LEADS, 1200,  PROFILE, '0.3,0.3,0.4', 612, 678.2609",
                "distinct, USERS, 1000, LINEAR_DAYS, -, 1000, 565.2174",
                "distinct by profile, USERS, 1000, PROFILE, '0.5,0.25,0.25', 675, 1000",
                "ratio by profile, CTR, 0.05, PROFILE, '0.5,0.25,0.25', 0.05, 0.0338"
            })
    void target_isExpectedSoFar(
            String id,
            String indicator,
            String target,
            Phasing phasing,
            String profile,
            String expected,
            String wrong) {
        facts.days("LEADS", "2026-10-01", "2026-11-21", "13")
                .days("CLICKS", "2026-10-01", "2026-11-21", "5")
                .days("IMPRESSIONS", "2026-10-01", "2026-11-21", "100")
                .row("FOLLOWERS", "2026-09-30", "20000")
                .row("FOLLOWERS", "2026-11-21", "23000");
        ScorecardItem line = line(Q4, item(indicator, target, phasing, profile));
        assertThat(ScorecardText.cell(line.planToDate()))
                .as(id)
                .isEqualTo(expected)
                .isNotEqualTo(wrong);
        assertThat(ScorecardText.cell(line.plan())).as(id).isEqualTo(target);
    }

    @ParameterizedTest(name = "{0}, target {1}: {2} to date, forecast {3}, not {4}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // a flow stays one where it is multiplied: not the whole target on day 52
                "LEADS * 2                   | 1200  | 678.2609   | 2760      | 1200",
                "0.2 * LEADS                 | 1200  | 678.2609   | 276       | 1200",
                "(LEADS - CLICKS / 5) / 1000 | 1.2   | 0.6783     | 1.288     | 1.2",
                "LEADS * (1 - 0.5)           | 1200  | 678.2609   | 690       | 1200",
                // stocks begin where they stood: 20,000 and 5,000
                "FOLLOWERS + CUST_CLOSE      | 31000 | 28391.3043 | -         | 31000",
                "FOLLOWERS * 2               | 52000 | 46782.6087 | -         | 52000",
                // neither a limit nor a quotient spreads over time
                "min(LEADS, 100)             | 90    | 90         | -         | 50.8696",
                "LEADS * CLICKS              | 90    | 90         | -         | 50.8696",
                "2 / LEADS                   | 90    | 90         | -         | 50.8696"
            })
    void targetOfAMultiple_isExpectedAsThatOfItsMeasures(
            String formula, String target, String expected, String forecast, String wrong) {
        facts.days("LEADS", "2026-10-01", "2026-11-21", "15")
                .days("CLICKS", "2026-10-01", "2026-11-21", "5")
                .row("FOLLOWERS", "2026-09-30", "20000")
                .row("FOLLOWERS", "2026-11-21", "23000")
                .row("CUST_CLOSE", "2026-09-30", "5000")
                .row("CUST_CLOSE", "2026-11-21", "5000");
        Indicator leads = SampleFacts.CATALOGUE.indicator("LEADS").orElseThrow();
        Indicator multiple = leads.by(Formula.parse(formula), leads.direction());
        PlanItem item = new PlanItem(
                multiple,
                Map.of(),
                Usage.EVAL,
                BigDecimal.valueOf(100),
                marks("target=" + target),
                TargetPhasing.LINEAR_DAYS,
                null,
                Map.of("goalLink", "revenue 10 m", "dataSource", "CRM"));
        ScorecardItem line = facts.with(new Catalogue(SampleFacts.CATALOGUE.measures(), List.of(multiple)))
                .scorecard("2026-Q4", TODAY.toString(), approved(Q4, item))
                .items()
                .get(0);
        assertThat(ScorecardText.cell(line.planToDate())).isEqualTo(expected).isNotEqualTo(wrong);
        assertThat(line.forecast().usable().map(ScorecardText::number).orElse(null))
                .isEqualTo(forecast);
    }

    @Test
    void t19_achievementAndForecast() {
        facts.days("LEADS", "2026-10-01", "2026-11-20", "13").row("LEADS", "2026-11-21", "37");
        ScorecardItem leads = line(Q4, item("LEADS", "1200", Phasing.LINEAR_DAYS, null));
        // Against the whole target 58.3333; forecast as if nothing more came 700.
        assertThat(ScorecardText.number(leads.achievement()))
                .isEqualTo("103.2051")
                .isNotEqualTo("58.3333");
        assertThat(ScorecardText.cell(leads.forecast())).isEqualTo("1238.4615").isNotEqualTo("700");
    }

    @ParameterizedTest(name = "{0}: to date {1}, PP {2}, PY {3}, plan to date {4}")
    @CsvSource({
        // November to January: 21 of 92 days, beside August on and November 2025 on
        "FY2027-Q4, 210, 189, 168, 273.913",
        // 1 November to 30 January: 21 of 91 days, beside 2 August on and 2 November 2025 on
        "R2026-Q4,  210, 189, 168, 276.9231"
    })
    void quarterOfABusinessYear_hasItsOwnDays(
            String code, String actual, String previous, String priorYear, String plan) {
        Period quarter = COMPANY.parse(code);
        facts.days("LEADS", "2025-11-01", "2026-01-31", "8")
                .days("LEADS", "2026-08-01", "2026-10-31", "9")
                .days("LEADS", "2026-11-01", "2026-11-21", "10");
        ScorecardItem leads = line(quarter, item("LEADS", "1200", Phasing.LINEAR_DAYS, null));
        assertThat(ScorecardText.cell(leads.actual())).isEqualTo(actual);
        assertThat(ScorecardText.cell(leads.previous())).isEqualTo(previous);
        assertThat(ScorecardText.cell(leads.priorYear())).isEqualTo(priorYear);
        assertThat(ScorecardText.cell(leads.planToDate())).isEqualTo(plan);
    }
}
