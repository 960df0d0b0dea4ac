package org.kpisuite.ejb.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.kpisuite.domain.access.Role;

/** People by name, as everybody who works with them may know them: nothing else of a person is told. */
@Stateless
@RolesAllowed({"ADMIN", "AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class Colleagues {
    @Inject
    private Directory directory;

    @EJB
    private Caller caller;

    /** Somebody's login and name. */
    public record Colleague(String login, String name) {}

    /** Everybody, by name. */
    public List<Colleague> list() {
        return directory.people().stream()
                .map(p -> new Colleague(p.login(), p.name()))
                .sorted(Comparator.comparing(Colleague::name))
                .toList();
    }

    /** The name of somebody; the login of a service account, or of nobody. */
    public String name(String login) {
        return directory.person(login).map(p -> p.name()).orElse(login);
    }

    /** Whoever has a role in a unit; as its HEAD only the nearest. Refuses E-NOT-FOUND for a unit that one may not read. */
    public List<Colleague> with(Role role, String unit) {
        caller.requireReadable(unit);
        Set<String> logins = role == Role.HEAD ? directory.heads(unit) : directory.withRole(role, unit);
        return list().stream().filter(c -> logins.contains(c.login())).toList();
    }
}
