package org.kpisuite.web.page;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What differs between two documents of the audit, field by field. */
public final class AuditChanges {
    private static final String NONE = "—";

    private AuditChanges() {}

    /** A field as it was and as it is; a dash where it was not there. */
    public record Change(String field, String before, String after) {}

    static List<Change> between(Optional<String> before, Optional<String> after) {
        JsonObject old = read(before);
        JsonObject now = read(after);
        Set<String> fields = new TreeSet<>(old.keySet());
        fields.addAll(now.keySet());
        return fields.stream()
                .map(f -> new Change(f, text(old.get(f)), text(now.get(f))))
                .filter(c -> !c.before.equals(c.after))
                .toList();
    }

    private static JsonObject read(Optional<String> document) {
        if (document.isEmpty()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(document.get()))) {
            return reader.readObject();
        }
    }

    private static String text(JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return NONE;
        }
        return value instanceof JsonString text ? text.getString() : value.toString();
    }
}
