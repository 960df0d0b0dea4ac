package org.kpisuite.web.api;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * A form with one file: the part that has a file name. Its other parts are words about it; none is passed over without a
 * word, for a file must not be loaded by rules that nobody asked for.
 */
final class FormParts {
    private static final int TEXT_BYTES_MAX = 200_000;

    private final EntityPart file;
    private final Map<String, String> texts;

    private FormParts(EntityPart file, Map<String, String> texts) {
        this.file = file;
        this.texts = texts;
    }

    /**
     * Refuses, all at once, E-FIELD-UNKNOWN for parts of other names, for a name given twice and for a second file, E-LIMIT
     * for a text that is too long, and E-FIELD-MISSING without a file.
     */
    static FormParts of(List<EntityPart> parts, Set<String> known) {
        List<EntityPart> files = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        List<Refusal> wrong = new ArrayList<>();
        for (EntityPart part : parts) {
            if (part.getFileName().isPresent()) {
                files.add(part);
            } else if (!known.contains(part.getName()) || texts.putIfAbsent(part.getName(), text(part)) != null) {
                wrong.add(unknown(part));
            }
        }
        files.stream().skip(1).map(FormParts::unknown).forEach(wrong::add);
        if (files.isEmpty()) {
            wrong.add(Refusal.ofField(Code.E_FIELD_MISSING, "file", null, "file"));
        }
        if (!wrong.isEmpty()) {
            throw new KpiException(wrong);
        }
        return new FormParts(files.get(0), texts);
    }

    private static Refusal unknown(EntityPart part) {
        return Refusal.ofField(
                Code.E_FIELD_UNKNOWN, part.getName(), part.getFileName().orElse(null), part.getName());
    }

    private static String text(EntityPart part) {
        try (InputStream content = part.getContent()) {
            byte[] bytes = content.readNBytes(TEXT_BYTES_MAX + 1);
            if (bytes.length > TEXT_BYTES_MAX) {
                throw new KpiException(Code.E_LIMIT, "> " + TEXT_BYTES_MAX + " B", TEXT_BYTES_MAX + " B");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EntityPart file() {
        return file;
    }

    /** The text of a part; empty where it is blank or not there. */
    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name)).map(String::strip).filter(t -> !t.isEmpty());
    }

    /**
     * A text that the address may give as well.
     *
     * @throws KpiException E-FIELD-VALUE where part and address say different things
     */
    @Nullable
    String text(String name, @Nullable String inAddress) {
        String inForm = texts.containsKey(name) ? texts.get(name).strip() : null;
        if (inForm != null && inAddress != null && !inForm.equals(inAddress)) {
            throw new KpiException(List.of(Refusal.ofField(Code.E_FIELD_VALUE, name, inForm, name, inForm, inAddress)));
        }
        return inForm == null ? inAddress : inForm;
    }
}
