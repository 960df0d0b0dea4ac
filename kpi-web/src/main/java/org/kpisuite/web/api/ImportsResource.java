package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.ejb.actual.FactChange;
import org.kpisuite.ejb.actual.ImportResult;
import org.kpisuite.ejb.actual.Imports;

/** Imports of facts: the body is the file, streamed. */
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {
    private static final int PAGE = 50;
    private static final int CHANGES_PAGE = 200;
    private static final int UNPROCESSABLE = 422;

    @EJB
    private Imports imports;

    @Inject
    private Language language;

    @Context
    private UriInfo uri;

    /**
     * 200 with what became of it, 422 with the same body where it was rejected; 202 with where to ask for it where it is
     * made in the background.
     */
    @POST
    public Response run(@BeanParam ImportParameters asked, InputStream body) {
        return answer(imports.start(asked.request(body)));
    }

    /** The same as a form: the file is the part that has a file name, the others say what the address else does. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response run(@BeanParam ImportParameters asked, List<EntityPart> parts) {
        return answer(imports.start(asked.request(FormParts.of(parts, ImportParameters.SAID))));
    }

    private Response answer(ImportResult result) {
        Response.ResponseBuilder answer;
        if (!result.isFinished()) {
            answer = Response.accepted()
                    .location(uri.getBaseUriBuilder()
                            .path("imports/" + result.id())
                            .build());
        } else {
            answer = Response.status(result.state() == ImportState.REJECTED ? UNPROCESSABLE : 200);
        }
        return answer.entity(view(result)).build();
    }

    private ImportView view(ImportResult result) {
        return ImportView.of(result, imports.effect(result.id()), language.locale());
    }

    /** 200 where it has ended, 202 where it ends at its next step. */
    @POST
    @Path("/{id}/cancel")
    public Response cancel(@PathParam("id") long id) {
        return answer(imports.cancel(id));
    }

    /** Takes back all that it wrote: {reason}. */
    @POST
    @Path("/{id}/undo")
    public ImportView undo(@PathParam("id") long id, InputStream in) {
        Body body = Body.of(in);
        String reason = body.text("reason").orElse("");
        body.check();
        return ImportView.of(imports.undo(id, reason), language.locale());
    }

    /** A record of the file as it was typed; whoever did not import it names unit and measure of the fact on it. */
    @GET
    @Path("/{id}/rows/{row}")
    public ImportRowView row(
            @PathParam("id") long id,
            @PathParam("row") int row,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("measure") @Nullable String measure) {
        return ImportRowView.of(imports.row(id, row, unit, measure));
    }

    /** Some of the facts that it changed or, on a dry run, would change. */
    @GET
    @Path("/{id}/changes")
    public ListView<FactChangeView> changes(
            @PathParam("id") long id, @QueryParam("next") @DefaultValue("" + Imports.FIRST) int next) {
        List<FactChange> rows = imports.changes(id, next, CHANGES_PAGE);
        String following = rows.size() < CHANGES_PAGE
                ? null
                : String.valueOf(rows.get(CHANGES_PAGE - 1).place());
        return new ListView<>(rows.stream().map(FactChangeView::of).toList(), following);
    }

    /** The latest first; {@code next} is the id to ask on from. */
    @GET
    public ListView<ImportView> list(@QueryParam("next") @Nullable Long next) {
        Locale locale = language.locale();
        List<ImportResult> rows = imports.list(next == null ? Long.MAX_VALUE : next, PAGE);
        String following =
                rows.size() < PAGE ? null : String.valueOf(rows.get(PAGE - 1).id());
        return new ListView<>(rows.stream().map(r -> ImportView.of(r, locale)).toList(), following);
    }

    @GET
    @Path("/{id}")
    public ImportView get(@PathParam("id") long id) {
        return view(imports.get(id));
    }
}
