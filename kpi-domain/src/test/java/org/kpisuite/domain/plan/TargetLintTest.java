package org.kpisuite.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.quantity.Decimals;

/** The rules of the lint about marks, held against each other, against the past and the goal: domain specification §4.7. */
class TargetLintTest {
    private static final String LEADS = "820 860 900 880 940 950 930 980";
    private static final char NBSP = '\u00A0';

    private static LintDraft draft(String key, String marks, String history) {
        return LintDraft.clean()
                .with("CAC", i -> i.weight("15"))
                .with(key, "15", marks, i -> i.text("qualityPair", "LEAD_QUALITY"))
                .history(key, history);
    }

    private static LintDraft leads(String target) {
        return LintDraft.clean().with("LEADS", i -> i.marks("target=" + target)).history("LEADS", LEADS);
    }

    @Test
    void history_ofTheVectors() {
        History history = new History(Arrays.stream(LEADS.split(" ", -1))
                .map(v -> new History.Quarter(SamplePlan.QUARTER, new BigDecimal(v)))
                .toList());
        assertThat(history.median()).map(Decimals::plain).hasValue("915");
        assertThat(history.spread()).map(Decimals::plain).hasValue("51.891");
        assertThat(history.best(Direction.UP)).map(Decimals::plain).hasValue("980");
        assertThat(history.best(Direction.DOWN)).map(Decimals::plain).hasValue("820");
        assertThat(history.best(Direction.BAND)).isEmpty();
        assertThat(history.recentMean()).map(Decimals::plain).hasValue("950");
    }

    @ParameterizedTest
    @CsvSource({
        "1300, L17 WARN LEADS target",
        "1225.01, L17 WARN LEADS target",
        "1225, L17 WARN LEADS target",
        "1071, L17 WARN LEADS target",
        "1070, ''",
        "1050, ''",
        "950,  ''",
        "949,  L18 WARN LEADS target",
        "940,  L18 WARN LEADS target"
    })
    void l17_l18_theVectors(String target, String expected) {
        assertThat(leads(target).found()).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void l17_l18_tellTheNumbers() {
        assertThat(leads("1300").english("L17"))
                .containsExactly("Leads: target 1,300 exceeds the best result of 8 periods (980) by 32.7%.");
        assertThat(leads("1300").russian("L17"))
                .containsExactly("Лиды: цель 1" + NBSP + "300 выше лучшего результата за 8 периодов (980) на 32,7 %.");
        assertThat(leads("940").english("L18"))
                .containsExactly("Leads: target 940 is easier than the recent average 950.");
        assertThat(leads("940").russian("L18")).containsExactly("Лиды: цель 940 легче среднего за 4 периода (950).");
    }

    @ParameterizedTest
    @CsvSource({
        // DOWN: below the best is hard, above the mean is easy
        "CAC_FULL, target=70,  100 101 99 100 102 98 100 100, L17",
        "CAC_FULL, target=98,  100 101 99 100 102 98 100 100, ''",
        "CAC_FULL, target=101, 100 101 99 100 102 98 100 100, L18",
        // fewer than six quarters say nothing about ambition, one says something about ease
        "BRAND_SESSIONS, target=900, - - - 100 101 99 100 100,   ''",
        "BRAND_SESSIONS, target=900, - - 100 100 101 99 100 100, L17",
        "BRAND_SESSIONS, target=99,  - - - - - - - 100,          L18",
        "BRAND_SESSIONS, target=99,  100 100 100 100 - - - -,    ''",
        "BRAND_SESSIONS, target=99,  '',                         ''",
        // all alike: the spread is 0 and says nothing
        "BRAND_SESSIONS, target=120, 100 100 100 100 100 100 100 100, ''",
        "BRAND_SESSIONS, target=126, 100 100 100 100 100 100 100 100, L17",
        // far from the usual, though an outlier was higher still
        "BRAND_SESSIONS, target=150, 100 101 99 100 102 98 100 300,  L17",
        // a best of zero or less
        "ROMI, target=0.5 floor=-1,  -0.1 -0.2 -0.1 -0.3 -0.2 -0.1 0 -0.2, L17",
        "BRAND_SESSIONS, target=5,   0 0 0 0 0 0 0 0, L17",
        "ROMI, target=-0.1 floor=-1, -0.2 -0.3 -0.2 -0.3 -0.2 -0.2 -0.2 -0.2, L17",
        "ROMI, target=-0.3 floor=-1, -0.2 -0.3 -0.2 -0.3 -0.2 -0.2 -0.2 -0.2, L18",
        // a band has no best
        "MKT_COST, low=900 high=1000, 1 1 1 1 1 1 1 1, ''",
        // as far as readers see: 0.23335 prints as 23.3 %
        "QUAL_RATE, target=0.233,  0.2333 0.2334 0.2333 0.2334 0.2333 0.2334 0.2333 0.2334, ''",
        "QUAL_RATE, target=0.2332, 0.2333 0.2334 0.2333 0.2334 0.2333 0.2334 0.2333 0.2334, L18"
    })
    void l17_l18_byDirection_lengthAndSpread(String key, String marks, String history, String expected) {
        String found = expected.isEmpty() ? "" : expected + " WARN " + key + " target";
        assertThat(String.join(", ", draft(key, marks, history).found())).isEqualTo(found);
    }

    @Test
    void l17_saysWhatItMeans_whereLessIsBetter_andWhereOnlyTheSpreadSpeaks() {
        LintDraft down = draft("CAC_FULL", "target=70", "100 101 99 100 102 98 100 100");
        assertThat(down.english("L17"))
                .containsExactly(
                        "CAC, fully loaded: target 70.00 is below the best result of 8 periods (98.00) by 28.6%.");
        assertThat(down.russian("L17"))
                .containsExactly("CAC, полная: цель 70,00 ниже лучшего результата за 8 периодов (98,00) на 28,6 %.");
        LintDraft spread = draft("BRAND_SESSIONS", "target=150", "- 101 99 100 102 98 100 300");
        assertThat(spread.english("L17"))
                .containsExactly(
                        "Brand traffic: target 150 is far from what the last 7 periods usually came to (100 ± 1).");
        assertThat(spread.russian("L17"))
                .containsExactly("Брендовый трафик: цель 150 далека от обычного за последние 7 периодов (100 ± 1).");
    }

    @ParameterizedTest
    @CsvSource({"25000000, true", "29999999.99, true", "30000000, false", "31000000, false"})
    void l19_pipelineCoversTheGoalThreeTimes(String target, boolean short_) {
        LintDraft draft =
                draft("PIPELINE_NEW", "target=" + target, "").with("PIPELINE_NEW", i -> i.goal("10000000", "3.0"));
        assertThat(draft.found()).isEqualTo(short_ ? List.of("L19 WARN PIPELINE_NEW target") : List.of());
    }

    @Test
    void l19_tellsTargetGoalAndFactor() {
        LintDraft draft =
                draft("PIPELINE_NEW", "target=25000000", "").with("PIPELINE_NEW", i -> i.goal("10000000", "2.50"));
        assertThat(draft.found()).as("2.5 times 10 m is 25 m").isEmpty();
        draft.with("PIPELINE_NEW", i -> i.goal("10000000", "3.0"));
        assertThat(draft.english("L19"))
                .containsExactly("Sum of potential deals: 25,000,000 does not cover the goal 10,000,000 × 3.");
        assertThat(draft.russian("L19"))
                .containsExactly("Потенциальная сумма сделок: 25 000 000 не покрывает цель 10 000 000 × 3."
                        .replaceAll("(?<=\\d) (?=\\d)", String.valueOf(NBSP)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "NPS, floor=30 target=45 stretch=55,  -,       -",
                "NPS, floor=30 target=28 stretch=55,  target,  Floor 30.0 is above target 28.0; the target must lie between 30.0 and 55.0.",
                "NPS, floor=30 target=30,             target,  Floor 30.0 is as high as target 30.0; the target must lie above 30.0.",
                "NPS, floor=30 target=45 stretch=45,  stretch, Target 45.0 is as high as stretch 45.0; the stretch must lie above 45.0.",
                "NPS, floor=30 stretch=20,            stretch, Floor 30.0 is above stretch 20.0; the stretch must lie above 30.0.",
                "NPS, target=45,                      floor,   'It needs a floor, because its target or its values may be zero or less.'",
                "BRAND_SESSIONS, target=45,           -,       -",
                "BRAND_SESSIONS, target=0,            floor,   'It needs a floor, because its target or its values may be zero or less.'",
                "BRAND_SESSIONS, target=0 floor=-1,   -,       -",
                "BRAND_SESSIONS, target=9 cap=100,    -,       -",
                "BRAND_SESSIONS, target=9 stretch=10 cap=100, stretch, 'A cap of 100 points rules out over-achievement: leave the stretch empty, or raise the cap.'",
                "BRAND_SESSIONS, target=9 cap=99.5,   cap,     'The cap must be at least 100 points, not 99.5.'",
                "BRAND_SESSIONS, target=9 floor=8 floorScore=100, floorScore, 'The points at the floor must be at least 0 and below 100, not 100.'",
                "BRAND_SESSIONS, target=9 floor=8 floorScore=-1, floorScore, 'The points at the floor must be at least 0 and below 100, not −1.'",
                "CAC_FULL, floor=130 target=100 stretch=80, -, -",
                "CAC_FULL, floor=90 target=100 stretch=80, target, Floor 90.00 is below target 100.00; the target must lie between 80.00 and 90.00.",
                "CAC_FULL, floor=70 target=100 stretch=80, target, Floor 70.00 is below target 100.00; the target must lie below 70.00.",
                "CAC_FULL, target=100 stretch=120,    stretch, Target 100.00 is below stretch 120.00; the stretch must lie below 100.00.",
                "MKT_COST, low=95 high=105 lowFloor=80 highFloor=120, -, -",
                "MKT_COST, low=95 high=95,            -,       -",
                "MKT_COST, low=105 high=95,           low,     The band begins at 105 and ends at 95; it must not end before it begins.",
                "MKT_COST, low=95 high=105 lowFloor=95, lowFloor, 'The lower floor 95 must lie below 95, where the band begins.'",
                "MKT_COST, low=95 high=105 highFloor=100, highFloor, 'The upper floor 100 must lie above 105, where the band ends.'",
                "LEAD_QUALITY[channel=a], floor=0.2 target=0.1555, target, Floor 20.00% is above target 15.55%; the target must lie above 20.00%."
            })
    void l16_marksInOrder_byDirection(String key, String marks, String field, String reason) {
        LintDraft draft = draft(key, marks, "");
        assertThat(draft.findings().stream().filter(f -> f.code().equals("L16")).map(f -> f.item() + " " + f.field()))
                .isEqualTo(field == null ? List.of() : List.of(key + " " + field));
        if (field != null) {
            assertThat(draft.english("L16").get(0)).endsWith("floor, target and stretch are out of order. " + reason);
            assertThat(draft.russian("L16").get(0))
                    .matches("(?s).*: нарушен порядок «порог – цель – вызов»\\. [А-Я][^a-zA-Z{}]*\\.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "LEADS    | ''                                    | L04",
                "LEADS    | floor=1 stretch=5                     | L04",
                "LEADS    | low=1 high=5                          | L04",
                "MKT_COST | target=5                              | L04",
                "MKT_COST | low=5                                 | L04",
                "MKT_COST | low=95 high=105 lowFloor=80 highFloor=120 | -",
                "MKT_COST | low=100 high=100 lowFloor=80 highFloor=120 | -",
                "MKT_COST | low=105 high=95 lowFloor=80 highFloor=120 | L16",
                "MKT_COST | low=95 high=105 lowFloor=95 highFloor=120 | L16",
                "MKT_COST | low=95 high=105 lowFloor=80 highFloor=100 | L16",
                "LEADS    | target=1000                           | -",
                "LEADS    | target=1000 floor=800 stretch=1200    | -",
                "LEADS    | target=1000 floor=1000                | L16",
                "LEADS    | target=1000 floor=1200                | L16",
                "LEADS    | target=1000 stretch=1000              | L16",
                "LEADS    | target=1000 stretch=900               | L16",
                "LEADS    | target=0                              | L16",
                "LEADS    | target=-5                             | L16",
                "LEADS    | target=0 floor=-10 stretch=10         | -",
                "LEADS    | target=1000 cap=100                   | -",
                "LEADS    | target=1000 cap=90                    | L16",
                "LEADS    | target=1000 floorScore=100            | L16",
                "LEADS    | target=1000 floorScore=-1             | L16",
                "CAC      | target=100                            | -",
                "CAC      | target=100 floor=130 stretch=80       | -",
                "CAC      | target=100 floor=80                   | L16",
                "CAC      | target=100 stretch=130                | L16",
                "CAC      | target=0                              | L16"
            })
    void l04_l16_marksSayWhatIsWanted_inTheOrderOfTheirDirection(String indicator, String marks, String expected) {
        LintDraft draft = draft(indicator, marks.equals("''") ? "" : marks, "");
        assertThat(draft.findings().stream().map(Finding::code).filter(c -> c.equals("L04") || c.equals("L16")))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void l16_metricNeedsNoFloor_butAnOrder() {
        LintDraft draft = LintDraft.clean().metric("ROMI", "CAC").with("ROMI", i -> i.marks("target=0.5"));
        assertThat(draft.found()).isEmpty();
        assertThat(draft.with("ROMI", i -> i.marks("target=0.5 floor=0.6")).found())
                .containsExactly("L16 ERROR ROMI target");
    }

    @Test
    void l16_oneOfTheScreens_inRussian() {
        assertThat(draft("NPS", "floor=30 target=28 stretch=55", "").russian("L16"))
                .containsExactly("Индекс лояльности (NPS): нарушен порядок «порог – цель – вызов»."
                        + " Порог 30,0 выше цели 28,0; цель должна быть между 30,0 и 55,0.");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "QUAL_RATE, target=1,                    '',  -",
                "QUAL_RATE, target=1.01,                 '',  target",
                "QUAL_RATE, target=0.9 stretch=1.1,      '',  stretch",
                "QUAL_RATE, target=1.01,                 1.2, -",
                "ROMI, target=2 floor=0,                 '',  -",
                "MARGIN, target=1.01 floor=0,            '',  target",
                "NPS, target=45 floor=30 stretch=100,    '',  -",
                "NPS, target=45 floor=30 stretch=101,    '',  stretch",
                "NPS, target=-101 floor=-110,            '',  target",
                "SATISFACTION, target=101,               '',  -",
                "BRAND_SESSIONS, target=1000,            '',  -"
            })
    void l25_beyondThePossible(String key, String marks, String history, String field) {
        List<Finding> found = draft(key, marks, history).findings().stream()
                .filter(f -> f.code().equals("L25"))
                .toList();
        assertThat(found).map(Finding::field).isEqualTo(field == null ? List.of() : List.of(field));
        assertThat(found).allSatisfy(f -> {
            assertThat(f.message().en()).endsWith(": target beyond the possible range.");
            assertThat(f.message().ru()).endsWith(": цель вне возможного диапазона.");
        });
    }
}
