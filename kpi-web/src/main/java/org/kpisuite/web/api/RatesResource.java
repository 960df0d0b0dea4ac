package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.ejb.organisation.RateStore;
import org.kpisuite.ejb.organisation.Rates;

/** What foreign currencies are worth in that of the company, by month, quarter or year. */
@Path("/rates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RatesResource {
    @EJB
    private Rates rates;

    /** A rate as sent: one unit of the currency in the base currency. */
    public record RateView(
            String currency,
            String period,
            String base,
            @Nullable String average,
            @Nullable String closing,
            @Nullable String plan,
            int version) {
        static RateView of(RateStore.Versioned versioned, String base) {
            ExchangeRates.Rate rate = versioned.rate();
            return new RateView(
                    rate.currency(),
                    rate.period().code(),
                    base,
                    text(rate.average()),
                    text(rate.closing()),
                    text(rate.plan()),
                    versioned.version());
        }

        private static @Nullable String text(@Nullable BigDecimal rate) {
            return rate == null ? null : Numbers.text(rate);
        }
    }

    @GET
    public ListView<RateView> list() {
        String base = rates.base();
        return ListView.whole(
                rates.list().stream().map(r -> RateView.of(r, base)).toList());
    }

    @GET
    @Path("/{currency}/{period}")
    public Response get(@PathParam("currency") String currency, @PathParam("period") String period) {
        return answer(rates.get(currency, Period.parse(period)));
    }

    @PUT
    @Path("/{currency}/{period}")
    public Response put(
            @PathParam("currency") String currency,
            @PathParam("period") String period,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            InputStream in) {
        Body body = Body.of(in);
        Optional<BigDecimal> average = body.decimal("average");
        Optional<BigDecimal> closing = body.decimal("closing");
        Optional<BigDecimal> plan = body.decimal("plan");
        body.check();
        ExchangeRates.Rate rate = new ExchangeRates.Rate(
                currency, Period.parse(period), average.orElse(null), closing.orElse(null), plan.orElse(null));
        return answer(rates.put(rate, Numbers.version(ifMatch)));
    }

    private Response answer(RateStore.Versioned versioned) {
        return Response.ok(RateView.of(versioned, rates.base()))
                .header("ETag", "\"" + versioned.version() + "\"")
                .build();
    }
}
