package org.kpisuite.ejb.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.access.Delegation;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** Who lets whom act on plans for them. One gives what is one's own; administrators may do so for others. */
@Stateless
@RolesAllowed({"ADMIN", "AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class Delegations {
    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    @Inject
    private Directory directory;

    @Inject
    private Clock clock;

    @EJB
    private Caller caller;

    /** Those that the caller gave or was given, the latest first; an administrator and an auditor see all. */
    public List<Delegation> list() {
        String login = caller.login();
        boolean all = seesAll();
        return entities.createQuery("select d from Delegation d order by d.id desc", Delegation.class)
                .getResultStream()
                .filter(d -> all || d.principal().equals(login) || d.delegate().equals(login))
                .toList();
    }

    private boolean seesAll() {
        Set<Role> roles = caller.roles();
        return roles.contains(Role.ADMIN) || roles.contains(Role.AUDITOR);
    }

    /**
     * Lets somebody act for the principal. Refuses E-FORBIDDEN for a right of somebody else, or one that the principal has not
     * by a grant; E-FIELD-VALUE for a delegate or a unit that is not there.
     */
    public Delegation give(Delegation.Terms terms) {
        if (!terms.principal().equals(caller.login()) && !caller.roles().contains(Role.ADMIN)) {
            throw new KpiException(Code.E_FORBIDDEN);
        }
        if (directory.tree().find(terms.unit()).isEmpty()) {
            throw new KpiException(Code.E_FIELD_VALUE, "unit", terms.unit(), "");
        }
        Optional<Person> principal = directory.person(terms.principal());
        if (principal.isEmpty()
                || !principal.get().has(terms.role(), terms.unit(), directory.tree(), directory.today())) {
            throw new KpiException(Code.E_FORBIDDEN);
        }
        if (directory.person(terms.delegate()).isEmpty()) {
            throw new KpiException(Code.E_FIELD_VALUE, "delegate", terms.delegate(), "a login of a person");
        }
        if (terms.to().isBefore(directory.today())) {
            throw new KpiException(Code.E_FIELD_VALUE, "to", terms.to().toString(), ">= " + directory.today());
        }
        Delegation delegation = new Delegation(terms, caller.login(), clock.instant());
        entities.persist(delegation);
        return delegation;
    }

    /** Ends it at once. Refuses E-NOT-FOUND, E-FORBIDDEN to all but the principal and administrators. */
    public Delegation revoke(long id) {
        Delegation delegation = Optional.ofNullable(entities.find(Delegation.class, id))
                .filter(d -> list().stream().anyMatch(l -> l.id() == d.id()))
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, "delegation " + id));
        if (!delegation.principal().equals(caller.login()) && !caller.roles().contains(Role.ADMIN)) {
            throw new KpiException(Code.E_FORBIDDEN);
        }
        delegation.revoke(caller.login(), clock.instant());
        return delegation;
    }
}
