package org.kpisuite.domain.organisation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** All units with who stands above whom. Immutable. */
public final class OrgTree {
    public static final int DEPTH_MAX = 20;

    private final Map<String, OrgUnit> units = new LinkedHashMap<>();
    private final Map<String, List<String>> children = new HashMap<>();
    private final String defaultCurrency;

    /** A tree of these units; money of a root that names no currency is in the default one. */
    public OrgTree(Collection<OrgUnit> units, String defaultCurrency) {
        units.forEach(u -> this.units.put(u.code(), u));
        this.units.values().forEach(u -> u.parent().ifPresent(p -> children.computeIfAbsent(p, c -> new ArrayList<>())
                .add(u.code())));
        this.defaultCurrency = defaultCurrency;
    }

    public Collection<OrgUnit> units() {
        return List.copyOf(units.values());
    }

    public Optional<OrgUnit> find(String code) {
        return Optional.ofNullable(units.get(code));
    }

    /**
     * The unit of a code.
     *
     * @throws KpiException E-NOT-FOUND
     */
    public OrgUnit get(String code) {
        return find(code).orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, code));
    }

    /** The unit and all below it, itself first. */
    public List<String> subtree(String code) {
        Set<String> found = new LinkedHashSet<>(Set.of(code));
        Deque<String> left = new ArrayDeque<>(found);
        while (!left.isEmpty()) {
            for (String below : children.getOrDefault(left.remove(), List.of())) {
                if (found.add(below)) {
                    left.add(below);
                }
            }
        }
        return List.copyOf(found);
    }

    /** The unit and all above it, itself first, the root last. */
    public List<OrgUnit> path(String code) {
        List<OrgUnit> path = new ArrayList<>();
        for (Optional<OrgUnit> at = find(code); at.isPresent() && path.size() < DEPTH_MAX; ) {
            path.add(at.get());
            at = at.get().parent().flatMap(this::find);
        }
        return path;
    }

    public OrgUnit root(String code) {
        List<OrgUnit> path = path(code);
        return path.get(path.size() - 1);
    }

    /** The currency of a unit's money: its own, or that of the nearest unit above that names one. */
    public String currency(String code) {
        return path(code).stream()
                .map(OrgUnit::currency)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(defaultCurrency);
    }

    /** Whether a unit may be moved below another without standing above itself. */
    public void checkParent(String code, String parent) {
        if (path(get(parent).code()).stream().anyMatch(u -> u.code().equals(code))) {
            throw new KpiException(Code.E_FIELD_VALUE, "parent", parent, "not " + code);
        }
        int below = subtree(code).stream().mapToInt(u -> path(u).size()).max().orElse(0);
        int own = Math.max(0, path(code).size() - 1);
        if (path(parent).size() + Math.max(1, below - own) > DEPTH_MAX) {
            throw new KpiException(Code.E_LIMIT, "parent", String.valueOf(DEPTH_MAX));
        }
    }
}
