package org.kpisuite.ejb.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Delegation;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.access.Staff;
import org.kpisuite.domain.organisation.OrgHistory;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Together;

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

    /** Everybody, to be read only. */
    public List<Person> people() {
        return Together.reading(
                        entities.createQuery("select p from Person p order by p.login", Person.class),
                        "p.grants",
                        "p.names")
                .getResultList();
    }

    /** Who holds which role today: read once for whoever asks of many units. */
    public Staff staff() {
        List<Delegation> delegations = entities.createQuery(
                        "select d from Delegation d where d.to >= :today and d.revokedAt is null order by d.id",
                        Delegation.class)
                .setParameter("today", today())
                .getResultList();
        return new Staff(people(), delegations, tree(), today());
    }

    /** Today in the company's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    /** Everyone who has that role in a unit today. */
    public Set<String> withRole(Role role, String unit) {
        return staff().with(role, unit);
    }

    /** The heads of a unit: those with the nearest HEAD grant at or above it. */
    public Set<String> heads(String unit) {
        return staff().heads(unit);
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

    /** All roles that somebody has today somewhere, those that they exercise for others included. */
    Set<Role> roles(Person person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(person.roles(today()));
        delegationsTo(person.login()).forEach(d -> roles.add(d.role()));
        return roles;
    }
}
