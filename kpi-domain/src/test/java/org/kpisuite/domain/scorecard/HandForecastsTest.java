package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.leadlag.ForecastAccuracy;
import org.kpisuite.domain.leadlag.LagSeries;
import org.kpisuite.domain.leadlag.PairSide;
import org.kpisuite.domain.leadlag.ToldForecast;
import org.kpisuite.domain.plan.Signing;
import org.kpisuite.domain.quantity.UnitKind;

/** What people foretold is scored like what pairs foretell: by the last word on a period. */
class HandForecastsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final Indicator LEADS = (Indicator) CatalogueHistory.shipped()
            .newest(Definition.Kind.INDICATOR, "LEADS")
            .orElseThrow()
            .definition();

    private static ManualForecast said(String item, String period, String day, String value) {
        Instant at = Instant.parse(day + "T09:00:00Z");
        return new ManualForecast(
                new ManualForecast.Place("MARKETING", item, LEADS, Period.parse(period)),
                new ManualForecast.Word(Optional.ofNullable(value).map(BigDecimal::new), ""),
                LocalDate.ofInstant(at, ZONE),
                new Signing("anna", at, "TOKEN"));
    }

    private static PairSide leads(Map<String, Integer> values) {
        TreeMap<Period, BigDecimal> series = new TreeMap<>();
        values.forEach((period, value) -> series.put(Period.parse(period), BigDecimal.valueOf(value)));
        return new PairSide(new LagSeries("LEADS", LEADS.name(), UnitKind.COUNT, series), Direction.UP, null, 0, null);
    }

    private static ForecastAccuracy quarters(HandForecasts forecasts) {
        return forecasts.accuracy("LEADS", Granularity.QUARTER, leads(Map.of("2026-Q1", 900, "2026-Q2", 1000)));
    }

    @Test
    void lastWordOnAPeriod_isHeldAgainstWhatCame_andAgainstRepetition() {
        ForecastAccuracy accuracy = quarters(HandForecasts.of(
                List.of(
                        said("LEADS", "2026-Q2", "2026-04-10", "1500"),
                        said("LEADS", "2026-Q2", "2026-05-20", "1040"),
                        said("LEADS", "2026-Q3", "2026-08-01", "1100")),
                ZONE));

        assertThat(accuracy.forecasts())
                .extracting(f -> f.period().code() + " " + f.method() + " from "
                        + f.madeFrom().code() + " by " + f.author().orElse("") + ": " + f.value())
                .containsExactly(
                        "2026-Q3 MANUAL from 2026-Q2 by anna: 1100", "2026-Q2 MANUAL from 2026-Q1 by anna: 1040");
        assertThat(accuracy.scored()).hasSize(1);
        assertThat(accuracy.error()).hasValueSatisfying(e -> assertThat(e).isEqualByComparingTo("40"));
        assertThat(accuracy.errorOfRepetition())
                .hasValueSatisfying(e -> assertThat(e).isEqualByComparingTo("100"));
        assertThat(accuracy.isBanded()).isFalse();
        assertThat(accuracy.scored()).extracting(ToldForecast::isWithin).containsExactly(Optional.empty());
    }

    @Test
    void whatWasTakenBack_isNotScored() {
        HandForecasts forecasts = HandForecasts.of(
                List.of(said("LEADS", "2026-Q2", "2026-04-10", "1500"), said("LEADS", "2026-Q2", "2026-05-20", null)),
                ZONE);

        assertThat(forecasts.lengths()).isEmpty();
        assertThat(quarters(forecasts).forecasts()).isEmpty();
    }

    @Test
    void lengthsAndIndicators_areThoseThatWereForetold_ofWholeIndicatorsOnly() {
        HandForecasts forecasts = HandForecasts.of(
                List.of(
                        said("LEADS", "2026-Q2", "2026-04-10", "1500"),
                        said("LEADS[channel=social]", "2026-Q2", "2026-04-10", "300"),
                        said("LEADS", "2026-06", "2026-06-10", "400")),
                ZONE);

        assertThat(forecasts.lengths()).containsExactlyInAnyOrder(Granularity.MONTH, Granularity.QUARTER);
        assertThat(forecasts.indicators(Granularity.QUARTER)).containsExactly("LEADS");
    }
}
