package org.kpisuite.ejb.catalogue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Aggregation;
import org.kpisuite.domain.catalogue.Bounds;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Feed;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.IndicatorGroup;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.MeasureKind;
import org.kpisuite.domain.catalogue.MissingPolicy;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.OrgAggregation;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.catalogue.Source;
import org.kpisuite.domain.catalogue.SourceType;
import org.kpisuite.domain.catalogue.Stewardship;
import org.kpisuite.domain.catalogue.Terms;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.catalogue.Validity;
import org.kpisuite.domain.catalogue.WeekSplit;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * A definition as JSON, every attribute by the name that the API gives it; its code and validity stand beside it. What was
 * written once is read for ever: fields may be added, none may change its meaning.
 */
public final class DefinitionDocument {
    private DefinitionDocument() {}

    /** All attributes but code, version and days. */
    public static JsonObject of(Definition definition) {
        if (definition instanceof Measure measure) {
            return measure(measure);
        }
        if (definition instanceof Indicator indicator) {
            return indicator(indicator);
        }
        return definition instanceof Pair pair ? pair(pair) : source((Source) definition);
    }

    static Definition read(Definition.Kind kind, String code, Validity validity, String document) {
        JsonObject json;
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            json = reader.readObject();
        }
        return switch (kind) {
            case MEASURE -> measure(code, validity, json);
            case INDICATOR -> indicator(code, validity, json);
            case PAIR -> pair(code, validity, json);
            case SOURCE ->
                new Source(
                        code,
                        texts(json, "name"),
                        SourceType.valueOf(json.getString("type")),
                        json.getInt("lagDays"),
                        validity);
        };
    }

    private static JsonObject measure(Measure m) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", texts(m.name()))
                .add("kind", m.kind().name())
                .add("unitKind", m.unitKind().name());
        add(json, "currency", m.currency());
        add(json, "granularity", m.granularity());
        return json.add("timeAggregation", m.aggregation().timeText())
                .add("orgAggregation", m.orgAggregation().name())
                .add("weekSplit", m.weekSplit().name())
                .add("sourcePriority", Json.createArrayBuilder(m.sourcePriority()))
                .build();
    }

    private static Measure measure(String code, Validity validity, JsonObject json) {
        return new Measure(
                code,
                texts(json, "name"),
                MeasureKind.valueOf(json.getString("kind")),
                UnitKind.valueOf(json.getString("unitKind")),
                text(json, "currency"),
                value(json, "granularity", Granularity::valueOf),
                aggregation(json),
                WeekSplit.valueOf(json.getString("weekSplit")),
                list(json.getJsonArray("sourcePriority")),
                validity);
    }

    private static JsonObject indicator(Indicator i) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", texts(i.name()))
                .add("definition", texts(i.definition()))
                .add("nature", i.nature().name())
                .add("usage", i.defaultUsage().name())
                .add("formula", i.formula().toString())
                .add("multiplier", i.multiplier())
                .add("unitKind", i.unitKind().name());
        add(json, "currency", i.terms().currency());
        json.add("displayScale", i.displayScale())
                .add("direction", i.direction().name())
                .add("groups", Json.createArrayBuilder(names(i.groups())))
                .add("timeAggregation", i.aggregation().timeText())
                .add("orgAggregation", i.orgAggregation().name())
                .add("missingPolicy", i.missingPolicy().toString());
        feed(json, i.terms().feed());
        add(json, "materialityAbs", i.terms().bounds().materialityAbs());
        add(json, "minDenominator", i.terms().bounds().minDenominator());
        json.add("canBeNegative", i.canBeNegative());
        Stewardship stewardship = i.terms().stewardship();
        add(json, "businessProcess", stewardship.businessProcess());
        add(json, "owner", stewardship.owner());
        add(json, "steward", stewardship.steward());
        return json.add("personalData", stewardship.personalData())
                .add("activity", i.activity())
                .add("quantity", i.quantity())
                .build();
    }

    private static void feed(JsonObjectBuilder json, Feed feed) {
        add(json, "granularity", feed.granularity());
        add(json, "dataSource", feed.dataSource());
        addDays(json, "sourceLagDays", feed.sourceLagDays());
        addDays(json, "maturityDays", feed.maturityDays());
        add(json, "definitionId", feed.definitionId());
    }

    private static Indicator indicator(String code, Validity validity, JsonObject json) {
        Set<IndicatorGroup> groups = list(json.getJsonArray("groups")).stream()
                .map(IndicatorGroup::valueOf)
                .collect(Collectors.toSet());
        return new Indicator(
                code,
                texts(json, "name"),
                texts(json, "definition"),
                Nature.valueOf(json.getString("nature")),
                Usage.valueOf(json.getString("usage")),
                Formula.parse(json.getString("formula")),
                json.getInt("multiplier"),
                UnitKind.valueOf(json.getString("unitKind")),
                json.getInt("displayScale"),
                Direction.valueOf(json.getString("direction")),
                groups,
                aggregation(json),
                terms(json),
                validity);
    }

    private static Terms terms(JsonObject json) {
        Feed feed = new Feed(
                value(json, "granularity", Granularity::valueOf),
                text(json, "dataSource"),
                days(json, "sourceLagDays"),
                days(json, "maturityDays"),
                text(json, "definitionId"));
        Bounds bounds = new Bounds(
                value(json, "materialityAbs", BigDecimal::new),
                value(json, "minDenominator", BigDecimal::new),
                json.getBoolean("canBeNegative"));
        Stewardship stewardship = new Stewardship(
                text(json, "businessProcess"),
                text(json, "owner"),
                text(json, "steward"),
                json.getBoolean("personalData"));
        return new Terms(
                text(json, "currency"),
                MissingPolicy.parse(json.getString("missingPolicy")),
                feed,
                bounds,
                stewardship,
                json.getBoolean("activity"),
                json.getBoolean("quantity"));
    }

    private static JsonObject pair(Pair p) {
        return Json.createObjectBuilder()
                .add("leading", p.leading())
                .add("lagging", p.lagging())
                .add("granularity", p.granularity().name())
                .add("expectedSign", p.expectedSign())
                .add("expectedLag", p.expectedLag())
                .add("maxPlausibleLag", p.maxPlausibleLag())
                .add("seasonal", p.seasonal())
                .build();
    }

    private static Pair pair(String code, Validity validity, JsonObject json) {
        return new Pair(
                code,
                json.getString("leading"),
                json.getString("lagging"),
                Granularity.valueOf(json.getString("granularity")),
                json.getInt("expectedSign"),
                json.getInt("expectedLag"),
                json.getInt("maxPlausibleLag"),
                json.getBoolean("seasonal"),
                validity);
    }

    private static JsonObject source(Source s) {
        return Json.createObjectBuilder()
                .add("name", texts(s.name()))
                .add("type", s.type().name())
                .add("lagDays", s.lagDays())
                .build();
    }

    private static Aggregation aggregation(JsonObject json) {
        Aggregation time = Aggregation.parse(json.getString("timeAggregation"));
        return time.over(OrgAggregation.valueOf(json.getString("orgAggregation")));
    }

    private static JsonObjectBuilder texts(LocalizedText text) {
        return Json.createObjectBuilder().add("en", text.en()).add("ru", text.ru());
    }

    private static LocalizedText texts(JsonObject json, String name) {
        JsonObject both = json.getJsonObject(name);
        return new LocalizedText(both.getString("en"), both.getString("ru"));
    }

    private static Collection<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toList();
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value == null) {
            json.addNull(name);
        } else {
            json.add(name, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
    }

    private static void addDays(JsonObjectBuilder json, String name, @Nullable Integer days) {
        if (days == null) {
            json.addNull(name);
        } else {
            json.add(name, days);
        }
    }

    private static Optional<JsonValue> present(JsonObject json, String name) {
        return Optional.ofNullable(json.get(name)).filter(v -> v.getValueType() != JsonValue.ValueType.NULL);
    }

    private static @Nullable String text(JsonObject json, String name) {
        return value(json, name, Function.identity());
    }

    private static <T> @Nullable T value(JsonObject json, String name, Function<String, T> reader) {
        return present(json, name)
                .map(v -> reader.apply(((JsonString) v).getString()))
                .orElse(null);
    }

    private static @Nullable Integer days(JsonObject json, String name) {
        return present(json, name).map(v -> ((JsonNumber) v).intValueExact()).orElse(null);
    }

    private static List<String> list(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }
}
