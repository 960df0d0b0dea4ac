package org.kpisuite.ejb.actual;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * How a JSON file itself asks to be imported: its profile, policy, mode and whether it is a dry run, before its rows or
 * after them. Nothing of any other file.
 */
final class JsonOrder {
    static final List<String> KEYS = List.of("profile", "policy", "mode", "dryRun");

    /** A file that asks for nothing. */
    static final JsonOrder NONE = new JsonOrder(Map.of());

    private final Map<String, String> asked;

    private JsonOrder(Map<String, String> asked) {
        this.asked = asked;
    }

    /** What a file asks for. One that is no readable JSON asks for nothing here: its reading says why it is refused. */
    static JsonOrder of(Path file) throws IOException {
        Map<String, String> asked = new HashMap<>();
        try {
            if (FileFormat.of(file) == FileFormat.JSON) {
                JsonText.read(file, parser -> {
                    read(parser, asked);
                    return asked;
                });
            }
        } catch (JsonProcessingException | KpiException e) {
            return NONE;
        }
        return new JsonOrder(asked);
    }

    private static void read(JsonParser parser, Map<String, String> asked) throws IOException {
        parser.nextToken();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (KEYS.contains(key) && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                asked.put(key, parser.getText());
            }
            parser.skipChildren();
        }
    }

    /**
     * What holds for one of the keys: what the file says or what the request says.
     *
     * @throws KpiException E-FIELD-VALUE where the two say different things
     */
    Optional<String> settled(String key, Optional<String> requested) {
        String own = asked.get(key);
        if (own == null) {
            return requested;
        }
        if (requested.isPresent() && !requested.get().equalsIgnoreCase(own)) {
            throw new KpiException(List.of(Refusal.ofField(Code.E_FIELD_VALUE, key, own, key, own, requested.get())));
        }
        return Optional.of(own);
    }

    /** What holds for one of the keys that have a choice; of the file, of the request, or the usual. */
    <E extends Enum<E>> E choice(String key, Class<E> type, @Nullable E requested, E usual) {
        Optional<String> name = settled(key, Optional.ofNullable(requested).map(Enum::name));
        if (name.isEmpty()) {
            return usual;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equalsIgnoreCase(name.get()))
                .findFirst()
                .orElseThrow(() -> new KpiException(List.of(Refusal.ofField(
                        Code.E_FIELD_VALUE,
                        key,
                        name.get(),
                        key,
                        name.get(),
                        Arrays.toString(type.getEnumConstants())))));
    }
}
