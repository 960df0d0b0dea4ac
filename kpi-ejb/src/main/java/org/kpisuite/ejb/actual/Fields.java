package org.kpisuite.ejb.actual;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * An object of a document, read strictly: what is unknown, missing or of another kind is refused by its path.
 *
 * <p>Nothing is thrown while a document is read: a refused field reads as something harmless, so that all that is wrong is
 * found at once. Whoever reads must end with {@link #check}.
 */
final class Fields {
    private static final String HARMLESS = "?";

    private final String path;
    private final JsonObject object;
    private final List<Refusal> refusals;

    /** A whole document. */
    Fields(JsonObject object) {
        this("", object, new ArrayList<>());
    }

    private Fields(String path, JsonObject object, List<Refusal> refusals) {
        this.path = path;
        this.object = object;
        this.refusals = refusals;
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** An object in the place of one that could not be read; what is missing in it is not told again. */
    private Fields nothing(String name) {
        return new Fields(path(name), JsonValue.EMPTY_JSON_OBJECT, new ArrayList<>());
    }

    /**
     * Ends the reading of a document.
     *
     * @throws KpiException all that was refused, if anything was
     */
    void check() {
        if (!refusals.isEmpty()) {
            throw new KpiException(refusals);
        }
    }

    /** Refuses every field that is none of these. */
    Fields only(String... known) {
        object.keySet().stream()
                .filter(name -> !Arrays.asList(known).contains(name))
                .map(name -> Refusal.ofField(Code.E_FIELD_UNKNOWN, path(name), null, path(name)))
                .forEach(refusals::add);
        return this;
    }

    Set<String> names() {
        return object.keySet();
    }

    boolean has(String name) {
        return object.containsKey(name) && object.get(name).getValueType() != JsonValue.ValueType.NULL;
    }

    boolean isText(String name) {
        return has(name) && object.get(name) instanceof JsonString;
    }

    boolean isArray(String name) {
        return has(name) && object.get(name) instanceof JsonArray;
    }

    void refuse(String name, String possible) {
        String given = object.containsKey(name) ? object.get(name).toString() : "null";
        refusals.add(Refusal.ofField(Code.E_FIELD_VALUE, path(name), given, path(name), given, possible));
    }

    /** A field that is there; empty and a refusal where it is missing. */
    private Optional<JsonValue> value(String name) {
        if (!has(name)) {
            refusals.add(Refusal.ofField(Code.E_FIELD_MISSING, path(name), null, path(name)));
            return Optional.empty();
        }
        return Optional.of(object.get(name));
    }

    /** A text; a number counts as its text. */
    String text(String name) {
        Optional<JsonValue> value = value(name);
        if (value.isEmpty()) {
            return HARMLESS;
        }
        if (value.get() instanceof JsonString string) {
            return string.getString();
        }
        if (value.get().getValueType() == JsonValue.ValueType.NUMBER) {
            return value.get().toString();
        }
        refuse(name, "\"…\"");
        return HARMLESS;
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    @Nullable
    String textOrNull(String name) {
        return has(name) ? text(name) : null;
    }

    /** A number, exact; null and a refusal where it is none. */
    @Nullable
    BigDecimal number(String name) {
        String text = text(name);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            if (!text.equals(HARMLESS)) {
                refuse(name, "123.45");
            }
            return null;
        }
    }

    boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        JsonValue.ValueType type = object.get(name).getValueType();
        if (type != JsonValue.ValueType.TRUE && type != JsonValue.ValueType.FALSE) {
            refuse(name, "true, false");
        }
        return type == JsonValue.ValueType.TRUE;
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, @Nullable E otherwise) {
        E[] possible = type.getEnumConstants();
        if (!has(name) && otherwise != null) {
            return otherwise;
        }
        String text = text(name);
        Optional<E> found =
                Arrays.stream(possible).filter(e -> e.name().equals(text)).findFirst();
        if (found.isEmpty() && has(name)) {
            refuse(name, Arrays.toString(possible));
        }
        return found.orElse(possible[0]);
    }

    <E extends Enum<E>> @Nullable E choiceOrNull(String name, Class<E> type) {
        return has(name) ? choice(name, type, null) : null;
    }

    Fields object(String name) {
        Optional<JsonValue> value = value(name);
        if (value.isPresent() && value.get() instanceof JsonObject inner) {
            return new Fields(path(name), inner, refusals);
        }
        if (value.isPresent()) {
            refuse(name, "{…}");
        }
        return nothing(name);
    }

    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        int index = 0;
        for (JsonValue value : array(name)) {
            if (value instanceof JsonObject inner) {
                objects.add(new Fields(path(name) + "[" + index + "]", inner, refusals));
            } else {
                refuse(name, "[{…}]");
            }
            index++;
        }
        return objects;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonValue value : array(name)) {
            if (value instanceof JsonString string) {
                texts.add(string.getString());
            } else {
                refuse(name, "[\"…\"]");
            }
        }
        return texts;
    }

    private List<JsonValue> array(String name) {
        Optional<JsonValue> value = value(name);
        if (value.isPresent() && value.get() instanceof JsonArray array) {
            return array;
        }
        if (value.isPresent()) {
            refuse(name, "[…]");
        }
        return List.of();
    }
}
