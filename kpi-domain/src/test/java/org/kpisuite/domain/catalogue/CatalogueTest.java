package org.kpisuite.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.shipped();

    private static Measure measure(String code) {
        LocalizedText name = new LocalizedText(code, code);
        return new Measure(code, name, MeasureKind.FLOW, UnitKind.COUNT, null, null, TimeAggregation.SUM);
    }

    private static Indicator indicator(String code, String formula) {
        LocalizedText name = new LocalizedText(code, code);
        return new Indicator(
                code,
                name,
                name,
                Nature.LEAD,
                Usage.EVAL,
                Formula.parse(formula),
                1,
                UnitKind.COUNT,
                0,
                Direction.UP,
                Set.of(IndicatorGroup.REACH),
                TimeAggregation.SUM,
                false);
    }

    @Test
    void shipped_hasAtLeastFourteenIndicators_ofAllGroups_leadingAndLagging_upAndDown() {
        assertThat(catalogue.indicators()).hasSizeGreaterThanOrEqualTo(14);
        Set<IndicatorGroup> groups = EnumSet.noneOf(IndicatorGroup.class);
        catalogue.indicators().forEach(i -> groups.addAll(i.groups()));
        assertThat(groups).containsExactlyInAnyOrder(IndicatorGroup.values()).hasSize(6);
        assertThat(catalogue.indicators()).extracting(Indicator::nature).contains(Nature.LEAD, Nature.LAG);
        assertThat(catalogue.indicators()).extracting(Indicator::direction).contains(Direction.UP, Direction.DOWN);
        assertThat(catalogue.indicators())
                .extracting(Indicator::timeAggregation)
                .contains(
                        TimeAggregation.SUM,
                        TimeAggregation.RATIO_OF_SUMS,
                        TimeAggregation.LAST,
                        TimeAggregation.RECOUNT);
    }

    @Test
    void everyText_isThere_inBothLanguages() {
        assertThat(catalogue.indicators()).allSatisfy(i -> {
            for (LocalizedText text : List.of(i.name(), i.definition())) {
                assertThat(text.en()).as(i.code()).isNotBlank().doesNotContainPattern("\\p{IsCyrillic}");
                assertThat(text.ru()).as(i.code()).isNotBlank();
            }
            assertThat(i.definition().ru()).as(i.code()).containsPattern("\\p{IsCyrillic}");
            assertThat(i.definition().en()).endsWith(".");
            assertThat(i.groups()).as(i.code()).isNotEmpty();
            assertThat(i.displayScale()).isBetween(0, 4);
            assertThat(i.multiplier()).isIn(1, 100, 1000);
        });
        assertThat(catalogue.measures()).allSatisfy(m -> {
            assertThat(m.name().en()).as(m.code()).isNotBlank().doesNotContainPattern("\\p{IsCyrillic}");
            assertThat(m.name().ru()).as(m.code()).isNotBlank();
        });
    }

    @Test
    void everyFormula_restsOnMeasuresThatExist() {
        assertThat(catalogue.indicators()).allSatisfy(i -> assertThat(catalogue.measuresOf(i))
                .isNotEmpty()
                .allSatisfy(m -> assertThat(catalogue.measure(m)).as(i.code()).isPresent()));
    }

    @Test
    void activity_isNeverScored() {
        assertThat(catalogue.indicators().stream().filter(Indicator::activity))
                .isNotEmpty()
                .allSatisfy(i -> assertThat(i.defaultUsage()).isEqualTo(Usage.DIAG));
    }

    @ParameterizedTest
    @CsvSource({
        "LEADS, SUM",
        "REVENUE, SUM",
        "PROFIT, SUM",
        "FOLLOWERS, LAST",
        "USERS, RECOUNT",
        "BUYERS, RECOUNT",
        "CAC, RATIO_OF_SUMS",
        "NPS, RATIO_OF_SUMS",
        "RPR, RECOUNT",
        "RETENTION, CHAIN",
        "FOLLOWERS_MEAN, AVG_T",
        "LTV_MODEL, RATIO_OF_SUMS"
    })
    void indicatorWithoutQuotient_isAggregatedAsItsMeasure(String code, TimeAggregation aggregation) {
        assertThat(catalogue.indicator(code).orElseThrow().timeAggregation()).isEqualTo(aggregation);
    }

    @ParameterizedTest
    @CsvSource({
        "FLOW, SUM",
        "COHORT, SUM",
        "STOCK, LAST",
        "DISTINCT, RECOUNT",
        "RATE, NONE",
    })
    void kindOfMeasure_saysHowItAddsOverTime(MeasureKind kind, TimeAggregation aggregation) {
        assertThat(Measure.defaultAggregation(kind)).isEqualTo(aggregation);
    }

    @ParameterizedTest
    @CsvSource({
        "DISTINCT, USERS REACH BUYERS REPEAT_BUYERS",
        "STOCK, FOLLOWERS PIPELINE_OPEN CUST_OPEN CUST_CLOSE",
        "COHORT, DEALS_WON_COHORT LEADS_MATURE DEALS_WON_MATURE CUST_KEPT COHORT_CUST COHORT_GP COHORT_REV FUNNEL_1 FUNNEL_9"
    })
    void measure_isOfTheSpecifiedKind(MeasureKind kind, String codes) {
        assertThat(Arrays.stream(codes.split(" ", -1))
                        .map(c -> catalogue.measure(c).orElseThrow().kind()))
                .containsOnly(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A | A | NOWHERE",
                "I=I | B | I",
                "I=J, J=I | A | formula.cycle",
                "I=J + A, J=K, K=2 * I | A | formula.cycle"
            })
    void formulaThatNamesSomethingUnknownOrItself_isRefused(String indicators, String measures, String named) {
        List<Indicator> all = Arrays.stream(indicators.split(", ", -1))
                .map(i -> i.contains("=")
                        ? indicator(i.substring(0, i.indexOf('=')), i.substring(i.indexOf('=') + 1))
                        : indicator(i, named))
                .toList();
        assertThatThrownBy(() -> new Catalogue(List.of(measure(measures)), all))
                .isInstanceOfSatisfying(KpiException.class, e -> {
                    assertThat(e.code()).isEqualTo(Code.E_FORMULA);
                    assertThat(e.refusals().get(0).arguments()).contains(named);
                });
    }

    @Test
    void indicatorNamedLikeItsMeasure_isNoCycle_andTwoMayShareAThird() {
        Catalogue small = new Catalogue(
                List.of(measure("A")),
                List.of(indicator("A", "A"), indicator("B", "A * 2"), indicator("C", "B + B / A")));
        assertThat(small.measuresOf(small.indicator("C").orElseThrow())).containsExactly("A");
    }

    @Test
    void codeThatStandsTwice_isRefused_notOverwritten() {
        assertThatThrownBy(() -> CatalogueFile.read("""
                        measure | A | FLOW | COUNT | A | А
                        measure | A | STOCK | COUNT | A | А
                        """))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A");
    }

    @Test
    void lineOfAnotherKind_isADefectOfTheFile() {
        assertThatThrownBy(() -> CatalogueFile.read("meassure | A | FLOW | COUNT | A | А"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void codes_areWhatImportsAndFormulasCanName() {
        assertThat(catalogue.indicators().stream().map(Indicator::code).collect(Collectors.toSet()))
                .allMatch(c -> c.matches("[A-Z][A-Z0-9_]*"));
        assertThat(catalogue.measures().stream().map(Measure::code).collect(Collectors.toSet()))
                .allMatch(c -> c.matches("[A-Z][A-Z0-9_]*"));
    }
}
