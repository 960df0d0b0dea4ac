package org.kpisuite.ejb.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.access.Role;
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

    public OrgTree tree() {
        return new OrgTree(
                entities.createQuery("select u from OrgUnit u order by u.code", OrgUnit.class)
                        .getResultList(),
                settings.currency());
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

    Set<Role> roles(Person person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(person.roles(today()));
        return roles;
    }
}
