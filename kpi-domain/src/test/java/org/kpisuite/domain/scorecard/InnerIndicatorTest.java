package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.plan.SamplePlan.approved;
import static org.kpisuite.domain.plan.SamplePlan.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.IndicatorGroup;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.GateMode;
import org.kpisuite.domain.plan.GateTerms;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.quantity.Completeness;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/** Formulas over indicators that are taken together by a rule of their own (domain specification §2.3). */
class InnerIndicatorTest {
    private static final Period Q4 = Period.parse("2026-Q4");

    private final SampleFacts facts = new SampleFacts();

    private static String rounded(Quantity quantity, int scale) {
        return Decimals.round(quantity.cell().raw().orElseThrow(() -> new AssertionError(quantity.cell())), scale)
                .toPlainString();
    }

    /** The shipped catalogue and an indicator X. */
    private static Catalogue with(String formula, TimeAggregation aggregation) {
        LocalizedText name = new LocalizedText("X", "X");
        List<Indicator> indicators = new ArrayList<>(SampleFacts.CATALOGUE.indicators());
        indicators.add(new Indicator(
                "X",
                name,
                name,
                Nature.LAG,
                Usage.EVAL,
                Formula.parse(formula),
                1,
                UnitKind.RATIO,
                2,
                Direction.UP,
                Set.of(IndicatorGroup.RETENTION),
                aggregation,
                false));
        return new Catalogue(SampleFacts.CATALOGUE.measures(), indicators);
    }

    private static Catalogue with(String formula) {
        return with(formula, TimeAggregation.RATIO_OF_SUMS);
    }

    private void customers(String period, String open, String kept) {
        facts.row("CUST_OPEN", period, open).row("CUST_CLOSE", period, "100").row("CUST_KEPT", period, kept);
    }

    /** 100 customers, of whom 95, then 90, then 85 are left; ARPA 50 a month, gross margin 60 %. */
    private void quarter() {
        customers("2026-10", "100", "95");
        customers("2026-11", "95", "90");
        customers("2026-12", "90", "85");
        for (String month : List.of("2026-10", "2026-11", "2026-12")) {
            facts.row("REVENUE", month, "5000").row("COGS", month, "2000");
        }
    }

    @Test
    void churnOfAQuarter_isWhatItsRetentionLeaves_notAllKeptByTheFirstOpen() {
        quarter();
        Quantity churn = facts.quantity("CHURN", "2026-Q4");
        // 100 less the 270 who were kept in three months, by 100: −170 %
        assertThat(rounded(churn, 4)).isEqualTo("0.1500").isNotEqualTo("-1.7000");
        assertThat(churn.marks()).containsExactly(Mark.ESTIMATED);
        customers("2026-Q4", "100", "88");
        assertThat(rounded(facts.quantity("CHURN", "2026-Q4"), 2)).isEqualTo("0.12");
        assertThat(facts.quantity("CHURN", "2026-Q4").marks()).isEmpty();
        assertThat(rounded(facts.quantity("CHURN", "2026-10"), 2)).isEqualTo("0.05");
    }

    @Test
    void lifetimeValueOfAQuarter_isOverTheChurnOfThatQuarter_neverNegative() {
        quarter();
        Quantity value = facts.quantity("LTV_MODEL", "2026-Q4");
        // ARPA 150 · 60 % / 15 %; by −170 % it would be −52.94, by the churn of a month 1,800
        assertThat(rounded(value, 2)).isEqualTo("600.00").isNotEqualTo("-52.94").isNotEqualTo("1800.00");
        assertThat(value.marks()).containsExactly(Mark.ESTIMATED);
    }

    @Test
    void lifetimeValueOfARunningQuarter_takesRevenueOnlyOfTheMonthsWhoseChurnIsKnown() {
        customers("2026-10", "100", "95");
        facts.row("COGS", "2026-10", "2000").row("REVENUE", "2026-10", "5000");
        facts.days("REVENUE", "2026-11-01", "2026-11-21", "1000").days("COGS", "2026-11-01", "2026-11-21", "400");
        Quantity value = facts.quantity("LTV_MODEL", Map.of(), Q4.days().upTo(LocalDate.of(2026, 11, 21)));
        // with the revenue of 52 days by the churn of 31: 3,120
        assertThat(rounded(value, 2)).isEqualTo("600.00").isNotEqualTo("3120.00");
        assertThat(value.dataTo()).contains(LocalDate.of(2026, 10, 31));
    }

    @ParameterizedTest(name = "{0} = {1}, not {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 / RETENTION              | 1.1765 | 0.3704",
                "RETENTION * RETENTION      | 0.7225 | 7.2900",
                "min(RETENTION, 1)          | 0.8500 | 1.0000",
                "REVENUE / COGS * RETENTION | 2.1250 | 6.7500"
            })
    void chain_isTakenAsAWhole_whereAFormulaNamesIt(String formula, String expected, String wrong) {
        quarter();
        facts.with(with(formula));
        assertThat(rounded(facts.quantity("X", "2026-Q4"), 4))
                .isEqualTo(expected)
                .isNotEqualTo(wrong);
        assertThat(facts.quantity("X", "2026-Q4").marks()).contains(Mark.ESTIMATED);
    }

    @Test
    void chainThatLacksALink_leavesNothingToDivideBy() {
        customers("2026-10", "100", "95");
        customers("2026-12", "90", "85");
        facts.with(with("1 / RETENTION"));
        assertThat(facts.quantity("X", "2026-Q4").cell()).isEqualTo(new Cell.NotDelivered());
    }

    @Test
    void countedForExactlyThePeriod_isNotTakenFromAnEstimate() {
        quarter();
        facts.with(with("1 - RETENTION", TimeAggregation.RECOUNT));
        assertThat(facts.quantity("X", "2026-Q4").cell()).isEqualTo(new Cell.NotDelivered());
        customers("2026-Q4", "100", "88");
        assertThat(rounded(facts.quantity("X", "2026-Q4"), 2)).isEqualTo("0.12");
    }

    private void study(String month, String positive) {
        facts.row("BL_EXP_POS", month, positive).row("BL_EXP_N", month, "500");
        facts.row("BL_CTL_POS", month, "175").row("BL_CTL_N", month, "500");
    }

    @Test
    void studies_areNotAddedUp_whereAFormulaNamesTheirLift() {
        facts.with(with("BRAND_LIFT / 10"));
        study("2026-10", "210");
        Quantity only = facts.quantity("X", "2026-Q4");
        assertThat(rounded(only, 1)).isEqualTo("0.7");
        assertThat(only.marks()).containsExactly(Mark.SINGLE_PART);
        study("2026-12", "190");
        // taken together the answers would make 0.5
        assertThat(facts.quantity("X", "2026-Q4").cell()).isEqualTo(new Cell.Failed(Cell.Reason.NOT_AGGREGABLE));
    }

    @Test
    void retentionOfNobody_isNoNumber_norIsTheirChurn() {
        customers("2026-10", "0", "0");
        assertThat(facts.quantity("CHURN", "2026-10").cell()).isEqualTo(new Cell.Failed(Cell.Reason.DIV0));
    }

    @Test
    void gate_comparesAChainExactly() {
        quarter();
        facts.row("SALES_COST", "2026-Q4", "0").row("NEW_CUSTOMERS", "2026-Q4", "1");
        facts.row("MKT_COST", "2026-Q4", "200");
        Gate gate = Gate.of(
                new GateTerms("LTV_MODEL", "CAC_FULL", new BigDecimal("3"), GateMode.ZERO, null, 0, null),
                SampleFacts.CATALOGUE);
        Plan plan = approved(Q4, item("LTV_MODEL", "100", "target=500").with(gate));
        ScorecardItem value =
                facts.scorecard("2026-Q4", "2027-01-10", plan).items().get(0);
        assertThat(value.beside().gate().orElseThrow().state()).isEqualTo(GateState.PASS);
        facts.row("MARKETING", "MKT_COST", "", "A_FIRST", "2026-Q4", "200.01");
        ScorecardItem failed =
                facts.scorecard("2026-Q4", "2027-01-10", plan).items().get(0);
        assertThat(failed.beside().gate().orElseThrow().state()).isEqualTo(GateState.FAIL);
    }

    @Test
    void explanation_goesFromTheIndicatorToTheLinksOfTheChain() {
        quarter();
        Explanation explanation = new ScorecardAssembler(facts.grounds("MARKETING"))
                .explain("CHURN", Q4, SampleFacts.after("2027-01-10"), SampleFacts.ZONE)
                .orElseThrow();
        Explanation.Step actual = explanation.step(Explanation.Kind.ACTUAL).orElseThrow();
        assertThat(actual.working()).isEqualTo("1 - RETENTION");
        assertThat(actual.inputs()).extracting(Explanation.Step::subject).containsExactly("RETENTION");
        Explanation.Step retention = actual.inputs().get(0);
        assertThat(retention.value()).isEqualByComparingTo("0.85");
        assertThat(retention.completeness()).isEqualTo(new Completeness(1, 1));
        assertThat(retention.inputs())
                .extracting(Explanation.Step::kind)
                .containsExactly(Explanation.Kind.LINK, Explanation.Kind.LINK, Explanation.Kind.LINK);
        assertThat(explanation.slices()).hasSize(6);
    }
}
