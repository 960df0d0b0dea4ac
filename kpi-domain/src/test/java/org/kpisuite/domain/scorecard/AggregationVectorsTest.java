package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.actual.UnitShares;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Aggregation;
import org.kpisuite.domain.catalogue.Bounds;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.IndicatorGroup;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.MeasureKind;
import org.kpisuite.domain.catalogue.MissingPolicy;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.OrgAggregation;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.catalogue.WeekSplit;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.Rational;
import org.kpisuite.domain.quantity.UnitKind;

/** Domain specification §2.3 and §2.5: the cases G05 to G19 that other tests do not hold, and the rarer rules. */
class AggregationVectorsTest {
    private final SampleFacts facts = new SampleFacts();

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    private static String rounded(Quantity quantity, int scale) {
        return Decimals.round(quantity.cell().raw().orElseThrow(() -> new AssertionError(quantity.cell())), scale)
                .toPlainString();
    }

    @Test
    void g05_marginOfAnNps() {
        SurveyError margin = SurveyError.ofNps(of("50"), of("30"), of("20")).orElseThrow();
        assertThat(Decimals.round(margin.value(), 1)).isEqualTo("15.3");
        assertThat(SurveyError.ofNps(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO))
                .isEmpty();
    }

    @Test
    void g08_meanOverTime_weighsByDays() {
        facts.row("FOLLOWERS", "2026-10", "900").row("FOLLOWERS", "2026-11", "960");
        DayRange both = new DayRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 30));
        assertThat(rounded(facts.quantity("FOLLOWERS_MEAN", Map.of(), both), 4))
                .isEqualTo("929.5082")
                .isNotEqualTo("930.0000");
    }

    @Test
    void meanOverTime_ofDaysTakenTogether_isTheSameAsOfSingleDays() {
        facts.days("FOLLOWERS", "2026-10-01", "2026-10-31", "900").days("FOLLOWERS", "2026-11-01", "2026-11-30", "960");
        String single = rounded(facts.quantity("FOLLOWERS_MEAN", "2026-10"), 4);
        SampleFacts together = new SampleFacts().together("FOLLOWERS", "2026-10", "2026-10-31", "27900", "900");
        assertThat(rounded(together.quantity("FOLLOWERS_MEAN", "2026-10"), 4))
                .isEqualTo(single)
                .isEqualTo("900.0000");
    }

    @Test
    void meanOfUnits_isTheSumOfTheirMeans() {
        facts.of("SEO", "FOLLOWERS", "2026-10", "900").of("ADS", "FOLLOWERS", "2026-10", "100");
        assertThat(rounded(facts.quantity("FOLLOWERS_MEAN", "2026-10"), 0)).isEqualTo("1000");
    }

    @Test
    void g09_chain_multipliesItsMonths_asAnEstimate() {
        facts.row("CUST_OPEN", "2026-10", "100").row("CUST_KEPT", "2026-10", "95");
        facts.row("CUST_OPEN", "2026-11", "100").row("CUST_KEPT", "2026-11", "96");
        facts.row("CUST_OPEN", "2026-12", "100").row("CUST_KEPT", "2026-12", "97");
        Quantity quarter = facts.quantity("RETENTION", "2026-Q4");
        assertThat(rounded(quarter, 5)).isEqualTo("0.88464").isNotEqualTo("0.96000");
        assertThat(quarter.marks()).contains(Mark.ESTIMATED);
        facts.row("CUST_OPEN", "2026-Q4", "100").row("CUST_KEPT", "2026-Q4", "86");
        assertThat(rounded(facts.quantity("RETENTION", "2026-Q4"), 2)).isEqualTo("0.86");
        assertThat(facts.quantity("RETENTION", "2026-Q4").marks()).isEmpty();
    }

    @Test
    void chainWithAMissingLink_isNone() {
        facts.row("CUST_OPEN", "2026-10", "100").row("CUST_KEPT", "2026-10", "95");
        facts.row("CUST_OPEN", "2026-12", "100").row("CUST_KEPT", "2026-12", "97");
        assertThat(facts.quantity("RETENTION", "2026-Q4")).isEqualTo(Quantity.NONE);
    }

    @ParameterizedTest(name = "{0} of {1} to {2}")
    @CsvSource({"MKT_COST, 0, DIV0", "MKT_COST, 5, DIV0_COST"})
    void g11_g12_nothingToDivideBy(String measure, String cost, Cell.Reason reason) {
        facts.row(measure, "2026-10", cost).row("NEW_CUSTOMERS", "2026-10", "0");
        assertThat(facts.quantity("CAC", "2026-10").cell())
                .isInstanceOfSatisfying(
                        Cell.Failed.class, f -> assertThat(f.reason()).isEqualTo(reason));
    }

    /** ARPA 50, gross margin 60 %: revenue 5000 on 100 customers, cost 2000. */
    private SampleFacts customers(String kept) {
        return facts.row("REVENUE", "2026-10", "5000")
                .row("COGS", "2026-10", "2000")
                .row("CUST_OPEN", "2026-10", "100")
                .row("CUST_CLOSE", "2026-10", "100")
                .row("CUST_KEPT", "2026-10", kept);
    }

    @Test
    void g14_lifetimeValueByModel() {
        customers("95");
        Quantity value = facts.quantity("LTV_MODEL", "2026-10");
        assertThat(rounded(value, 2)).isEqualTo("600.00");
        assertThat(value.marks()).isEmpty();
    }

    @Test
    void g16_withoutChurn_lifetimesAreCountedToTheirLimit() {
        customers("100");
        Quantity value = facts.quantity("LTV_MODEL", "2026-10");
        assertThat(rounded(value, 2)).isEqualTo("1800.00");
        assertThat(value.marks()).containsExactly(Mark.CAPPED);
    }

    @Test
    void g17_brandLift_absoluteRelativeAndSignificant() {
        facts.row("BL_EXP_POS", "2026-Q4", "210").row("BL_EXP_N", "2026-Q4", "500");
        facts.row("BL_CTL_POS", "2026-Q4", "175").row("BL_CTL_N", "2026-Q4", "500");
        assertThat(rounded(facts.quantity("BRAND_LIFT", "2026-Q4"), 1)).isEqualTo("7.0");
        assertThat(rounded(facts.quantity("BRAND_LIFT_REL", "2026-Q4"), 3)).isEqualTo("0.200");
        SurveyError z =
                SurveyError.ofLift(of("210"), of("500"), of("175"), of("500")).orElseThrow();
        assertThat(Decimals.round(z.value(), 4)).isEqualTo("2.2746");
        assertThat(z.isSignificant()).isTrue();
        assertThat(SurveyError.ofLift(of("180"), of("500"), of("175"), of("500"))
                        .orElseThrow()
                        .isSignificant())
                .isFalse();
    }

    @Test
    void studies_areNotAddedUp_theOnlyOneStandsForItself() {
        for (String measure : List.of("BL_EXP_POS", "BL_CTL_POS")) {
            facts.row(measure, "2026-10", "100");
        }
        facts.row("BL_EXP_N", "2026-10", "200").row("BL_CTL_N", "2026-10", "400");
        Quantity only = facts.quantity("BRAND_LIFT", "2026-Q4");
        assertThat(rounded(only, 0)).isEqualTo("25");
        assertThat(only.marks()).containsExactly(Mark.SINGLE_PART);
        for (String measure : List.of("BL_EXP_POS", "BL_EXP_N", "BL_CTL_POS", "BL_CTL_N")) {
            facts.row(measure, "2026-12", "100");
        }
        assertThat(facts.quantity("BRAND_LIFT", "2026-Q4").cell())
                .isEqualTo(new Cell.Failed(Cell.Reason.NOT_AGGREGABLE));
    }

    private static ExchangeRates usd(String period, String average, String closing, String plan) {
        return new ExchangeRates(
                "RUB",
                List.of(new ExchangeRates.Rate("USD", Period.parse(period), of(average), of(closing), of(plan))));
    }

    @Test
    void g18_varianceFromPlan_isOperationalAndExchange() {
        CurrencyEffect effect = CurrencyEffect.of("USD", of("100"), of("90"), of("9500"), of("90"));
        assertThat(effect.operational()).isEqualByComparingTo("900");
        assertThat(effect.fx()).isEqualByComparingTo("500");
        assertThat(effect.variance()).isEqualByComparingTo("1400");
        assertThat(effect.actualRate()).isEqualByComparingTo("95");
    }

    @Test
    void flowsOfSeveralCurrencies_comeTogetherAtTheAverageRate_statesAtTheClosingOne() {
        facts.with(usd("2026-10", "95", "100", "90"));
        facts.of("MARKETING", "REVENUE", "2026-10", "1000").of("ADS", "REVENUE", "2026-10", "10");
        facts.of("MARKETING", "PIPELINE_OPEN", "2026-10", "1000").of("ADS", "PIPELINE_OPEN", "2026-10", "10");
        assertThat(rounded(facts.quantity("REVENUE", "2026-10"), 0)).isEqualTo("1950");
        assertThat(rounded(facts.quantity("PIPELINE_OPEN", "2026-10"), 0)).isEqualTo("2000");
    }

    @Test
    void withoutTheRateOfItsMonth_moneyOfTwoCurrencies_isNoNumber() {
        facts.with(usd("2026-09", "95", "100", "90"));
        facts.of("MARKETING", "REVENUE", "2026-10", "1000").of("ADS", "REVENUE", "2026-10", "10");
        assertThat(facts.quantity("REVENUE", "2026-10").cell()).isEqualTo(new Cell.Failed(Cell.Reason.CURRENCY));
    }

    @Test
    void t13_weekThatStraddlesMonths_isSplitByDays_onlyWhereItsMeasureAllows() {
        facts.row("LEADS", "2026-W40", "700");
        assertThat(facts.quantity("LEADS", "2026-09").cell()).isEqualTo(new Cell.NotDelivered());
        facts.with(changed("LEADS", m -> m.with(WeekSplit.BY_DAYS)));
        Quantity september = facts.quantity("LEADS", "2026-09");
        assertThat(rounded(september, 4)).isEqualTo("300.0000");
        assertThat(september.marks()).contains(Mark.ESTIMATED);
        assertThat(rounded(facts.quantity("LEADS", "2026-10"), 4)).isEqualTo("400.0000");
        assertThat(facts.quantity("LEADS", "2026-W40").marks()).isEmpty();
    }

    private interface Change {
        Measure of(Measure measure);
    }

    private static Catalogue changed(String code, Change change) {
        return new Catalogue(
                SampleFacts.CATALOGUE.measures().stream()
                        .map(m -> m.code().equals(code) ? change.of(m) : m)
                        .toList(),
                SampleFacts.CATALOGUE.indicators());
    }

    @Test
    void ratesOfStudies_areWeighted_asAnEstimate_unlessTheWholeWasMeasured() {
        facts.with(withRate());
        facts.row("SHARE", "2026-10", "0.10").row("ORDERS", "2026-10", "100");
        facts.row("SHARE", "2026-11", "0.40").row("ORDERS", "2026-11", "300");
        DayRange both = new DayRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 30));
        Quantity weighted = facts.quantity("SHARE_KPI", Map.of(), both);
        assertThat(rounded(weighted, 3)).isEqualTo("0.325").isNotEqualTo("0.250");
        assertThat(weighted.marks()).containsExactly(Mark.ESTIMATED);
        facts.row("SHARE", "2026-Q4", "0.3");
        assertThat(facts.quantity("SHARE_KPI", "2026-Q4").marks()).isEmpty();
    }

    @Test
    void weightOfAnIndicator_weighsItsMeasure_whichSaysNothingItself() {
        Catalogue rate = withRate();
        Measure plain = rate.measure("SHARE").orElseThrow().with(Aggregation.of(TimeAggregation.NONE));
        Catalogue catalogue =
                new Catalogue(List.of(plain, rate.measure("ORDERS").orElseThrow()), rate.indicators());
        facts.with(catalogue);
        facts.row("SHARE", "2026-10", "0.10").row("ORDERS", "2026-10", "100");
        facts.row("SHARE", "2026-11", "0.40").row("ORDERS", "2026-11", "300");
        assertThat(rounded(facts.quantity("SHARE_KPI", "2026-Q4"), 3)).isEqualTo("0.325");
        FactNeeds needs = FactNeeds.of(
                facts.grounds("MARKETING").definitions(),
                List.of(),
                Period.parse("2026-Q4"),
                LocalDate.of(2026, 12, 31));
        assertThat(needs.formulas())
                .anyMatch(f -> f.stream().anyMatch(s -> s.measure().equals("ORDERS")));
    }

    private static Completeness completeness(Quantity quantity) {
        return ((Cell.Measured) quantity.cell()).completeness();
    }

    @Test
    void weightedMean_isAsCompleteAsThePartsThatHaveAWeight() {
        facts.with(withRate());
        facts.row("SHARE", "2026-10", "0.10").row("ORDERS", "2026-10", "100");
        facts.row("SHARE", "2026-11", "0.40");
        Quantity oneMonth = facts.quantity("SHARE_KPI", "2026-Q4");
        assertThat(completeness(oneMonth)).isEqualTo(new Completeness(31, 92)).isNotEqualTo(new Completeness(1, 1));
        assertThat(oneMonth.cell().usable()).isEmpty();
        assertThat(oneMonth.dataTo()).contains(LocalDate.of(2026, 10, 31));
        facts.row("ORDERS", "2026-11", "300");
        Quantity twoMonths = facts.quantity("SHARE_KPI", "2026-Q4");
        assertThat(rounded(twoMonths, 3)).isEqualTo("0.325");
        assertThat(completeness(twoMonths)).isEqualTo(new Completeness(61, 92));
        assertThat(twoMonths.dataTo()).contains(LocalDate.of(2026, 11, 30));
    }

    @Test
    void chain_isAsCompleteAsTheLeastOfItsLinks() {
        facts.with(new Catalogue(
                SampleFacts.CATALOGUE.measures(),
                SampleFacts.CATALOGUE.indicators().stream()
                        .map(i -> i.code().equals("CTR") ? i.with(Aggregation.of(TimeAggregation.CHAIN)) : i)
                        .toList()));
        for (String month : List.of("2026-10", "2026-12")) {
            facts.row("CLICKS", month, "50").row("IMPRESSIONS", month, "100");
        }
        facts.days("CLICKS", "2026-11-01", "2026-11-20", "50").days("IMPRESSIONS", "2026-11-01", "2026-11-20", "100");
        Quantity quarter = facts.quantity("CTR", "2026-Q4");
        assertThat(rounded(quarter, 3)).isEqualTo("0.125");
        assertThat(completeness(quarter)).isEqualTo(new Completeness(20, 30)).isNotEqualTo(new Completeness(1, 1));
    }

    private static Catalogue withRate() {
        LocalizedText name = new LocalizedText("Share", "Доля");
        Aggregation weighted = Aggregation.parse("WAVG(ORDERS)");
        Measure share = new Measure("SHARE", name, MeasureKind.RATE, UnitKind.PERCENT, null, null, TimeAggregation.NONE)
                .with(weighted);
        Measure orders = SampleFacts.CATALOGUE.measure("ORDERS").orElseThrow();
        Indicator indicator = new Indicator(
                        "SHARE_KPI",
                        name,
                        name,
                        Nature.LAG,
                        Usage.EVAL,
                        Formula.parse("SHARE"),
                        1,
                        UnitKind.PERCENT,
                        1,
                        Direction.UP,
                        Set.of(IndicatorGroup.FINANCE),
                        TimeAggregation.NONE,
                        false)
                .with(weighted);
        return new Catalogue(List.of(share, orders), List.of(indicator));
    }

    private static Catalogue missing(String indicator, MissingPolicy policy) {
        return new Catalogue(
                SampleFacts.CATALOGUE.measures(),
                SampleFacts.CATALOGUE.indicators().stream()
                        .map(i -> i.code().equals(indicator) ? i.with(i.terms().with(policy)) : i)
                        .toList());
    }

    @Test
    void dayWithoutRow_isZero_onlyWhereItsSourceSaysThatItWasComplete() {
        facts.days("ORDERS", "2026-10-01", "2026-10-10", "2");
        facts.days("FEED_HEARTBEAT", "2026-10-01", "2026-10-31", "1");
        Quantity poor = facts.quantity("ORDERS", "2026-10");
        assertThat(((Cell.Measured) poor.cell()).completeness().isUsable()).isFalse();
        facts.with(missing("ORDERS", MissingPolicy.ZERO));
        Quantity whole = facts.quantity("ORDERS", "2026-10");
        assertThat(rounded(whole, 0)).isEqualTo("20");
        assertThat(((Cell.Measured) whole.cell()).completeness().isFull()).isTrue();
        assertThat(((Cell.Measured) facts.quantity("ORDERS", "2026-Q4").cell())
                        .completeness()
                        .isUsable())
                .isFalse();
    }

    @Test
    void longerRow_isNoZero_becauseItsDaysHaveHeartbeats() {
        facts.with(missing("ORDERS", MissingPolicy.ZERO)).row("ORDERS", "2026-10", "500");
        facts.days("FEED_HEARTBEAT", "2026-10-01", "2026-10-31", "1");
        assertThat(rounded(facts.quantity("ORDERS", "2026-10"), 0)).isEqualTo("500");
    }

    @Test
    void heartbeats_beforeAUnitBelonged_makeNoDayComplete() {
        LocalDate joined = LocalDate.of(2026, 10, 16);
        facts.with(missing("ORDERS", MissingPolicy.ZERO))
                .with((UnitShares) (unit, day) -> day.isBefore(joined) ? BigDecimal.ZERO : BigDecimal.ONE);
        facts.days("SEO", "ORDERS", "2026-10-16", "2026-10-20", "10");
        facts.days("SEO", "FEED_HEARTBEAT", "2026-10-01", "2026-10-20", "1");
        assertThat(((Cell.Measured) facts.quantity("ORDERS", "2026-10").cell()).completeness())
                .isEqualTo(new Completeness(5, 16));
    }

    @Test
    void heartbeats_areReadWithTheFlowsThatTheyFill_ofInnerIndicatorsToo() {
        Catalogue catalogue = missing("LTV", MissingPolicy.ZERO);
        FactNeeds needs = FactNeeds.of(
                new SampleFacts().with(catalogue).grounds("MARKETING").definitions(),
                List.of(),
                Period.parse("2026-Q3"),
                LocalDate.of(2026, 12, 31));
        assertThat(needs.formulas())
                .filteredOn(f -> f.stream().anyMatch(s -> s.measure().equals(Catalogue.FEED_HEARTBEAT)))
                .allMatch(f -> f.stream().anyMatch(s -> s.measure().equals("COHORT_GP")))
                .hasSize(2);
    }

    @Test
    void thresholdOverAMinimum_isNotRounded() {
        Expression lifetime = new Expression.Least(
                new Expression.Operation('/', new Expression.Constant(BigDecimal.ONE), new Expression.Input(0)),
                new Expression.Constant(new BigDecimal("60")));
        Rational third = lifetime.exact(new Rational[] {Rational.of(of("0.03"))});
        assertThat(third.times(new BigDecimal("0.03"))).isEqualByComparingTo(Rational.of(BigDecimal.ONE));
        assertThat(lifetime.exact(new Rational[] {Rational.ZERO}))
                .isEqualByComparingTo(Rational.of(new BigDecimal("60")));
    }

    @Test
    void monthlyFeed_toDate_isComparedAsFarAsItGoes() {
        for (int month = 1; month <= 10; month++) {
            facts.row("LEADS", "2026-%02d".formatted(month), "100");
        }
        facts.days("LEADS", "2025-01-01", "2025-12-31", "1").row("SEO", "SESSIONS", "", "GA", "2026-11-21", "5");
        RollingComparison year = facts.scorecard("2026-Q4", "2026-11-21").items().stream()
                .filter(i -> i.indicator().equals("LEADS"))
                .flatMap(i -> i.beside().rolling().stream())
                .filter(r -> r.span() == RollingComparison.Span.YTD)
                .findFirst()
                .orElseThrow();
        assertThat(year.actual().usable().orElseThrow()).isEqualByComparingTo("1000");
        assertThat(year.reference().usable().orElseThrow()).isEqualByComparingTo("304");
    }

    @ParameterizedTest(name = "{0}, data to {1}: {2} to {3} against {4} of the prior year, not {5}")
    @CsvSource({
        // a month that is over, of which the feed brought ten days: not against all 334 of the year before
        "2026-11,  2026-11-10, YTD, 2026-11-10, 314, 334",
        "2026-11,  2026-11-10, QTD, 2026-11-10, 41,  61",
        // a feed that stopped in the month before is compared by whole months
        "2026-Q3,  2026-08-20, YTD, 2026-07-31, 212, 273",
        "2026-W47, 2026-11-18, YTD, 2026-11-18, 322, 326",
        // nothing is late
        "2026-11,  2026-11-30, YTD, 2026-11-30, 334, 304"
    })
    void lateFeed_toDate_isComparedWithAsManyDays(
            String period, String lastDay, RollingComparison.Span span, LocalDate end, String reference, String wrong) {
        facts.days("LEADS", "2026-01-01", lastDay, "1").days("LEADS", "2025-01-01", "2025-12-31", "1");
        RollingComparison toDate = facts.scorecard(period, "2026-12-05").items().stream()
                .filter(i -> i.indicator().equals("LEADS"))
                .flatMap(i -> i.beside().rolling().stream())
                .filter(r -> r.span() == span)
                .findFirst()
                .orElseThrow();
        assertThat(toDate.days().endInclusive()).isEqualTo(end);
        assertThat(toDate.actual().raw().orElseThrow()).isEqualByComparingTo(reference);
        assertThat(toDate.reference().usable().orElseThrow())
                .isEqualByComparingTo(reference)
                .isNotEqualByComparingTo(wrong);
    }

    @Test
    void lastMonthOfTheYearBefore_isReadByDay_soThatItCanBeCutWhereDataEnd() {
        FactNeeds needs = FactNeeds.of(
                facts.grounds("MARKETING").definitions(),
                List.of(),
                Period.parse("2026-11"),
                LocalDate.of(2026, 12, 31));
        assertThat(needs.byDay()).anyMatch(r -> r.contains(LocalDate.of(2025, 11, 30)));
        FactNeeds overWithItsYear = FactNeeds.of(
                facts.grounds("MARKETING").definitions(),
                List.of(),
                Period.parse("2026-12"),
                LocalDate.of(2027, 1, 31));
        assertThat(overWithItsYear.byDay()).isEmpty();
    }

    @ParameterizedTest(name = "{0} periods carried, in {1}: {2}")
    @CsvSource({"1, 2026-10, 900", "1, 2026-11, none", "2, 2026-11, 900", "2, 2026-12, none"})
    void lastState_isCarried_soManyPeriods_markedStale(int periods, String month, String expected) {
        facts.with(missing("FOLLOWERS", new MissingPolicy.Carry(periods))).row("FOLLOWERS", "2026-09", "900");
        Quantity carried = facts.quantity("FOLLOWERS", month);
        if (expected.equals("none")) {
            assertThat(carried.cell()).isEqualTo(new Cell.NotDelivered());
        } else {
            assertThat(rounded(carried, 0)).isEqualTo(expected);
            assertThat(carried.marks()).contains(Mark.STALE);
        }
    }

    @Test
    void unitThatMoved_countsForItsDaysAsReported_andForAllOrNoneRestated() {
        facts.days("SEO", "LEADS", "2026-10-01", "2026-10-31", "10");
        LocalDate moved = LocalDate.of(2026, 10, 11);
        UnitShares reported = new UnitShares() {
            @Override
            public BigDecimal on(String unit, LocalDate day) {
                return unit.equals("SEO") && !day.isBefore(moved) ? BigDecimal.ZERO : BigDecimal.ONE;
            }
        };
        Quantity october = facts.with(reported).quantity("LEADS", "2026-10");
        assertThat(rounded(october, 0)).isEqualTo("100");
        assertThat(((Cell.Measured) october.cell()).completeness().isFull()).isTrue();
        assertThat(rounded(facts.with((unit, day) -> BigDecimal.ONE).quantity("LEADS", "2026-10"), 0))
                .isEqualTo("310");
        assertThat(facts.with((unit, day) -> BigDecimal.ZERO)
                        .quantity("LEADS", "2026-10")
                        .cell())
                .isEqualTo(new Cell.NotDelivered());
    }

    @Test
    void splitUnit_countsWithItsShare() {
        facts.of("SEO", "LEADS", "2026-10", "100").of("ADS", "LEADS", "2026-10", "10");
        facts.with((unit, day) -> unit.equals("SEO") ? new BigDecimal("0.6") : BigDecimal.ONE);
        assertThat(rounded(facts.quantity("LEADS", "2026-10"), 0)).isEqualTo("70");
    }

    @Test
    void unitThatBeganLater_isNotMissedBefore() {
        facts.of("SEO", "LEADS", "2026-09", "100").of("SEO", "LEADS", "2026-10", "100");
        facts.of("ADS", "LEADS", "2026-10", "10");
        Cell.Measured september =
                (Cell.Measured) facts.quantity("LEADS", "2026-09").cell();
        assertThat(september.completeness().isFull()).isTrue();
    }

    @Test
    void enteredByHand_neverOverridesAFeed_unlessItsMeasureSaysSo() {
        facts.row("MARKETING", "LEADS", "", "MANUAL", "2026-10", "1")
                .row("MARKETING", "LEADS", "", "WEB", "2026-10", "9");
        Period october = Period.of(Granularity.MONTH, LocalDate.of(2026, 10, 1));
        Facts usual = facts.facts();
        assertThat(rounded(facts.quantity(usual, "LEADS", Map.of(), october.days()), 0))
                .isEqualTo("9");
        Facts said = facts.facts("MANUAL");
        assertThat(rounded(facts.quantity(said, "LEADS", Map.of(), october.days()), 0))
                .isEqualTo("1");
    }

    @Test
    void lowDenominator_isMarked() {
        facts.with(new Catalogue(
                SampleFacts.CATALOGUE.measures(),
                SampleFacts.CATALOGUE.indicators().stream()
                        .map(i -> i.code().equals("CTR")
                                ? i.with(i.terms().with(new Bounds(null, new BigDecimal("1000"), false)))
                                : i)
                        .toList()));
        facts.row("CLICKS", "2026-10", "5").row("IMPRESSIONS", "2026-10", "999");
        facts.row("CLICKS", "2026-11", "5").row("IMPRESSIONS", "2026-11", "1000");
        assertThat(facts.quantity("CTR", "2026-10").marks()).containsExactly(Mark.LOW_BASE);
        assertThat(facts.quantity("CTR", "2026-11").marks()).isEmpty();
    }

    @Test
    void daysOfASourceThatCountsLater_doNotOverrideTheMonthOfTheFirst() {
        facts.row("LEADS", "2026-10", "1000");
        LocalDate.of(2026, 10, 1)
                .datesUntil(LocalDate.of(2026, 11, 1))
                .forEach(d -> facts.row("MARKETING", "LEADS", "", "MANUAL", d.toString(), "1"));
        assertThat(rounded(facts.quantity("LEADS", "2026-10"), 0))
                .isEqualTo("1000")
                .isNotEqualTo("31");
    }

    @Test
    void stateThatMayOverlapBetweenUnits_countsOnlyAsDeliveredForTheUnitItself() {
        facts.with(changed(
                "FOLLOWERS", m -> m.with(Aggregation.of(TimeAggregation.LAST).over(OrgAggregation.RECOUNT))));
        facts.of("SEO", "FOLLOWERS", "2026-10", "900");
        assertThat(rounded(facts.quantity("FOLLOWERS", "2026-10"), 0)).isEqualTo("900");
        facts.of("ADS", "FOLLOWERS", "2026-10", "800");
        assertThat(facts.quantity("FOLLOWERS", "2026-10").cell())
                .isEqualTo(new Cell.Failed(Cell.Reason.NOT_AGGREGABLE))
                .isNotEqualTo(Cell.of(of("1700")));
        facts.row("FOLLOWERS", "2026-10", "1200");
        assertThat(rounded(facts.quantity("FOLLOWERS", "2026-10"), 0)).isEqualTo("1200");
        assertThat(rounded(facts.quantity("FOLLOWERS", "2026-Q4"), 0)).isEqualTo("1200");
    }

    @Test
    void chainOfUnits_isNotMadeOfTheirs() {
        for (String unit : List.of("SEO", "ADS")) {
            facts.of(unit, "CUST_OPEN", "2026-10", "100").of(unit, "CUST_KEPT", "2026-10", "95");
        }
        assertThat(facts.quantity("RETENTION", "2026-10").cell())
                .isEqualTo(new Cell.Failed(Cell.Reason.NOT_AGGREGABLE));
        facts.row("CUST_OPEN", "2026-10", "300").row("CUST_KEPT", "2026-10", "270");
        assertThat(rounded(facts.quantity("RETENTION", "2026-10"), 2)).isEqualTo("0.90");
    }

    @Test
    void ratesOfUnits_areNeverAdded() {
        Measure share = withRate().measure("SHARE").orElseThrow().with(Aggregation.of(TimeAggregation.LAST));
        Indicator last = withRate().indicator("SHARE_KPI").orElseThrow().with(Aggregation.of(TimeAggregation.LAST));
        facts.with(new Catalogue(List.of(share), List.of(last)));
        facts.of("SEO", "SHARE", "2026-10", "0.6").of("ADS", "SHARE", "2026-10", "0.7");
        assertThat(facts.quantity("SHARE_KPI", "2026-10").cell())
                .isEqualTo(new Cell.Failed(Cell.Reason.NOT_AGGREGABLE))
                .isNotEqualTo(Cell.of(of("1.3")));
        facts.row("SHARE", "2026-10", "0.65");
        assertThat(rounded(facts.quantity("SHARE_KPI", "2026-10"), 2)).isEqualTo("0.65");
    }
}
