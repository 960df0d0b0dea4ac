package org.kpisuite.web.page;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Aggregation;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.IndicatorGroup;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.OrgAggregation;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.catalogue.DefinitionDocument;

/**
 * A version as somebody types it, every field by the name of its attribute. It becomes the same JSON that the API takes, so
 * that both read it alike.
 */
public class EntryDraft implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> FLAGS =
            Set.of("canBeNegative", "personalData", "activity", "quantity", "seasonal");
    private static final Set<String> DECIMALS = Set.of("materialityAbs", "minDenominator");
    private static final Set<String> BOTH_LANGUAGES = Set.of("name", "definition");
    private static final String GROUP = "groups.";

    private final HashMap<String, String> typed = new HashMap<>();
    private final HashMap<String, Boolean> flags = new HashMap<>();

    /** The draft of a next version: all as it is now, what is usual left open. */
    static EntryDraft of(Definition definition, Map<String, Measure> measures, Reader reader) {
        EntryDraft draft = new EntryDraft();
        JsonObject json = DefinitionDocument.of(definition);
        json.forEach((name, value) -> draft.take(name, value, reader));
        draft.typed.put("code", definition.code());
        definition.closedOn().ifPresent(day -> draft.typed.put("closedOn", day.toString()));
        if (definition instanceof Indicator i) {
            draft.takeRule(i.aggregation(), Aggregation.defaultOf(i.formula(), measures));
        } else if (definition instanceof Measure m) {
            draft.takeRule(m.aggregation(), Aggregation.of(Measure.defaultAggregation(m.kind())));
        }
        return draft;
    }

    private void take(String name, JsonValue value, Reader reader) {
        if (value instanceof JsonObject both) {
            both.keySet().forEach(language -> typed.put(name + "." + language, both.getString(language)));
        } else if (name.equals("groups")) {
            strings(value).forEach(g -> flags.put(GROUP + g, true));
        } else if (value instanceof JsonArray) {
            typed.put(name, String.join(", ", strings(value)));
        } else if (FLAGS.contains(name)) {
            flags.put(name, value.getValueType() == JsonValue.ValueType.TRUE);
        } else if (value instanceof JsonString text) {
            typed.put(
                    name,
                    DECIMALS.contains(name)
                            ? reader.numbers().plain(new BigDecimal(text.getString()))
                            : text.getString());
        } else if (value.getValueType() != JsonValue.ValueType.NULL) {
            typed.put(name, value.toString());
        }
        if (name.equals("missingPolicy") && text(name).startsWith("CARRY")) {
            typed.put("carry", text(name).replaceAll("\\D", ""));
            typed.put(name, "CARRY");
        }
    }

    private static List<String> strings(JsonValue list) {
        return list.asJsonArray().getValuesAs(JsonString::getString);
    }

    /** A rule that is the usual one stays usual when the formula changes. */
    private void takeRule(Aggregation rule, Aggregation usual) {
        boolean isUsual = rule.time() == usual.time() && rule.weightCode().isEmpty();
        typed.put("timeAggregation", isUsual ? "" : rule.time().name());
        rule.weightCode().ifPresent(w -> typed.put("weight", w));
        boolean follows = rule.org() == OrgAggregation.defaultOf(rule.time());
        typed.put("orgAggregation", follows ? "" : rule.org().name());
    }

    /** The JSON of the API; numbers that cannot be read are left out and noted. */
    JsonObject json(Reader reader, Collection<Refusal> refusals) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        typed.keySet().stream()
                .filter(name -> !Set.of("code", "weight", "carry").contains(name) && !name.contains("."))
                .filter(name -> !text(name).isEmpty())
                .forEach(name -> add(json, name, reader, refusals));
        BOTH_LANGUAGES.forEach(name -> addNames(json, name));
        flags.forEach((name, on) -> {
            if (FLAGS.contains(name)) {
                json.add(name, Boolean.TRUE.equals(on));
            }
        });
        List<String> groups = Arrays.stream(IndicatorGroup.values())
                .map(Enum::name)
                .filter(g -> Boolean.TRUE.equals(flags.get(GROUP + g)))
                .toList();
        if (!groups.isEmpty()) {
            json.add("groups", Json.createArrayBuilder(groups));
        }
        return json.build();
    }

    private void add(JsonObjectBuilder json, String name, Reader reader, Collection<Refusal> refusals) {
        String text = text(name);
        if (DECIMALS.contains(name)) {
            try {
                BigDecimal number = TypedNumber.read(text, reader.getLocale(), name);
                json.add(name, number.toPlainString());
            } catch (KpiException e) {
                refusals.addAll(e.refusals());
            }
        } else if (name.equals("sourcePriority")) {
            json.add(name, list(text));
        } else if (name.equals("timeAggregation") && text.equals("WAVG")) {
            json.add(name, "WAVG(" + text("weight") + ")");
        } else if (name.equals("missingPolicy") && text.equals("CARRY")) {
            json.add(name, "CARRY(" + text("carry") + ")");
        } else {
            json.add(name, text);
        }
    }

    private static JsonArrayBuilder list(String text) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        Arrays.stream(text.toUpperCase(Locale.ROOT).split("[,;\\s]+"))
                .filter(s -> !s.isEmpty())
                .forEach(list::add);
        return list;
    }

    private void addNames(JsonObjectBuilder json, String name) {
        Map<String, String> given = List.of("en", "ru").stream()
                .filter(language -> !text(name + "." + language).isEmpty())
                .collect(Collectors.toMap(l -> l, l -> text(name + "." + l)));
        if (!given.isEmpty()) {
            JsonObjectBuilder both = Json.createObjectBuilder();
            given.forEach(both::add);
            json.add(name, both);
        }
    }

    /** Only what the formula depends on, the rest made up: for looking at the formula before all is typed. */
    JsonObject formulaJson() {
        JsonObject any = Json.createObjectBuilder().add("en", "…").build();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", any)
                .add("definition", any)
                .add("nature", "LEAD")
                .add("direction", "UP")
                .add("unitKind", text("unitKind").isEmpty() ? "COUNT" : text("unitKind"))
                .add("formula", text("formula"));
        if (text("validFrom").matches("\\d{4}-\\d{2}-\\d{2}")) {
            json.add("validFrom", text("validFrom"));
        }
        return json.build();
    }

    /** A field as typed, without spaces around it; empty for none. */
    String text(String name) {
        @Nullable String text = typed.get(name);
        return text == null ? "" : text.strip();
    }

    /** Fields as typed. */
    public Map<String, String> getTyped() {
        return typed;
    }

    /** What is ticked; groups by {@code groups.REACH}. */
    public Map<String, Boolean> getFlags() {
        return flags;
    }
}
