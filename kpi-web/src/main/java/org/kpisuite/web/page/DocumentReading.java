package org.kpisuite.web.page;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills the fields of a draft from the document of a profile, if they can say all of it. */
final class DocumentReading {
    private static final List<String> TEXTS = List.of("measure", "value", "currency", "scenario");

    private final JsonObject document;
    private final List<String> header;
    private final ProfileDraft draft = new ProfileDraft();
    private boolean isSaid = true;

    DocumentReading(JsonObject document, List<String> header) {
        this.document = document;
        this.header = header;
    }

    Optional<ProfileDraft> read() {
        header.forEach(h -> draft.roles().put(h, ""));
        names();
        ProfileDraft.SETTINGS.forEach(s -> set(s, document.get(s)));
        scope();
        if (document.containsKey("long")) {
            facts(document.getJsonObject("long"));
        } else if (document.containsKey("wide")) {
            wide(document.getJsonObject("wide"));
        } else if (document.containsKey("events")) {
            events(document.getJsonObject("events"));
        } else {
            isSaid = false;
        }
        return isSaid ? Optional.of(draft) : Optional.empty();
    }

    private void names() {
        for (String part : List.of("name", "about")) {
            JsonObject texts = document.getJsonObject(part);
            if (texts != null) {
                draft.typed().put(part + "En", texts.getString("en", ""));
                draft.typed().put(part + "Ru", texts.getString("ru", ""));
            }
        }
    }

    private void scope() {
        JsonObject scope = document.getJsonObject("scope");
        if (scope == null) {
            return;
        }
        isSaid &= document.getBoolean("fullSnapshot", false)
                && ProfileDraft.SCOPE.keySet().containsAll(scope.keySet());
        scope.forEach((name, value) -> {
            String field = ProfileDraft.SCOPE.getOrDefault(name, name);
            if (value instanceof JsonArray codes) {
                draft.typed()
                        .put(
                                field,
                                codes.getValuesAs(JsonString::getString).stream()
                                        .collect(Collectors.joining(", ")));
            } else {
                set(field, value);
            }
        });
        draft.typed().put("fullSnapshot", "true");
    }

    private void set(String name, @Nullable JsonValue value) {
        if (value instanceof JsonString text) {
            draft.typed().put(name, text.getString());
        } else if (value != null && value.getValueType() == JsonValue.ValueType.NUMBER) {
            draft.typed().put(name, value.toString());
        } else {
            isSaid &= value == null;
        }
    }

    private void only(JsonObject object, String... names) {
        isSaid &= Set.of(names).containsAll(object.keySet());
    }

    private void facts(JsonObject form) {
        draft.typed().put("kind", ProfileDraft.Kind.LONG.name());
        only(form, "columns", "dims");
        JsonObject columns = form.getJsonObject("columns");
        if (columns == null) {
            isSaid = false;
            return;
        }
        only(columns, "unit", "measure", "period", "value", "currency", "scenario");
        unit(columns.get("unit"));
        TEXTS.forEach(name -> text(name, columns.get(name)));
        period(columns.get("period"));
        dims(form);
    }

    private void wide(JsonObject form) {
        only(form, "unit", "dims", "byPeriod", "byMeasure", "currency", "scenario");
        unit(form.get("unit"));
        text("currency", form.get("currency"));
        text("scenario", form.get("scenario"));
        dims(form);
        JsonObject byPeriod = form.getJsonObject("byPeriod");
        if (byPeriod != null) {
            draft.typed().put("kind", ProfileDraft.Kind.PERIODS.name());
            only(byPeriod, "measure", "pattern");
            text("measure", byPeriod.get("measure"));
            set("pattern", byPeriod.get("pattern"));
            return;
        }
        draft.typed().put("kind", ProfileDraft.Kind.MEASURES.name());
        JsonObject byMeasure = form.getJsonObject("byMeasure");
        only(byMeasure, "period", "columns");
        period(byMeasure.get("period"));
        for (JsonValue value : byMeasure.getJsonArray("columns")) {
            JsonObject column = value.asJsonObject();
            only(column, "column", "measure");
            place("is:" + column.getString("measure"), column.get("column"));
        }
    }

    private void events(JsonObject form) {
        draft.typed().put("kind", ProfileDraft.Kind.EVENTS.name());
        only(form, "unit", "date", "dims", "currency", "measures");
        unit(form.get("unit"));
        period(form.get("date"));
        text("currency", form.get("currency"));
        dims(form);
        JsonArray measures = form.getJsonArray("measures");
        isSaid &= measures.size() <= ProfileDraft.COUNTED_MAX;
        for (int i = 0; i < Math.min(measures.size(), ProfileDraft.COUNTED_MAX); i++) {
            counted(measures.getJsonObject(i), draft.counted().get(i));
        }
    }

    private void counted(JsonObject measure, Map<String, String> line) {
        only(measure, "measure", "aggregate", "column", "granularities", "filters");
        line.put("measure", measure.getString("measure"));
        line.put("aggregate", measure.getString("aggregate"));
        JsonValue column = measure.get("column");
        isSaid &= column == null || column instanceof JsonString;
        line.put("column", measure.getString("column", ""));
        JsonArray granularities = measure.getJsonArray("granularities");
        isSaid &= granularities == null || granularities.size() == 1;
        line.put("granularity", granularities == null || granularities.isEmpty() ? "" : granularities.getString(0));
        JsonArray filters = measure.getJsonArray("filters");
        if (filters != null && !filters.isEmpty()) {
            isSaid &= filters.size() == 1;
            filter(filters.getJsonObject(0), line);
        }
    }

    private void filter(JsonObject filter, Map<String, String> line) {
        String test = filter.containsKey("values") ? "values" : "contains";
        only(filter, "column", test);
        isSaid &= filter.get("column") instanceof JsonString && filter.containsKey(test);
        if (isSaid) {
            line.put("where", filter.getString("column"));
            line.put("test", test);
            line.put(
                    "texts",
                    filter.getJsonArray(test).getValuesAs(JsonString::getString).stream()
                            .collect(Collectors.joining("; ")));
        }
    }

    private void unit(@Nullable JsonValue value) {
        if (value instanceof JsonObject given && given.containsKey("ask")) {
            draft.typed().put("unit", DocumentWriting.ASK);
        } else if (value instanceof JsonObject given && given.containsKey("code")) {
            draft.typed().put("unit", given.getString("code"));
        } else {
            text("unit", value);
        }
    }

    private void dims(JsonObject form) {
        JsonObject dims = form.getJsonObject("dims");
        if (dims != null) {
            dims.forEach((dimension, value) -> text("dim." + dimension, value));
        }
    }

    private void period(@Nullable JsonValue value) {
        if (value instanceof JsonObject given && given.containsKey("column")) {
            only(given, "column", "pattern");
            set("pattern", given.get("pattern"));
            place("period", given.get("column"));
        } else {
            text("period", value);
        }
    }

    /** A text: a column, its texts perhaps translated, or one for all rows. */
    private void text(String role, @Nullable JsonValue value) {
        if (value instanceof JsonObject given && given.containsKey("column")) {
            only(given, "column", "values");
            place(role, given.get("column"));
            if (given.containsKey("values") && given.get("column") instanceof JsonString column) {
                draft.translated().put(column.getString(), given.get("values").toString());
            }
        } else if (value instanceof JsonObject given) {
            only(given, "code");
            set(role, given.get("code"));
        } else {
            place(role, value);
        }
    }

    private void place(String role, @Nullable JsonValue column) {
        if (column instanceof JsonString name) {
            draft.roles().put(name.getString(), role);
        } else {
            isSaid &= column == null;
        }
    }
}
