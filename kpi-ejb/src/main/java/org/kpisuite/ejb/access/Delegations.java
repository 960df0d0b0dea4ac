package org.kpisuite.ejb.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.access.Delegation;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * Who lets whom act on plans for them. One gives what is one's own; administrators may do so for others in the units that
 * they administer, though never to themselves.
 */
@Stateless
@RolesAllowed({"ADMIN", "AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class Delegations {
    private static final String VISIBLE = """
            select d from Delegation d
            where d.principal = :login or d.delegate = :login or d.unit in :units
            order by d.id desc
            """;

    /** Of no unit: a list may not be empty. */
    private static final Set<String> NO_UNIT = Set.of("");

    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    @Inject
    private Directory directory;

    @Inject
    private Clock clock;

    /** For the audit, which rests on this package. */
    @Inject
    private Event<Deed> deeds;

    @EJB
    private Caller caller;

    /** Those that the caller gave or was given, and those of the units that they administer or audit, the latest first. */
    public List<Delegation> list() {
        Set<String> units = caller.units(Role.ADMIN, Role.AUDITOR);
        return entities.createQuery(VISIBLE, Delegation.class)
                .setParameter("login", caller.login())
                .setParameter("units", units.isEmpty() ? NO_UNIT : units)
                .getResultList();
    }

    /**
     * Lets somebody act for the principal. Refuses E-SIGN-IN-AGED; E-FORBIDDEN for a right of somebody else, but to an
     * administrator of the unit for a third person, and for one that the principal has not by a grant; E-FIELD-VALUE for a
     * delegate or a unit that is not there.
     */
    public Delegation give(Delegation.Terms terms) {
        caller.signing().requireFresh();
        boolean own = terms.principal().equals(caller.login());
        if (!own && (!administers(terms.unit()) || terms.delegate().equals(caller.login()))) {
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
        deeds.fire(deed(AuditAction.DELEGATE, delegation).to(told(delegation)));
        return delegation;
    }

    private boolean administers(String unit) {
        return caller.has(unit, Role.ADMIN);
    }

    /** Ends it at once. Refuses E-NOT-FOUND, E-FORBIDDEN to all but the principal and administrators of the unit. */
    public Delegation revoke(long id) {
        Delegation delegation = list().stream()
                .filter(d -> d.id() == id)
                .findFirst()
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, "delegation " + id));
        if (!delegation.principal().equals(caller.login()) && !administers(delegation.unit())) {
            throw new KpiException(Code.E_FORBIDDEN);
        }
        Map<String, Object> before = told(delegation);
        delegation.revoke(caller.login(), clock.instant());
        deeds.fire(deed(AuditAction.REVOKE, delegation).from(before).to(told(delegation)));
        return delegation;
    }

    /** Told as done for the principal where somebody else did it. */
    private Deed deed(AuditAction action, Delegation delegation) {
        Deed deed = Deed.of(action, "delegation", delegation.id()).in(delegation.unit());
        return delegation.principal().equals(caller.login()) ? deed : deed.onBehalfOf(delegation.principal());
    }

    private static Map<String, Object> told(Delegation delegation) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("principal", delegation.principal());
        told.put("delegate", delegation.delegate());
        told.put("role", delegation.role());
        told.put("unit", delegation.unit());
        told.put("from", delegation.from());
        told.put("to", delegation.to());
        told.put("reason", delegation.reason());
        told.put("revoked", delegation.revokedAt().isPresent());
        return told;
    }
}
