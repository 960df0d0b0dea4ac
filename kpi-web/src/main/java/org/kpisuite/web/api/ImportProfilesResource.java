package org.kpisuite.web.api;

import jakarta.ejb.EJB;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;
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

    /** A profile as sent. */
    public record ProfileView(String code, long version, JsonObject document) {
        static ProfileView of(ImportProfiles.Stored stored) {
            try (JsonReader reader = Json.createReader(new StringReader(stored.document()))) {
                return new ProfileView(stored.code(), stored.version(), reader.readObject());
            }
        }
    }

    @GET
    public ListView<ProfileView> list() {
        return ListView.whole(profiles.list().stream().map(ProfileView::of).toList());
    }

    @GET
    @Path("/{code}")
    public Response get(@PathParam("code") String code) {
        return answer(profiles.get(code));
    }

    @PUT
    @Path("/{code}")
    public Response put(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, String document) {
        if (document.length() > DOCUMENT_LENGTH_MAX) {
            throw new KpiException(Code.E_LIMIT, document.length() + " B", DOCUMENT_LENGTH_MAX + " B");
        }
        return answer(profiles.put(code, document, Numbers.version(ifMatch)));
    }

    private static Response answer(ImportProfiles.Stored stored) {
        return Response.ok(ProfileView.of(stored))
                .header("ETag", Numbers.tag(stored.version()))
                .build();
    }
}
