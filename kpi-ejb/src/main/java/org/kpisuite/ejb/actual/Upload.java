package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * A file as it was received, on disk until the import ends: no transaction waits for a slow sender, and a repeated file
 * is known by its hash before any row is read.
 */
public final class Upload implements AutoCloseable {
    public static final long BYTES_MAX = ImportLimits.OF_PROCESS.bytes();
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final String sha256;
    private final long bytes;

    private Upload(Path file, String sha256, long bytes) {
        this.file = file;
        this.sha256 = sha256;
        this.bytes = bytes;
    }

    /**
     * Receives all of a stream into a file of that folder. A stream packed by gzip is unpacked: the same file is the same
     * import, packed or not.
     *
     * @throws KpiException E-LIMIT if it is longer than {@link #BYTES_MAX}, E-FILE-FORMAT if its packing is damaged
     */
    public static Upload receive(InputStream body, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "import", ".part");
        try {
            MessageDigest digest = digest();
            long bytes = copy(PackedBody.unpacked(body), file, digest);
            return new Upload(file, HexFormat.of().formatHex(digest.digest()), bytes);
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
    }

    private static long copy(InputStream body, Path file, MessageDigest digest) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                bytes += n;
                if (bytes > BYTES_MAX) {
                    throw new KpiException(Code.E_LIMIT, "> " + BYTES_MAX + " B", BYTES_MAX + " B");
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        return bytes;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Path file() {
        return file;
    }

    String sha256() {
        return sha256;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
