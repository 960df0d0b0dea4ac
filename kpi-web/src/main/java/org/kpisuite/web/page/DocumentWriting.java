package org.kpisuite.web.page;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes the document of a profile from the fields of a draft; what has no field is taken over from the document before. */
final class DocumentWriting {
    /** Stands for a unit that whoever sends the file says. */
    static final String ASK = "?";

    /** Parts of the document that are written of fields, beside the settings. */
    private static final List<String> OWN =
            List.of("code", "name", "about", "long", "wide", "events", "fullSnapshot", "scope");

    private static final List<String> DIMENSIONS = List.of("channel", "campaign", "product");

    private final ProfileDraft draft;

    DocumentWriting(ProfileDraft draft) {
        this.draft = draft;
    }

    /** A document that nobody has begun yet says nothing. */
    static JsonObject parse(String document) {
        if (document.isBlank()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            return reader.readObject();
        }
    }

    static String pretty(JsonObject document) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(document);
        }
        return text.toString().strip();
    }

    JsonObject after(JsonObject before) {
        JsonObjectBuilder root = Json.createObjectBuilder();
        root.add("name", localized("name"));
        if (!draft.typed("aboutEn").isEmpty() || !draft.typed("aboutRu").isEmpty()) {
            root.add("about", localized("about"));
        }
        for (String setting : ProfileDraft.SETTINGS) {
            String value = draft.typed(setting);
            if (setting.endsWith("Rows") && value.matches("\\d{1,4}")) {
                root.add(setting, Integer.parseInt(value));
            } else if (!value.isEmpty()) {
                root.add(setting, value);
            }
        }
        before.forEach((name, value) -> {
            if (!ProfileDraft.SETTINGS.contains(name) && !OWN.contains(name)) {
                root.add(name, value);
            }
        });
        if (draft.typed("fullSnapshot").equals("true")) {
            root.add("fullSnapshot", true).add("scope", scope());
        }
        switch (draft.kind()) {
            case LONG -> root.add("long", facts());
            case MEASURES -> root.add("wide", byMeasure());
            case PERIODS -> root.add("wide", byPeriod());
            case EVENTS -> root.add("events", events());
        }
        return root.build();
    }

    private JsonObjectBuilder scope() {
        JsonObjectBuilder scope = Json.createObjectBuilder();
        ProfileDraft.SCOPE.forEach((name, field) -> {
            String typed = draft.typed(field);
            if (typed.isEmpty()) {
                return;
            }
            if (name.equals("from") || name.equals("to")) {
                scope.add(name, typed);
            } else {
                JsonArrayBuilder codes = Json.createArrayBuilder();
                Arrays.stream(typed.split("[,;\\s]+")).filter(c -> !c.isEmpty()).forEach(codes::add);
                scope.add(name, codes);
            }
        });
        return scope;
    }

    private JsonObjectBuilder localized(String part) {
        return Json.createObjectBuilder().add("en", draft.typed(part + "En")).add("ru", draft.typed(part + "Ru"));
    }

    private JsonObjectBuilder facts() {
        JsonObjectBuilder columns = Json.createObjectBuilder();
        unit(columns);
        put(columns, "measure");
        period(columns, "period");
        put(columns, "value");
        put(columns, "currency");
        put(columns, "scenario");
        JsonObjectBuilder form = Json.createObjectBuilder().add("columns", columns);
        dims(form);
        return form;
    }

    private JsonObjectBuilder byMeasure() {
        JsonObjectBuilder form = table();
        JsonArrayBuilder columns = Json.createArrayBuilder();
        draft.roles().forEach((header, role) -> {
            if (role != null && role.startsWith("is:")) {
                columns.add(Json.createObjectBuilder().add("column", header).add("measure", role.substring(3)));
            }
        });
        JsonObjectBuilder lines = Json.createObjectBuilder();
        period(lines, "period");
        return form.add("byMeasure", lines.add("columns", columns));
    }

    private JsonObjectBuilder byPeriod() {
        JsonObjectBuilder lines = Json.createObjectBuilder();
        put(lines, "measure");
        if (!draft.typed("pattern").isEmpty()) {
            lines.add("pattern", draft.typed("pattern"));
        }
        return table().add("byPeriod", lines);
    }

    private JsonObjectBuilder table() {
        JsonObjectBuilder form = Json.createObjectBuilder();
        unit(form);
        if (draft.column("currency").isPresent()) {
            put(form, "currency");
        }
        put(form, "scenario");
        dims(form);
        return form;
    }

    private JsonObjectBuilder events() {
        JsonObjectBuilder form = Json.createObjectBuilder();
        unit(form);
        period(form, "date");
        if (draft.column("currency").isPresent()) {
            put(form, "currency");
        }
        dims(form);
        JsonArrayBuilder measures = Json.createArrayBuilder();
        draft.counted().stream()
                .filter(line -> !text(line, "measure").isEmpty())
                .forEach(line -> measures.add(counted(line)));
        return form.add("measures", measures);
    }

    private static String text(Map<String, String> line, String name) {
        String text = line.get(name);
        return text == null ? "" : text.strip();
    }

    private static JsonObjectBuilder counted(Map<String, String> line) {
        String aggregate = text(line, "aggregate").isEmpty() ? "COUNT" : text(line, "aggregate");
        JsonObjectBuilder measure =
                Json.createObjectBuilder().add("measure", text(line, "measure")).add("aggregate", aggregate);
        if (!aggregate.equals("COUNT") && !text(line, "column").isEmpty()) {
            measure.add("column", text(line, "column"));
        }
        String granularity = text(line, "granularity").isEmpty() ? "DAY" : text(line, "granularity");
        measure.add("granularities", Json.createArrayBuilder().add(granularity));
        if (!text(line, "where").isEmpty()) {
            JsonArrayBuilder texts = Json.createArrayBuilder();
            Arrays.stream(text(line, "texts").split(";"))
                    .map(String::strip)
                    .filter(t -> !t.isEmpty())
                    .forEach(texts::add);
            String test = text(line, "test").isEmpty() ? "values" : text(line, "test");
            measure.add(
                    "filters",
                    Json.createArrayBuilder()
                            .add(Json.createObjectBuilder()
                                    .add("column", text(line, "where"))
                                    .add(test, texts)));
        }
        return measure;
    }

    private void unit(JsonObjectBuilder form) {
        if (draft.column("unit").isPresent()) {
            put(form, "unit");
        } else if (draft.typed("unit").isEmpty() || draft.typed("unit").equals(ASK)) {
            form.add("unit", Json.createObjectBuilder().add("ask", true));
        } else {
            form.add("unit", Json.createObjectBuilder().add("code", draft.typed("unit")));
        }
    }

    private void period(JsonObjectBuilder form, String name) {
        draft.column("period").ifPresent(column -> {
            JsonObjectBuilder given = Json.createObjectBuilder().add("column", column);
            if (!draft.typed("pattern").isEmpty()) {
                given.add("pattern", draft.typed("pattern"));
            }
            form.add(name, given);
        });
    }

    private void dims(JsonObjectBuilder form) {
        JsonObjectBuilder dims = Json.createObjectBuilder();
        DIMENSIONS.forEach(d -> draft.column("dim." + d).ifPresent(c -> dims.add(d, column(c))));
        JsonObject built = dims.build();
        if (!built.isEmpty()) {
            form.add("dims", built);
        }
    }

    private void put(JsonObjectBuilder form, String role) {
        draft.column(role).ifPresentOrElse(column -> form.add(role, column(column)), () -> {
            if (role.equals("measure") && !draft.typed(role).isEmpty()) {
                form.add(role, Json.createObjectBuilder().add("code", draft.typed(role)));
            }
        });
    }

    private JsonValue column(String header) {
        JsonObjectBuilder given = Json.createObjectBuilder().add("column", header);
        String translated = draft.translated().get(header);
        return (translated == null ? given : given.add("values", parse(translated))).build();
    }
}
