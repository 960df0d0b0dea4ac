package org.kpisuite.ejb.actual;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * The parts of a zipped document, guarded: a directory of bounded length, no name twice, and no part that grows beyond
 * measure when it is inflated.
 */
final class ZipParts implements AutoCloseable {
    private static final int PARTS_MAX = 10_000;
    private static final int DIRECTORY_BYTES_MAX = 4 << 20;
    private static final int END_LENGTH = 22;
    private static final int TAIL = (1 << 16) + END_LENGTH;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final long INFLATED_BYTES_MAX = ImportLimits.OF_PROCESS.unpackedBytes();
    /** Below it the ratio says nothing: a sheet of zeros is no attack. */
    private static final long INFLATED_BYTES_FREE = 16L << 20;

    private static final long RATIO_MAX = ImportLimits.OF_PROCESS.unpackedTimes();

    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();
    private long inflated;

    private ZipParts(ZipFile zip) {
        this.zip = zip;
    }

    static ZipParts open(Path file) throws IOException {
        checkDirectory(file);
        ZipParts parts;
        try {
            parts = new ZipParts(new ZipFile(file.toFile()));
        } catch (ZipException e) {
            throw FileFormat.refused("FILE-DAMAGED");
        }
        try {
            parts.list();
            return parts;
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /**
     * The directory is read whole when a zip is opened, so its length is looked at before.
     *
     * <p>The last end record counts, and its comment must be the end of the file: where that is not so, a reader may go on
     * to another record. Numbers of the larger kind (zip64) replace only those that are beyond the limits here.
     */
    private static void checkDirectory(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, in.length())];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = tail.length - END_LENGTH; i >= 0; i--) {
                if (bytes.getInt(i) == END_SIGNATURE) {
                    if (i + END_LENGTH + (bytes.getShort(i + 20) & 0xffff) != tail.length) {
                        break;
                    }
                    limit(bytes.getShort(i + 10) & 0xffff, PARTS_MAX);
                    limit(bytes.getInt(i + 12) & 0xffffffffL, DIRECTORY_BYTES_MAX);
                    return;
                }
            }
        }
        throw FileFormat.refused("FILE-DAMAGED");
    }

    private static void limit(long given, long max) {
        if (given > max) {
            throw new KpiException(Code.E_LIMIT, String.valueOf(given), String.valueOf(max));
        }
    }

    private void list() {
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (parts.putIfAbsent(key(entry.getName()), entry) != null) {
                throw FileFormat.refused("FILE-PARTS");
            }
        }
    }

    private static String key(String name) {
        return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    /** The bytes of a part, inflated as far as the limits allow; empty where there is none of that name. */
    Optional<InputStream> open(String name) throws IOException {
        ZipEntry entry = parts.get(key(name));
        return entry == null
                ? Optional.empty()
                : Optional.of(new Bounded(zip.getInputStream(entry), Math.max(1, entry.getCompressedSize())));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Ends in a refusal when a part turns out to be a bomb, or damaged. */
    private final class Bounded extends FilterInputStream {
        private final long compressed;
        private long given;

        Bounded(InputStream in, long compressed) {
            super(in);
            this.compressed = compressed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n;
            try {
                n = super.read(target, offset, length);
            } catch (ZipException | java.io.EOFException e) {
                throw FileFormat.refused("FILE-DAMAGED");
            }
            if (n > 0) {
                given += n;
                inflated += n;
                check();
            }
            return n;
        }

        private void check() {
            limit(inflated, INFLATED_BYTES_MAX);
            if (given > INFLATED_BYTES_FREE && given / compressed > RATIO_MAX) {
                throw new KpiException(Code.E_LIMIT, "zip > " + RATIO_MAX + " : 1", RATIO_MAX + " : 1");
            }
        }
    }
}
