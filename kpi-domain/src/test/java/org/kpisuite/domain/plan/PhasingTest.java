package org.kpisuite.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.calendar.CalendarKind;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.FiscalCalendar;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.RetailCalendar;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.calendar.YearLabel;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.quantity.Decimals;

/** Shares of a flow target by domain specification §3.5. */
class PhasingTest {
    private static final Period QUARTER = Period.parse("2026-Q4");
    private static final TargetPhasing PROFILE =
            new TargetPhasing(Phasing.PROFILE, PhasingProfile.parse("0.3, 0.3, 0.4"));

    private static TargetPhasing phasing(Phasing kind) {
        return kind == Phasing.PROFILE ? PROFILE : new TargetPhasing(kind, null);
    }

    private static Progress to(LocalDate day, WorkingDays workingDays) {
        return new Progress(QUARTER, QUARTER.days().upTo(day), workingDays);
    }

    private static BigDecimal of1200(Phasing kind, LocalDate day, WorkingDays workingDays) {
        return Decimals.round(BigDecimal.valueOf(1200).multiply(phasing(kind).share(to(day, workingDays))), 4);
    }

    @ParameterizedTest(name = "{0}: {1} to {2} is {3} of 1200, not {4}")
    @CsvSource({
        // by months gone, two of three; and by weeks gone
        "T18, LINEAR_DAYS, 2026-11-21, 678.2609, 800.0000",
        // by days; with the holidays of Russia; to the last working day gone
        "T22, WORKDAYS,    2026-11-21, 672.7273, 678.2609",
        "T22, WORKDAYS,    2026-11-21, 672.7273, 675.0000",
        "before, LINEAR_DAYS, 2026-09-30, 0.0000, 13.0435",
        "before, WORKDAYS, 2026-09-30, 0.0000, 18.1818",
        "first day, LINEAR_DAYS, 2026-10-01, 13.0435, 0.0000",
        "first day, WORKDAYS, 2026-10-01, 18.1818, 0.0000",
        "weekend adds none, WORKDAYS, 2026-10-04, 36.3636, 72.7273",
        "last but one, STEP, 2026-12-30, 0.0000, 1200.0000",
        "end, STEP, 2026-12-31, 1200.0000, 0.0000",
        "end, WORKDAYS, 2026-12-31, 1200.0000, 0.0000",
        "end, LINEAR_DAYS, 2026-12-31, 1200.0000, 1186.9565",
        "first month, PROFILE, 2026-10-31, 360.0000, 404.3478",
        "21 of 30 days of the second, PROFILE, 2026-11-21, 612.0000, 678.2609",
        "end, PROFILE, 2026-12-31, 1200.0000, 720.0000"
    })
    void target_isExpectedInThisShare(String id, Phasing kind, LocalDate day, String expected, String wrong) {
        BigDecimal share = of1200(kind, day, WorkingDays.MONDAY_TO_FRIDAY);
        assertThat(share).as(id).isEqualTo(expected).isNotEqualTo(new BigDecimal(wrong));
    }

    @Test
    void holidaysCount_whereATableSaysSo() {
        // 4 November and 31 December are off: 36 of 64 days.
        assertThat(of1200(Phasing.WORKDAYS, LocalDate.of(2026, 11, 21), WorkingDays.russia()))
                .isEqualTo("675.0000");
        assertThat(of1200(Phasing.LINEAR_DAYS, LocalDate.of(2026, 11, 21), WorkingDays.russia()))
                .isEqualTo("678.2609");
    }

    @Test
    void share_neverFalls_andEndsAtOne() {
        for (WorkingDays workingDays : List.of(WorkingDays.MONDAY_TO_FRIDAY, WorkingDays.russia())) {
            for (Phasing kind : Phasing.values()) {
                BigDecimal before = BigDecimal.ZERO;
                for (LocalDate day = QUARTER.start().minusDays(1);
                        !day.isAfter(QUARTER.endInclusive());
                        day = day.plusDays(1)) {
                    BigDecimal share = phasing(kind).share(to(day, workingDays));
                    assertThat(share).isBetween(before, BigDecimal.ONE);
                    before = share;
                }
                assertThat(before).isEqualByComparingTo(BigDecimal.ONE);
            }
        }
    }

    @ParameterizedTest(name = "{0} has {1} buckets")
    @CsvSource({
        "2026-Q4, 3, true",
        "2026-Q4, 14, true",
        "2026-Q4, 92, false",
        "2026-Q4, 13, false",
        "2026-Q4, 4, false",
        "2026-Q4, 1, false",
        "2026, 12, true",
        "FY2027-Q3, 3, true",
        "R2026-Q4, 13, true",
        "R2026-Q4, 14, false",
        "R2023-Q4, 14, true",
        "2026-10, 1, true",
        "2026-10, 5, true"
    })
    void profile_hasAWeightForEachMonth_orWeek(String code, int count, boolean fits) {
        CompanyCalendar company = new CompanyCalendar(
                new FiscalCalendar(4, YearLabel.END_YEAR),
                RetailCalendar.parse("SATURDAY NEAREST 1 4-5-4 START_YEAR"),
                CalendarKind.CIVIL);
        Period period = company.parse(code);
        List<BigDecimal> weights = new ArrayList<>(Collections.nCopies(count, BigDecimal.ZERO));
        weights.set(count - 1, BigDecimal.ONE);
        PhasingProfile profile = new PhasingProfile(weights);
        assertThat(profile.fits(period)).isEqualTo(fits);
        if (fits) {
            TargetPhasing phasing = new TargetPhasing(Phasing.PROFILE, profile);
            Progress whole = new Progress(period, period.days(), WorkingDays.MONDAY_TO_FRIDAY);
            assertThat(phasing.share(whole)).isEqualByComparingTo(BigDecimal.ONE);
        }
    }

    @Test
    void bucketsOfAFiscalAndARetailQuarter_areItsOwnMonths() {
        CompanyCalendar company = new CompanyCalendar(
                new FiscalCalendar(4, YearLabel.END_YEAR),
                RetailCalendar.parse("SATURDAY NEAREST 1 4-5-4 START_YEAR"),
                CalendarKind.CIVIL);
        for (String code : List.of("FY2027-Q3", "R2026-Q4")) {
            Period quarter = company.parse(code);
            Period first = Period.of(quarter.calendar(), Granularity.MONTH, quarter.start());
            assertThat(PROFILE.share(new Progress(quarter, first.days(), WorkingDays.MONDAY_TO_FRIDAY)))
                    .as(code)
                    .isEqualByComparingTo("0.3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3,0.3,0.3", "0.5,0.6,-0.1", "0.333,0.333,0.333", "0.3;0.7", "", "1,0,0,0.0001"})
    void weightsThatAreNoProfile_areRefused(String text) {
        assertThatThrownBy(() -> PhasingProfile.parse(text)).isInstanceOfSatisfying(KpiException.class, e -> {
            assertThat(e.code().text()).isEqualTo("E-FIELD-VALUE");
            assertThat(e.refusals().get(0).arguments()).startsWith("phasingProfile");
        });
    }

    @Test
    void profileTooLongToBeStored_isRefused() {
        List<BigDecimal> weights = Stream.concat(
                        Stream.of(new BigDecimal("0.99009")),
                        IntStream.range(0, 99).mapToObj(i -> new BigDecimal("0.0001")))
                .toList();
        assertThatThrownBy(() -> new PhasingProfile(weights)).isInstanceOf(KpiException.class);
    }

    @Test
    void phasingAndProfile_belongTogether() {
        assertThatThrownBy(() -> new TargetPhasing(Phasing.PROFILE, null))
                .isInstanceOfSatisfying(
                        KpiException.class, e -> assertThat(e.code().text()).isEqualTo("E-FIELD-MISSING"));
        assertThatThrownBy(() -> new TargetPhasing(Phasing.STEP, PROFILE.profile()))
                .isInstanceOfSatisfying(
                        KpiException.class, e -> assertThat(e.code().text()).isEqualTo("E-FIELD-VALUE"));
    }

    @Test
    void shapeOfThePriorYear_sumsToOne_andNothingHasNoShape() {
        PhasingProfile third = PhasingProfile.ofShape(List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE))
                .orElseThrow();
        assertThat(third).hasToString("0.333334,0.333333,0.333333");
        assertThat(PhasingProfile.ofShape(List.of(new BigDecimal("820"), new BigDecimal("860"), new BigDecimal("900"))))
                .hasToString("Optional[0.317829,0.333333,0.348838]");
        assertThat(PhasingProfile.ofShape(List.of(BigDecimal.ZERO, BigDecimal.ZERO)))
                .isEmpty();
        assertThat(PhasingProfile.ofShape(List.of(BigDecimal.TEN, BigDecimal.ONE.negate())))
                .isEmpty();
    }

    @Property
    void everyShape_isAProfile_thatReadsBack(
            @ForAll @Size(min = 1, max = 14) List<@IntRange(max = 100_000) Integer> amounts) {
        PhasingProfile.ofShape(amounts.stream().map(BigDecimal::valueOf).toList())
                .ifPresent(p -> assertThat(PhasingProfile.parse(p.toString())).hasToString(p.toString()));
    }

    private static PlanItem leads(TargetPhasing phasing) {
        return new PlanItem(
                SamplePlan.CATALOGUE.indicator("LEADS").orElseThrow(),
                Map.of(),
                Usage.EVAL,
                BigDecimal.TEN,
                new Marks(Map.of("target", BigDecimal.TEN)),
                phasing,
                null,
                Map.of());
    }

    @Test
    void profileIsSigned_butItemsWithoutOneKeepTheirHash() {
        assertThat(leads(PROFILE).content()).containsEntry("phasingProfile", "0.3,0.3,0.4");
        assertThat(leads(TargetPhasing.LINEAR_DAYS).content()).doesNotContainKey("phasingProfile");
        assertThat(leads(PROFILE).phasing()).isEqualTo(PROFILE);
    }

    @Test
    void profileThatDoesNotFitTheQuarter_isRefused() {
        Plan plan = new Plan("MARKETING", QUARTER, "author");
        plan.edit("GROWTH", List.of(leads(PROFILE)), "author");
        PlanItem four = leads(new TargetPhasing(Phasing.PROFILE, PhasingProfile.parse("0.2,0.2,0.2,0.4")));
        assertThatThrownBy(() -> plan.edit("GROWTH", List.of(four), "author"))
                .isInstanceOfSatisfying(
                        KpiException.class, e -> assertThat(e.code().text()).isEqualTo("E-FIELD-VALUE"));
    }
}
