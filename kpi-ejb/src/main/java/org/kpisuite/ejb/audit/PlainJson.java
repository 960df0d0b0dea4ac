package org.kpisuite.ejb.audit;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON documents as what a {@link org.kpisuite.domain.audit.Deed} is told with: names, texts, decimals, lists. */
public final class PlainJson {
    private PlainJson() {}

    public static Map<String, Object> of(String document) {
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            return of(reader.readObject());
        }
    }

    public static Map<String, Object> of(JsonObject document) {
        Map<String, Object> plain = new LinkedHashMap<>();
        document.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static @Nullable Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> of(value.asJsonObject());
            case ARRAY -> ((JsonArray) value).stream().map(PlainJson::plain).toList();
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue();
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }
}
