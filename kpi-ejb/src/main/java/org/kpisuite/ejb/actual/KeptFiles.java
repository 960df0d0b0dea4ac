package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The files of imports as they were received, one by its id: what background work reads, what refused rows are given back
 * from, and where the raw text behind a stored value stands.
 *
 * <p>A file is kept by moving it, which takes no time, and packed (gzip) when its import has ended.
 */
public final class KeptFiles {
    private static final int IDS_IN_FOLDER = 1_000;
    private static final String RAW = ".raw";
    private static final String PACKED = ".gz";

    private final Path folder;

    /** Kept under that folder, which is made when needed. */
    public KeptFiles(Path folder) {
        this.folder = folder;
    }

    /** A kept file with its bytes as received; closed, it takes away what was unpacked for it. */
    public record Opened(Path path, boolean isCopy) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (isCopy) {
                Files.deleteIfExists(path);
            }
        }
    }

    private Path path(long id, String ending) {
        return folder.resolve(String.valueOf(id / IDS_IN_FOLDER)).resolve(id + ending);
    }

    /** Keeps what was received as the file of that import; it is no longer where it was. */
    void keep(long id, Upload upload) throws IOException {
        Path target = path(id, RAW);
        Files.createDirectories(target.getParent());
        Files.move(upload.file(), target, StandardCopyOption.ATOMIC_MOVE);
    }

    public boolean has(long id) {
        return Files.exists(path(id, RAW)) || Files.exists(path(id, PACKED));
    }

    /**
     * The file of that import, to be read in any order.
     *
     * @throws java.nio.file.NoSuchFileException if it is not kept, or no longer
     */
    public Opened open(long id) throws IOException {
        Path raw = path(id, RAW);
        if (Files.exists(raw)) {
            return new Opened(raw, false);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path(id, PACKED)))) {
            Path copy = Files.createTempFile(folder, "open", ".tmp");
            try {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                return new Opened(copy, true);
            } catch (IOException | RuntimeException e) {
                Files.delete(copy);
                throw e;
            }
        }
    }

    /** Packs the file of an import that has ended; does nothing where it is packed or gone. */
    void pack(long id) throws IOException {
        Path raw = path(id, RAW);
        if (!Files.exists(raw)) {
            return;
        }
        Path part = path(id, ".part");
        try (OutputStream out = new Fast(Files.newOutputStream(part))) {
            Files.copy(raw, out);
        }
        Files.move(part, path(id, PACKED), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(raw);
    }

    void forget(long id) throws IOException {
        Files.deleteIfExists(path(id, RAW));
        Files.deleteIfExists(path(id, PACKED));
    }

    /** A large file is packed in the time it takes to write it. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
