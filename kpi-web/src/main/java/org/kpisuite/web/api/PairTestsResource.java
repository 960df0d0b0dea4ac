package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.leadlag.Discovery;
import org.kpisuite.domain.leadlag.ToldForecast;
import org.kpisuite.ejb.leadlag.LeadLag;

/** What a look at all pairs of a unit comes to: those that nobody has declared, and how good forecasts were. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class PairTestsResource {
    @EJB
    private LeadLag pairs;

    /** Proposals: nothing is declared by being listed here. */
    public record DiscoveryView(int tested, String rate, List<ProposalView> proposals) {}

    /** Two indicators that nobody has declared as a pair. */
    public record ProposalView(
            String leading, String lagging, int lag, int sign, String p, String q, String r, int n, String verdict) {}

    @GET
    @Path("/discovery")
    public DiscoveryView discovery(
            @QueryParam("unit") @Nullable String unit, @QueryParam("granularity") @Nullable String granularity) {
        Discovery found =
                pairs.discover(required(unit), granularity == null ? Granularity.WEEK : granularity(granularity));
        return new DiscoveryView(
                found.tested(),
                Numbers.text(Discovery.RATE),
                found.proposals().stream()
                        .map(p -> new ProposalView(
                                p.leading().series().code(),
                                p.lagging().series().code(),
                                p.lag(),
                                p.sign(),
                                Numbers.text(
                                        p.analysis().evidence().orElseThrow().p()),
                                Numbers.text(p.q()),
                                Numbers.text(
                                        p.analysis().evidence().orElseThrow().r()),
                                p.analysis().n(),
                                p.analysis().verdict().name()))
                        .toList());
    }

    /**
     * How good the forecasts of a pair, or those that people made of an indicator, were.
     *
     * @param pair null where people foretell
     * @param within null where no band was told
     */
    public record AccuracyView(
            @Nullable String pair,
            String indicator,
            int scored,
            @Nullable Long within,
            @Nullable String error,
            @Nullable String errorOfRepetition,
            List<ToldView> forecasts) {}

    /** One forecast, and what came. */
    public record ToldView(
            String period,
            String madeFrom,
            String madeAt,
            String method,
            int lag,
            String value,
            @Nullable String low,
            @Nullable String high,
            @Nullable String author,
            @Nullable String actual,
            @Nullable String error) {}

    @GET
    @Path("/forecast-accuracy")
    public ListView<AccuracyView> accuracy(@QueryParam("unit") @Nullable String unit) {
        return ListView.whole(pairs.forecasts(required(unit)).stream()
                .map(a -> new AccuracyView(
                        a.leading().isPresent() ? a.subject() : null,
                        a.lagging().series().code(),
                        a.scored().size(),
                        a.isBanded() ? a.within() : null,
                        Numbers.text(a.error()),
                        Numbers.text(a.errorOfRepetition()),
                        a.forecasts().stream()
                                .map(f -> new ToldView(
                                        f.period().code(),
                                        f.madeFrom().code(),
                                        f.madeAt().toString(),
                                        f.method(),
                                        f.lag(),
                                        Numbers.text(f.value()),
                                        Numbers.text(f.band().map(ToldForecast.Band::low)),
                                        Numbers.text(f.band().map(ToldForecast.Band::high)),
                                        f.author().orElse(null),
                                        Numbers.text(f.actual()),
                                        Numbers.text(f.error())))
                                .toList()))
                .toList());
    }

    static String required(@Nullable String unit) {
        if (unit == null) {
            throw new KpiException(List.of(Refusal.ofField(Code.E_FIELD_MISSING, "unit", null, "unit")));
        }
        return unit;
    }

    static Granularity granularity(String given) {
        return Arrays.stream(Granularity.values())
                .filter(g -> g.name().equals(given))
                .findFirst()
                .orElseThrow(() -> new KpiException(
                        Code.E_FIELD_VALUE, "granularity", given, Arrays.toString(Granularity.values())));
    }
}
