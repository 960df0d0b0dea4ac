package org.kpisuite.ejb.actual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kpisuite.domain.actual.SourceOrder;

/** Values of which another source says the first word. Source: domain specification §8.6. */
final class Alternatives {
    private Alternatives() {}

    /** Of some values those that do not count, each with the value of the same key that does. */
    static Map<StoredFact, StoredFact> of(List<StoredFact> facts, SourceOrder order) {
        Map<StoredFact.Key, List<StoredFact>> keys = new HashMap<>();
        for (StoredFact fact : facts) {
            keys.computeIfAbsent(fact.key(), k -> new ArrayList<>(1)).add(fact);
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

    /** Those of the same key that say something else. */
    static List<StoredFact> differing(StoredFact counted, List<StoredFact> sameKey) {
        return sameKey.stream()
                .filter(f -> !f.source().equals(counted.source()) && f.value().compareTo(counted.value()) != 0)
                .toList();
    }
}
