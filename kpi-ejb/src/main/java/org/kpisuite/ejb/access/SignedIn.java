package org.kpisuite.ejb.access;

import java.time.Instant;
import java.util.Set;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.access.Scope;

/**
 * Somebody whose identity has been proved, with what they may do anywhere at all.
 *
 * @param provedAt when: with a token, when it was made
 */
public record SignedIn(String login, Set<Role> roles, Set<Scope> scopes, String authMethod, Instant provedAt) {
    public SignedIn {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }
}
