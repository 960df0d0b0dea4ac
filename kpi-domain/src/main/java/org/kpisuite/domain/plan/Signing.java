package org.kpisuite.domain.plan;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Authentication;
import org.kpisuite.domain.access.Mandate;

/**
 * Somebody who acts on a plan, at an instant.
 *
 * @param mandate in which role, and for whom; null where nobody asked, as with steps on periods
 */
public record Signing(String login, @Nullable Mandate mandate, Instant at, Authentication authentication) {
    /** Somebody who acts in their own name and has just proved who they are. */
    public Signing(String login, Instant at, String authMethod) {
        this(login, null, at, new Authentication(authMethod, at, null));
    }

    /** The same in a role, for somebody. */
    public Signing as(Mandate role) {
        return new Signing(login, role, at, authentication);
    }

    /** Refuses E-SIGN-IN-AGED to whoever proved themselves too long ago. */
    public void requireFresh() {
        authentication.requireFresh(at);
    }

    public String authMethod() {
        return authentication.method();
    }

    /** Whose right it is that they use; null where it is their own. */
    public @Nullable String onBehalfOf() {
        return mandate == null ? null : mandate.onBehalfOf();
    }

    /** Everyone who stands behind it: whoever acts, and for whom. Each of them must keep four eyes. */
    public Set<String> people() {
        Set<String> people = new LinkedHashSet<>();
        people.add(login);
        if (onBehalfOf() != null) {
            people.add(onBehalfOf());
        }
        return people;
    }
}
