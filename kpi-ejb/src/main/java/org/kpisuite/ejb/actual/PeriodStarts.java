package org.kpisuite.ejb.actual;

import java.time.LocalDate;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Days on which periods of one series begin: a bit for each day between the first and the last. */
final class PeriodStarts {
    private @Nullable BitSet days;
    private long first;

    /** False where that day was there already. */
    boolean add(LocalDate start) {
        long day = start.toEpochDay();
        if (days == null) {
            days = new BitSet();
            first = day;
        } else if (day < first) {
            days = earlier(days, first - day);
        }
        int place = (int) (day - first);
        boolean known = days.get(place);
        days.set(place);
        return !known;
    }

    /** The same with room for so many days before, and for as many as there are: a file may go back day by day. */
    private BitSet earlier(BitSet from, long days) {
        long[] words = from.toLongArray();
        int more = (int) (days / Long.SIZE) + 1 + words.length;
        long[] moved = new long[more + words.length];
        System.arraycopy(words, 0, moved, more, words.length);
        first -= (long) more * Long.SIZE;
        return BitSet.valueOf(moved);
    }

    /** How many bits it holds in memory. */
    long size() {
        return days == null ? 0 : days.size();
    }
}
