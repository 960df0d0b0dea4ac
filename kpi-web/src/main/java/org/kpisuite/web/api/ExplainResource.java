package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.scorecard.Explanations;
import org.kpisuite.ejb.scorecard.ScorecardQuery;
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

    @Inject
    private Clock clock;

    /** The tree of a line, by the choices of its scorecard, named by indicator or by {@code LEADS[channel=social]}. */
    @GET
    @Path("/explain")
    public ExplanationView explain(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("period") @Nullable String period,
            @BeanParam ScorecardChoices choices) {
        require(unit, indicator, period);
        return ExplanationView.of(explanations.of(query(unit, period, choices), indicator));
    }

    /** The delivered rows behind the actual of that line. */
    @GET
    @Path("/actuals/trace")
    public ListView<ActualsResource.ActualView> trace(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("period") @Nullable String period,
            @BeanParam ScorecardChoices choices) {
        require(unit, indicator, period);
        return ListView.whole(explanations.rows(query(unit, period, choices), indicator).entrySet().stream()
                .map(row -> ActualsResource.ActualView.of(row.getKey(), Optional.empty(), row.getValue()))
                .toList());
    }

    private ScorecardQuery query(String unit, String period, ScorecardChoices choices) {
        return new ScorecardQuery(
                unit,
                settings.calendar().parse(period),
                choices.at().map(asOf::parse).orElseGet(clock::instant),
                choices.choices());
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
