package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.ejb.actual.ReturnedFile;
import org.kpisuite.ejb.actual.ReturnedFiles;
import org.kpisuite.ejb.actual.ReturnedForm;

/** The file of an import given back with the reasons, to be repaired and sent again. */
@Path("/imports/{id: \\d+}/errors.{form: xlsx|csv}")
public class ImportErrorsResource {
    @EJB
    private ReturnedFiles files;

    @Inject
    private Language language;

    /**
     * A workbook, or text in the charset and with the delimiter that it came with. {@code all} says whether rows that were
     * taken come back too; without it only where nothing was taken.
     */
    @GET
    public Response file(
            @PathParam("id") long id, @PathParam("form") String form, @QueryParam("all") @Nullable Boolean all) {
        ReturnedForm wanted = form.equals("csv") ? ReturnedForm.CSV : ReturnedForm.XLSX;
        ReturnedFile file = files.of(id, wanted, language.locale(), Optional.ofNullable(all));
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
