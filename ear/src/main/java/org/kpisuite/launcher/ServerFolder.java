package org.kpisuite.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/**
 * Where the server unpacks itself: {@code server} in the data folder, new at each start, so that neither a killed
 * process nor an older release leaves anything behind that counts.
 *
 * <p>Held by a lock for as long as the process lives: two servers on one data folder would take each other's files away.
 */
final class ServerFolder {

    private final Path path;

    /** Never closed: the lock ends with the process, however it ends. */
    private final FileLock lock;

    private ServerFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Empties and takes the folder. Refuses a data folder that another process holds. */
    static ServerFolder takeIn(Path dataFolder) throws IOException {
        Files.createDirectories(dataFolder);
        FileLock lock = lock(dataFolder);
        Path path = dataFolder.resolve("server");
        delete(path);
        Files.createDirectories(path);
        return new ServerFolder(path, lock);
    }

    Path path() {
        if (!lock.isValid()) {
            throw new IllegalStateException(path + " is no longer held");
        }
        return path;
    }

    private static FileLock lock(Path dataFolder) throws IOException {
        FileChannel file = FileChannel.open(
                dataFolder.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(file);
        if (lock == null) {
            file.close();
            throw new IOException(
                    "the data folder " + dataFolder + " is in use by another KPI Suite; KPI_DATA names another");
        }
        return lock;
    }

    /** The lock, or null where somebody has it: another process, or this one. */
    private static FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        for (Path file : deepestFirst(folder)) {
            Files.delete(file);
        }
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
