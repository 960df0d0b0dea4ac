package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Person;
import org.kpisuite.ejb.access.Caller;

/** Who the caller is. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    @EJB
    private Caller caller;

    /** The caller as sent. */
    public record MeView(
            String login,
            @Nullable String name,
            @Nullable String locale,
            List<String> roles,
            List<String> units,
            List<PeopleResource.GrantView> grants) {}

    @GET
    public MeView me() {
        return new MeView(
                caller.login(),
                caller.person().map(Person::name).orElse(null),
                caller.person().map(p -> p.locale().getLanguage()).orElse(null),
                caller.roles().stream().map(Enum::name).sorted().toList(),
                caller.readableUnits().stream().sorted().toList(),
                caller.person()
                        .map(p -> p.grants().stream()
                                .map(PeopleResource.GrantView::of)
                                .toList())
                        .orElse(List.of()));
    }
}
