package org.kpisuite.ejb.actual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.actual.SourceOrder;
import org.kpisuite.domain.calendar.Period;

/** Values of which another source says the first word. Source: domain specification §8.6. */
final class Alternatives {
    private Alternatives() {}

    private record Key(String unit, String measure, String dims, Period period, Scenario scenario) {}

    /** Of some values those that do not count, each with the value of the same key that does. */
    static Map<StoredFact, StoredFact> of(List<StoredFact> facts, SourceOrder order) {
        Map<Key, List<StoredFact>> keys = new HashMap<>();
        for (StoredFact fact : facts) {
            Key key = new Key(fact.unit(), fact.measure(), fact.dims(), fact.period(), fact.scenario());
            keys.computeIfAbsent(key, k -> new ArrayList<>(1)).add(fact);
        }
        Map<StoredFact, StoredFact> alternatives = new HashMap<>();
        for (List<StoredFact> same : keys.values()) {
            if (same.size() > 1) {
                same.sort(Comparator.<StoredFact>comparingInt(f -> order.rank(f.measure(), f.source()))
                        .thenComparing(StoredFact::source));
                same.subList(1, same.size()).forEach(f -> alternatives.put(f, same.get(0)));
            }
        }
        return alternatives;
    }
}
