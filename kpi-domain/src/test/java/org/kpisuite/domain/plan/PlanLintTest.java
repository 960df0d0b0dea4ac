package org.kpisuite.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Feed;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.LocalizedText;

/** The rules of the lint and their vectors, by domain specification §4.7. */
class PlanLintTest {
    private static final char NBSP = '\u00A0';

    private static final Gate GATE = Gate.of(
            new GateTerms("DEALS_WON_COHORT", "LEADS", new BigDecimal("0.2"), null, null, null, null),
            SamplePlan.CATALOGUE);

    private static LintDraft draft() {
        return LintDraft.clean();
    }

    /** The shipped catalogue with one indicator in place of another version of it, or added. */
    private static Catalogue catalogue(Indicator other) {
        List<Indicator> indicators = new ArrayList<>(SamplePlan.CATALOGUE.indicators());
        indicators.removeIf(i -> i.code().equals(other.code()));
        indicators.add(other);
        return new Catalogue(SamplePlan.CATALOGUE.measures(), indicators);
    }

    private static Indicator indicator(String code) {
        return SamplePlan.CATALOGUE.indicator(code).orElseThrow();
    }

    private static Indicator delivered(String code, Integer lagDays, Integer maturityDays) {
        Indicator of = indicator(code);
        return of.with(of.terms().with(new Feed(null, null, lagDays, maturityDays, null)));
    }

    @Test
    void planThatIsLinkedMeasuredAndControlled_breaksNoRule() {
        assertThat(draft().found()).isEmpty();
    }

    @Test
    void l01_withoutDefinition_orWithAFormulaThatIsNoMore() {
        Indicator cac = indicator("CAC");
        Indicator undefined = new Indicator(
                cac.code(),
                cac.name(),
                new LocalizedText("", ""),
                cac.nature(),
                cac.defaultUsage(),
                cac.formula(),
                cac.multiplier(),
                cac.unitKind(),
                cac.displayScale(),
                cac.direction(),
                cac.groups(),
                cac.aggregation(),
                cac.terms(),
                cac.validity());
        LintDraft draft = LintDraft.clean(catalogue(undefined));
        assertThat(draft.found()).containsExactly("L01 ERROR CAC indicator");
        assertThat(draft.english("L01")).containsExactly("CAC, marketing: no exact definition or formula.");
        assertThat(draft.russian("L01")).containsExactly("CAC, маркетинг: нет точного определения или формулы.");

        PlanItem signed = SamplePlan.item("CAC", "100", "target=1");
        PlanContent content = new PlanContent(null, List.of(signed), List.of());
        Catalogue without = new Catalogue(SamplePlan.CATALOGUE.measures(), List.of());
        assertThat(PlanLint.of(content, SamplePlan.QUARTER, without, LintEvidence.NONE))
                .filteredOn(f -> f.code().equals("L01"))
                .map(f -> f.message(Messages.EN))
                .containsExactly("CAC: no exact definition or formula.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Improve the brand                     | true",
                "Raise awareness                       | true",
                "raising brand awareness in Q1 2027    | true",
                "Optimise the funnel by 2027           | true",
                "OPTIMIZATION of costs                 | true",
                "Strengthen loyalty                    | true",
                "Улучшить лояльность                   | true",
                "Повысить узнаваемость бренда          | true",
                "Повышение общей узнаваемости к 2027 г.| true",
                "Оптимизировать воронку в I квартале   | true",
                "Усилить продажи во 2 кв. 2027 года    | true",
                "Improve brand traffic by 30%          | false",
                "Strengthen sales to 2000 deals        | false",
                "Повысить узнаваемость на 5 п.п.       | false",
                "Revenue of the company                | false",
                "Выручка: усилия отдела окупаются      | false",
                "Improvised                            | false"
            })
    void l02_vagueVerbWithoutANumber(String goal, boolean vague) {
        LintDraft draft = draft().with("CAC", i -> i.text("goalLink", goal));
        assertThat(draft.found()).isEqualTo(vague ? List.of("L02 WARN CAC goalLink") : List.of());
    }

    @Test
    void l02_quotesTheGoal() {
        LintDraft draft = draft().with("CAC", i -> i.text("goalLink", "Improve the {brand}"));
        assertThat(draft.english("L02"))
                .containsExactly(
                        "Goal 'Improve the {brand}' is not countable. Give a number, e.g. brand traffic +30%.");
        assertThat(draft.russian("L02"))
                .containsExactly(
                        "Цель „Improve the {brand}“ нельзя посчитать. Укажите число, например: брендовый трафик +30 %.");
    }

    @ParameterizedTest
    @CsvSource({
        "11111111, ''",
        "11110001, L03a WARN CAC dataSource",
        "00000001, L03a WARN CAC dataSource",
        "10111101, ''",
        "10101111, ''",
        "10101011, L03a WARN CAC dataSource",
        "11110000, L03 ERROR CAC dataSource",
        "00000000, L03 ERROR CAC dataSource"
    })
    void l03_noValueInFourPeriods_l03a_fewerThanSixOfEight(String periods, String expected) {
        LintDraft draft = draft().delivered("CAC", Granularity.WEEK, periods);
        assertThat(draft.found()).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void l03_tellsHowManyPeriods_andAMissingSource() {
        LintDraft silent = draft().delivered("CAC", Granularity.WEEK, "11110000");
        assertThat(silent.english("L03"))
                .containsExactly("CAC, marketing: no data in the last 4 periods, so it cannot be measured.");
        assertThat(silent.russian("L03"))
                .containsExactly("CAC, маркетинг: нет данных за последние 4 периода — показатель нельзя измерить.");
        LintDraft gaps = draft().delivered("CAC", Granularity.WEEK, "10001011");
        assertThat(gaps.english("L03a")).containsExactly("CAC, marketing: data gaps (4 of 8 periods).");
        assertThat(gaps.russian("L03a")).containsExactly("CAC, маркетинг: пропуски в данных (4 из 8 периодов).");
        LintDraft sourceless = draft().with("CAC", i -> i.text("dataSource", " "));
        assertThat(sourceless.found()).containsExactly("L03 ERROR CAC dataSource");
        assertThat(sourceless.english("L03"))
                .containsExactly("CAC, marketing: no data source, so it cannot be measured.");
        LintDraft metric = draft().metric("CTR", "LEADS").delivered("CTR", Granularity.WEEK, "00000000");
        assertThat(metric.with("CTR", i -> i.without("dataSource")).found())
                .as("what only explains need not be measured")
                .isEmpty();
    }

    @Test
    void l04_l05_scoredItemWithoutTargetOrGoal_metricsNeedNeither() {
        LintDraft draft = draft().metric("CTR", "LEADS")
                .with("CAC", i -> i.marks("floor=130").without("goalLink"));
        assertThat(draft.found()).containsExactly("L04 ERROR CAC target", "L05 ERROR CAC goalLink");
        assertThat(draft.english("L04")).containsExactly("CAC, marketing: no target or deadline.");
        assertThat(draft.russian("L04")).containsExactly("CAC, маркетинг: не задана цель или срок.");
        assertThat(draft.english("L05")).containsExactly("CAC, marketing: not linked to a business goal.");
        assertThat(draft.russian("L05")).containsExactly("CAC, маркетинг: нет связи с бизнес-целью.");
    }

    @ParameterizedTest
    @CsvSource({"FULL, ''", "SHARED, L06 WARN CAC controllability", "NONE, L06 ERROR CAC controllability"})
    void l06_controlledByOthers(Controllability control, String expected) {
        LintDraft draft = draft().with("CAC", i -> i.control(control).text("influencers", "Sales"));
        assertThat(draft.found()).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
        if (!expected.isEmpty()) {
            assertThat(draft.english("L06"))
                    .containsExactly("CAC, marketing: the department does not control it (Sales does).");
            assertThat(draft.russian("L06"))
                    .containsExactly("CAC, маркетинг: вне зоны контроля подразделения (влияет Sales).");
            assertThat(draft.with("CAC", i -> i.text("influencers", "")).english("L06"))
                    .containsExactly("CAC, marketing: the department does not control it (somebody else does).");
        }
    }

    @Test
    void l07_activityIsNotScored_butMayExplain() {
        LintDraft draft = draft().with("CAC", i -> i.weight("10")).with("POSTS", "20", "target=10", i -> i);
        assertThat(draft.found()).containsExactly("L07 ERROR POSTS usage");
        assertThat(draft.english("L07")).containsExactly("Posts measures activity, not result. Use it for diagnosis.");
        assertThat(draft.russian("L07"))
                .containsExactly("Посты измеряет активность, а не результат. Оставьте для диагностики.");
        assertThat(draft().metric("POSTS", "LEADS").found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LEADS, false", "'', true", "NPS, true", "CPC, true"})
    void l08_metricExplainsAScoredItemOfThePlan(String explains, boolean orphan) {
        LintDraft draft = draft().metric("CPC", "CAC").metric("CTR", explains);
        assertThat(draft.found()).isEqualTo(orphan ? List.of("L08 WARN CTR explains") : List.of());
        if (orphan) {
            assertThat(draft.english("L08")).containsExactly("Ad CTR: state which KPI it explains.");
            assertThat(draft.russian("L08")).containsExactly("CTR рекламы: укажите, какой KPI она объясняет.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, L10 ERROR - items, 0 KPIs: the picture is incomplete (3 to 5)., KPI: 0. Картина неполная (нужно 3–5).",
        "1, L10 WARN - items,  1 KPI: the picture is incomplete (3 to 5).,  KPI: 1. Картина неполная (нужно 3–5).",
        "2, L10 WARN - items,  2 KPIs: the picture is incomplete (3 to 5)., KPI: 2. Картина неполная (нужно 3–5).",
        "3, '', '', ''",
        "5, '', '', ''",
        "6, L09 WARN - items,  6 KPIs: focus is lost. Keep 3 to 5.,         'KPI: 6. Теряется фокус, оставьте 3–5.'",
        "7, L09 WARN - items,  7 KPIs: focus is lost. Keep 3 to 5.,         'KPI: 7. Теряется фокус, оставьте 3–5.'",
        "8, L09 ERROR - items, 8 KPIs: focus is lost. Keep 3 to 5.,         'KPI: 8. Теряется фокус, оставьте 3–5.'"
    })
    void l09_l10_threeToFiveAreScored(int count, String expected, String english, String russian) {
        LintDraft draft = new LintDraft(SamplePlan.CATALOGUE);
        IntStream.range(0, count)
                .forEach(i -> draft.with(
                        "LEAD_QUALITY[campaign=c" + i + "]",
                        String.valueOf(i == 0 ? 100 - 10 * (count - 1) : 10),
                        "target=0.2",
                        item -> item));
        List<Finding> found = draft.findings().stream()
                .filter(f -> f.code().equals("L09") || f.code().equals("L10"))
                .toList();
        assertThat(found)
                .map(f -> f.code() + " " + f.severity() + " - " + f.field())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
        assertThat(found).allSatisfy(f -> {
            assertThat(f.message(Messages.EN)).isEqualTo(english);
            assertThat(f.message(Messages.RU)).isEqualTo(russian);
        });
    }

    @Test
    void l11_quantityNeedsAQualityItemOfThePlan_orAGate() {
        LintDraft bare = draft().with("LEADS", i -> i.without("qualityPair"));
        assertThat(bare.found()).containsExactly("L11 ERROR LEADS qualityPair");
        assertThat(bare.english("L11"))
                .containsExactly(
                        "Leads: quantity without quality. Add a quality KPI or a gate (e.g. at least 20% of leads closed).");
        assertThat(bare.russian("L11"))
                .containsExactly(
                        "Лиды: количество без качества. Добавьте показатель качества или условие (например, закрыто не менее 20 % лидов).");
        assertThat(bare.with("LEADS", i -> i.text("qualityPair", "NPS")).found())
                .as("its pair stands in no plan")
                .containsExactly("L11 ERROR LEADS qualityPair");
        assertThat(bare.with("LEADS", i -> i.text("qualityPair", "LEADS")).found())
                .as("it is no pair of itself")
                .containsExactly("L11 ERROR LEADS qualityPair");
        assertThat(bare.with("LEADS", i -> i.without("qualityPair").gate(GATE)).found())
                .isEmpty();
        assertThat(draft().metric("UNITS_SOLD", "LEADS").found())
                .as("what only explains needs none")
                .isEmpty();
    }

    @Test
    void l12_onlyLagging_orOnlyLeading() {
        LintDraft lagging = draft().without("LEADS").with("NPS", "40", "target=45 floor=30", i -> i);
        assertThat(lagging.found()).containsExactly("L12 ERROR - items");
        assertThat(lagging.english("L12")).containsExactly("Need at least one leading and one lagging KPI.");
        assertThat(lagging.russian("L12")).containsExactly("Нужен хотя бы один опережающий и один запаздывающий KPI.");
        LintDraft leading = new LintDraft(SamplePlan.CATALOGUE)
                .with("BRAND_SESSIONS", "40", "target=1", i -> i)
                .with("PIPELINE_NEW", "30", "target=1", i -> i)
                .with("QUAL_RATE", "30", "target=0.5", i -> i);
        assertThat(leading.found()).containsExactly("L12 ERROR - items");
        assertThat(new LintDraft(SamplePlan.CATALOGUE).found())
                .as("an empty plan is told so once")
                .containsExactly("L10 ERROR - items");
    }

    @Test
    void l13_rarerThanWeekly_needsALeadingProxyThatIsNot() {
        LintDraft monthly = draft().delivered("CAC", Granularity.MONTH, "11111111");
        assertThat(monthly.found()).containsExactly("L13 WARN CAC indicator");
        assertThat(monthly.english("L13"))
                .containsExactly("CAC, marketing: reported less often than weekly; add a weekly proxy.");
        assertThat(monthly.russian("L13"))
                .containsExactly(
                        "CAC, маркетинг: обновляется реже раза в неделю; добавьте недельный индикатор-предвестник.");

        assertThat(monthly.metric("CPC", "CAC")
                        .delivered("CPC", Granularity.WEEK, "11111111")
                        .found())
                .isEmpty();
        assertThat(monthly.delivered("CPC", Granularity.MONTH, "11111111").found())
                .as("a proxy that is as rare")
                .containsExactly("L13 WARN CAC indicator");
        assertThat(monthly.without("CPC")
                        .metric("AOV", "CAC")
                        .delivered("AOV", Granularity.DAY, "11111111")
                        .found())
                .as("a lagging one foretells nothing")
                .containsExactly("L13 WARN CAC indicator");
        assertThat(draft().delivered("CAC", Granularity.DAY, "11111111").found())
                .isEmpty();
        assertThat(draft().metric("CTR", "LEADS")
                        .delivered("CTR", Granularity.QUARTER, "11111111")
                        .found())
                .as("what only explains may be rare")
                .isEmpty();
    }

    @Test
    void l13_pairOfTheCatalogueIsAProxy_too() {
        Catalogue paired = CatalogueHistory.shipped()
                .with(List.of(new CatalogueHistory.Entry(
                        new Pair("LEADS_CAC", "LEADS", "CAC", Granularity.MONTH, 1, 1, 3, false),
                        Instant.EPOCH,
                        "anna")))
                .latest();
        LintDraft draft = LintDraft.clean(paired)
                .delivered("CAC", Granularity.MONTH, "11111111")
                .delivered("LEADS", Granularity.WEEK, "11111111");
        assertThat(draft.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "40,    30,    30.01, 100.01, '100,01'",
        "33.33, 33.33, 33.33, 99.99,  '99,99'",
        "50,    50,    0.0000001, 100.0000001, '100,0000001'",
        "33.4,  33.30, 33.300, '',    ''",
        "40,    30,    30.00, '',     ''",
        "40,    30,    20,    90,     90"
    })
    void l14_scoredWeightsSumTo100Exactly(String a, String b, String c, String english, String russian) {
        LintDraft draft = draft().with("LEADS", i -> i.weight(a))
                .with("LEAD_QUALITY", i -> i.weight(b))
                .with("CAC", i -> i.weight(c));
        if (english.isEmpty()) {
            assertThat(draft.found()).isEmpty();
        } else {
            assertThat(draft.found()).contains("L14 ERROR - weight");
            assertThat(draft.english("L14")).containsExactly("Weights sum to " + english + "%, must be 100%.");
            assertThat(draft.russian("L14")).containsExactly("Сумма весов " + russian + " %, должна быть 100 %.");
        }
    }

    @Test
    void l14_metricWeighsNothing() {
        LintDraft draft = draft().metric("CTR", "LEADS").with("CTR", i -> i.weight("5.5"));
        assertThat(draft.found()).containsExactly("L14 ERROR CTR weight");
        assertThat(draft.english("L14")).containsExactly("Ad CTR: a metric for diagnosis carries no weight (5.5%).");
        assertThat(draft.russian("L14"))
                .containsExactly("CTR рекламы: у метрики для диагностики нет веса (указано 5,5 %).");
    }

    @ParameterizedTest
    @CsvSource({
        "10,   40,   ''",
        "9.99, 40.01, 'L15 WARN CAC weight'",
        "50,   0,    'L15 WARN LEADS weight'",
        "50.01, 0,   'L15 WARN LEADS weight, L15 WARN CAC weight'"
    })
    void l15_weightOutsideTenToFifty(String cac, String leads, String expected) {
        BigDecimal rest = new BigDecimal("100").subtract(new BigDecimal(cac)).subtract(new BigDecimal(leads));
        LintDraft draft = draft().with("CAC", i -> i.weight(cac))
                .with("LEADS", i -> i.weight(leads))
                .with("LEAD_QUALITY", i -> i.weight(rest.toPlainString()));
        assertThat(String.join(", ", draft.found())).isEqualTo(expected);
    }

    @Test
    void l15_tellsTheWeight() {
        LintDraft draft = draft().with("CAC", i -> i.weight("9.5")).with("LEADS", i -> i.weight("60.5"));
        assertThat(draft.english("L15"))
                .containsExactly("Leads: weight 60.5% outside 10–50%.", "CAC, marketing: weight 9.5% outside 10–50%.");
        assertThat(draft.russian("L15"))
                .containsExactly(
                        "Лиды: вес 60,5 % вне диапазона 10–50 %.", "CAC, маркетинг: вес 9,5 % вне диапазона 10–50 %.");
    }

    @Test
    void l20_atLeastTwoOfTheTeamWereAsked() {
        LintDraft draft = draft();
        draft.consultations.clear();
        assertThat(draft.found()).containsExactly("L20 WARN - consultations");
        assertThat(draft.english("L20")).containsExactly("No consultation with the team recorded.");
        assertThat(draft.russian("L20")).containsExactly("Не зафиксированы консультации с командой.");
        draft.consultations.add(new Consultation("Anna", LocalDate.of(2026, 9, 1), null));
        assertThat(draft.found()).containsExactly("L20 WARN - consultations");
        draft.consultations.add(new Consultation("Anna", LocalDate.of(2026, 9, 2), null));
        assertThat(draft.found()).as("the same person twice").containsExactly("L20 WARN - consultations");
        draft.consultations.add(new Consultation("Boris", LocalDate.of(2026, 9, 3), null));
        assertThat(draft.found()).as("two talks, two people").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "MATURITY, -,        GROWTH, true,  L21 INFO - businessStage",
                "GROWTH,   MATURITY, GROWTH, true,  L21 INFO - businessStage",
                "-,        MATURITY, GROWTH, true,  L21 INFO - businessStage",
                "GROWTH,   GROWTH,   GROWTH, true,  ''",
                "MATURITY, MATURITY, GROWTH, false, ''",
                "MATURITY, -,        -,      true,  ''",
                "-,        -,        GROWTH, true,  ''"
            })
    void l21_anotherStageOfPlanOrUnit_theSameKpis(
            String stage, String unit, String before, boolean same, String expected) {
        LintDraft draft = draft();
        draft.stage = stage;
        draft.unitStage = Optional.ofNullable(unit);
        draft.before = Optional.of(new LintEvidence.Before(
                before, same ? Set.of("CAC", "LEADS", "LEAD_QUALITY") : Set.of("CAC", "LEADS", "NPS")));
        assertThat(draft.found()).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
        if (!expected.isEmpty()) {
            assertThat(draft.english("L21")).containsExactly("Business stage changed to MATURITY; review the KPI set.");
            assertThat(draft.russian("L21"))
                    .containsExactly("Этап бизнеса изменился (MATURITY); пересмотрите набор KPI.");
        }
    }

    @ParameterizedTest
    @CsvSource({"CAC,    'LEADS, LEAD_QUALITY'", "CAC[channel=social], ''", "CPA_CUSTOMER, ''"})
    void l22_unlikeFormulas_areNoTwins(String other, String ignored) {
        assertThat(draft().with("CAC", i -> i.weight("15"))
                        .with(other, "15", "target=100", i -> i)
                        .found())
                .doesNotContain("L22 WARN " + other + " indicator");
    }

    @Test
    void l22_sameNumeratorAndDenominator_orTheReciprocal() {
        Indicator cac = indicator("CAC");
        for (String formula : List.of("MKT_COST / NEW_CUSTOMERS", "NEW_CUSTOMERS / MKT_COST", "CAC", "CAC * 1")) {
            Indicator twin = new Indicator(
                    "TWIN",
                    new LocalizedText("Twin", "Двойник"),
                    cac.definition(),
                    cac.nature(),
                    cac.defaultUsage(),
                    Formula.parse(formula),
                    1,
                    cac.unitKind(),
                    2,
                    cac.direction(),
                    cac.groups(),
                    cac.aggregation(),
                    cac.terms(),
                    cac.validity());
            LintDraft draft = LintDraft.clean(catalogue(twin))
                    .with("CAC", i -> i.weight("15"))
                    .with("TWIN", "15", "target=100", i -> i);
            boolean alike = !formula.contains("*");
            assertThat(draft.found()).as(formula).isEqualTo(alike ? List.of("L22 WARN TWIN indicator") : List.of());
            if (alike) {
                assertThat(draft.english("L22")).containsExactly("CAC, marketing and Twin measure nearly the same.");
                assertThat(draft.russian("L22"))
                        .containsExactly("CAC, маркетинг и Двойник измеряют почти одно и то же.");
            }
        }
    }

    @Test
    void l22_summandsInAnotherOrder_areTheSame_butNotOfAnotherChannel() {
        Indicator full = indicator("CAC_FULL");
        Indicator twin = new Indicator(
                "TWIN",
                full.name(),
                full.definition(),
                full.nature(),
                full.defaultUsage(),
                Formula.parse("(SALES_COST + MKT_COST) / NEW_CUSTOMERS"),
                1,
                full.unitKind(),
                2,
                full.direction(),
                full.groups(),
                full.aggregation(),
                full.terms(),
                full.validity());
        LintDraft draft = LintDraft.clean(catalogue(twin)).without("CAC").with("CAC_FULL", "15", "target=100", i -> i);
        assertThat(draft.with("TWIN", "15", "target=100", i -> i).found()).containsExactly("L22 WARN TWIN indicator");
        assertThat(draft.without("TWIN")
                        .with("TWIN[channel=social]", "15", "target=100", i -> i)
                        .found())
                .isEmpty();
    }

    /** Changes of which each is above or below the one before, so that ranks are told apart easily. */
    private static Double[] series(int length, double factor) {
        Double[] values = new Double[length];
        double value = 100;
        for (int i = 0; i < length; i++) {
            value += factor * ((i * 7) % 13 - 6);
            values[i] = value;
        }
        return values;
    }

    @Test
    void l22_moveTogether_orOpposite_overTwelveChanges() {
        LintDraft draft = draft().months("LEADS", series(13, 1));
        assertThat(draft.months("CAC", series(13, 3)).found()).containsExactly("L22 WARN CAC indicator");
        assertThat(draft.months("CAC", series(13, -0.5)).found()).containsExactly("L22 WARN CAC indicator");
        assertThat(draft.months("LEADS", series(12, 1))
                        .months("CAC", series(12, 3))
                        .found())
                .as("eleven changes say nothing")
                .isEmpty();
        Double[] gap = series(14, 1);
        gap[5] = null;
        assertThat(draft.months("LEADS", gap).months("CAC", series(14, 3)).found())
                .as("a missing month takes two changes away")
                .isEmpty();
        Double[] flat = new Double[13];
        Arrays.fill(flat, 5.0);
        assertThat(draft.months("LEADS", series(13, 1)).months("CAC", flat).found())
                .as("what never changes moves with nothing")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "14, -,  '', ''",
                "-,  14, '', ''",
                "15, -,  15 days, 15 дней",
                "-,  15, 15 days, 15 дней",
                "20, 21, 21 days, 21 день",
                "22, -,  22 days, 22 дня",
                "-, 111, 111 days, 111 дней"
            })
    void l23_finalMoreThanTenWorkingDaysAfterTheQuarter(Integer lag, Integer maturity, String days, String russian) {
        LintDraft draft = LintDraft.clean(catalogue(delivered("CAC", lag, maturity)));
        assertThat(draft.found()).isEqualTo(days.isEmpty() ? List.of() : List.of("L23 WARN CAC indicator"));
        if (!days.isEmpty()) {
            assertThat(draft.english("L23"))
                    .containsExactly("CAC, marketing: final only " + days
                            + " after the quarter; the score will be provisional.");
            assertThat(draft.russian("L23"))
                    .containsExactly("CAC, маркетинг: итог только через " + russian
                            + " после квартала; оценка будет предварительной.");
        }
    }

    @Test
    void l23_holidaysAreNoWorkingDays_andTheLagOfTheSourceCounts() {
        LintDraft draft = LintDraft.clean(catalogue(delivered("CAC", 17, null)));
        assertThat(draft.found()).containsExactly("L23 WARN CAC indicator");
        draft.workingDays =
                WorkingDays.parse(List.of("2027 decree 1 2026-09-01", "2027 off 01-01 01-04 01-05 01-06 01-07 01-08"));
        assertThat(draft.found()).as("2027-01-17 is the fifth working day").isEmpty();
    }

    @Test
    void l24_gateComparesWhatIsDelivered() {
        Delivery there = LintDraft.delivery(Granularity.WEEK, "11111111");
        LintDraft draft = draft().with("LEADS", i -> i.gate(GATE))
                .gate("LEADS", Map.of("DEALS_WON_COHORT", there, "LEADS", there));
        assertThat(draft.found()).isEmpty();
        draft.gate("LEADS", Map.of("DEALS_WON_COHORT", Delivery.NOTHING, "LEADS", there));
        assertThat(draft.found()).containsExactly("L24 ERROR LEADS gate");
        assertThat(draft.english("L24")).containsExactly("Gate of Leads has no data source.");
        assertThat(draft.russian("L24")).containsExactly("Для условия по Лиды нет источника данных.");
        draft.gate("LEADS", Map.of("DEALS_WON_COHORT", LintDraft.delivery(Granularity.MONTH, "00000001")));
        assertThat(draft.found()).as("one value of late is a feed").isEmpty();
    }

    @Test
    void numbersAreThoseOfTheReader() {
        LintDraft draft = draft().with("LEADS", i -> i.marks("floor=1600 target=1500.5"));
        assertThat(draft.english("L16"))
                .containsExactly(
                        "Leads: floor, target and stretch are out of order. Floor 1,600.0 is above target 1,500.5;"
                                + " the target must lie above 1,600.0.");
        assertThat(draft.russian("L16"))
                .containsExactly("Лиды: нарушен порядок «порог – цель – вызов». Порог 1" + NBSP + "600,0 выше цели 1"
                        + NBSP + "500,5; цель должна быть выше 1" + NBSP + "600,0.");
    }

    @Test
    void findingsStandItemByItem_theWholePlanLast() {
        LintDraft draft = draft().with("LEADS", i -> i.without("goalLink").weight("5"))
                .with("CAC", i -> i.usage(Usage.DIAG).without("goalLink"));
        draft.consultations.clear();
        assertThat(draft.found())
                .containsExactly(
                        "L05 ERROR LEADS goalLink",
                        "L15 WARN LEADS weight",
                        "L08 WARN CAC explains",
                        "L14 ERROR CAC weight",
                        "L10 WARN - items",
                        "L14 ERROR - weight",
                        "L20 WARN - consultations");
    }
}
