package org.kpisuite.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kpisuite.domain.catalogue.SampleDefinitions.indicator;
import static org.kpisuite.domain.catalogue.SampleDefinitions.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

class DefinitionTest {
    private final CatalogueHistory shipped = CatalogueHistory.shipped();

    private static List<String> fields(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::column).toList();
    }

    @Test
    void everythingImpossible_isNamedAtOnce() {
        LocalizedText blank = new LocalizedText("Name", " ");
        Terms terms = new Terms(
                "rubles",
                MissingPolicy.NULL,
                new Feed(null, "NOWHERE", -1, 5000, null),
                new Bounds(new BigDecimal("-1"), null, false),
                Stewardship.NONE,
                true,
                false);
        Indicator indicator = new Indicator(
                "kpi 1",
                blank,
                blank,
                Nature.LEAD,
                Usage.EVAL,
                Formula.parse("LEADS / NOTHING"),
                10,
                UnitKind.PERCENT,
                5,
                Direction.UP,
                Set.of(),
                new Aggregation(TimeAggregation.WAVG, OrgAggregation.WAVG, null),
                terms,
                new Validity(1, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 1)));
        assertThat(fields(indicator.refusals()))
                .containsExactlyInAnyOrder(
                        "code",
                        "name.ru",
                        "definition.ru",
                        "multiplier",
                        "multiplier",
                        "displayScale",
                        "defaultUsage",
                        "timeAggregation",
                        "currency",
                        "currency",
                        "closedOn",
                        "sourceLagDays",
                        "maturityDays",
                        "materialityAbs");
    }

    @ParameterizedTest
    @CsvSource({
        "FLOW, SUM, true",
        "FLOW, LAST, false",
        "FLOW, WAVG, false",
        "STOCK, LAST, true",
        "STOCK, FIRST, true",
        "STOCK, AVG_T, true",
        "STOCK, SUM, false",
        "DISTINCT, RECOUNT, true",
        "DISTINCT, SUM, false",
        "COHORT, SUM, true",
        "COHORT, CHAIN, false",
        "RATE, NONE, true",
        "RATE, SUM, false",
        "RATE, AVG_T, false"
    })
    void timeAggregation_mustSuitTheKindOfMeasure(MeasureKind kind, TimeAggregation time, boolean possible) {
        Measure measure = measure("M", kind, UnitKind.RATIO).with(Aggregation.of(time));
        assertThat(fields(measure.refusals()).contains("timeAggregation")).isEqualTo(!possible);
    }

    @Test
    void weightedMean_needsAFlowThatWeighs() {
        Measure rate = measure("SHARE", MeasureKind.RATE, UnitKind.PERCENT);
        assertThat(shipped.refusals(rate.with(Aggregation.parse("WAVG(LEADS)"))))
                .isEmpty();
        assertThat(shipped.refusals(rate.with(Aggregation.parse("WAVG(FOLLOWERS)"))))
                .extracting(Refusal::code)
                .containsExactly(Code.E_FIELD_VALUE);
        assertThat(fields(shipped.refusals(rate.with(Aggregation.of(TimeAggregation.WAVG)))))
                .containsExactly("timeAggregation");
        assertThat(fields(shipped.refusals(rate.with(Aggregation.parse("WAVG(LEDAS)")))))
                .containsExactly("timeAggregation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUM", "LAST", "AVG_T", "CHAIN", "WAVG(LEADS)", "NONE"})
    void aggregation_isReadAsItIsWritten(String text) {
        assertThat(Aggregation.parse(text).timeText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sum", "MEDIAN", "WAVG(LEADS", "SUM(LEADS)"})
    void otherAggregations_areNone(String text) {
        assertThatThrownBy(() -> Aggregation.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "SUM, SUM",
        "LAST, SUM",
        "FIRST, SUM",
        "AVG_T, SUM",
        "RATIO_OF_SUMS, RATIO_OF_SUMS",
        "RECOUNT, RECOUNT",
        "CHAIN, NONE",
        "WAVG, WAVG",
        "NONE, NONE"
    })
    void aggregationOverUnits_followsThatOverTime(TimeAggregation time, OrgAggregation org) {
        assertThat(OrgAggregation.defaultOf(time)).isEqualTo(org);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "ZERO", "CARRY(1)", "CARRY(12)"})
    void missingPolicy_isReadAsItIsWritten(String text) {
        assertThat(MissingPolicy.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "CARRY", "CARRY()", "CARRY(0)", "CARRY(13)", "CARRY(-1)", "CARRY(1) "})
    void otherMissingPolicies_areNone(String text) {
        assertThatThrownBy(() -> MissingPolicy.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "FOLLOWERS, CARRY(2), true",
        "INTERACTIONS / FOLLOWERS, CARRY(2), true",
        "LEADS, CARRY(2), false",
        "LEADS, ZERO, true",
        "LEADS / SESSIONS, ZERO, true",
        "FOLLOWERS, ZERO, false",
        "MKT_COST, ZERO, false",
        "MKT_COST, NULL, true"
    })
    void missingPolicy_needsAMeasureToActOn(String formula, String policy, boolean possible) {
        UnitKind unit =
                formula.contains("/") ? UnitKind.RATIO : formula.startsWith("MKT") ? UnitKind.MONEY : UnitKind.COUNT;
        Indicator indicator = indicator("NEW_ONE", unit, formula);
        Indicator with = indicator.with(indicator.terms().with(MissingPolicy.parse(policy)));
        assertThat(fields(shipped.refusals(with)).contains("missingPolicy")).isEqualTo(!possible);
    }

    @Test
    void ratios_areNeverAdded() {
        Indicator added = indicator("NEW_ONE", UnitKind.PERCENT, "CLICKS / IMPRESSIONS")
                .with(Aggregation.of(TimeAggregation.SUM));
        assertThat(fields(shipped.refusals(added))).containsExactly("timeAggregation");
    }

    @ParameterizedTest
    @CsvSource({"FLOW, true", "STOCK, false", "DISTINCT, false", "COHORT, false"})
    void weeks_areSplitByDays_forFlowsOnly(MeasureKind kind, boolean possible) {
        Measure measure = measure("M", kind, UnitKind.COUNT).with(WeekSplit.BY_DAYS);
        assertThat(measure.refusals().isEmpty()).isEqualTo(possible);
    }

    @Test
    void sourcePriority_namesEachKnownSourceOnce() {
        Measure measure = measure("M", MeasureKind.FLOW, UnitKind.COUNT);
        assertThat(shipped.refusals(measure.with(List.of("CRM", "MANUAL")))).isEmpty();
        assertThat(fields(shipped.refusals(measure.with(List.of("CRM", "CRM")))))
                .containsExactly("sourcePriority");
        assertThat(shipped.refusals(measure.with(List.of("CRN"))))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.code()).isEqualTo(Code.E_SOURCE_UNKNOWN);
                    assertThat(r.suggestion()).isEqualTo("CRM");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "LEADS, REVENUE, 1, 2, 6, ''",
        "LEADS, REVENUE, -1, 0, 0, ''",
        "REVENUE, LEADS, 1, 2, 6, leading lagging",
        "LEDAS, REVENUE, 1, 2, 6, leading",
        "LEADS, REVENUE, 0, 2, 6, expectedSign",
        "LEADS, REVENUE, 1, 7, 6, expectedLag",
        "LEADS, REVENUE, 1, -1, 6, expectedLag",
        "LEADS, REVENUE, 1, 2, 13, maxPlausibleLag"
    })
    void pair_isOfALeadingAndALaggingIndicator_withinTwelvePeriods(
            String leading, String lagging, int sign, int lag, int longest, String refused) {
        Pair pair = new Pair("P", leading, lagging, Granularity.WEEK, sign, lag, longest, false);
        List<String> expected = refused.isEmpty() ? List.of() : List.of(refused.split(" ", -1));
        assertThat(fields(shipped.refusals(pair))).containsExactlyElementsOf(expected);
    }

    @Test
    void builtInSource_staysWhatItIs() {
        Source manual = shipped.latest().source(Source.MANUAL).orElseThrow();
        Source other = new Source(
                Source.MANUAL,
                manual.name(),
                SourceType.CRM,
                0,
                new Validity(2, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)));
        assertThat(fields(other.refusals())).containsExactly("type", "closedOn");
    }

    @Test
    void indicatorOfAPlan_keepsAllButFormulaAndDirection() {
        Indicator cac = shipped.latest().indicator("CAC").orElseThrow();
        Indicator signed = cac.by(Formula.parse("AD_SPEND / NEW_CUSTOMERS"), Direction.BAND);
        assertThat(signed.by(cac.formula(), cac.direction())).isEqualTo(cac);
        assertThat(signed.formula()).hasToString("AD_SPEND / NEW_CUSTOMERS");
    }
}
