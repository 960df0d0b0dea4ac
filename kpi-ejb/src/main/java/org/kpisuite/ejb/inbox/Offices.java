package org.kpisuite.ejb.inbox;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
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

    /**
     * Who takes a step.
     *
     * @param people those of whom one is enough
     * @param superiors those who stand next above them
     */
    record Duty(Set<String> people, Set<String> superiors) {}

    /** A step of an office: whoever holds it and is not barred, and their delegates who are not either. */
    Duty next(Role role, String unit, Set<String> barred) {
        Set<String> people = free(role == Role.HEAD ? heads(unit) : with(role, unit), role, unit, barred);
        return new Duty(people, superiors(unit, people));
    }

    /** A decision: by those who decide in the nearest unit where one is free, above them those of the units higher up. */
    Duty decision(String unit, Set<String> barred) {
        List<Set<String>> deciders = deciders(unit);
        for (int level = 0; level < deciders.size(); level++) {
            Set<String> people = free(deciders.get(level), Role.APPROVER, unit, barred);
            if (!people.isEmpty()) {
                return new Duty(people, first(deciders.subList(level + 1, deciders.size()), people));
            }
        }
        return new Duty(Set.of(), superiors(unit, Set.of()));
    }

    private Set<String> free(Set<String> holders, Role role, String unit, Set<String> barred) {
        Set<String> free = without(holders, barred);
        Set<String> all = new LinkedHashSet<>(free);
        all.addAll(without(staff.delegates(free, role, unit), barred));
        return all;
    }

    /** Those who decide next over a unit, besides those who are awaited themselves. */
    Set<String> superiors(String unit, Set<String> awaited) {
        return first(deciders(unit), awaited);
    }

    private static Set<String> first(List<Set<String>> levels, Set<String> besides) {
        return levels.stream()
                .map(level -> without(level, besides))
                .filter(rest -> !rest.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    /** Those who decide over a unit, by the unit in which they may, the nearest first. */
    private List<Set<String>> deciders(String unit) {
        return staff.tree().path(unit).stream()
                .map(at -> known.computeIfAbsent("deciders/" + at.code(), k -> staff.at(Role.APPROVER, at.code())))
                .filter(level -> !level.isEmpty())
                .toList();
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
