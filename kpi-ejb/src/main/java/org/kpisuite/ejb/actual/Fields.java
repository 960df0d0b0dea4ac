package org.kpisuite.ejb.actual;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/** An object of a document, read strictly: what is unknown, missing or of another kind is refused by its path. */
final class Fields {
    private final String path;
    private final JsonObject object;

    Fields(String path, JsonObject object) {
        this.path = path;
        this.object = object;
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Refuses every field that is none of these. */
    void only(String... known) {
        List<Refusal> unknown = object.keySet().stream()
                .filter(name -> !Arrays.asList(known).contains(name))
                .map(name -> Refusal.ofField(Code.E_FIELD_UNKNOWN, path(name), null, path(name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new KpiException(unknown);
        }
    }

    Set<String> names() {
        return object.keySet();
    }

    boolean has(String name) {
        return object.containsKey(name) && object.get(name).getValueType() != JsonValue.ValueType.NULL;
    }

    KpiException refused(String name, String possible) {
        String given = object.containsKey(name) ? object.get(name).toString() : "null";
        return new KpiException(
                List.of(Refusal.ofField(Code.E_FIELD_VALUE, path(name), given, path(name), given, possible)));
    }

    private JsonValue value(String name) {
        if (!has(name)) {
            throw new KpiException(List.of(Refusal.ofField(Code.E_FIELD_MISSING, path(name), null, path(name))));
        }
        return object.get(name);
    }

    /** A text; a number counts as its text. */
    String text(String name) {
        JsonValue value = value(name);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value.getValueType() == JsonValue.ValueType.NUMBER) {
            return value.toString();
        }
        throw refused(name, "\"…\"");
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    boolean flag(String name) {
        return switch (value(name).getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw refused(name, "true, false");
        };
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, @Nullable E otherwise) {
        if (!has(name) && otherwise != null) {
            return otherwise;
        }
        String text = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(text))
                .findFirst()
                .orElseThrow(() -> refused(name, Arrays.toString(type.getEnumConstants())));
    }

    Fields object(String name) {
        if (value(name) instanceof JsonObject inner) {
            return new Fields(path(name), inner);
        }
        throw refused(name, "{…}");
    }

    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (JsonValue value : array(name)) {
            if (!(value instanceof JsonObject inner)) {
                throw refused(name, "[{…}]");
            }
            objects.add(new Fields(path(name) + "[" + objects.size() + "]", inner));
        }
        return objects;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonValue value : array(name)) {
            if (!(value instanceof JsonString string)) {
                throw refused(name, "[\"…\"]");
            }
            texts.add(string.getString());
        }
        return texts;
    }

    private JsonArray array(String name) {
        if (value(name) instanceof JsonArray array) {
            return array;
        }
        throw refused(name, "[…]");
    }
}
