package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.ejb.scorecard.ScorecardFiles;
import org.kpisuite.ejb.scorecard.ScorecardQuery;
import org.kpisuite.ejb.scorecard.Scorecards;
import org.kpisuite.ejb.settings.Settings;

/** The scorecard of a unit and a period, as data, PDF and workbook. */
@Path("/scorecards/{unit}")
public class ScorecardsResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @EJB
    private Scorecards scorecards;

    @Inject
    private ScorecardFiles files;

    @Inject
    private Language language;

    @Inject
    private AsOf asOf;

    @Inject
    private Settings settings;

    @GET
    @Path("/{period: [^/]+\\.pdf}")
    @Produces("application/pdf")
    public Response pdf(
            @PathParam("unit") String unit, @PathParam("period") String file, @QueryParam("asOf") @Nullable String at) {
        Scorecard scorecard = read(unit, file.substring(0, file.length() - 4), at);
        return download(files.pdf(scorecard, language.locale()), "application/pdf", unit + "-" + file);
    }

    @GET
    @Path("/{period: [^/]+\\.xlsx}")
    @Produces(XLSX)
    public Response workbook(
            @PathParam("unit") String unit, @PathParam("period") String file, @QueryParam("asOf") @Nullable String at) {
        Scorecard scorecard = read(unit, file.substring(0, file.length() - 5), at);
        return download(files.workbook(scorecard, language.locale()), XLSX, unit + "-" + file);
    }

    @GET
    @Path("/{period: [^/.]+}")
    @Produces(MediaType.APPLICATION_JSON)
    public ScorecardView data(
            @PathParam("unit") String unit,
            @PathParam("period") String period,
            @QueryParam("asOf") @Nullable String at,
            @QueryParam("organisation") @Nullable String organisation,
            @QueryParam("currency") @Nullable String currency) {
        return ScorecardView.of(scorecards.of(
                unit,
                settings.calendar().parse(period),
                Optional.ofNullable(at).map(asOf::parse),
                Optional.ofNullable(organisation)
                        .map(ScorecardsResource::organisation)
                        .orElse(ScorecardQuery.Organisation.AS_REPORTED),
                Optional.ofNullable(currency)));
    }

    private static ScorecardQuery.Organisation organisation(String given) {
        return switch (given) {
            case "reported" -> ScorecardQuery.Organisation.AS_REPORTED;
            case "restated" -> ScorecardQuery.Organisation.RESTATED;
            default -> throw new KpiException(Code.E_FIELD_VALUE, "organisation", given, "reported, restated");
        };
    }

    private Scorecard read(String unit, String period, @Nullable String at) {
        return scorecards.of(
                unit, settings.calendar().parse(period), Optional.ofNullable(at).map(asOf::parse));
    }

    private static Response download(byte[] bytes, String type, String name) {
        return Response.ok(bytes, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
