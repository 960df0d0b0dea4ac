package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.ejb.scorecard.ScorecardFiles;
import org.kpisuite.ejb.scorecard.Scorecards;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.reports.data.ScorecardView;

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
            @PathParam("unit") String unit, @PathParam("period") String file, @BeanParam ScorecardChoices choices) {
        Scorecard scorecard = report(unit, file.substring(0, file.length() - 4), choices);
        return download(files.pdf(scorecard, language.locale()), "application/pdf", unit + "-" + file);
    }

    @GET
    @Path("/{period: [^/]+\\.xlsx}")
    @Produces(XLSX)
    public Response workbook(
            @PathParam("unit") String unit, @PathParam("period") String file, @BeanParam ScorecardChoices choices) {
        Scorecard scorecard = report(unit, file.substring(0, file.length() - 5), choices);
        return download(files.workbook(scorecard, choices.choices(), language.locale()), XLSX, unit + "-" + file);
    }

    @GET
    @Path("/{period: [^/.]+}")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(ScorecardView.class)
    public String data(
            @PathParam("unit") String unit, @PathParam("period") String period, @BeanParam ScorecardChoices choices) {
        return files.json(report(unit, period, choices));
    }

    private Scorecard report(String unit, String period, ScorecardChoices choices) {
        return scorecards.report(
                unit, settings.calendar().parse(period), choices.at().map(asOf::parse), choices.choices());
    }

    private static Response download(byte[] bytes, String type, String name) {
        return Response.ok(bytes, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
