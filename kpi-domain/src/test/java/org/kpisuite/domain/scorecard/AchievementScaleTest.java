package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.quantity.Decimals;

/** Achievement by domain specification §5.1, cases A01 to A32. */
class AchievementScaleTest {
    private static final BigDecimal CAP = BigDecimal.valueOf(120);
    private static final Pattern CASE = Pattern.compile("\\{[^{}]*}");
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\\s*(?:\"([^\"]*)\"|(-?[\\d.]+)|null)");

    private static BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static AchievementScale scale(
            Direction direction, @Nullable String floor, String target, @Nullable String stretch, String floorScore) {
        return AchievementScale.ofTarget(
                direction, number(floor), number(target), number(stretch), number(floorScore), CAP);
    }

    private static AchievementScale band(String lowFloor, String low, String high, String highFloor) {
        return new AchievementScale(
                Direction.BAND,
                null,
                null,
                null,
                number(low),
                number(high),
                number(lowFloor),
                number(highFloor),
                BigDecimal.ZERO,
                CAP);
    }

    private static String points(AchievementScale scale, String actual) {
        return Decimals.round(scale.of(Optional.of(number(actual))).orElseThrow(), 4)
                .toPlainString();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "A01, UP,      , 1000,      ,  0, 1000,   100.0000",
        "A02, UP,      , 1000,      ,  0, 850,    85.0000",
        "A03, UP,      , 1000,      ,  0, 1150,   115.0000",
        "A04, UP,      , 1000,      ,  0, 1500,   120.0000",
        "A05, UP,   800, 1000,  1200,  0, 900,    50.0000",
        "A06, UP,   800, 1000,  1200,  0, 800,    0.0000",
        "A07, UP,   800, 1000,  1200,  0, 799.99, 0.0000",
        "A08, UP,   800, 1000,  1200, 50, 800,    50.0000",
        "A09, UP,   800, 1000,  1200, 50, 799,    0.0000",
        "A10, UP,   800, 1000,  1200,  0, 1050,   105.0000",
        "A11, UP,   800, 1000,  1200,  0, 1300,   120.0000",
        "A12, DOWN,    ,  100,      ,  0, 100,    100.0000",
        "A13, DOWN,    ,  100,      ,  0, 125,    75.0000",
        "A14, DOWN,    ,  100,      ,  0, 80,     120.0000",
        "A15, DOWN,    ,  100,      ,  0, 50,     120.0000",
        "A16, DOWN,    ,  100,      ,  0, 200,    0.0000",
        "A17, DOWN,    ,  100,      ,  0, 250,    0.0000",
        "A18, DOWN, 130,  100,    80,  0, 110,    66.6667",
        "A19, DOWN, 130,  100,    80,  0, 90,     110.0000",
        "A20, DOWN, 130,  100,    80,  0, 131,    0.0000",
        "A26, UP,  -500,  100,   400,  0, -200,   50.0000",
        "A27, UP,  -800, -500,  -200,  0, -350,   110.0000",
        "A28, UP, 20000, 26000,     ,  0, 25000,  83.3333",
        "A29, UP,    30,   45,    55,  0, 40,     66.6667",
        "A30, UP,      ,    3,      ,  0, 1,      33.3333",
        "A31, UP,   -10,    0,    10,  0, -1,     90.0000"
    })
    void target_isReachedAsSpecified(
            String id,
            Direction direction,
            String floor,
            String target,
            String stretch,
            String floorScore,
            String actual,
            String expected) {
        assertThat(points(scale(direction, floor, target, stretch, floorScore), actual))
                .as(id)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "A21, 100, 100.0000",
        "A22, 90,  66.6667",
        "A23, 111, 60.0000",
        "A24, 120, 0.0000",
        "A25, 121, 0.0000",
        "low edge, 95, 100.0000",
        "high edge, 105, 100.0000",
        "low floor, 80, 0.0000",
        "below all, 79, 0.0000"
    })
    void band_isReachedAsSpecified_withoutOverAchievement(String id, String actual, String expected) {
        assertThat(points(band("80", "95", "105", "120"), actual)).as(id).isEqualTo(expected);
    }

    @Test
    void a32_missingActual_hasNoAchievement_notZero() {
        for (Direction direction : List.of(Direction.UP, Direction.DOWN)) {
            assertThat(scale(direction, null, "1000", null, "0").of(Optional.empty()))
                    .isEmpty();
        }
        assertThat(band("80", "95", "105", "120").of(Optional.empty())).isEmpty();
    }

    @Test
    void down_isLinear_notTargetByActual() {
        assertThat(points(scale(Direction.DOWN, null, "100", null, "0"), "125")).isNotEqualTo("80.0000");
    }

    @Test
    void thirds_areNotRoundedBeforeTheScoreIs() {
        BigDecimal third = scale(Direction.UP, null, "3", null, "0")
                .of(Optional.of(BigDecimal.ONE))
                .orElseThrow();
        assertThat(third.precision()).isGreaterThan(30);
    }

    @Test
    void cap100WithoutStretch_allowsNoOverAchievement() {
        AchievementScale scale =
                AchievementScale.ofTarget(Direction.UP, null, BigDecimal.TEN, null, BigDecimal.ZERO, Decimals.HUNDRED);
        assertThat(points(scale, "15")).isEqualTo("100.0000");
    }

    @Property
    void achievement_staysBetweenZeroAndCap_andNeverFallsAsUpRises(
            @ForAll @BigRange(min = "-3000", max = "3000") @Scale(2) BigDecimal x,
            @ForAll @BigRange(min = "0", max = "500") @Scale(2) BigDecimal step) {
        AchievementScale scale = scale(Direction.UP, "800", "1000", "1200", "50");
        BigDecimal here = scale.of(Optional.of(x)).orElseThrow();
        BigDecimal there = scale.of(Optional.of(x.add(step))).orElseThrow();
        assertThat(here).isBetween(BigDecimal.ZERO, CAP).isLessThanOrEqualTo(there);
    }

    @Property
    void down_mirrorsUp(@ForAll @BigRange(min = "-3000", max = "3000") @Scale(2) BigDecimal x) {
        BigDecimal up = scale(Direction.UP, "800", "1000", "1200", "30")
                .of(Optional.of(x))
                .orElseThrow();
        BigDecimal down = scale(Direction.DOWN, "-800", "-1000", "-1200", "30")
                .of(Optional.of(x.negate()))
                .orElseThrow();
        assertThat(down).isEqualByComparingTo(up);
    }

    @Test
    void everyMachineReadableCase_holds() throws IOException {
        String text;
        try (InputStream file = AchievementScaleTest.class.getResourceAsStream("vectors.json")) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        String achievement = text.substring(text.indexOf("\"achievement\""), text.indexOf("\"leadlag\""));
        List<Map<String, String>> cases =
                CASE.matcher(achievement).results().map(m -> fields(m.group())).toList();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(31);
        assertThat(cases)
                .allSatisfy(c ->
                        assertThat(points(scale(c), c.get("x"))).as(c.get("id")).isEqualTo(c.get("expected")));
    }

    private static Map<String, String> fields(String object) {
        Map<String, String> fields = new HashMap<>();
        FIELD.matcher(object).results().forEach(m -> fields.put(m.group(1), value(m)));
        return fields;
    }

    private static @Nullable String value(MatchResult field) {
        return field.group(2) == null ? field.group(3) : field.group(2);
    }

    private static AchievementScale scale(Map<String, String> c) {
        Direction direction = Direction.valueOf(c.get("dir"));
        return direction == Direction.BAND
                ? band(c.get("loF"), c.get("lo"), c.get("hi"), c.get("hiF"))
                : scale(direction, c.get("floor"), c.get("target"), c.get("stretch"), c.get("floorScore"));
    }
}
