package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Grant;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.access.Role;
import org.kpisuite.ejb.access.People;

/** People, their grants, and the links with which they come in. */
@Path("/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PeopleResource {
    @EJB
    private People people;

    /** A grant as sent. */
    public record GrantView(
            String role,
            String unit,
            @Nullable String from,
            @Nullable String to) {
        static GrantView of(Grant grant) {
            return new GrantView(
                    grant.role().name(),
                    grant.unit(),
                    grant.from().map(LocalDate::toString).orElse(null),
                    grant.to().map(LocalDate::toString).orElse(null));
        }
    }

    /** A person as sent. */
    public record PersonView(
            String login, String name, String email, String locale, List<GrantView> grants, long version) {
        static PersonView of(Person person) {
            return new PersonView(
                    person.login(),
                    person.name(),
                    person.email(),
                    person.locale().getLanguage(),
                    person.grants().stream().map(GrantView::of).toList(),
                    person.version());
        }
    }

    /** The link of an invitation. */
    public record InvitationView(String link) {}

    @GET
    public ListView<PersonView> list() {
        return ListView.whole(people.list().stream().map(PersonView::of).toList());
    }

    @GET
    @Path("/{login}")
    public Response get(@PathParam("login") String login) {
        return answer(people.get(login));
    }

    @PUT
    @Path("/{login}")
    public Response put(
            @PathParam("login") String login, @HeaderParam("If-Match") @Nullable String ifMatch, InputStream in) {
        Body body = Body.of(in);
        String name = body.requiredText("name");
        String email = body.requiredText("email");
        Locale locale = Locale.forLanguageTag(body.text("locale").orElse("ru"));
        List<Grant> grants = body.list("grants").stream()
                .map(PeopleResource::grant)
                .flatMap(Optional::stream)
                .toList();
        body.check();
        return answer(people.put(login, name, email, locale, grants, Numbers.version(ifMatch)));
    }

    private static Optional<Grant> grant(Body body) {
        Role role = body.requiredChoice("role", Role.class);
        String unit = body.requiredText("unit");
        Optional<LocalDate> from = body.parsed("from", LocalDate::parse, "2026-01-31");
        Optional<LocalDate> to = body.parsed("to", LocalDate::parse, "2026-01-31");
        return unit.isEmpty()
                ? Optional.empty()
                : Optional.of(new Grant(role, unit, from.orElse(null), to.orElse(null)));
    }

    @POST
    @Path("/{login}/invite")
    public InvitationView invite(@PathParam("login") String login, InputStream in) {
        Body.of(in).check();
        return new InvitationView(people.invite(login));
    }

    @POST
    @Path("/{login}/tokens")
    public TokensResource.TokenView token(@PathParam("login") String login, InputStream in) {
        Body body = Body.of(in);
        TokensResource.Wanted wanted = TokensResource.Wanted.of(body);
        body.check();
        return new TokensResource.TokenView(people.tokenFor(login, wanted.scopes(), wanted.life()));
    }

    private static Response answer(Person person) {
        return Response.ok(PersonView.of(person))
                .header("ETag", Numbers.tag(person.version()))
                .build();
    }
}
