package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** The beginning of a file, kept on disk for as long as somebody looks how it would be read. */
final class SampleFile implements AutoCloseable {
    /** Of a text more is not looked at; it is cut after the last whole line. */
    static final int TEXT_BYTES_MAX = 1 << 20;

    /** A workbook cannot be cut. */
    static final int BYTES_MAX = 16 << 20;

    private static final Charset CP1251 = Charset.forName("windows-1251");

    private final Path file;
    private final byte[] bytes;
    private final boolean whole;

    private SampleFile(Path file, byte[] bytes, boolean whole) {
        this.file = file;
        this.bytes = bytes;
        this.whole = whole;
    }

    /**
     * Receives a sample.
     *
     * @throws KpiException E-FILE-EMPTY, or E-LIMIT for a workbook of more than 16 MiB
     */
    static SampleFile receive(InputStream body, Path folder) throws IOException {
        byte[] given = PackedBody.unpacked(body).readNBytes(BYTES_MAX + 1);
        if (given.length == 0) {
            throw new KpiException(Code.E_FILE_EMPTY);
        }
        boolean workbook = given.length > 1 && given[0] == 'P' && given[1] == 'K';
        if (workbook && given.length > BYTES_MAX) {
            throw new KpiException(Code.E_LIMIT, "> " + BYTES_MAX + " B", BYTES_MAX + " B");
        }
        byte[] kept = workbook || given.length <= TEXT_BYTES_MAX ? given : lines(given);
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "sample", ".part");
        Files.write(file, kept);
        return new SampleFile(file, kept, kept.length == given.length);
    }

    private static byte[] lines(byte[] given) {
        int end = TEXT_BYTES_MAX;
        while (end > 0 && given[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(given, end == 0 ? TEXT_BYTES_MAX : end);
    }

    Path file() {
        return file;
    }

    /** Whether nothing was cut off. */
    boolean isWhole() {
        return whole;
    }

    /** UTF-8 where that reads, else windows-1251. */
    Charset charset() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return CP1251;
        }
    }

    /** The first lines of a text. */
    String text() {
        String text = charset()
                .decode(ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, 1 << 16)))
                .toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
