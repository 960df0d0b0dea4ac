package org.kpisuite.ejb.inbox;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.kpisuite.domain.access.Role;
import org.kpisuite.ejb.access.Directory;

/** Who holds which office today, asked once for each unit. */
final class Offices {
    private final Directory directory;
    private final Map<String, Set<String>> known = new HashMap<>();

    Offices(Directory directory) {
        this.directory = directory;
    }

    Set<String> heads(String unit) {
        return known.computeIfAbsent("HEAD/" + unit, k -> directory.heads(unit));
    }

    Set<String> with(Role role, String unit) {
        return known.computeIfAbsent(role + "/" + unit, k -> directory.withRole(role, unit));
    }

    /** Those who may act in that office and took no part that forbids it, and their delegates who did not either. */
    Set<String> free(Set<String> holders, Role role, String unit, Set<String> barred) {
        Set<String> free = without(holders, barred);
        Set<String> all = new LinkedHashSet<>(free);
        all.addAll(without(directory.delegates(free, role, unit), barred));
        return all;
    }

    /** Who decides over a unit, else over the whole company; not those who are awaited themselves. */
    Set<String> superiors(String unit, Set<String> awaited) {
        Set<String> near = without(with(Role.APPROVER, unit), awaited);
        return near.isEmpty() ? without(with(Role.APPROVER, root(unit)), awaited) : near;
    }

    private String root(String unit) {
        return directory.tree().root(unit).code();
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new LinkedHashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** Everyone who holds that office over the whole company. */
    Set<String> ofCompany(Role role) {
        Set<String> all = new LinkedHashSet<>();
        directory.tree().units().stream()
                .filter(u -> u.parent().isEmpty())
                .forEach(u -> all.addAll(with(role, u.code())));
        return all;
    }
}
