package org.kpisuite.ejb.actual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kpisuite.domain.actual.FactRow;
import org.kpisuite.domain.actual.Scenario;

/**
 * The series of a file, each with a number under which its facts are staged. Of a file with very many series some have
 * several numbers: it is told which are new since they were last taken, and forgets them.
 */
final class StagedSeries {
    private static final int HELD_MAX = 50_000;

    private final Map<Key, Integer> numbers = new HashMap<>();
    private final List<Named> untold = new ArrayList<>();
    private int next;

    private record Key(String unit, String measure, String dims, String grain, Scenario scenario, String source) {}

    /** A series under its number. */
    record Named(
            int no,
            String unit,
            String scenario,
            String measure,
            String dims,
            String grain,
            String source,
            String dimKeys) {}

    /** The number of the series of a fact. */
    int number(FactRow fact) {
        Key key = new Key(
                fact.unit(), fact.measure(), fact.dims(), Grain.code(fact.period()), fact.scenario(), fact.source());
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = next++;
        numbers.put(key, number);
        untold.add(new Named(
                number, key.unit, key.scenario.name(), key.measure, key.dims, key.grain, key.source, fact.dimKeys()));
        return number;
    }

    /** Whether those not yet taken are as many as may be held in memory. */
    boolean isFull() {
        return untold.size() >= HELD_MAX;
    }

    /** Those that were numbered since they were last taken. */
    List<Named> take() {
        List<Named> taken = List.copyOf(untold);
        untold.clear();
        if (numbers.size() >= HELD_MAX) {
            numbers.clear();
        }
        return taken;
    }
}
