package org.kpisuite.ejb.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Delegation;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.organisation.OrgHistory;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.ejb.settings.Settings;

/** Units and people as stored. Behind the boundaries: it asks nobody who is asking. */
@ApplicationScoped
public class Directory {
    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    private volatile @Nullable Kept kept;

    private record Kept(String mark, OrgHistory history) {}

    /** Today's tree: for rights, navigation and what is restated. */
    public OrgTree tree() {
        return history().latest();
    }

    /** The organisation through time as it is known now. Read anew only after a change, and every day. */
    public OrgHistory history() {
        StoredOrganisation stored = new StoredOrganisation(entities);
        String mark = stored.mark();
        Kept known = kept;
        if (known == null || !known.mark.equals(mark) || !known.history.today().equals(today())) {
            known = new Kept(mark, stored.history(settings.currency(), today(), settings.zone()));
            kept = known;
        }
        return known.history;
    }

    public Optional<Person> person(String login) {
        return Optional.ofNullable(entities.find(Person.class, login));
    }

    public List<Person> people() {
        return entities.createQuery("select p from Person p order by p.login", Person.class)
                .getResultList();
    }

    /** Today in the company's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    /** Everyone who has that role in a unit today. */
    public Set<String> withRole(Role role, String unit) {
        OrgTree tree = tree();
        Set<String> logins = new LinkedHashSet<>();
        people().stream().filter(p -> p.has(role, unit, tree, today())).forEach(p -> logins.add(p.login()));
        return logins;
    }

    /** The heads of a unit: those with the nearest HEAD grant at or above it. */
    public Set<String> heads(String unit) {
        List<Person> people = people();
        for (OrgUnit at : tree().path(unit)) {
            Set<String> logins = new LinkedHashSet<>();
            people.stream()
                    .filter(p -> p.grants().stream()
                            .anyMatch(g -> g.role() == Role.HEAD && g.unit().equals(at.code()) && g.isInForce(today())))
                    .forEach(p -> logins.add(p.login()));
            if (!logins.isEmpty()) {
                return logins;
            }
        }
        return Set.of();
    }

    /** What others let somebody do today, as far as they may still do it themselves: by a grant, not by delegation. */
    List<Delegation> delegationsTo(String login) {
        OrgTree tree = tree();
        LocalDate today = today();
        return entities.createQuery(
                        "select d from Delegation d where d.delegate = :login order by d.id", Delegation.class)
                .setParameter("login", login)
                .getResultStream()
                .filter(d -> d.isInForce(today))
                .filter(d -> person(d.principal())
                        .filter(p -> p.has(d.role(), d.unit(), tree, today))
                        .isPresent())
                .toList();
    }

    /** Those who exercise a role in a unit today for one of these people, who have it there. */
    public Set<String> delegates(Collection<String> principals, Role role, String unit) {
        Set<String> logins = new LinkedHashSet<>();
        if (!principals.isEmpty()) {
            entities.createQuery(
                            "select d from Delegation d where d.principal in :principals and d.role = :role order by d.id",
                            Delegation.class)
                    .setParameter("principals", principals)
                    .setParameter("role", role)
                    .getResultStream()
                    .filter(d ->
                            d.isInForce(today()) && tree().subtree(d.unit()).contains(unit))
                    .forEach(d -> logins.add(d.delegate()));
        }
        return logins;
    }

    /** All roles that somebody has today somewhere, those that they exercise for others included. */
    Set<Role> roles(Person person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(person.roles(today()));
        delegationsTo(person.login()).forEach(d -> roles.add(d.role()));
        return roles;
    }
}
