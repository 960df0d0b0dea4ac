package org.kpisuite.domain.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;

/**
 * Who holds which role in which unit on a day, and who exercises it for whom (domain specification §4.2, §4.3). Each
 * question costs the units above the one asked for, however many people there are.
 */
public final class Staff {
    private final List<Person> people;
    private final List<Delegation> delegations;
    private final OrgTree tree;
    private final LocalDate day;
    private final Map<Role, Map<String, Set<String>>> granted = new EnumMap<>(Role.class);

    /** These people on a day; of the delegations also those that are over or revoked. */
    public Staff(List<Person> people, List<Delegation> delegations, OrgTree tree, LocalDate day) {
        this.people = List.copyOf(people);
        this.delegations = List.copyOf(delegations);
        this.tree = tree;
        this.day = day;
        this.people.forEach(
                p -> p.grants().stream().filter(g -> g.isInForce(day)).forEach(g -> granted.computeIfAbsent(
                                g.role(), r -> new HashMap<>())
                        .computeIfAbsent(g.unit(), u -> new LinkedHashSet<>())
                        .add(p.login())));
    }

    public List<Person> people() {
        return people;
    }

    public OrgTree tree() {
        return tree;
    }

    public LocalDate day() {
        return day;
    }

    /** Everyone who has that role in a unit by a grant there or above, the nearest first. */
    public Set<String> with(Role role, String unit) {
        Set<String> logins = new LinkedHashSet<>(at(role, unit));
        tree.path(unit).forEach(at -> logins.addAll(at(role, at.code())));
        return logins;
    }

    /** The heads of a unit: those with the nearest HEAD grant at or above it. */
    public Set<String> heads(String unit) {
        for (OrgUnit at : tree.path(unit)) {
            Set<String> heads = at(Role.HEAD, at.code());
            if (!heads.isEmpty()) {
                return heads;
            }
        }
        return Set.of();
    }

    /** Everyone to whom a role is granted in that very unit, not in one above. */
    public Set<String> at(Role role, String unit) {
        return granted.getOrDefault(role, Map.of()).getOrDefault(unit, Set.of());
    }

    /**
     * In which of these roles somebody may take steps on the plans of a unit: by grants of their own first, then for others
     * who have them by a grant. As HEAD only those act who are its {@link #heads}.
     */
    public List<Mandate> mandates(String login, String unit, Collection<Role> roles) {
        Stream<Mandate> own =
                roles.stream().sorted().filter(r -> holds(login, r, unit)).map(r -> new Mandate(r, null));
        Stream<Mandate> others = delegations.stream()
                .filter(d -> d.delegate().equals(login) && roles.contains(d.role()) && d.isInForce(day))
                .filter(d -> covers(d, unit)
                        && with(d.role(), d.unit()).contains(d.principal())
                        && holds(d.principal(), d.role(), unit))
                .map(d -> new Mandate(d.role(), d.principal()));
        return Stream.concat(own, others).toList();
    }

    private boolean holds(String login, Role role, String unit) {
        return (role == Role.HEAD ? heads(unit) : with(role, unit)).contains(login);
    }

    /** Those who exercise a role in a unit for one of these people, who have it there. */
    public Set<String> delegates(Collection<String> principals, Role role, String unit) {
        Set<String> logins = new LinkedHashSet<>();
        delegations.stream()
                .filter(d -> d.role() == role && principals.contains(d.principal()) && d.isInForce(day))
                .filter(d -> covers(d, unit))
                .map(Delegation::delegate)
                .forEach(logins::add);
        return logins;
    }

    private boolean covers(Delegation delegation, String unit) {
        return tree.path(unit).stream().anyMatch(at -> at.code().equals(delegation.unit()));
    }
}
