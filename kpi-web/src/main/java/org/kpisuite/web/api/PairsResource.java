package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.leadlag.LeadLag;
import org.kpisuite.ejb.leadlag.PairSource;
import org.kpisuite.ejb.settings.Settings;

/** Pairs of a leading and a lagging indicator. */
@Path("/pairs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PairsResource {
    @EJB
    private Catalogues catalogues;

    @EJB
    private LeadLag tests;

    @Inject
    private Settings settings;

    private CatalogueEntries entries() {
        return new CatalogueEntries(catalogues, Definition.Kind.PAIR);
    }

    @GET
    public ListView<JsonObject> list(@BeanParam CatalogueSearch search) {
        return entries().list(search);
    }

    @GET
    @Path("/{code}")
    public Response get(@PathParam("code") String code, @QueryParam("on") @Nullable String on) {
        return entries().get(code, on);
    }

    @GET
    @Path("/{code}/versions")
    public ListView<JsonObject> versions(@PathParam("code") String code) {
        return entries().versions(code);
    }

    @PUT
    @Path("/{code}")
    public Response put(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, InputStream in) {
        DefinitionBody body = new DefinitionBody(code, Body.of(in));
        return entries().put(body.pair(), ifMatch);
    }

    @POST
    @Path("/{code}/close")
    public Response close(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, InputStream in) {
        return entries().close(code, ifMatch, in);
    }

    /** On the periods of the pair, or on those of another length; of some of them only between {@code from} and {@code to}. */
    @GET
    @Path("/{code}/analysis")
    public PairAnalysisView analysis(
            @PathParam("code") String code,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("granularity") @Nullable String granularity,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        PairSource.Span span = new PairSource.Span(
                Optional.ofNullable(from).map(settings.calendar()::parse),
                Optional.ofNullable(to).map(settings.calendar()::parse));
        return PairAnalysisView.of(tests.of(
                code,
                PairTestsResource.required(unit),
                Optional.ofNullable(granularity).map(PairTestsResource::granularity),
                span));
    }
}
