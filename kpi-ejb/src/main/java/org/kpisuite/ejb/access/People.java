package org.kpisuite.ejb.access;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.access.Grant;
import org.kpisuite.domain.access.Invitation;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.access.Scope;
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
            entities.persist(person);
            return person;
        }
        Person person = existing.get();
        Versions.check(version, person.version());
        person.change(name, email, locale, grants);
        entities.flush();
        return person;
    }

    /** A link for one use within 72 hours, with which the person sets a password. */
    public String invite(String login) {
        Person person = get(login);
        String code = Secrets.random();
        entities.persist(Invitation.of(Secrets.hash(code), person.login(), clock.instant()));
        return settings.baseUrl() + "/invite?code=" + code;
    }

    /** A token for somebody else, which only the service account may make. Refuses E-FORBIDDEN. */
    public String tokenFor(String login, Set<Scope> scopes, Duration life) {
        if (!caller.isBootstrap()) {
            throw new KpiException(Code.E_FORBIDDEN);
        }
        return signIn.issue(get(login).login(), scopes, life, "BOOTSTRAP");
    }

    /** Whether nobody is known yet, so that the installation must be set up. */
    @PermitAll
    public boolean isEmpty() {
        return directory.people().isEmpty();
    }
}
