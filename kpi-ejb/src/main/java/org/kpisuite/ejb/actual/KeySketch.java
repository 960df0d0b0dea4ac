package org.kpisuite.ejb.actual;

import java.util.Arrays;
import org.kpisuite.domain.actual.FactRow;

/**
 * Whether two facts of a file may have the same key, by 64 bits of each key in eight bytes a row.
 *
 * <p>"No" is certain and spares the database a sort of all rows; "perhaps" is then settled by SQL.
 */
final class KeySketch {
    private static final int INITIAL = 1 << 12;

    private long[] table = new long[INITIAL];
    private int size;
    private boolean repeated;

    void add(FactRow fact) {
        if (repeated) {
            return;
        }
        if (2 * size >= table.length) {
            grow();
        }
        repeated = !insert(table, hash(fact));
        size++;
    }

    boolean mayRepeat() {
        return repeated;
    }

    private static long hash(FactRow fact) {
        long h = 0x9E3779B97F4A7C15L;
        h = mix(h, text(fact.unit()));
        h = mix(h, text(fact.measure()));
        h = mix(h, text(fact.dims()));
        h = mix(h, text(fact.source()));
        h = mix(h, fact.period().start().toEpochDay());
        h = mix(h, text(fact.period().granularity().name()));
        h = mix(h, text(fact.scenario().name()));
        return h == 0 ? 1 : h;
    }

    private static long text(String text) {
        long h = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            h = 31 * h + text.charAt(i);
        }
        return h;
    }

    private static long mix(long h, long next) {
        long x = (h ^ next) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 32)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 29);
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        Arrays.stream(table).filter(h -> h != 0).forEach(h -> insert(larger, h));
        table = larger;
    }

    /** False if it was there. Zero marks a free place. */
    private static boolean insert(long[] table, long hash) {
        int mask = table.length - 1;
        int at = (int) (hash >>> 20) & mask;
        while (table[at] != 0) {
            if (table[at] == hash) {
                return false;
            }
            at = (at + 1) & mask;
        }
        table[at] = hash;
        return true;
    }
}
