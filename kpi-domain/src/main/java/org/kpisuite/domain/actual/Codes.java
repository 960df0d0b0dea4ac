package org.kpisuite.domain.actual;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Measure;

/** What intake must know of an installation and of the person who imports. Asked once for each distinct text. */
public interface Codes {
    boolean hasUnit(String unit);

    /** Codes of the units that the person may import for. */
    Set<String> importableUnits();

    /** Whether a unit is that other one or stands below it. */
    default boolean isWithin(String unit, String other) {
        return unit.equals(other);
    }

    /** ISO 4217 of the unit's money, its own or the company's. */
    String currencyOf(String unit);

    Optional<Measure> measure(String code);

    Collection<String> measures();

    /** The base measures that an indicator is computed of; empty if there is no such indicator. */
    Optional<Set<String>> partsOf(String indicator);

    /** Days until a cohort of that measure is decided, the longest that any indicator gives it; empty where none says. */
    default Optional<Integer> maturityDays(String measure) {
        return Optional.empty();
    }

    /** Whether a gate over the unit and the period waits for that measure. */
    default boolean isAwaitedByGate(String unit, String measure, Period period) {
        return false;
    }

    /** Codes of all sources. */
    Set<String> sources();

    /** Registered dimensions. */
    Set<String> dimensions();
}
