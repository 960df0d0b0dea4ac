package org.kpisuite.web.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.leadlag.LeadLagAnalysis;
import org.kpisuite.domain.leadlag.Verdict;
import org.kpisuite.domain.plan.Controllability;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.Marks;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.PlanLint;
import org.kpisuite.domain.plan.Signing;
import org.kpisuite.domain.plan.Submission;
import org.kpisuite.domain.plan.TargetPhasing;
import org.kpisuite.domain.scorecard.GateResult;
import org.kpisuite.domain.scorecard.GateState;
import org.kpisuite.domain.scorecard.Score;

class SampleCompanyTest {
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 15);
    private static final Catalogue CATALOGUE = Catalogue.shipped();

    private static final SampleCompany COMPANY = SampleCompany.until(SUNDAY);

    @Test
    void equalSunday_givesEqualFilesAndPlans() {
        SampleCompany again = SampleCompany.until(SUNDAY);

        assertThat(again.files()).isEqualTo(COMPANY.files());
        assertThat(again.plans()).isEqualTo(COMPANY.plans());
    }

    @Test
    void dayWhichIsNoSunday_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SampleCompany.until(SUNDAY.plusDays(1)));
    }

    @Test
    void history_reachesThreeYearsAndEightWeeksBack_andEndsOnTheSunday() {
        Set<LocalDate> days = COMPANY.delivered().stream()
                .filter(f -> f.measure().equals("REVENUE") && f.unit().equals(Sales.UNIT))
                .map(f -> f.period().start())
                .collect(Collectors.toCollection(TreeSet::new));

        LocalDate first = days.iterator().next();
        assertThat(first).isBeforeOrEqualTo(SUNDAY.minusYears(3).minusWeeks(8));
        assertThat(days).isEqualTo(first.datesUntil(SUNDAY.plusDays(1)).collect(Collectors.toSet()));
        assertThat(COMPANY.delivered()).noneMatch(f -> f.period().endInclusive().isAfter(SUNDAY));
    }

    @Test
    void everyMeasureThatAnIndicatorNeeds_isDelivered() {
        Set<String> needed = CATALOGUE.indicators().stream()
                .flatMap(i -> CATALOGUE.measuresOf(i).stream())
                .collect(Collectors.toSet());

        assertThat(COMPANY.delivered().stream().map(Fact::measure).collect(Collectors.toSet()))
                .containsAll(needed);
    }

    @Test
    void everyMeasureDelivered_isInTheCatalogue_withKopecksForMoneyOnly() {
        for (Fact fact : COMPANY.delivered()) {
            boolean money = CATALOGUE.measure(fact.measure()).orElseThrow().unitKind()
                    == org.kpisuite.domain.quantity.UnitKind.MONEY;
            assertThat(fact.money()).as(fact.toString()).isEqualTo(money);
            assertThat(fact.value().signum()).as(fact.toString()).isNotNegative();
        }
    }

    @Test
    void channelsOfLeads_addUpToTheirTotal() {
        Map<Period, BigDecimal> open = new HashMap<>();
        COMPANY.delivered().stream()
                .filter(f -> f.measure().equals("LEADS") && f.unit().equals(Marketing.UNIT))
                .forEach(f -> open.merge(
                        f.period(),
                        f.channel().isEmpty() ? f.value() : f.value().negate(),
                        BigDecimal::add));

        assertThat(open.values()).allMatch(v -> v.signum() == 0);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-15,false", "2026-11-15,true", "2026-09-27,false", "2027-03-14,true", "2028-06-18,false"})
    void leads_goSixWeeksAheadOfRevenue(LocalDate sunday, boolean seasonal) {
        LeadLagAnalysis weeks =
                LeadOverRevenue.analysis(SampleCompany.until(sunday).current(), Granularity.WEEK, seasonal);

        assertThat(weeks.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(weeks.lag()).isEqualTo(Trade.LEAD_WEEKS);
        assertThat(weeks.evidence().orElseThrow().r().doubleValue()).isBetween(0.5, 0.95);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void quartersAreTooLong_toShowALeadOfSixWeeks(boolean seasonal) {
        LeadLagAnalysis quarters = LeadOverRevenue.analysis(COMPANY.current(), Granularity.QUARTER, seasonal);

        assertThat(quarters.verdict()).isIn(Verdict.INSUFFICIENT, Verdict.NOT_FOUND, Verdict.WEAK);
    }

    @Test
    void clicksOfOneMonth_wereNeverDelivered_theRestOfThatMonthWas() {
        Period month = COMPANY.missingMonth();
        List<Fact> ofMonth = COMPANY.delivered().stream()
                .filter(f -> f.unit().equals(Marketing.UNIT)
                        && month.contains(f.period().start()))
                .toList();

        assertThat(ofMonth).noneMatch(f -> f.measure().equals("CLICKS"));
        assertThat(ofMonth).anyMatch(f -> f.measure().equals("IMPRESSIONS"));
        assertThat(COMPANY.delivered())
                .anyMatch(f -> f.measure().equals("CLICKS")
                        && month.previous().contains(f.period().start()));
    }

    @Test
    void correction_changesFiguresOfAPastMonth_andSaysWhy() {
        Map<Period, BigDecimal> before = COMPANY.delivered().stream()
                .filter(f -> f.unit().equals(Sales.UNIT) && f.measure().equals("REVENUE"))
                .collect(Collectors.toMap(Fact::period, Fact::value));

        assertThat(COMPANY.restated()).isNotEmpty().allSatisfy(f -> {
            assertThat(COMPANY.restatedMonth().contains(f.period().start())).isTrue();
            assertThat(f.value()).isLessThan(before.get(f.period()));
        });
        CsvFile file = COMPANY.files().get(COMPANY.files().size() - 1);
        assertThat(file.rows()).isEqualTo(COMPANY.restated().size());
        assertThat(file.text().lines().skip(1)).allMatch(l -> l.endsWith("Returns of the month booked late"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-15", "2026-10-04", "2027-01-03", "2026-12-27"})
    void plans_passTheLint_weighTogetherAHundred_andExplainWhatTheyShow(LocalDate sunday) {
        List<DepartmentPlan> plans = SampleCompany.until(sunday).plans();

        assertThat(plans).hasSize(SampleCompany.QUARTERS_PLANNED * Unit.DEPARTMENTS.size());
        for (DepartmentPlan plan : plans) {
            Set<String> scored = plan.items().stream()
                    .filter(i -> i.weight() > 0)
                    .map(PlannedItem::indicator)
                    .collect(Collectors.toSet());
            assertThat(PlanLint.of(inForce(plan), CATALOGUE))
                    .as(plan.toString())
                    .noneMatch(f -> f.severity() == Severity.ERROR);
            assertThat(plan.items().stream().mapToInt(PlannedItem::weight).sum())
                    .isEqualTo(100);
            assertThat(scored).hasSizeBetween(3, 5);
            assertThat(scored.stream()
                            .map(i -> CATALOGUE.indicator(i).orElseThrow().nature()))
                    .contains(Nature.LEAD, Nature.LAG);
            assertThat(plan.items().size() - scored.size()).isBetween(2, 4);
            assertThat(plan.items().stream().filter(i -> i.weight() == 0))
                    .allMatch(i -> scored.contains(i.texts().get("explains")));
        }
    }

    @Test
    void plansOfTheRunningQuarter_heldAgainstThePast_areWarnedOfAtMost() {
        PastValues past = new PastValues(COMPANY.current(), SUNDAY);
        for (DepartmentPlan sample : COMPANY.plans()) {
            if (sample.quarter().equals(COMPANY.quarter())) {
                Plan plan = inForce(sample);
                assertThat(PlanLint.of(
                                plan.written(),
                                plan.period(),
                                CATALOGUE,
                                past.past(plan).evidence(plan)))
                        .as(plan.unit())
                        .noneMatch(f -> f.severity() == Severity.ERROR);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-15", "2026-12-27", "2027-02-21"})
    void onlyTheShop_clearlyMissesItsPlan(LocalDate sunday) {
        SampleCompany until = SampleCompany.until(sunday);
        PastValues past = new PastValues(until.current(), sunday);
        for (Unit unit : Unit.DEPARTMENTS) {
            Map<Period, Plan> plans = until.plans().stream()
                    .filter(p -> p.unit().equals(unit.code()))
                    .collect(Collectors.toMap(DepartmentPlan::quarter, SampleCompanyTest::inForce));
            Score score = past.scorecard(unit.code(), until.quarter(), plans).score();

            assertThat(score.points()).as(unit.code()).isPresent();
            boolean shop = unit.code().equals(Shop.UNIT);
            assertThat(score.points().get().doubleValue())
                    .as(unit.code())
                    .isCloseTo(shop ? 62 : 97, within(shop ? 15.0 : 13.0));
        }
    }

    @Test
    void leads_areGated_decidedForThePastQuarter_pendingForTheRunningOne() {
        PastValues past = new PastValues(COMPANY.current(), SUNDAY);
        Map<Period, Plan> plans = COMPANY.plans().stream()
                .filter(p -> p.unit().equals(Marketing.UNIT))
                .collect(Collectors.toMap(DepartmentPlan::quarter, SampleCompanyTest::inForce));

        GateResult running = gate(past, plans, COMPANY.quarter());
        GateResult before = gate(past, plans, COMPANY.quarter().previous());

        assertThat(running.state()).isEqualTo(GateState.PENDING);
        assertThat(running.isProvisional()).isTrue();
        assertThat(before.state().isDecided()).isTrue();
        assertThat(before.state().letsThrough()).isTrue();
        assertThat(before.quotient().orElseThrow().value()).isBetween(new BigDecimal("0.2"), new BigDecimal("0.24"));
    }

    private static GateResult gate(PastValues past, Map<Period, Plan> plans, Period quarter) {
        return past.scorecard(Marketing.UNIT, quarter, plans).items().stream()
                .filter(i -> i.key().equals("LEADS"))
                .findFirst()
                .orElseThrow()
                .beside()
                .gate()
                .orElseThrow();
    }

    @Test
    void channels_addUpToTheirTotals_ofDealsAndOfRevenue() {
        for (String measure : List.of("DEALS_WON_COHORT", "LEADS_MATURE", "DEALS_WON_MATURE", "REVENUE")) {
            Map<Period, BigDecimal> open = new HashMap<>();
            COMPANY.delivered().stream()
                    .filter(f -> f.measure().equals(measure)
                            && (f.unit().equals(Marketing.UNIT) || f.unit().equals(Shop.UNIT)))
                    .forEach(f -> open.merge(
                            f.period(),
                            f.channel().isEmpty() ? f.value() : f.value().negate(),
                            BigDecimal::add));
            assertThat(open).as(measure).isNotEmpty();
            assertThat(open.values()).as(measure).allMatch(v -> v.signum() == 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"ONLINE, 0.10, 0.15", "SERVICE, 0.12, 0.17"})
    void churnOfAQuarter_isThatOfItsOwnCount_neverItsMonthsByTheFirstOpen(
            String unit, BigDecimal least, BigDecimal most) {
        PastValues past = new PastValues(COMPANY.current(), SUNDAY);
        Period quarter = COMPANY.quarter().previous();
        BigDecimal churn = past.value(unit, "CHURN", quarter).orElseThrow();
        assertThat(churn).isBetween(least, most);
        assertThat(past.value(unit, "RETENTION", quarter).orElseThrow())
                .isEqualByComparingTo(BigDecimal.ONE.subtract(churn));
    }

    @Test
    void lifetimeValue_isAroundThreeTimesWhatACustomerCosts() {
        PastValues past = new PastValues(COMPANY.current(), SUNDAY);
        Period lastYear = COMPANY.quarter().plus(-5);
        assertThat(past.value(Marketing.UNIT, "LTV_CAC", lastYear).orElseThrow())
                .isBetween(new BigDecimal("2.8"), new BigDecimal("4"));
    }

    @Test
    void quartersAndMonths_areWhole_whereverUniqueVisitorsAreCounted() {
        assertThat(COMPANY.delivered().stream()
                        .filter(f -> f.measure().equals("BUYERS"))
                        .map(f -> f.period().granularity())
                        .distinct())
                .containsExactlyInAnyOrder(Granularity.WEEK, Granularity.MONTH, Granularity.QUARTER);
    }

    private static Plan inForce(DepartmentPlan sample) {
        Plan plan = new Plan(sample.unit(), sample.quarter(), "author");
        plan.edit(null, sample.items().stream().map(SampleCompanyTest::item).toList(), "author");
        plan.submit(
                new Signing("head", Instant.EPOCH, "PASSWORD"),
                new Submission(Set.of("approver"), Set.of("head"), List.of()));
        return plan;
    }

    private static PlanItem item(PlannedItem item) {
        return new PlanItem(
                        CATALOGUE.indicator(item.indicator()).orElseThrow(),
                        Map.of(),
                        Usage.valueOf(item.usage()),
                        BigDecimal.valueOf(item.weight()),
                        new Marks(item.marks()),
                        TargetPhasing.LINEAR_DAYS,
                        Controllability.valueOf(item.controllability()),
                        item.texts())
                .with(item.gate() == null ? null : Gate.of(item.gate(), CATALOGUE));
    }
}
