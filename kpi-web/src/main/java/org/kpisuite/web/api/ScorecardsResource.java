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
import org.kpisuite.domain.report.ReportFormat;
import org.kpisuite.ejb.report.Reports;
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

    @EJB
    private Reports reports;

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
        return take(unit, file, choices, ReportFormat.PDF);
    }

    @GET
    @Path("/{period: [^/]+\\.xlsx}")
    @Produces(XLSX)
    public Response workbook(
            @PathParam("unit") String unit, @PathParam("period") String file, @BeanParam ScorecardChoices choices) {
        return take(unit, file, choices, ReportFormat.XLSX);
    }

    private Response take(String unit, String file, ScorecardChoices choices, ReportFormat format) {
        String period = file.substring(0, file.length() - format.extension().length() - 1);
        return ReportsResource.answer(reports.take(new Reports.Wanted(
                unit,
                settings.calendar().parse(period),
                choices.at().map(asOf::parse),
                choices.choices(),
                language.locale(),
                format)));
    }

    @GET
    @Path("/{period: [^/.]+}")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(ScorecardView.class)
    public String data(
            @PathParam("unit") String unit, @PathParam("period") String period, @BeanParam ScorecardChoices choices) {
        return files.json(scorecards.report(
                unit, settings.calendar().parse(period), choices.at().map(asOf::parse), choices.choices()));
    }
}
