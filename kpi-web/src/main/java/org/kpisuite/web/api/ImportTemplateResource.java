package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.feed.DataStatus;
import org.kpisuite.ejb.feed.ImportTemplates;
import org.kpisuite.ejb.settings.Settings;

/** A blank workbook to deliver data with. */
@Path("/import-template.xlsx")
public class ImportTemplateResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @EJB
    private ImportTemplates templates;

    @EJB
    private DataStatus status;

    @Inject
    private Language language;

    @Inject
    private Settings settings;

    /** What the plans in force need of a department, with nothing but the values to be filled in. */
    @GET
    @Produces(XLSX)
    public Response template(@QueryParam("unit") @Nullable String unit, @QueryParam("period") @Nullable String period) {
        if (unit == null) {
            throw new KpiException(Code.E_FIELD_MISSING, "unit");
        }
        Period asked =
                period == null ? status.runningQuarter() : settings.calendar().parse(period);
        String name = unit + "-" + asked.code() + "-" + language.locale().getLanguage() + ".xlsx";
        return Response.ok(templates.workbook(unit, asked, language.locale()), XLSX)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
