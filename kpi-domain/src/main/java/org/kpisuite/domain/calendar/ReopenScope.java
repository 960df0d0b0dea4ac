package org.kpisuite.domain.calendar;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * For which figures a closed period is opened again: named units, with those below them, and named measures; or all,
 * said explicitly.
 *
 * @param units codes; none where every unit is meant
 * @param measures codes; none where every measure is meant
 */
public record ReopenScope(boolean all, Set<String> units, Set<String> measures) {
    public static final ReopenScope ALL = new ReopenScope(true, Set.of(), Set.of());

    private static final int NAMED_MAX = 100;

    /** Refuses E-FIELD-VALUE unless exactly one of both is said: all, or names. */
    public ReopenScope {
        units = Set.copyOf(units);
        measures = Set.copyOf(measures);
        int named = units.size() + measures.size();
        if (all == (named > 0) || named > NAMED_MAX) {
            String given = all ? "all + " + named : String.valueOf(named);
            throw new KpiException(Code.E_FIELD_VALUE, "scope", given, "all; units, measures: 1.." + NAMED_MAX);
        }
    }

    /**
     * Whether a figure is meant.
     *
     * @param below whether the first unit is the second one or stands below it
     */
    public boolean covers(String unit, String measure, BiPredicate<String, String> below) {
        return (units.isEmpty() || units.stream().anyMatch(u -> below.test(unit, u)))
                && (measures.isEmpty() || measures.contains(measure));
    }

    /** {@code all}, or the names in order, units before measures. */
    @Override
    public String toString() {
        return all ? "all" : new TreeSet<>(units) + " × " + new TreeSet<>(measures);
    }
}
