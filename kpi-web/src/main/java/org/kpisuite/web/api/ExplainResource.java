package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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
import org.kpisuite.ejb.actual.ImportRow;
import org.kpisuite.ejb.actual.Imports;
import org.kpisuite.ejb.actual.StoredFact;
import org.kpisuite.ejb.report.Reports;
import org.kpisuite.ejb.scorecard.Explanations;
import org.kpisuite.ejb.scorecard.Provenance;
import org.kpisuite.ejb.scorecard.ScorecardQuery;
import org.kpisuite.ejb.settings.Settings;

/** How a number of a scorecard came about. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class ExplainResource {
    /** Reading a row back means reading its file up to it. */
    private static final int RAW_MAX = 50;

    @EJB
    private Explanations explanations;

    @EJB
    private Reports reports;

    @EJB
    private Imports imports;

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

    /**
     * Where the actual of that line comes from: its definition, the delivered rows with what they were before, their
     * imports and files. The line is named by unit, indicator and period, or by the code that stands on a report.
     *
     * @param raw whether the first rows come with the text of their record in the file
     */
    @GET
    @Path("/actuals/trace")
    public TraceView trace(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("period") @Nullable String period,
            @QueryParam("code") @Nullable String code,
            @QueryParam("raw") @DefaultValue("false") boolean raw,
            @BeanParam ScorecardChoices choices) {
        if (code != null) {
            Reports.Traced traced = reports.trace(code);
            String item =
                    traced.item().orElseThrow(() -> new KpiException(Code.E_FIELD_VALUE, "code", code, code + "-1"));
            return view(explanations.provenance(Reports.query(traced.definition()), item), raw);
        }
        require(unit, indicator, period);
        return view(explanations.provenance(query(unit, period, choices), indicator), raw);
    }

    private TraceView view(Provenance provenance, boolean raw) {
        List<TraceView.RowView> rows = new ArrayList<>();
        for (Provenance.Row row : provenance.rows()) {
            boolean told = raw && rows.size() < RAW_MAX && row.fact().row() > 0;
            rows.add(TraceView.RowView.of(row, provenance.origin(row), told ? text(row.fact()) : Optional.empty()));
        }
        return TraceView.of(provenance, rows);
    }

    /** Empty where the file is no longer kept. */
    private Optional<ImportRow> text(StoredFact fact) {
        try {
            return Optional.of(imports.row(fact.importId(), fact.row(), fact.unit(), fact.measure()));
        } catch (KpiException e) {
            if (e.code() == Code.E_IMPORT_FILE) {
                return Optional.empty();
            }
            throw e;
        }
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
