package org.kpisuite.reports.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.kpisuite.domain.failure.Messages;

/**
 * Which look files have: a fingerprint of all classes, templates and texts that make them. Where it is the same, equal
 * scorecards give equal bytes; after a release that changed it the figures are the same and the bytes need not be.
 */
public final class LookVersion {
    /** 12 hex digits. */
    public static final String CURRENT = of(LookVersion.class, Messages.class);

    private static final int LENGTH = 12;

    private LookVersion() {}

    /** Of all that lies beside these classes. */
    private static String of(Class<?>... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Class<?> part : parts) {
                CodeSource source = part.getProtectionDomain().getCodeSource();
                Path place = Path.of(source.getLocation().toURI());
                for (String line : Files.isDirectory(place) ? files(place) : entries(place)) {
                    digest.update(line.getBytes(StandardCharsets.UTF_8));
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> entries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(e -> !e.isDirectory() && !e.getName().startsWith("META-INF/"))
                    .sorted(Comparator.comparing(JarEntry::getName))
                    .map(e -> e.getName() + " " + e.getCrc() + "\n")
                    .toList();
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(f -> folder.relativize(f) + " " + checksum(f) + "\n")
                    .toList();
        }
    }

    private static long checksum(Path file) {
        try {
            CRC32 crc = new CRC32();
            crc.update(Files.readAllBytes(file));
            return crc.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
