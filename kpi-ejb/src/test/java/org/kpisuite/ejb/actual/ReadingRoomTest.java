package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many files are sent at once, what those that are read may hold fits into the heap. */
class ReadingRoomTest {
    private static final byte[] TEN_MEBIBYTES = new byte[10 << 20];

    @TempDir
    Path folder;

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    @Test
    void eightLargeFiles_areReadTwoAtATime_andASmallOneBesides() throws Exception {
        ReadingRoom room = new ReadingRoom(2 * ReadingRoom.FILE_MEBIBYTES_MAX + 1);
        Path large = file("large", TEN_MEBIBYTES);
        AtomicInteger readers = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch small = new CountDownLatch(1);
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> reads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                reads.add(clients.submit(() -> {
                    try (ReadingRoom.Seat seat = room.seat(large)) {
                        seat.take(() -> {});
                        most.accumulateAndGet(readers.incrementAndGet(), Math::max);
                        assertThat(small.await(10, TimeUnit.SECONDS)).isTrue();
                        readers.decrementAndGet();
                    }
                    return null;
                }));
                if (i == 1) {
                    try (ReadingRoom.Seat seat = room.seat(file("small", new byte[10]))) {
                        seat.take(() -> {});
                    }
                }
            }
            small.countDown();
            for (Future<?> read : reads) {
                read.get();
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void seat_isTakenOnceAndLeftOnce_andAgainForAnotherAttempt() throws IOException {
        ReadingRoom room = new ReadingRoom(1);
        Path file = file("a", TEN_MEBIBYTES);
        try (ReadingRoom.Seat seat = room.seat(file)) {
            seat.take(() -> {});
            seat.take(() -> {});
            assertThatThrownBy(() -> room.seat(file).take(() -> {
                        throw new ImportCancelled(1);
                    }))
                    .isInstanceOf(ImportCancelled.class);
            seat.leave();
            seat.leave();
            seat.take(() -> {});
        }
        try (ReadingRoom.Seat seat = room.seat(file)) {
            seat.take(() -> assertThat(false).as("waits").isTrue());
        }
    }
}
