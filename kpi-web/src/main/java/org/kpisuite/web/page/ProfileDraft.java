package org.kpisuite.web.page;

import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A profile while it is built: what was chosen for each column of the sample, and how its texts are to be read. The document
 * is what is kept; what the fields cannot say of it is left as it is.
 */
class ProfileDraft implements Serializable {
    static final int COUNTED_MAX = 6;

    /** Settings of the document that have a field of their own, other than names. */
    static final List<String> SETTINGS = List.of(
            "charset",
            "delimiter",
            "preambleRows",
            "headerRows",
            "sheet",
            "numbers",
            "percentAs",
            "multiplier",
            "currency",
            "source",
            "calendar");

    /** Fields of the scope of full snapshots, by their names in the document. */
    static final Map<String, String> SCOPE =
            Map.of("units", "scopeUnits", "measures", "scopeMeasures", "from", "scopeFrom", "to", "scopeTo");

    private static final long serialVersionUID = 1L;

    private final HashMap<String, String> typed = new HashMap<>();
    private final LinkedHashMap<String, String> roles = new LinkedHashMap<>();
    private final ArrayList<HashMap<String, String>> counted = new ArrayList<>();
    private final TreeMap<String, String> translated = new TreeMap<>();

    ProfileDraft() {
        for (int i = 0; i < COUNTED_MAX; i++) {
            counted.add(new HashMap<>());
        }
    }

    /** What a row is. */
    enum Kind {
        LONG,
        MEASURES,
        PERIODS,
        EVENTS
    }

    /** Fields by name. */
    Map<String, String> typed() {
        return typed;
    }

    /** Column of the sample to what it means. */
    Map<String, String> roles() {
        return roles;
    }

    /** What is counted of events: measure, aggregate, column, where, texts. */
    List<? extends Map<String, String>> counted() {
        return counted;
    }

    /** Column to the translations of its texts, as JSON. */
    Map<String, String> translated() {
        return translated;
    }

    String typed(String name) {
        return Optional.ofNullable(typed.get(name)).map(String::strip).orElse("");
    }

    Kind kind() {
        String kind = typed("kind");
        return kind.isEmpty() ? Kind.LONG : Kind.valueOf(kind);
    }

    /** The column with that meaning; empty where there is none. */
    Optional<String> column(String role) {
        return roles.entrySet().stream()
                .filter(e -> role.equals(e.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The fields that a document fills; empty where it says more than the fields can. */
    static Optional<ProfileDraft> of(JsonObject document, List<String> header) {
        return new DocumentReading(document, header).read();
    }
}
