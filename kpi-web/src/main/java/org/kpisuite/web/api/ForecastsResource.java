package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.scorecard.ManualForecast;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.ejb.scorecard.ManualForecasts;
import org.kpisuite.ejb.settings.Settings;

/**
 * What people foretell of a line over a whole period. A line is named by its indicator, with dimensions as
 * {@code LEADS[channel=social]}; {@code value} in the unit of the indicator, percent as a fraction.
 */
@Path("/forecasts/{unit}/{indicator}/{period}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ForecastsResource {
    @EJB
    private ManualForecasts forecasts;

    @Inject
    private Settings settings;

    @PathParam("unit")
    private String unit;

    @PathParam("indicator")
    private String indicator;

    @PathParam("period")
    private String period;

    /**
     * One word of somebody.
     *
     * @param value null where it was taken back
     * @param author login
     */
    public record ForecastView(
            String unit,
            String indicator,
            String period,
            @Nullable String value,
            String forecastMethod,
            String note,
            String author,
            String at) {
        static ForecastView of(ManualForecast forecast) {
            return new ForecastView(
                    forecast.unit(),
                    forecast.item(),
                    forecast.period().code(),
                    Numbers.text(forecast.value()),
                    ScorecardItem.ForecastMethod.MANUAL.name(),
                    forecast.note(),
                    forecast.author(),
                    forecast.at().toString());
        }
    }

    private Period at() {
        return settings.calendar().parse(period);
    }

    /** All that was said, the last word first. */
    @GET
    public ListView<ForecastView> list() {
        return new ListView<>(
                forecasts.of(unit, indicator, at()).stream()
                        .map(ForecastView::of)
                        .toList(),
                null);
    }

    @PUT
    public ForecastView set(InputStream in) {
        Body body = Body.of(in);
        Optional<BigDecimal> value = body.requiredDecimal("value");
        String note = body.text("note").orElse("");
        body.check();
        return said(new ManualForecast.Word(value, note));
    }

    /** Takes back what was said before. */
    @DELETE
    @Consumes(MediaType.WILDCARD)
    public ForecastView takeBack() {
        return said(new ManualForecast.Word(Optional.empty(), ""));
    }

    private ForecastView said(ManualForecast.Word word) {
        return ForecastView.of(
                forecasts.foretell(unit, at(), Map.of(indicator, word)).get(0));
    }
}
