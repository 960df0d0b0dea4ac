package org.kpisuite.ejb.actual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kpisuite.domain.actual.FactRow;
import org.kpisuite.domain.actual.Scenario;

/**
 * The series of a file, each with a number under which its facts are staged, and whether any fact comes twice.
 *
 * <p>Of a file with very many series it forgets those that were taken, so that some have several numbers, and of series
 * with very distant days the days: then facts may repeat, and the database is asked.
 */
final class StagedSeries {
    private static final int HELD_MAX = 100_000;
    private static final int CHARACTERS_MAX = 16_000_000;
    /** 16 MB. */
    private static final long BITS_MAX = 1L << 27;

    private final Map<Key, Held> held = new HashMap<>();
    private final List<Named> untold = new ArrayList<>();
    private int next;
    private long characters;
    private long bits;
    private boolean mayRepeat;

    private record Key(String unit, String measure, String dims, String grain, Scenario scenario, String source) {}

    private record Held(int no, PeriodStarts starts) {}

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

    /** The number of the series of a fact, which is counted as one of its facts. */
    int number(FactRow fact) {
        Key key = new Key(
                fact.unit(), fact.measure(), fact.dims(), Grain.code(fact.period()), fact.scenario(), fact.source());
        Held series = held.get(key);
        if (series == null) {
            series = hold(key, fact.dimKeys());
        }
        if (!mayRepeat) {
            mark(series.starts, fact);
        }
        return series.no;
    }

    private Held hold(Key key, String dimKeys) {
        Held series = new Held(next++, new PeriodStarts());
        held.put(key, series);
        untold.add(new Named(
                series.no, key.unit, key.scenario.name(), key.measure, key.dims, key.grain, key.source, dimKeys));
        characters += key.dims.length() + dimKeys.length();
        return series;
    }

    private void mark(PeriodStarts starts, FactRow fact) {
        long before = starts.size();
        mayRepeat = !starts.add(fact.period().start());
        bits += starts.size() - before;
        if (bits > BITS_MAX) {
            mayRepeat = true;
        }
    }

    /** Whether two facts may have the same key; "no" is certain. */
    boolean mayRepeat() {
        return mayRepeat;
    }

    /** Whether they are as many as may be held in memory. */
    boolean isFull() {
        return held.size() >= HELD_MAX || characters >= CHARACTERS_MAX;
    }

    /** Those that were numbered since they were last taken. */
    List<Named> take() {
        List<Named> taken = List.copyOf(untold);
        untold.clear();
        if (isFull()) {
            held.clear();
            characters = 0;
            mayRepeat = true;
        }
        return taken;
    }
}
