package org.kpisuite.ejb.actual;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/** How JSON is read here: streamed, shallow, and with an end to every name, text and number. */
final class JsonText {
    private static final int DEPTH_MAX = 20;
    private static final int NAME_LENGTH_MAX = 1_000;
    private static final int NUMBER_LENGTH_MAX = 1_000;
    private static final int DIGITS_MAX = 60;
    private static final int EXPONENT_MAX = 400;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNameLength(NAME_LENGTH_MAX)
                    .maxNumberLength(NUMBER_LENGTH_MAX)
                    .maxStringLength(RecordHandler.RECORD_LENGTH_MAX)
                    .build())
            .build();

    private JsonText() {}

    /** What reads a file of JSON. */
    @FunctionalInterface
    interface Reading<T> {
        T read(JsonParser parser) throws IOException;
    }

    /** Reads a file; what is no JSON is refused, at a row where one is known by then. */
    static <T> T read(Path file, Reading<T> reading) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (in.read() != 0xef) {
                return parsed(file, reading, 0);
            }
        }
        return parsed(file, reading, 3);
    }

    private static <T> T parsed(Path file, Reading<T> reading, int skipped) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(skipped);
            try (JsonParser parser = FACTORY.createParser(in)) {
                return reading.read(parser);
            }
        }
    }

    /** What an error of the parser is called here. */
    static Refusal refusal(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        if (e instanceof StreamConstraintsException) {
            return Refusal.of(Code.E_LIMIT, "JSON", "1 MiB, " + DEPTH_MAX + " levels");
        }
        return message != null && message.contains("Invalid UTF-8")
                ? Refusal.of(Code.E_ENCODING, "UTF-8")
                : Refusal.of(Code.E_FILE_FORMAT, "FILE-JSON");
    }

    /** A text as it is; refuses one with NUL characters, which no storage holds. */
    static String checked(String text) {
        if (text.indexOf('\0') >= 0) {
            throw FileFormat.refused("FILE-NUL");
        }
        return text;
    }

    static KpiException notOurs() {
        return FileFormat.refused("FILE-JSON");
    }

    /** The exact number of a text that is one in JSON, also with an exponent; null where it is none or out of bounds. */
    static @Nullable BigDecimal exact(String text) {
        if (text.length() > DIGITS_MAX || !NUMBER.matcher(text).matches()) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > EXPONENT_MAX ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
