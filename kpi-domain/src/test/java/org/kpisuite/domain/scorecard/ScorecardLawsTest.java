package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Facts;
import org.kpisuite.domain.actual.SourceOrder;
import org.kpisuite.domain.actual.UnitShares;
import org.kpisuite.domain.calendar.CivilCalendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.GateMode;
import org.kpisuite.domain.plan.GateTerms;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.Rational;

/** What holds for all numbers: of aggregation, achievement and score. */
class ScorecardLawsTest {
    private static final Period OCTOBER = Period.parse("2026-10");
    private static final BigDecimal CAP = new BigDecimal("120");

    private static FactSlice day(String unit, String measure, int day, int value) {
        Period period = Period.day(OCTOBER.start().plusDays(day));
        BigDecimal v = BigDecimal.valueOf(value);
        return new FactSlice(unit, measure, "", "CRM", Granularity.DAY, period.days(), v, v, v, period.start(), 1);
    }

    private static FactSlice month(String measure, int value) {
        BigDecimal v = BigDecimal.valueOf(value);
        DayRange days = OCTOBER.days();
        return new FactSlice(
                "MARKETING", measure, "", "CRM", Granularity.MONTH, days, v, v, v, OCTOBER.start(), days.days());
    }

    private static Cell ctr(List<FactSlice> slices) {
        return ctr(slices, OCTOBER.days());
    }

    private static Cell ctr(List<FactSlice> slices, DayRange range) {
        Facts facts = new Facts("MARKETING", slices, SourceOrder.NONE, UnitShares.ALL);
        Evaluation evaluation = new Evaluation(
                facts, Map.of("MARKETING", "RUB", "SEO", "RUB"), ExchangeRates.NONE, CivilCalendar.CIVIL);
        return evaluation
                .of(
                        evaluation.define(
                                SampleFacts.CATALOGUE,
                                SampleFacts.CATALOGUE.indicator("CTR").orElseThrow(),
                                Map.of()),
                        range)
                .cell();
    }

    private static List<FactSlice> clicks(List<Integer> clicks) {
        return IntStream.range(0, clicks.size())
                .boxed()
                .flatMap(i -> List.of(
                        day("MARKETING", "CLICKS", i, clicks.get(i)), day("MARKETING", "IMPRESSIONS", i, 100 + 7 * i))
                        .stream())
                .toList();
    }

    @Property(tries = 100)
    void ratioOfSums_doesNotDependOnTheOrderOfItsRows(
            @ForAll @Size(31) List<@IntRange(max = 1000) Integer> clicks, @ForAll Random random) {
        List<FactSlice> ordered = clicks(clicks);
        List<FactSlice> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, random);
        assertThat(ctr(shuffled)).isEqualTo(ctr(ordered));
    }

    @Property(tries = 100)
    void ratioOfSums_doesNotDependOnHowItsRowsAreSplitBetweenUnits(
            @ForAll @Size(31) List<@IntRange(max = 1000) Integer> clicks,
            @ForAll @Size(31) List<@IntRange(max = 100) Integer> moved) {
        List<FactSlice> split = new ArrayList<>();
        for (int i = 0; i < clicks.size(); i++) {
            split.add(day("MARKETING", "CLICKS", i, clicks.get(i) - moved.get(i)));
            split.add(day("SEO", "CLICKS", i, moved.get(i)));
            split.add(day("MARKETING", "IMPRESSIONS", i, 60 + 7 * i));
            split.add(day("SEO", "IMPRESSIONS", i, 40));
        }
        assertThat(ctr(split).usable().orElseThrow())
                .isEqualByComparingTo(ctr(clicks(clicks)).usable().orElseThrow());
    }

    @Property(tries = 100)
    void ratioOfSums_isTheSameOfDaysAndOfTheMonthThatTheyMake(
            @ForAll @Size(31) List<@IntRange(max = 1000) Integer> clicks) {
        int sum = clicks.stream().mapToInt(Integer::intValue).sum();
        int shown = IntStream.range(0, 31).map(i -> 100 + 7 * i).sum();
        List<FactSlice> month = List.of(month("CLICKS", sum), month("IMPRESSIONS", shown));
        assertThat(ctr(month).usable().orElseThrow())
                .isEqualByComparingTo(ctr(clicks(clicks)).usable().orElseThrow());
    }

    @Property(tries = 100)
    void dayWithNothingDelivered_changesNoValue_onlyCompleteness(
            @ForAll @Size(min = 20, max = 30) List<@IntRange(max = 1000) Integer> clicks,
            @ForAll @IntRange(max = 1000) int lost) {
        List<FactSlice> all = clicks(clicks);
        List<FactSlice> half = new ArrayList<>(all);
        half.add(day("MARKETING", "CLICKS", clicks.size(), lost));
        Cell.Measured before = (Cell.Measured) ctr(all);
        Cell.Measured after = (Cell.Measured) ctr(half);
        assertThat(after.value()).isEqualByComparingTo(before.value());
        assertThat(before.completeness().have()).isEqualTo(clicks.size());
        assertThat(after.completeness().share())
                .isEqualByComparingTo(before.completeness().share());
    }

    @Property(tries = 100)
    void periodWithNothingDelivered_changesNoValue_onlyCompleteness(
            @ForAll @Size(min = 20, max = 31) List<@IntRange(max = 1000) Integer> clicks) {
        Cell.Measured october = (Cell.Measured) ctr(clicks(clicks));
        DayRange longer = new DayRange(OCTOBER.start(), OCTOBER.plus(1).endInclusive());
        Cell.Measured both = (Cell.Measured) ctr(clicks(clicks), longer);
        assertThat(both.value()).isEqualByComparingTo(october.value());
        assertThat(both.completeness().share())
                .isLessThan(october.completeness().share());
    }

    /** What a gate that failed leaves of an achievement. */
    private static BigDecimal gated(GateMode mode, BigDecimal achievement) {
        Gate gate = Gate.of(
                new GateTerms(
                        "DEALS_WON_COHORT",
                        "LEADS",
                        new BigDecimal("0.2"),
                        mode,
                        mode == GateMode.CAP ? BigDecimal.valueOf(70) : null,
                        0,
                        null),
                SampleFacts.CATALOGUE);
        Rational hundred = Rational.of(Decimals.HUNDRED);
        Rational won = Rational.of(BigDecimal.TEN);
        GateInputs failed = new GateInputs(hundred, won, Optional.of(Rational.of(BigDecimal.ZERO)), hundred, won, true);
        GateResult result = GateEvaluation.of(gate, failed, achievement);
        assertThat(result.state().isDecided()).isTrue();
        assertThat(result.achievement()).isBetween(BigDecimal.ZERO, achievement);
        return result.achievement();
    }

    private static BigDecimal points(Direction direction, int floor, int target, int stretch, int x) {
        return AchievementScale.ofTarget(
                        direction,
                        BigDecimal.valueOf(floor),
                        BigDecimal.valueOf(target),
                        BigDecimal.valueOf(stretch),
                        BigDecimal.ZERO,
                        CAP)
                .of(Optional.of(BigDecimal.valueOf(x)))
                .orElseThrow();
    }

    @Property
    void upAndDown_mirror(
            @ForAll @IntRange(min = -1000, max = 1000) int floor,
            @ForAll @IntRange(min = 1, max = 500) int toTarget,
            @ForAll @IntRange(min = 1, max = 500) int toStretch,
            @ForAll @IntRange(min = -3000, max = 3000) int x) {
        int target = floor + toTarget;
        int stretch = target + toStretch;
        assertThat(points(Direction.UP, floor, target, stretch, x))
                .isEqualByComparingTo(points(Direction.DOWN, -floor, -target, -stretch, -x))
                .isBetween(BigDecimal.ZERO, CAP);
    }

    @Property
    void achievement_neverFalls_whereTheActualImproves(
            @ForAll @IntRange(min = -1000, max = 1000) int floor,
            @ForAll @IntRange(min = 1, max = 500) int toTarget,
            @ForAll @IntRange(min = -3000, max = 3000) int x) {
        BigDecimal worse = points(Direction.UP, floor, floor + toTarget, floor + 2 * toTarget, x);
        BigDecimal better = points(Direction.UP, floor, floor + toTarget, floor + 2 * toTarget, x + 1);
        assertThat(better).isGreaterThanOrEqualTo(worse);
    }

    @Property
    void score_liesInItsRange_andStatusFollowsThePrintedNumber(
            @ForAll @Size(min = 1, max = 7) List<@IntRange(max = 1200) Integer> tenths,
            @ForAll @Size(7) List<@IntRange(min = 1, max = 60) Integer> weights,
            @ForAll @Size(7) List<@IntRange(min = 1000, max = 1500) Integer> caps,
            @ForAll @Size(7) List<GateMode> gates,
            @ForAll @Size(7) List<Boolean> missing) {
        List<Score.Part> parts = IntStream.range(0, tenths.size())
                .mapToObj(i -> {
                    BigDecimal cap = BigDecimal.valueOf(caps.get(i), 1);
                    BigDecimal achievement =
                            BigDecimal.valueOf(tenths.get(i), 1).min(cap);
                    return new Score.Part(
                            BigDecimal.valueOf(weights.get(i)),
                            missing.get(i) ? null : gated(gates.get(i), achievement),
                            cap);
                })
                .toList();
        Score score = Score.of(parts);
        score.points().ifPresent(s -> {
            assertThat(s).isBetween(score.low(), score.high());
            assertThat(StatusLimits.USUAL.of(score.points()))
                    .isEqualTo(StatusLimits.USUAL.of(Optional.of(Decimals.round(s, 1))));
        });
    }
}
