package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The part of the heap that files may hold while they are read: totals of events, shared texts. However many are sent at
 * once, only as many are read as it has room for; the others wait.
 */
final class ReadingRoom {
    /** Half an ordinary heap is left to whatever else the process does. */
    static final ReadingRoom OF_PROCESS =
            new ReadingRoom((int) ((Runtime.getRuntime().maxMemory() * 5 / 8) >> 20));

    /** What one file holds at most: see {@link org.kpisuite.domain.actual.EventIntake} and {@link SharedTexts}. */
    static final int FILE_MEBIBYTES_MAX = 160;

    /** A short line of events makes a total many times its length; a part of a workbook is packed besides. */
    private static final int TIMES = 16;

    private static final int TIMES_PACKED = 256;

    private final int mebibytes;
    private final Semaphore free;

    ReadingRoom(int mebibytes) {
        this.mebibytes = Math.max(1, mebibytes);
        this.free = new Semaphore(this.mebibytes, true);
    }

    /** A seat for the reader of a file, not taken yet. */
    Seat seat(Path file) throws IOException {
        int times = FileFormat.isZip(file) ? TIMES_PACKED : TIMES;
        long held = 1 + ((Files.size(file) * times) >> 20);
        return new Seat((int) Math.min(held, Math.min(FILE_MEBIBYTES_MAX, mebibytes)));
    }

    /** Taken before a file is read, left when all of it was read. */
    final class Seat implements AutoCloseable {
        private static final int LOOK_SECONDS = 1;

        private final int size;
        private boolean taken;

        private Seat(int size) {
            this.size = size;
        }

        /** Waits for it, unless it is taken already. Between looks, which end the waiting by what they throw. */
        void take(Runnable look) {
            boolean interrupted = false;
            try {
                while (!taken) {
                    try {
                        taken = free.tryAcquire(size, LOOK_SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                    if (!taken) {
                        look.run();
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        void leave() {
            if (taken) {
                taken = false;
                free.release(size);
            }
        }

        @Override
        public void close() {
            leave();
        }
    }
}
