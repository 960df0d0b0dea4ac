package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.actual.FactChange;
import org.kpisuite.ejb.actual.ImportRequest;
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
    public Response run(
            @QueryParam("profile") @DefaultValue("") String profile,
            @QueryParam("policy") @DefaultValue("RESTATE") String policy,
            @QueryParam("mode") @DefaultValue("atomic") String mode,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("fileName") @DefaultValue("upload.csv") String fileName,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Prefer") @DefaultValue("") String prefer,
            InputStream body) {
        return answer(imports.start(new ImportRequest(
                profile,
                choice("policy", policy, ImportPolicy.class),
                choice("mode", mode, ImportMode.class),
                dryRun,
                fileName,
                body,
                key,
                isAsync(prefer))));
    }

    /** RFC 7240: preferences with their parameters, separated by commas. */
    private static boolean isAsync(String prefer) {
        return Arrays.stream(prefer.split(","))
                .map(p -> p.split(";")[0].strip())
                .anyMatch("respond-async"::equalsIgnoreCase);
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
        return answer.entity(ImportView.of(result, language.locale())).build();
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

    /** Some of the facts that it changed or, on a dry run, would change. */
    @GET
    @Path("/{id}/changes")
    public ListView<FactChangeView> changes(
            @PathParam("id") long id, @QueryParam("next") @DefaultValue("-1") int next) {
        List<FactChange> rows = imports.changes(id, next, CHANGES_PAGE);
        String following = rows.size() < CHANGES_PAGE
                ? null
                : String.valueOf(rows.get(CHANGES_PAGE - 1).place());
        return new ListView<>(rows.stream().map(FactChangeView::of).toList(), following);
    }

    private static <E extends Enum<E>> E choice(String name, String given, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> new KpiException(
                        Code.E_FIELD_VALUE,
                        name,
                        given,
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
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
        return ImportView.of(imports.get(id), language.locale());
    }
}
