package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Delegation;
import org.kpisuite.domain.access.Role;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Delegations;

/** Who lets whom act on plans for them. */
@Path("/delegations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DelegationsResource {
    private static final String DAY = "2026-12-24";

    @EJB
    private Delegations delegations;

    @EJB
    private Caller caller;

    /** A delegation as sent. */
    public record DelegationView(
            long id,
            String principal,
            String delegate,
            String role,
            String unit,
            String from,
            String to,
            String reason,
            boolean inForce,
            @Nullable String revokedBy,
            @Nullable String revokedAt) {
        static DelegationView of(Delegation delegation, LocalDate today) {
            return new DelegationView(
                    delegation.id(),
                    delegation.principal(),
                    delegation.delegate(),
                    delegation.role().name(),
                    delegation.unit(),
                    delegation.from().toString(),
                    delegation.to().toString(),
                    delegation.reason(),
                    delegation.isInForce(today),
                    delegation.revokedBy().orElse(null),
                    delegation.revokedAt().map(Object::toString).orElse(null));
        }
    }

    @GET
    public ListView<DelegationView> list() {
        LocalDate today = caller.today();
        return ListView.whole(delegations.list().stream()
                .map(d -> DelegationView.of(d, today))
                .toList());
    }

    /** The principal is whoever asks, unless an administrator names another. */
    @POST
    public Response give(InputStream in) {
        Body body = Body.of(in);
        String principal = body.text("principal").orElseGet(caller::login);
        String delegate = body.requiredText("delegate");
        Role role = body.requiredChoice("role", Role.class);
        String unit = body.requiredText("unit");
        Optional<LocalDate> from = body.requiredParsed("from", LocalDate::parse, DAY);
        Optional<LocalDate> to = body.requiredParsed("to", LocalDate::parse, DAY);
        String reason = body.requiredText("reason");
        body.check();
        Delegation given = delegations.give(
                new Delegation.Terms(principal, delegate, role, unit, from.orElseThrow(), to.orElseThrow(), reason));
        return Response.created(URI.create("delegations/" + given.id()))
                .entity(DelegationView.of(given, caller.today()))
                .build();
    }

    @POST
    @Path("/{id}/revoke")
    public DelegationView revoke(@PathParam("id") long id, InputStream in) {
        Body.of(in).check();
        return DelegationView.of(delegations.revoke(id), caller.today());
    }
}
