package org.kpisuite.domain.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;

/**
 * Who holds which role in which unit on a day, and who exercises it for whom (domain specification §4.2, §4.3).
 *
 * @param people in the order in which they are named
 * @param delegations also those that are over or revoked
 */
public record Staff(List<Person> people, List<Delegation> delegations, OrgTree tree, LocalDate day) {
    public Staff {
        people = List.copyOf(people);
        delegations = List.copyOf(delegations);
    }

    /** Everyone who has that role in a unit by a grant. */
    public Set<String> with(Role role, String unit) {
        return logins(p -> p.has(role, unit, tree, day));
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
        return logins(p ->
                p.grants().stream().anyMatch(g -> g.role() == role && g.unit().equals(unit) && g.isInForce(day)));
    }

    private Set<String> logins(Predicate<Person> wanted) {
        Set<String> logins = new LinkedHashSet<>();
        people.stream().filter(wanted).map(Person::login).forEach(logins::add);
        return logins;
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
                .filter(d -> tree.subtree(d.unit()).contains(unit)
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
                .filter(d -> tree.subtree(d.unit()).contains(unit))
                .map(Delegation::delegate)
                .forEach(logins::add);
        return logins;
    }
}
