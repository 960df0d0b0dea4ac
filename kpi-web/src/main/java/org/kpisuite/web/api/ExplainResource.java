package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.scorecard.Explanations;
import org.kpisuite.ejb.settings.Settings;

/** How a number of a scorecard came about. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class ExplainResource {
    @EJB
    private Explanations explanations;

    @Inject
    private AsOf asOf;

    @Inject
    private Settings settings;

    /** The tree of a line, named by indicator or by {@code LEADS[channel=social]}. */
    @GET
    @Path("/explain")
    public ExplanationView explain(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("period") @Nullable String period,
            @QueryParam("asOf") @Nullable String at) {
        require(unit, indicator, period);
        return ExplanationView.of(explanations.of(
                unit,
                settings.calendar().parse(period),
                indicator,
                Optional.ofNullable(at).map(asOf::parse)));
    }

    /** The delivered rows behind the actual of that line. */
    @GET
    @Path("/actuals/trace")
    public ListView<ActualsResource.ActualView> trace(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("period") @Nullable String period,
            @QueryParam("asOf") @Nullable String at) {
        require(unit, indicator, period);
        return ListView.whole(
                explanations
                        .rows(
                                unit,
                                settings.calendar().parse(period),
                                indicator,
                                Optional.ofNullable(at).map(asOf::parse))
                        .stream()
                        .map(ActualsResource.ActualView::of)
                        .toList());
    }

    private static void require(@Nullable String unit, @Nullable String indicator, @Nullable String period) {
        List<Refusal> missing = new ArrayList<>();
        add(missing, "unit", unit);
        add(missing, "indicator", indicator);
        add(missing, "period", period);
        if (!missing.isEmpty()) {
            throw new KpiException(missing);
        }
    }

    private static void add(List<Refusal> missing, String name, @Nullable String value) {
        if (value == null) {
            missing.add(Refusal.ofField(Code.E_FIELD_MISSING, name, null, name));
        }
    }
}
