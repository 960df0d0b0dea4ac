package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kpisuite.domain.plan.SamplePlan.approved;
import static org.kpisuite.domain.plan.SamplePlan.item;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.Signing;

/** What somebody foretells by hand stands before model and run-rate, with a name and a day (domain specification §6.6). */
class ManualForecastTest {
    private static final Period Q4 = Period.parse("2026-Q4");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Signing HEAD = new Signing("head", Instant.parse("2026-11-22T09:00:00Z"), "TOKEN");

    private static ManualForecast made(String period, String value, String note) {
        return new ManualForecast(
                new ManualForecast.Place(
                        "MARKETING",
                        "LEADS",
                        Catalogue.shipped().indicator("LEADS").orElseThrow(),
                        Period.parse(period)),
                new ManualForecast.Word(Optional.ofNullable(value).map(BigDecimal::new), note),
                TODAY,
                HEAD);
    }

    private static ScorecardItem leads(String lastDay, Optional<BigDecimal> foretold) {
        Grounds grounds = new SampleFacts()
                .days("LEADS", "2026-10-01", "2026-11-21", "10")
                .grounds("MARKETING", approved(Q4, item("LEADS", "100", "target=1200")))
                .foretelling(
                        Map.of("LEADS", new ManualForecast.Said(foretold, "fair in December", "A. Orlova", TODAY)));
        return SampleFacts.scorecard(grounds, Q4, lastDay).items().get(0);
    }

    @Test
    void wordOfAPerson_standsBeforeTheRunRate_andSaysWhose() {
        ScorecardItem item = leads("2026-11-21", Optional.of(new BigDecimal("990")));
        assertThat(item.forecast().usable().orElseThrow()).isEqualByComparingTo("990");
        assertThat(item.forecastMethod()).contains(ScorecardItem.ForecastMethod.MANUAL);
        assertThat(item.notes()).contains(ScorecardItem.Note.MANUAL_FORECAST);
        assertThat(new ItemWords(item, Locale.ENGLISH).note(ScorecardItem.Note.MANUAL_FORECAST))
                .isEqualTo("m forecast 990, set by hand by A. Orlova on 22 Nov 2026: fair in December");
    }

    @Test
    void takenBack_theRunRateStandsAgain() {
        ScorecardItem item = leads("2026-11-21", Optional.empty());
        assertThat(item.forecastMethod()).contains(ScorecardItem.ForecastMethod.RUN_RATE);
        assertThat(item.beside().foretold()).isEmpty();
    }

    @Test
    void periodThatIsOver_hasNoForecast() {
        ScorecardItem item = leads("2026-12-31", Optional.of(new BigDecimal("990")));
        assertThat(item.forecast().usable()).isEmpty();
        assertThat(item.forecastMethod()).isEmpty();
    }

    @Test
    void periodThatIsOver_andACountBelowZero_areRefused() {
        assertThatThrownBy(() -> made("2026-Q3", "1", ""))
                .isInstanceOfSatisfying(
                        KpiException.class, e -> assertThat(e.code()).isEqualTo(Code.E_FIELD_VALUE));
        assertThatThrownBy(() -> made("2026-Q4", "-1", ""))
                .isInstanceOfSatisfying(
                        KpiException.class, e -> assertThat(e.code()).isEqualTo(Code.E_NUM_NEGATIVE));
        assertThatThrownBy(() -> made("2026-Q4", "1", "x".repeat(ManualForecast.NOTE_MAX + 1)))
                .isInstanceOfSatisfying(
                        KpiException.class, e -> assertThat(e.code()).isEqualTo(Code.E_LIMIT));
        assertThat(made("2027-Q1", "1500", " soon ").note()).isEqualTo("soon");
    }

    @Test
    void sameWordOfTheSamePerson_isNoNewOne() {
        assertThat(made("2026-Q4", "990.0", "a").says(made("2026-Q4", "990", "a")))
                .isTrue();
        assertThat(made("2026-Q4", "990", "a").says(made("2026-Q4", null, "a"))).isFalse();
        assertThat(made("2026-Q4", "990", "a").says(made("2026-Q4", "990", "b")))
                .isFalse();
    }
}
