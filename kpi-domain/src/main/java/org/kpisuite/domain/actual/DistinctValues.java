package org.kpisuite.domain.actual;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which values were seen, by 128 bits of the SHA-256 of each: as many bytes for a long value as for a short one. That two
 * of a billion values have the same bits is less likely than one in 10^20.
 */
final class DistinctValues {
    /** What a value takes up: two numbers in a table that is at least a quarter full. */
    static final int BYTES_MAX = 64;

    private static final int INITIAL = 1 << 10;

    private final MessageDigest digest = sha256();
    /** Pairs of numbers; two zeros are a free place. */
    private long[] table = new long[2 * INITIAL];

    private int size;

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** False where that value of that group was seen before. */
    boolean add(int group, String value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, group));
        ByteBuffer bits = ByteBuffer.wrap(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
        if (4 * size >= table.length) {
            grow();
        }
        boolean added = insert(table, bits.getLong(), bits.getLong());
        size += added ? 1 : 0;
        return added;
    }

    /** Gives back what the values took up. */
    void clear() {
        table = new long[2 * INITIAL];
        size = 0;
    }

    private void grow() {
        long[] larger = new long[2 * table.length];
        for (int at = 0; at < table.length; at += 2) {
            if (table[at] != 0 || table[at + 1] != 0) {
                insert(larger, table[at], table[at + 1]);
            }
        }
        table = larger;
    }

    private static boolean insert(long[] table, long high, long low) {
        int mask = table.length / 2 - 1;
        int place = (int) high & mask;
        while (table[2 * place] != 0 || table[2 * place + 1] != 0) {
            if (table[2 * place] == high && table[2 * place + 1] == low) {
                return false;
            }
            place = (place + 1) & mask;
        }
        table[2 * place] = high;
        table[2 * place + 1] = low;
        return true;
    }
}
