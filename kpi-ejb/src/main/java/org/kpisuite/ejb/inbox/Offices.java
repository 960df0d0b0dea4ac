package org.kpisuite.ejb.inbox;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.access.Staff;

/** Who may take the next step, and who stands above them. */
final class Offices {
    private final Staff staff;
    private final Map<String, Set<String>> known = new HashMap<>();

    Offices(Staff staff) {
        this.staff = staff;
    }

    Set<String> heads(String unit) {
        return known.computeIfAbsent("heads/" + unit, k -> staff.heads(unit));
    }

    Set<String> with(Role role, String unit) {
        return known.computeIfAbsent(role + "/" + unit, k -> staff.with(role, unit));
    }

    /** Those who may act in that office and took no part that forbids it, and their delegates who did not either. */
    Set<String> free(Set<String> holders, Role role, String unit, Set<String> barred) {
        Set<String> free = without(holders, barred);
        Set<String> all = new LinkedHashSet<>(free);
        all.addAll(without(staff.delegates(free, role, unit), barred));
        return all;
    }

    /** Who decides over a unit, else over the whole company; not those who are awaited themselves. */
    Set<String> superiors(String unit, Set<String> awaited) {
        Set<String> near = without(with(Role.APPROVER, unit), awaited);
        return near.isEmpty() ? without(with(Role.APPROVER, root(unit)), awaited) : near;
    }

    private String root(String unit) {
        return staff.tree().root(unit).code();
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new LinkedHashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** Everyone who holds that office over the whole company. */
    Set<String> ofCompany(Role role) {
        Set<String> all = new LinkedHashSet<>();
        staff.tree().units().stream().filter(u -> u.parent().isEmpty()).forEach(u -> all.addAll(with(role, u.code())));
        return all;
    }
}
