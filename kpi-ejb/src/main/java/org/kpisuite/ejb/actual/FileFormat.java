package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** What a file is, by its first bytes; a name may lie. */
enum FileFormat {
    TEXT,
    WORKBOOK,
    JSON;

    private static final int HEAD = 1 << 16;
    /** JSON, but not of our form: a list of rows says neither what they are nor how they are meant. */
    private static final Pattern LIST = Pattern.compile("\\[\\s*[{\\[]");

    private static final String OLE2 = "\u00d0\u00cf\u0011\u00e0";

    /**
     * The format of a file.
     *
     * @throws KpiException E-FILE-FORMAT for one that is known and not read: the reason says what to save it as
     */
    static FileFormat of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        if (bytes.startsWith("PK\u0003\u0004") || bytes.startsWith("PK\u0005\u0006")) {
            return WORKBOOK;
        }
        if (bytes.startsWith(OLE2)) {
            boolean encrypted = bytes.contains("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0");
            throw refused(encrypted ? "FILE-ENCRYPTED" : "FILE-XLS");
        }
        if (bytes.startsWith("\u001f\u008b") || bytes.startsWith("7z\u00bc\u00af") || bytes.startsWith("Rar!")) {
            throw refused("FILE-BINARY");
        }
        if (bytes.startsWith("%PDF")) {
            throw refused("FILE-PDF");
        }
        return ofText(bytes.startsWith("\u00ef\u00bb\u00bf") ? bytes.substring(3) : bytes);
    }

    /** Whether its parts are packed, whatever they are. */
    static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    private static FileFormat ofText(String text) {
        String start = text.substring(0, Math.min(text.length(), 1 << 10)).stripLeading();
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<?xml")
                || lower.startsWith("<!doctype")
                || lower.startsWith("<html")
                || lower.startsWith("<table")) {
            throw refused("FILE-MARKUP");
        }
        if (LIST.matcher(start).lookingAt()) {
            throw refused("FILE-JSON");
        }
        return start.startsWith("{") ? JSON : TEXT;
    }

    /** A refusal of the whole file, with the key of its reason. */
    static KpiException refused(String reason) {
        return new KpiException(Code.E_FILE_FORMAT, reason);
    }
}
