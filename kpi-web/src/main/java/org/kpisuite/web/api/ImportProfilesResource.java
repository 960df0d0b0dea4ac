package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.actual.ImportProfiles;

/** How files of each origin are read; the document is sent and kept as it was written. */
@Path("/import-profiles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ImportProfilesResource {
    private static final int DOCUMENT_LENGTH_MAX = 200_000;

    @EJB
    private ImportProfiles profiles;

    @Inject
    private Language language;

    /**
     * A profile as sent, and what it says of itself.
     *
     * @param about which export it reads and how to get it
     * @param form LONG, WIDE or EVENT
     * @param asksUnit whether {@code POST /imports} needs {@code unit=}
     * @param sample where a file to try it on can be had; null where there is none
     */
    public record ProfileView(
            String code,
            long version,
            NameView name,
            NameView about,
            String form,
            boolean asksUnit,
            boolean shipped,
            @Nullable String sample,
            JsonObject document) {
        static ProfileView of(ImportProfiles.Stored stored) {
            ImportProfile profile = stored.profile();
            return new ProfileView(
                    stored.code(),
                    stored.version(),
                    NameView.of(profile.name()),
                    NameView.of(profile.about()),
                    profile.form().word(),
                    profile.form().asksUnit(),
                    stored.isShipped(),
                    stored.isShipped() ? "/api/import-profiles/" + stored.code() + "/sample" : null,
                    object(stored.document()));
        }
    }

    /** One document that a profile has or had. */
    public record VersionView(
            long version, @Nullable String person, @Nullable String recordedAt, JsonObject document) {
        static VersionView of(ImportProfiles.Version version) {
            return new VersionView(
                    version.profile().version(),
                    version.person(),
                    version.recordedAt() == null ? null : version.recordedAt().toString(),
                    object(version.profile().document()));
        }
    }

    static JsonObject object(String document) {
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            return reader.readObject();
        }
    }

    @GET
    public ListView<ProfileView> list() {
        return ListView.whole(profiles.list().stream().map(ProfileView::of).toList());
    }

    /** The profile in force, or the document of an earlier version. */
    @GET
    @Path("/{code}")
    public Response get(@PathParam("code") String code, @QueryParam("version") @Nullable Long version) {
        return answer(version == null ? profiles.get(code) : profiles.get(code, version));
    }

    @GET
    @Path("/{code}/versions")
    public ListView<VersionView> versions(@PathParam("code") String code) {
        return ListView.whole(
                profiles.versions(code).stream().map(VersionView::of).toList());
    }

    /** A file in the shape of the export, to try the profile on; {@code ?lang=ru} where the product exports in Russian. */
    @GET
    @Path("/{code}/sample")
    @Produces("text/csv")
    public Response sample(@PathParam("code") String code) {
        ImportProfiles.Sample sample = profiles.sample(code, language.locale());
        return Response.ok(sample.content())
                .header("Content-Disposition", "attachment; filename=\"" + sample.fileName() + "\"")
                .build();
    }

    @PUT
    @Path("/{code}")
    public Response put(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(DOCUMENT_LENGTH_MAX + 1);
        if (bytes.length > DOCUMENT_LENGTH_MAX) {
            throw new KpiException(Code.E_LIMIT, "> " + DOCUMENT_LENGTH_MAX + " B", DOCUMENT_LENGTH_MAX + " B");
        }
        String document = new String(bytes, StandardCharsets.UTF_8);
        return answer(profiles.put(code, document, Numbers.version(ifMatch)));
    }

    private static Response answer(ImportProfiles.Stored stored) {
        return Response.ok(ProfileView.of(stored))
                .header("ETag", Numbers.tag(stored.version()))
                .build();
    }
}
