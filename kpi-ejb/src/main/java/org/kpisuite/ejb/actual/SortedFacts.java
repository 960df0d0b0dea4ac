package org.kpisuite.ejb.actual;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a file in the order of their keys, whatever their number: portions are sorted in memory and written to one
 * temporary file, and merged when they are read. A small file is never written.
 *
 * <p>The temporary file has no name from its beginning on, where the system can do that, so that nothing is left of it
 * wherever a process stops.
 */
final class SortedFacts implements AutoCloseable {
    private static final int PORTION = 40_000;
    /** Of long texts in one portion. */
    private static final int CHARACTERS_MAX = 8_000_000;

    private static final int BUFFER = 1 << 15;

    private final List<Long> starts = new ArrayList<>();
    private List<StagedFact> portion = new ArrayList<>();
    private int characters;
    private @Nullable FileChannel file;

    /** What is done with each fact. */
    @FunctionalInterface
    interface Taker {
        void take(StagedFact fact) throws SQLException;
    }

    void add(StagedFact fact) throws IOException {
        portion.add(fact);
        characters += fact.length();
        if (portion.size() == PORTION || characters >= CHARACTERS_MAX) {
            write();
        }
    }

    private void write() throws IOException {
        FileChannel out = file();
        starts.add(out.position());
        Collections.sort(portion);
        DataOutputStream buffer = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(out), BUFFER));
        for (StagedFact fact : portion) {
            fact.write(buffer);
        }
        buffer.flush();
        portion = new ArrayList<>();
        characters = 0;
    }

    private FileChannel file() throws IOException {
        FileChannel open = file;
        if (open == null) {
            open = FileChannel.open(
                    Files.createTempFile("kpi-import", ".sorted"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            file = open;
        }
        return open;
    }

    /** Hands out all facts in order; can be asked again. */
    void each(Taker taker) throws SQLException, IOException {
        Collections.sort(portion);
        PriorityQueue<Portion> portions = new PriorityQueue<>();
        add(portions, new Held(portion.iterator()));
        for (int i = 0; i < starts.size(); i++) {
            add(portions, new Written(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : file().position()));
        }
        while (!portions.isEmpty()) {
            Portion least = portions.remove();
            taker.take(least.head());
            add(portions, least);
        }
    }

    private static void add(PriorityQueue<Portion> portions, Portion portion) throws IOException {
        if (portion.next()) {
            portions.add(portion);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    /** Sorted facts, of which the foremost is looked at. */
    private abstract static class Portion implements Comparable<Portion> {
        private @Nullable StagedFact head;

        abstract @Nullable StagedFact following() throws IOException;

        boolean next() throws IOException {
            head = following();
            return head != null;
        }

        StagedFact head() {
            return head;
        }

        @Override
        public int compareTo(Portion other) {
            return head.compareTo(other.head);
        }
    }

    private static final class Held extends Portion {
        private final Iterator<StagedFact> facts;

        Held(Iterator<StagedFact> facts) {
            this.facts = facts;
        }

        @Override
        @Nullable
        StagedFact following() {
            return facts.hasNext() ? facts.next() : null;
        }
    }

    private final class Written extends Portion {
        private final long end;
        private final DataInputStream in = new DataInputStream(new BufferedInputStream(new Bytes(), BUFFER));
        private long at;

        Written(long start, long end) {
            this.at = start;
            this.end = end;
        }

        @Override
        @Nullable
        StagedFact following() throws IOException {
            return in.available() == 0 ? null : StagedFact.read(in);
        }

        /** The bytes of this portion, wherever others are read. */
        private final class Bytes extends InputStream {
            @Override
            public int available() {
                return (int) Math.min(end - at, Integer.MAX_VALUE);
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (at == end) {
                    return -1;
                }
                int wanted = (int) Math.min(length, end - at);
                int read = file().read(ByteBuffer.wrap(bytes, offset, wanted), at);
                at += Math.max(read, 0);
                return read;
            }

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) == 1 ? one[0] & 0xFF : -1;
            }
        }
    }
}
