package org.kpisuite.domain.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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
            Set<String> heads = logins(p -> p.grants().stream()
                    .anyMatch(g -> g.role() == Role.HEAD && g.unit().equals(at.code()) && g.isInForce(day)));
            if (!heads.isEmpty()) {
                return heads;
            }
        }
        return Set.of();
    }

    private Set<String> logins(Predicate<Person> wanted) {
        Set<String> logins = new LinkedHashSet<>();
        people.stream().filter(wanted).map(Person::login).forEach(logins::add);
        return logins;
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
