package org.kpisuite.reports.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs an archive again with one fixed time on every entry, so that equal content is equal bytes. */
public final class StableZip {
    /** The earliest time that the format can tell. */
    private static final LocalDateTime FIXED = LocalDateTime.of(1980, 1, 1, 0, 0);

    private StableZip() {}

    /** Writes all entries of an archive in their order; the stream stays open. */
    public static void copy(byte[] archive, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        copy(archive, Set.of(), Map.of(), zip);
        zip.finish();
    }

    /**
     * Writes all entries of an archive in their order.
     *
     * @param without entries that are left out
     * @param replaced entries with what is written in their place
     */
    public static void copy(byte[] archive, Set<String> without, Map<String, byte[]> replaced, ZipOutputStream zip)
            throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!without.contains(entry.getName())) {
                    zip.putNextEntry(entry(entry.getName()));
                    byte[] other = replaced.get(entry.getName());
                    if (other == null) {
                        in.transferTo(zip);
                    } else {
                        zip.write(other);
                    }
                    zip.closeEntry();
                }
            }
        }
    }

    /** An entry at the fixed time. */
    public static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(FIXED);
        return entry;
    }
}
