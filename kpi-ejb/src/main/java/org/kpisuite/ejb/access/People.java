package org.kpisuite.ejb.access;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.access.Grant;
import org.kpisuite.domain.access.Invitation;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.access.Scope;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.settings.Settings;

/** People and their grants, kept by administrators. */
@Stateless
@RolesAllowed("ADMIN")
public class People {
    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    @Inject
    private Directory directory;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** For the audit, which rests on this package. */
    @Inject
    private Event<Deed> deeds;

    @EJB
    private Caller caller;

    @EJB
    private SignIn signIn;

    public List<Person> list() {
        return directory.people().stream().filter(this::isMine).toList();
    }

    /** Whether every grant of a person lies in units that the caller administers. */
    private boolean isMine(Person person) {
        return administers(person.grants());
    }

    private boolean administers(List<Grant> grants) {
        Set<String> units = caller.units(Role.ADMIN);
        return grants.stream().map(Grant::unit).allMatch(units::contains);
    }

    /** Refuses E-NOT-FOUND, also for people with grants outside the units that the caller administers. */
    public Person get(String login) {
        return directory
                .person(login)
                .filter(this::isMine)
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, login));
    }

    /**
     * Stores a person: a new one, or a changed one whose version was read.
     *
     * <p>Refuses E-VERSION-MISSING, E-VERSION, E-NOT-FOUND for a unit of a grant, E-FORBIDDEN for grants, old or new,
     * outside the units that the caller administers: nobody raises themselves.
     */
    public Person put(
            String login, String name, String email, Locale locale, List<Grant> grants, Optional<Long> version) {
        var tree = directory.tree();
        grants.forEach(g -> tree.get(g.unit()));
        Optional<Person> existing = directory.person(login);
        if (!administers(grants) || !existing.map(this::isMine).orElse(true)) {
            throw new KpiException(Code.E_FORBIDDEN);
        }
        if (existing.isEmpty()) {
            Person person = new Person(login, name, email, locale, grants);
            person.remember(clock.instant());
            entities.persist(person);
            deeds.fire(deed(AuditAction.CREATE, person).to(told(person)));
            return person;
        }
        Person person = existing.get();
        Versions.check(version, person.version());
        Map<String, Object> before = told(person);
        boolean renamed = !person.name().equals(name) || !person.email().equals(email);
        person.change(name, email, locale, grants);
        person.remember(clock.instant());
        entities.flush();
        Map<String, Object> told = told(person);
        told.put("nameOrAddressChanged", renamed);
        deeds.fire(deed(AuditAction.CHANGE, person).from(before).to(told));
        return person;
    }

    /** Of the unit in which all grants of the person are; else the whole company's. */
    private static Deed deed(AuditAction action, Person person) {
        Deed deed = Deed.of(action, "person", person.login());
        Set<String> units = person.grants().stream().map(Grant::unit).collect(Collectors.toSet());
        return units.size() == 1 ? deed.in(units.iterator().next()) : deed;
    }

    /** Without name and address: what the audit tells can never be erased. */
    private static Map<String, Object> told(Person person) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("locale", person.locale());
        told.put(
                "grants",
                person.grants().stream()
                        .map(g -> Map.of("role", g.role(), "unit", g.unit(), "from", g.from(), "to", g.to()))
                        .toList());
        return told;
    }

    /** A link for one use within 72 hours, with which the person sets a password. */
    public String invite(String login) {
        Person person = get(login);
        String code = Secrets.random();
        entities.persist(Invitation.of(Secrets.hash(code), person.login(), clock.instant()));
        deeds.fire(deed(AuditAction.INVITE, person));
        return settings.baseUrl() + "/invite?code=" + code;
    }

    /** A token for somebody else, which only the service account may make. Refuses E-FORBIDDEN. */
    public String tokenFor(String login, Set<Scope> scopes, Duration life) {
        if (!caller.isBootstrap()) {
            throw new KpiException(Code.E_FORBIDDEN);
        }
        Person person = get(login);
        deeds.fire(deed(AuditAction.ISSUE_TOKEN, person).to(Map.of("scopes", scopes)));
        return signIn.issue(person.login(), scopes, life, "BOOTSTRAP");
    }

    /** Whether nobody is known yet, so that the installation must be set up. */
    @PermitAll
    public boolean isEmpty() {
        return directory.people().isEmpty();
    }
}
