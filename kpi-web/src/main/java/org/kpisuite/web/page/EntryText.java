package org.kpisuite.web.page;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.MissingPolicy;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.catalogue.Source;
import org.kpisuite.domain.catalogue.Validity;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.ejb.catalogue.DefinitionDocument;

/** Definitions in words: every attribute by the name it has in the document of the definition. */
final class EntryText {
    private static final Set<String> NAMED = Set.of(
            "nature",
            "usage",
            "unitKind",
            "direction",
            "groups",
            "orgAggregation",
            "kind",
            "weekSplit",
            "type",
            "expectedSign");
    private static final Set<String> DECIMAL = Set.of("materialityAbs", "minDenominator");

    private final Catalogue catalogue;
    private final Reader reader;

    EntryText(Catalogue catalogue, Reader reader) {
        this.catalogue = catalogue;
        this.reader = reader;
    }

    String label(String attribute) {
        return reader.text("attr." + attribute);
    }

    /** Name in the reader's language; of a pair its two indicators. */
    String name(Definition definition) {
        if (definition instanceof Pair pair) {
            return indicator(pair.leading()) + " → " + indicator(pair.lagging());
        }
        return ownName(definition);
    }

    private String ownName(Definition definition) {
        if (definition instanceof Indicator i) {
            return i.name().in(reader.getLocale());
        }
        if (definition instanceof Measure m) {
            return m.name().in(reader.getLocale());
        }
        return definition instanceof Source s ? s.name().in(reader.getLocale()) : definition.code();
    }

    private String indicator(String code) {
        return catalogue.indicator(code).map(this::ownName).orElse(code);
    }

    /** An attribute as it is printed; a dash for one that is not set. */
    String value(String attribute, JsonValue value) {
        if (value instanceof JsonString text) {
            return text(attribute, text.getString());
        }
        if (value instanceof JsonNumber number) {
            return NAMED.contains(attribute)
                    ? named(attribute, number.toString())
                    : reader.numbers().plain(number.bigDecimalValue());
        }
        if (value instanceof JsonArray list) {
            return list.isEmpty()
                    ? NumberText.NO_VALUE
                    : list.getValuesAs(JsonString::getString).stream()
                            .map(v -> text(attribute, v))
                            .collect(Collectors.joining(", "));
        }
        if (value instanceof JsonObject both) {
            return both.getString(reader.getLanguage());
        }
        return value.getValueType() == JsonValue.ValueType.NULL
                ? NumberText.NO_VALUE
                : reader.text("flag." + value.toString());
    }

    private String text(String attribute, String value) {
        if (NAMED.contains(attribute)) {
            return named(attribute, value);
        }
        return switch (attribute) {
            case "timeAggregation" -> time(value);
            case "missingPolicy" -> missing(MissingPolicy.parse(value));
            case "granularity" -> Messages.text(reader.getLocale(), "granularity." + value);
            case "leading", "lagging" -> indicator(value) + " · " + value;
            case "dataSource" ->
                catalogue.source(value).map(s -> ownName(s) + " · " + value).orElse(value);
            default -> DECIMAL.contains(attribute) ? reader.numbers().plain(new BigDecimal(value)) : value;
        };
    }

    String named(String attribute, String value) {
        return reader.text("val." + attribute + "." + value);
    }

    /** A rule over time, with the weight of a mean. */
    String time(String rule) {
        int weight = rule.indexOf('(');
        return weight < 0
                ? reader.text("val.timeAggregation." + rule)
                : reader.text("val.timeAggregation." + rule.substring(0, weight)) + " " + rule.substring(weight);
    }

    private String missing(MissingPolicy policy) {
        return policy instanceof MissingPolicy.Carry carry
                ? reader.text("val.missingPolicy.CARRY.n", String.valueOf(carry.periods()))
                : reader.text("val.missingPolicy." + policy);
    }

    /** The unit of an indicator or a measure, short. */
    String unit(Definition definition) {
        JsonObject json = DefinitionDocument.of(definition);
        String unit = named("unitKind", json.getString("unitKind"));
        return Optional.ofNullable(json.getString("currency", null))
                .map(c -> unit + ", " + c)
                .orElse(unit);
    }

    String granularity(Pair pair) {
        return Messages.text(reader.getLocale(), "granularity." + pair.granularity());
    }

    String lag(Pair pair) {
        return reader.text("pair.lag", reader.count(pair.expectedLag()), reader.count(pair.maxPlausibleLag()));
    }

    String seasonal(Pair pair) {
        return pair.seasonal() ? reader.text("pair.seasonal") : reader.text("pair.not-seasonal");
    }

    String days(int days) {
        return reader.text("source.days", reader.count(days));
    }

    String closed(LocalDate day, boolean already) {
        return reader.text(already ? "entry.closed" : "entry.closes", reader.day(day));
    }

    /** Of what rests on something that is closed. */
    String resting() {
        return reader.text("entry.resting");
    }

    String since(LocalDate day) {
        return day.equals(Validity.BEGINNING)
                ? reader.text("entry.beginning")
                : reader.text("entry.from", reader.day(day));
    }

    /** Everything that is attributed to the entry, in the order of the document. */
    List<Attribute> attributes(Definition definition) {
        JsonObject json = DefinitionDocument.of(definition);
        return json.keySet().stream()
                .map(k -> new Attribute(label(k), value(k, json.get(k)), other(json.get(k)), k))
                .toList();
    }

    /** The text in the language that is not the reader's. */
    private String other(JsonValue value) {
        return value instanceof JsonObject both ? both.getString(reader.isRussian() ? "en" : "ru") : "";
    }

    /** One attribute as printed; {@code other} is a name or definition in the other language. */
    public record Attribute(String label, String value, String other, String key) {}
}
