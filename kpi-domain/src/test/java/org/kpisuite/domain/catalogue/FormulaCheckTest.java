package org.kpisuite.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpisuite.domain.catalogue.SampleDefinitions.indicator;
import static org.kpisuite.domain.catalogue.SampleDefinitions.measure;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.UnitKind;

class FormulaCheckTest {
    private final CatalogueHistory shipped = CatalogueHistory.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUNT    | LEADS + QUAL_LEADS",
                "COUNT    | LEADS[channel=\"social\"] - LEADS[product=\"a\", campaign=\"b\"]",
                "COUNT    | min(LEADS, ORDERS) * 2 / 3",
                "MONEY    | MKT_COST + SALES_COST",
                "MONEY    | AD_SPEND / CLICKS",
                "MONEY    | CAC_FULL - CAC",
                "MONEY    | CAC * NEW_CUSTOMERS + SALES_COST",
                "DURATION | TASKS_CYCLE_H / TASKS_DONE",
                "DURATION | TASKS_CYCLE_H",
                "RATIO    | LTV / CAC_FULL",
                "RATIO    | LEADS / LEADS",
                "PERCENT  | 1 - RETENTION",
                "PERCENT  | min(CTR, 0.5)",
                "POINTS   | 100 * (NPS_PROM - NPS_DETR) / (NPS_PROM + NPS_DETR)"
            })
    void soundFormula_passes(UnitKind unit, String formula) {
        assertThat(reasons(indicator("NEW_ONE", unit, formula))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUNT   | LEDAS            | there is no measure or indicator LEDAS; LEADS perhaps | нет показателя LEDAS; возможно, LEADS",
                "COUNT   | NOTHING_LIKE_IT  | there is no measure or indicator NOTHING_LIKE_IT | нет показателя NOTHING_LIKE_IT",
                "COUNT   | LEADS[chanel=\"a\"] | there is no dimension chanel; channel perhaps | нет разреза chanel; возможно, channel",
                "COUNT   | LEADS[colour=\"a\"] | there is no dimension colour | нет разреза colour",
                "COUNT   | NEW_ONE + LEADS  | it comes back to itself: NEW_ONE → NEW_ONE | она возвращается к себе: NEW_ONE → NEW_ONE",
                "MONEY   | MKT_COST + LEADS | MKT_COST (MONEY) and LEADS (COUNT) are of unlike units and cannot be added | MKT_COST (MONEY) и LEADS (COUNT) в разных единицах, складывать их нельзя",
                "COUNT   | LEADS - 1        | LEADS (COUNT) and 1 (RATIO) are of unlike units and cannot be subtracted | LEADS (COUNT) и 1 (RATIO) в разных единицах, вычитать их нельзя",
                "MONEY   | CAC + MKT_COST   | CAC (MONEY/COUNT) and MKT_COST (MONEY) are of unlike units and cannot be added | CAC (MONEY/COUNT) и MKT_COST (MONEY) в разных единицах, складывать их нельзя",
                "MONEY   | min(MKT_COST, TASKS_CYCLE_H) | MKT_COST (MONEY) and TASKS_CYCLE_H (DURATION) are of unlike units: there is no smaller one | MKT_COST (MONEY) и TASKS_CYCLE_H (DURATION) в разных единицах, меньшего из них нет",
                "PERCENT | MKT_COST / LEADS | it gives MONEY/COUNT, which is not PERCENT | она даёт MONEY/COUNT, а это не PERCENT",
                "MONEY   | LEADS / MKT_COST | it gives COUNT/MONEY, which is not MONEY | она даёт COUNT/MONEY, а это не MONEY",
                "COUNT   | LEADS / ORDERS   | it gives RATIO, which is not COUNT | она даёт RATIO, а это не COUNT",
                "RATIO   | LEADS            | it gives COUNT, which is not RATIO | она даёт COUNT, а это не RATIO",
                "MONEY   | MKT_COST * REVENUE | it gives MONEY·MONEY, which is not MONEY | она даёт MONEY·MONEY, а это не MONEY",
                "RATIO   | 2 / 3            | it names no measure | в ней нет ни одного показателя"
            })
    void unsoundFormula_isRefused_withItsReason_inBothLanguages(UnitKind unit, String formula, String en, String ru) {
        List<Refusal> found = shipped.refusals(indicator("NEW_ONE", unit, formula));
        assertThat(found).hasSize(1).allSatisfy(r -> {
            String printed = Formula.parse(formula).toString();
            assertThat(r.code()).isEqualTo(Code.E_FORMULA);
            assertThat(r.column()).isEqualTo("formula");
            assertThat(r.message(Messages.EN)).isEqualTo("Formula " + printed + ": " + en + ".");
            assertThat(r.message(Messages.RU)).isEqualTo("Формула " + printed + ": " + ru + ".");
        });
    }

    @Test
    void allUnknownNames_areRefusedAtOnce_withWhatWasMeant() {
        List<Refusal> found =
                shipped.refusals(indicator("NEW_ONE", UnitKind.RATIO, "LEDAS / LEADS[chanel=\"x\"] * XYZ"));
        assertThat(found).extracting(Refusal::suggestion).containsExactly("LEADS", "channel", null);
    }

    @Test
    void circle_isRefused_withTheWayBack() {
        Indicator first = indicator("FIRST", UnitKind.COUNT, "LEADS");
        Indicator second = indicator("SECOND", UnitKind.COUNT, "FIRST + ORDERS");
        CatalogueHistory history = shipped.with(List.of(recorded(first), recorded(second)));
        Indicator again = indicator("FIRST", UnitKind.COUNT, "SECOND * 2")
                .with(first.validity().numbered(2));
        assertThat(history.refusals(again))
                .extracting(r -> r.message(Messages.EN))
                .containsExactly("Formula SECOND * 2: it comes back to itself: FIRST → SECOND → FIRST.");
    }

    @Test
    void circle_thatOnlyALaterVersionWouldClose_isRefusedToo() {
        Indicator first = indicator("FIRST", UnitKind.COUNT, "LEADS");
        Indicator second = indicator("SECOND", UnitKind.COUNT, "ORDERS");
        Indicator later = indicator("SECOND", UnitKind.COUNT, "FIRST").with(SampleDefinitions.from(2, "2027-01-01"));
        CatalogueHistory history = shipped.with(List.of(recorded(first), recorded(second), recorded(later)));
        Indicator again = indicator("FIRST", UnitKind.COUNT, "SECOND").with(SampleDefinitions.from(2, "2026-07-01"));
        assertThat(history.refusals(again))
                .extracting(r -> r.message(Messages.EN))
                .containsExactly("Formula SECOND: it comes back to itself: FIRST → SECOND → FIRST.");
    }

    @Test
    void readyMadeRatio_goesWithAnyUnit() {
        CatalogueHistory history = shipped.with(List.of(recorded(measure("INDEX", MeasureKind.RATE, UnitKind.RATIO))));
        assertThat(history.refusals(indicator("A", UnitKind.MONEY, "INDEX"))).isEmpty();
        assertThat(history.refusals(indicator("B", UnitKind.MONEY, "REVENUE * INDEX")))
                .isEmpty();
        assertThat(history.refusals(indicator("C", UnitKind.MONEY, "REVENUE + INDEX")))
                .isEmpty();
        assertThat(history.refusals(indicator("D", UnitKind.MONEY, "LEADS * INDEX")))
                .hasSize(1);
    }

    @Test
    void changeOfAMeasuresUnit_isRefused_whereAFormulaWouldBreak() {
        Measure leads = measure("CLICKS", MeasureKind.FLOW, UnitKind.MONEY).with(Validity.SHIPPED.numbered(2));
        assertThat(shipped.refusals(leads)).extracting(Refusal::column).containsExactlyInAnyOrder("CTR", "CPC");
    }

    @Test
    void indicatorOfAMeasuresCode_canOnlyBeThatMeasure() {
        assertThat(reasons(indicator("LEADS", UnitKind.COUNT, "LEADS[channel=\"social\"]")
                        .with(Validity.SHIPPED.numbered(2))))
                .containsExactly("formula.measure-code");
        assertThat(shipped.refusals(measure("CAC", MeasureKind.FLOW, UnitKind.MONEY)))
                .extracting(Refusal::code)
                .containsExactly(Code.E_FIELD_VALUE);
    }

    private List<String> reasons(Indicator indicator) {
        return shipped.refusals(indicator).stream()
                .map(r -> r.arguments().get(1))
                .toList();
    }

    private static CatalogueHistory.Entry recorded(Definition definition) {
        return new CatalogueHistory.Entry(definition, Instant.parse("2026-01-01T00:00:00Z"), "anna");
    }
}
