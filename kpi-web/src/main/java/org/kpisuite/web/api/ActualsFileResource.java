package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import org.kpisuite.ejb.actual.ActualsExport;
import org.kpisuite.ejb.actual.ReturnedFile;
import org.kpisuite.ejb.actual.ReturnedForm;

/** Stored values as a file, as many as there are; without a unit those of all units that the caller may read. */
@Path("/actuals.{form: xlsx|csv}")
public class ActualsFileResource {
    @EJB
    private ActualsExport exports;

    @Inject
    private ActualsQuery query;

    @GET
    public Response file(@PathParam("form") String form, @Context UriInfo uri) {
        ReturnedForm wanted = form.equals("csv") ? ReturnedForm.CSV : ReturnedForm.XLSX;
        ReturnedFile file = exports.file(query.of(uri.getQueryParameters()), wanted);
        StreamingOutput body = out -> {
            try (file) {
                file.sendTo(out);
            }
        };
        return Response.ok(body, file.type())
                .header("Content-Disposition", file.disposition())
                .build();
    }
}
