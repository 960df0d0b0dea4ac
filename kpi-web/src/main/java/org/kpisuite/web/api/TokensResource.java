package org.kpisuite.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kpisuite.domain.access.Scope;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.access.SignIn;

/** Bearer tokens for whoever knows a password. */
@Path("/tokens")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TokensResource {
    private static final int MINUTES = 15;

    @EJB
    private SignIn signIn;

    /** The only time that the token is shown. */
    public record TokenView(String token) {}

    /** What a token is wanted for, and for how long. */
    record Wanted(Set<Scope> scopes, Duration life) {
        static Wanted of(Body body) {
            List<String> names = body.textList("scopes");
            Duration life = Duration.ofMinutes(body.integer("minutes").orElse(MINUTES));
            Set<Scope> scopes = EnumSet.noneOf(Scope.class);
            for (String name : names) {
                scopes.add(Arrays.stream(Scope.values())
                        .filter(s -> s.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new KpiException(Code.E_FIELD_VALUE, "scopes", name, "read, import, plan, sign")));
            }
            return new Wanted(scopes.isEmpty() ? EnumSet.of(Scope.READ) : scopes, life);
        }
    }

    @POST
    public TokenView token(InputStream in) {
        Body body = Body.of(in);
        String login = body.requiredText("login");
        String password = body.requiredText("password");
        Wanted wanted = Wanted.of(body);
        body.check();
        return new TokenView(signIn.token(login, password, wanted.scopes(), wanted.life()));
    }
}
