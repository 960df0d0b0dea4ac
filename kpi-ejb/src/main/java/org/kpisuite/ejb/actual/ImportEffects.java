package org.kpisuite.ejb.actual;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ScoreChange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.quantity.Decimals;

/** What a dry run would do to scores, kept with its report. */
final class ImportEffects {
    private static final String INSERT = "insert into import_effect (import_id, ordinal, document) values (?, ?, ?)";
    private static final String READ =
            "select ordinal, document from import_effect where import_id = ? order by ordinal";

    private final Connection connection;

    ImportEffects(Connection connection) {
        this.connection = connection;
    }

    void keep(long importId, ScoreEffects.Effect effect) throws SQLException {
        insert(importId, 0, Json.createObjectBuilder().add("whole", effect.whole()));
        int ordinal = 0;
        for (ScoreChange change : effect.changes()) {
            insert(importId, ++ordinal, document(change));
        }
    }

    private void insert(long importId, int ordinal, JsonObjectBuilder document) throws SQLException {
        Sql.update(connection, INSERT, importId, ordinal, document.build().toString());
    }

    /** Empty for what was no dry run, or came to nothing. */
    Optional<ScoreEffects.Effect> of(long importId) throws SQLException {
        List<JsonObject> documents = Sql.query(connection, READ, row -> object(row.getString("document")), importId);
        if (documents.isEmpty()) {
            return Optional.empty();
        }
        List<ScoreChange> changes =
                documents.stream().skip(1).map(ImportEffects::change).toList();
        return Optional.of(new ScoreEffects.Effect(changes, documents.get(0).getBoolean("whole")));
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static JsonObjectBuilder document(ScoreChange change) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        change.items().forEach(i -> {
            JsonObjectBuilder item = Json.createObjectBuilder().add("item", i.item());
            put(item, "before", i.before());
            put(item, "after", i.after());
            put(item, "achievementBefore", i.achievementBefore());
            put(item, "achievementAfter", i.achievementAfter());
            items.add(item);
        });
        JsonArrayBuilder gates = Json.createArrayBuilder();
        change.gates()
                .forEach(g -> gates.add(Json.createObjectBuilder()
                        .add("item", g.item())
                        .add("before", g.before())
                        .add("after", g.after())));
        JsonObjectBuilder document = Json.createObjectBuilder()
                .add("unit", change.unit())
                .add("period", change.period().key())
                .add("plan", change.plan())
                .add("items", items)
                .add("gates", gates);
        put(document, "before", change.before());
        put(document, "after", change.after());
        return document;
    }

    private static void put(JsonObjectBuilder object, String name, @Nullable BigDecimal value) {
        if (value != null) {
            object.add(name, Decimals.plain(value));
        }
    }

    private static ScoreChange change(JsonObject document) {
        List<ScoreChange.ItemChange> items = new ArrayList<>();
        for (JsonValue value : document.getJsonArray("items")) {
            JsonObject item = value.asJsonObject();
            items.add(new ScoreChange.ItemChange(
                    item.getString("item"),
                    number(item, "before"),
                    number(item, "after"),
                    number(item, "achievementBefore"),
                    number(item, "achievementAfter")));
        }
        List<ScoreChange.GateChange> gates = new ArrayList<>();
        for (JsonValue value : document.getJsonArray("gates")) {
            JsonObject gate = value.asJsonObject();
            gates.add(new ScoreChange.GateChange(
                    gate.getString("item"), gate.getString("before"), gate.getString("after")));
        }
        return new ScoreChange(
                document.getString("unit"),
                Period.ofKey(document.getString("period")),
                document.getJsonNumber("plan").longValueExact(),
                number(document, "before"),
                number(document, "after"),
                items,
                gates);
    }

    private static @Nullable BigDecimal number(JsonObject object, String name) {
        return object.containsKey(name) ? new BigDecimal(object.getString(name)) : null;
    }
}
