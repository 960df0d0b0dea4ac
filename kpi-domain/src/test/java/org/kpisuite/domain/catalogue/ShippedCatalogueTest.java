package org.kpisuite.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.quantity.UnitKind;

/** The shipped catalogue beside the tables of the domain specification, row by row. */
class ShippedCatalogueTest {
    /** §1.2: row | code | formula | unit | scale | direction | nature | usage | time aggregation. */
    private static final String INDICATORS = """
            1   | ROI             | (GP_ATTR - INVEST_TOTAL) / INVEST_TOTAL | PERCENT | 1 | UP | LAG | EVAL | RATIO_OF_SUMS
            2   | ROMI            | (GP_ATTR - MKT_COST) / MKT_COST | PERCENT | 1 | UP | LAG | EVAL | RATIO_OF_SUMS
            3   | ROAS            | REV_ATTR / AD_SPEND | RATIO | 2 | UP | LAG | EVAL | RATIO_OF_SUMS
            4   | FUNNEL_TOTAL    | FUNNEL_9 / FUNNEL_1 | PERCENT | 1 | UP | LEAD | EVAL | RATIO_OF_SUMS
            4   | FUNNEL_STEP_1   | FUNNEL_2 / FUNNEL_1 | PERCENT | 1 | UP | LEAD | DIAG | RATIO_OF_SUMS
            4   | FUNNEL_STEP_2   | FUNNEL_3 / FUNNEL_2 | PERCENT | 1 | UP | LEAD | DIAG | RATIO_OF_SUMS
            4   | FUNNEL_STEP_3   | FUNNEL_4 / FUNNEL_3 | PERCENT | 1 | UP | LEAD | DIAG | RATIO_OF_SUMS
            4   | FUNNEL_STEP_4   | FUNNEL_5 / FUNNEL_4 | PERCENT | 1 | UP | LEAD | DIAG | RATIO_OF_SUMS
            4   | FUNNEL_STEP_5   | FUNNEL_6 / FUNNEL_5 | PERCENT | 1 | UP | LEAD | DIAG | RATIO_OF_SUMS
            4   | FUNNEL_STEP_6   | FUNNEL_7 / FUNNEL_6 | PERCENT | 1 | UP | LEAD | DIAG | RATIO_OF_SUMS
            4   | FUNNEL_STEP_7   | FUNNEL_8 / FUNNEL_7 | PERCENT | 1 | UP | LEAD | DIAG | RATIO_OF_SUMS
            4   | FUNNEL_STEP_8   | FUNNEL_9 / FUNNEL_8 | PERCENT | 1 | UP | LEAD | DIAG | RATIO_OF_SUMS
            5   | SESSIONS        | SESSIONS | COUNT | 0 | UP | LEAD | DIAG | SUM
            6   | USERS           | USERS | COUNT | 0 | UP | LEAD | DIAG | RECOUNT
            7   | CTR             | CLICKS / IMPRESSIONS | PERCENT | 2 | UP | LEAD | DIAG | RATIO_OF_SUMS
            8   | EMAIL_CTR       | EMAIL_UCLICKS / EMAIL_DELIVERED | PERCENT | 2 | UP | LEAD | DIAG | RATIO_OF_SUMS
            8   | EMAIL_CTR_TOTAL | EMAIL_CLICKS / EMAIL_DELIVERED | PERCENT | 2 | UP | LEAD | DIAG | RATIO_OF_SUMS
            8   | EMAIL_CTOR      | EMAIL_UCLICKS / EMAIL_OPENS | PERCENT | 2 | UP | LEAD | DIAG | RATIO_OF_SUMS
            9   | CPA             | AD_SPEND / ACTIONS | MONEY | 2 | DOWN | LAG | EVAL | RATIO_OF_SUMS
            9   | CPA_CUSTOMER    | AD_SPEND / NEW_CUSTOMERS_PAID | MONEY | 2 | DOWN | LAG | EVAL | RATIO_OF_SUMS
            10  | CAC             | MKT_COST / NEW_CUSTOMERS | MONEY | 2 | DOWN | LAG | EVAL | RATIO_OF_SUMS
            10  | CAC_FULL        | (MKT_COST + SALES_COST) / NEW_CUSTOMERS | MONEY | 2 | DOWN | LAG | EVAL | RATIO_OF_SUMS
            11  | CPC             | AD_SPEND / CLICKS | MONEY | 2 | DOWN | LEAD | DIAG | RATIO_OF_SUMS
            12  | BOUNCE_RATE     | BOUNCED_SESSIONS / SESSIONS | PERCENT | 1 | DOWN | LEAD | DIAG | RATIO_OF_SUMS
            13  | LP_CONVERSION   | LP_CONVERSIONS / LP_SESSIONS | PERCENT | 2 | UP | LEAD | DIAG | RATIO_OF_SUMS
            14  | RETENTION       | CUST_KEPT / CUST_OPEN | PERCENT | 1 | UP | LAG | EVAL | CHAIN
            14  | RETENTION_BALANCE | (CUST_CLOSE - NEW_CUSTOMERS) / CUST_OPEN | PERCENT | 1 | UP | LAG | EVAL | RATIO_OF_SUMS
            15  | RPR             | REPEAT_BUYERS / BUYERS | PERCENT | 1 | UP | LAG | EVAL | RECOUNT
            16  | LTV             | COHORT_GP / COHORT_CUST | MONEY | 2 | UP | LAG | EVAL | RATIO_OF_SUMS
            16  | LTV_REVENUE     | COHORT_REV / COHORT_CUST | MONEY | 2 | UP | LAG | EVAL | RATIO_OF_SUMS
            16  | LTV_MODEL       | ARPA * GROSS_MARGIN * min(1 / CHURN, 60) | MONEY | 2 | UP | LAG | EVAL | RATIO_OF_SUMS
            17  | LTV_CAC         | LTV / CAC_FULL | RATIO | 2 | UP | LAG | EVAL | RATIO_OF_SUMS
            18  | LEADS           | LEADS | COUNT | 0 | UP | LEAD | EVAL | SUM
            19  | LEAD_QUALITY    | DEALS_WON_COHORT / LEADS | PERCENT | 1 | UP | LAG | EVAL | RATIO_OF_SUMS
            19  | QUAL_RATE       | QUAL_LEADS / LEADS | PERCENT | 1 | UP | LEAD | EVAL | RATIO_OF_SUMS
            20  | PIPELINE_NEW    | PIPELINE_NEW | MONEY | 0 | UP | LEAD | EVAL | SUM
            20  | PIPELINE_OPEN   | PIPELINE_OPEN | MONEY | 0 | UP | LEAD | DIAG | LAST
            21  | NPS             | (NPS_PROM - NPS_DETR) / (NPS_PROM + NPS_PASS + NPS_DETR) | POINTS | 1 | UP | LAG | EVAL | RATIO_OF_SUMS
            22  | MARKET_SHARE    | OWN_SALES / MARKET_SALES | PERCENT | 1 | UP | LAG | EVAL | RATIO_OF_SUMS
            23  | FOLLOWERS       | FOLLOWERS | COUNT | 0 | UP | LEAD | DIAG | LAST
            24  | ENGAGEMENT      | INTERACTIONS / REACH | PERCENT | 2 | UP | LEAD | DIAG | RATIO_OF_SUMS
            24  | ENGAGEMENT_FOLLOWERS | INTERACTIONS / FOLLOWERS_MEAN | PERCENT | 2 | UP | LEAD | DIAG | RATIO_OF_SUMS
            25  | BRAND_SESSIONS  | BRAND_SESSIONS | COUNT | 0 | UP | LEAD | EVAL | SUM
            26  | BRAND_LIFT      | BL_EXP_POS / BL_EXP_N - BL_CTL_POS / BL_CTL_N | POINTS | 1 | UP | LEAD | EVAL | NONE
            26  | BRAND_LIFT_REL  | (BL_EXP_POS / BL_EXP_N - BL_CTL_POS / BL_CTL_N) / (BL_CTL_POS / BL_CTL_N) | PERCENT | 1 | UP | LEAD | EVAL | NONE
            27  | UNITS_SOLD      | UNITS_SOLD | COUNT | 0 | UP | LAG | EVAL | SUM
            28  | REVENUE         | REVENUE | MONEY | 0 | UP | LAG | EVAL | SUM
            29  | PROFIT          | REVENUE - COGS - OPEX | MONEY | 0 | UP | LAG | EVAL | SUM
            29  | MARGIN          | (REVENUE - COGS - OPEX) / REVENUE | PERCENT | 1 | UP | LAG | EVAL | RATIO_OF_SUMS
            30  | MKT_COST        | MKT_COST | MONEY | 0 | BAND | LEAD | DIAG | SUM
            31  | SATISFACTION    | RATING_SUM / RATING_N | POINTS | 2 | UP | LAG | EVAL | RATIO_OF_SUMS
            32  | TASK_CLOSURE    | TASKS_DONE / TASKS_DUE | PERCENT | 1 | UP | LEAD | DIAG | RATIO_OF_SUMS
            32  | TASK_SPEED      | TASKS_CYCLE_H / TASKS_DONE | DURATION | 1 | DOWN | LEAD | DIAG | RATIO_OF_SUMS
            33  | POSTS           | POSTS | COUNT | 0 | UP | LEAD | DIAG | SUM
            33  | REACH           | REACH | COUNT | 0 | UP | LEAD | DIAG | RECOUNT
            33  | IMPRESSIONS     | IMPRESSIONS | COUNT | 0 | UP | LEAD | DIAG | SUM
            34  | LEADS_EMAIL     | LEADS[channel="email"] | COUNT | 0 | UP | LEAD | DIAG | SUM
            34  | LEADS_SOCIAL    | LEADS[channel="social"] | COUNT | 0 | UP | LEAD | DIAG | SUM
            34  | LEADS_PAID      | LEADS[channel="paid"] | COUNT | 0 | UP | LEAD | DIAG | SUM
            """;

    /** §1.3, by the rows of §1.2. */
    private static final Map<IndicatorGroup, Set<Integer>> GROUPS = Map.of(
            IndicatorGroup.REACH, Set.of(5, 6, 23, 24, 25, 26, 33),
            IndicatorGroup.CONVERSION, Set.of(4, 7, 8, 13, 12, 18, 19),
            IndicatorGroup.FINANCE, Set.of(27, 28, 29, 1, 2, 10, 20, 22),
            IndicatorGroup.CHANNEL, Set.of(30, 3, 10, 9, 11, 4, 32, 34),
            IndicatorGroup.RETENTION, Set.of(14, 15, 16, 17, 31),
            IndicatorGroup.SATISFACTION, Set.of(21, 31));

    /** §1.1, and what it leaves to be counted: openers of e-mails, and complete feeds. */
    private static final String MEASURES = """
            FLOW | COUNT | SESSIONS BRAND_SESSIONS BOUNCED_SESSIONS LP_SESSIONS LP_CONVERSIONS IMPRESSIONS CLICKS
            FLOW | COUNT | EMAIL_DELIVERED EMAIL_UCLICKS EMAIL_CLICKS EMAIL_OPENS LEADS QUAL_LEADS ORDERS ACTIONS
            FLOW | COUNT | NEW_CUSTOMERS NEW_CUSTOMERS_PAID UNITS_SOLD INTERACTIONS POSTS NPS_PROM NPS_PASS
            FLOW | COUNT | NPS_DETR RATING_SUM RATING_N BL_EXP_POS BL_EXP_N BL_CTL_POS BL_CTL_N TASKS_DUE TASKS_DONE
            FLOW | COUNT | FEED_HEARTBEAT
            FLOW | DURATION | TASKS_CYCLE_H
            FLOW | MONEY | AD_SPEND MKT_COST INVEST_TOTAL SALES_COST PIPELINE_NEW REVENUE REV_ATTR GP_ATTR COGS OPEX
            FLOW | MONEY | OWN_SALES MARKET_SALES
            DISTINCT | COUNT | USERS REACH BUYERS REPEAT_BUYERS
            STOCK | COUNT | CUST_OPEN CUST_CLOSE FOLLOWERS
            STOCK | MONEY | PIPELINE_OPEN
            COHORT | COUNT | DEALS_WON_COHORT LEADS_MATURE DEALS_WON_MATURE FUNNEL_1 FUNNEL_2 FUNNEL_3 FUNNEL_4
            COHORT | COUNT | FUNNEL_5 FUNNEL_6 FUNNEL_7 FUNNEL_8 FUNNEL_9 CUST_KEPT COHORT_CUST
            COHORT | MONEY | COHORT_GP COHORT_REV
            """;

    /** What other indicators are made of, and what the sample company is also led by. */
    private static final List<String> BEYOND = List.of(
            "ARPA", "GROSS_MARGIN", "CHURN", "FOLLOWERS_MEAN", "ACTIONS", "NEW_CUSTOMERS", "ORDERS", "AOV", "BUYERS");

    private final Catalogue catalogue = Catalogue.shipped();

    private static List<String[]> rows() {
        return INDICATORS
                .lines()
                .map(l -> Arrays.stream(l.split("\\|", -1)).map(String::strip).toArray(String[]::new))
                .toList();
    }

    @Test
    void indicators_areThoseOfTheSpecification_rowByRow() {
        for (String[] row : rows()) {
            Indicator i = catalogue.indicator(row[1]).orElseThrow();
            assertThat(List.of(
                            i.formula().toString(),
                            i.unitKind().name(),
                            String.valueOf(i.displayScale()),
                            i.direction().name(),
                            i.nature().name(),
                            i.defaultUsage().name(),
                            i.timeAggregation().name()))
                    .as(row[1])
                    .containsExactlyElementsOf(Arrays.asList(row).subList(2, 9));
        }
        List<String> all = new ArrayList<>(BEYOND);
        rows().forEach(r -> all.add(r[1]));
        assertThat(catalogue.indicators()).extracting(Indicator::code).containsExactlyInAnyOrderElementsOf(all);
        assertThat(rows().stream().map(r -> r[0]).distinct()).hasSize(34);
    }

    @Test
    void groups_haveExactlyTheSpecifiedMembers() {
        Map<IndicatorGroup, Set<Integer>> members = new TreeMap<>();
        for (String[] row : rows()) {
            catalogue.indicator(row[1]).orElseThrow().groups().forEach(g -> members.computeIfAbsent(
                            g, k -> new TreeSet<>())
                    .add(Integer.valueOf(row[0])));
        }
        assertThat(members).isEqualTo(GROUPS);
        for (String[] row : rows()) {
            Set<IndicatorGroup> expected = GROUPS.entrySet().stream()
                    .filter(e -> e.getValue().contains(Integer.valueOf(row[0])))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            assertThat(catalogue.indicator(row[1]).orElseThrow().groups())
                    .as(row[1])
                    .isEqualTo(expected);
        }
    }

    @Test
    void multiplier_is100_whereSharesAreToldInPoints_else1() {
        assertThat(catalogue.indicators()).allSatisfy(i -> assertThat(i.multiplier())
                .as(i.code())
                .isEqualTo(Set.of("NPS", "BRAND_LIFT").contains(i.code()) ? 100 : 1));
    }

    @Test
    void measures_areThoseOfTheSpecification_andNoOthers() {
        List<String> all = new ArrayList<>();
        for (String line : MEASURES.lines().toList()) {
            String[] row = line.split(" \\| ", -1);
            MeasureKind kind = MeasureKind.valueOf(row[0]);
            for (String code : row[2].split(" ", -1)) {
                Measure measure = catalogue.measure(code).orElseThrow();
                TimeAggregation usual =
                        code.equals("CUST_OPEN") ? TimeAggregation.FIRST : Measure.defaultAggregation(kind);
                assertThat(measure.kind()).as(code).isEqualTo(kind);
                assertThat(measure.unitKind()).as(code).isEqualTo(UnitKind.valueOf(row[1]));
                assertThat(measure.timeAggregation()).as(code).isEqualTo(usual);
                all.add(code);
            }
        }
        assertThat(catalogue.measures()).extracting(Measure::code).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void marks_stand_whereTheSpecificationSetsThem() {
        assertThat(codes(Indicator::activity)).containsExactlyInAnyOrder("POSTS", "REACH", "IMPRESSIONS");
        assertThat(codes(Indicator::quantity))
                .containsExactlyInAnyOrder(
                        "LEADS", "ACTIONS", "UNITS_SOLD", "LEADS_EMAIL", "LEADS_SOCIAL", "LEADS_PAID");
        assertThat(codes(i -> i.definitionId().isPresent())).containsExactly("BOUNCE_RATE");
        assertThat(codes(Indicator::canBeNegative)).contains("ROI", "ROMI", "NPS", "PROFIT", "MARGIN", "BRAND_LIFT");
        assertThat(codes(Indicator::canBeNegative)).doesNotContain("LEADS", "CAC", "MARKET_SHARE");
    }

    private List<String> codes(java.util.function.Predicate<Indicator> marked) {
        return catalogue.indicators().stream()
                .filter(marked)
                .map(Indicator::code)
                .toList();
    }

    @Test
    void lifetimeValue_saysItsBasisAndAge_inItsName() {
        assertThat(catalogue.indicator("LTV").orElseThrow().name().en()).isEqualTo("LTV (GP, 12 m)");
        assertThat(catalogue.indicator("LTV").orElseThrow().name().ru()).isEqualTo("LTV (ВП, 12 мес.)");
    }

    static Stream<Definition> definitions() {
        return Catalogue.shippedDefinitions().stream();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyDefinition_couldBeSavedAsItIs(Definition definition) {
        assertThat(CatalogueHistory.shipped().refusals(definition)).isEmpty();
    }

    @Test
    void names_areDifferent() {
        for (java.util.function.Function<Indicator, String> name :
                List.<java.util.function.Function<Indicator, String>>of(
                        i -> i.name().en(), i -> i.name().ru())) {
            Map<String, String> seen = new LinkedHashMap<>();
            catalogue.indicators().forEach(i -> assertThat(seen.put(name.apply(i), i.code()))
                    .as(i.code())
                    .isNull());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MANUAL", "ADS", "CRM", "E2E", "EMAIL", "FINANCE", "SHOP", "SOCIAL", "SURVEY", "WEB"})
    void sources_areThoseThatProfilesName(String code) {
        assertThat(catalogue.source(code)).isPresent();
        assertThat(catalogue.sources()).hasSize(10);
    }
}
