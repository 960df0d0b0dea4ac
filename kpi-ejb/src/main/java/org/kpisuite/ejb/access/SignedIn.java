package org.kpisuite.ejb.access;

import java.util.Set;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.access.Scope;

/** Somebody whose identity has been proved, with what they may do anywhere at all. */
public record SignedIn(String login, Set<Role> roles, Set<Scope> scopes, String authMethod) {
    public SignedIn {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }
}
