package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.ejb.organisation.Units;

/** Units of the company. */
@Path("/units")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UnitsResource {
    @EJB
    private Units units;

    /** A unit as sent. */
    public record UnitView(
            String code,
            NameView name,
            @Nullable String parent,
            @Nullable String currency,
            long version) {
        static UnitView of(OrgUnit unit) {
            return new UnitView(
                    unit.code(),
                    NameView.of(unit.name()),
                    unit.parent().orElse(null),
                    unit.currency().orElse(null),
                    unit.version());
        }
    }

    @GET
    public ListView<UnitView> list() {
        return ListView.whole(units.list().stream().map(UnitView::of).toList());
    }

    @GET
    @Path("/{code}")
    public Response get(@PathParam("code") String code) {
        return answer(units.get(code));
    }

    @PUT
    @Path("/{code}")
    public Response put(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, InputStream in) {
        Body body = Body.of(in);
        LocalizedText name = body.names("name");
        Optional<String> parent = body.text("parent");
        Optional<String> currency = body.text("currency");
        body.check();
        return answer(units.put(code, name, parent, currency, Numbers.version(ifMatch)));
    }

    private static Response answer(OrgUnit unit) {
        return Response.ok(UnitView.of(unit))
                .header("ETag", Numbers.tag(unit.version()))
                .build();
    }
}
