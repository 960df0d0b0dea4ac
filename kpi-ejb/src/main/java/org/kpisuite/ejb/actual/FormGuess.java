package org.kpisuite.ejb.actual;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.MeasureKind;
import org.kpisuite.ejb.actual.HeaderWords.Role;

/** Proposes what a row of a sample is: a fact, a line of a table, or an event. */
final class FormGuess {
    private final SampleMeaning meaning;
    private final Map<Role, SampleColumn> roles;

    FormGuess(SampleMeaning meaning) {
        this.meaning = meaning;
        this.roles = meaning.roles();
    }

    /** Fills the form; its kind is the name of its field in the document. */
    String form(JsonObjectBuilder form) {
        List<SampleColumn> periods = meaning.periods();
        if (periods.size() >= 2) {
            meaning.because("wide", "wide.periods", String.valueOf(periods.size()));
            return byPeriod(form);
        }
        if (roles.keySet().containsAll(Set.of(Role.MEASURE, Role.PERIOD, Role.VALUE))) {
            meaning.because("long", "long");
            return facts(form);
        }
        Map<SampleColumn, Measure> measures = meaning.measures();
        if (!measures.isEmpty() && isLineEach()) {
            meaning.because("wide", "wide.measures", names(measures));
            return byMeasure(form, measures);
        }
        meaning.because("events", measures.isEmpty() ? "events" : "events.sum", names(measures));
        return events(form, measures);
    }

    private static String names(Map<SampleColumn, Measure> measures) {
        return measures.entrySet().stream()
                .map(e -> e.getKey().header() + " → " + e.getValue().code())
                .collect(Collectors.joining(", "));
    }

    /** Whether each row has a key of its own: then it is a line of a table, else an event that is added up. */
    private boolean isLineEach() {
        List<SampleColumn> keys = roles.entrySet().stream()
                .filter(e -> e.getKey() != Role.VALUE && e.getKey() != Role.CURRENCY)
                .map(Map.Entry::getValue)
                .toList();
        Set<List<String>> seen = new HashSet<>();
        return roles.containsKey(Role.PERIOD)
                && meaning.table().rows().stream()
                        .allMatch(row -> seen.add(
                                keys.stream().map(k -> row.get(k.index())).toList()));
    }

    private String byPeriod(JsonObjectBuilder form) {
        unit(form, "wide.unit");
        dims(form);
        SampleColumn named = roles.get(Role.MEASURE);
        form.add("byPeriod", Json.createObjectBuilder().add("measure", measure(named, "wide.byPeriod.measure")));
        return "wide";
    }

    private String byMeasure(JsonObjectBuilder form, Map<SampleColumn, Measure> measures) {
        unit(form, "wide.unit");
        dims(form);
        JsonArrayBuilder list = Json.createArrayBuilder();
        measures.forEach((column, measure) -> list.add(
                Json.createObjectBuilder().add("column", column.header()).add("measure", measure.code())));
        form.add(
                "byMeasure",
                Json.createObjectBuilder()
                        .add("period", period("wide.byMeasure.period"))
                        .add("columns", list));
        return "wide";
    }

    private String facts(JsonObjectBuilder form) {
        JsonObjectBuilder named = Json.createObjectBuilder();
        unit(named, "long.columns.unit");
        named.add("measure", measure(roles.get(Role.MEASURE), "long.columns.measure"));
        named.add("period", period("long.columns.period"));
        named.add("value", roles.get(Role.VALUE).header());
        if (roles.containsKey(Role.CURRENCY)) {
            named.add("currency", roles.get(Role.CURRENCY).header());
        }
        if (roles.containsKey(Role.SCENARIO)) {
            named.add("scenario", roles.get(Role.SCENARIO).header());
        }
        form.add("columns", named);
        dims(form);
        return "long";
    }

    private String events(JsonObjectBuilder form, Map<SampleColumn, Measure> measures) {
        unit(form, "events.unit");
        form.add("date", period("events.date"));
        dims(form);
        if (roles.containsKey(Role.CURRENCY)) {
            form.add(
                    "currency",
                    Json.createObjectBuilder()
                            .add("column", roles.get(Role.CURRENCY).header()));
        }
        JsonArrayBuilder list = Json.createArrayBuilder();
        measures.forEach((column, measure) -> {
            boolean adds = measure.kind() == MeasureKind.FLOW || measure.kind() == MeasureKind.COHORT;
            list.add(counted(measure.code(), adds ? "SUM" : "ONE").add("column", column.header()));
            if (!adds) {
                meaning.ask("events.measures", "not-additive", column.header(), measure.code());
            }
        });
        if (measures.isEmpty()) {
            list.add(counted("LEADS", "COUNT"));
            meaning.ask("events.measures", "what-is-counted");
        }
        form.add("measures", list);
        return "events";
    }

    private JsonObjectBuilder counted(String measure, String aggregate) {
        Granularity granularity = Optional.ofNullable(roles.get(Role.PERIOD))
                .flatMap(SampleColumn::dates)
                .map(SampleColumn.Dates::granularity)
                .orElse(Granularity.DAY);
        return Json.createObjectBuilder()
                .add("measure", measure)
                .add("aggregate", aggregate)
                .add("granularities", Json.createArrayBuilder().add(granularity.name()));
    }

    private void unit(JsonObjectBuilder form, String field) {
        SampleColumn column = roles.get(Role.UNIT);
        if (column == null) {
            form.add("unit", Json.createObjectBuilder().add("ask", true));
            meaning.ask(field, "unit.ask");
            return;
        }
        JsonObjectBuilder values = Json.createObjectBuilder();
        boolean translated = false;
        for (String text : column.distinct()) {
            Optional<String> code = meaning.unit(text);
            if (code.isEmpty()) {
                meaning.ask(field, "unit.unknown", text);
            } else if (!code.get().equals(text)) {
                values.add(text, code.get());
                translated = true;
            }
        }
        form.add("unit", column(column, translated ? values.build() : null));
    }

    private JsonObjectBuilder column(SampleColumn column, @Nullable JsonObject values) {
        JsonObjectBuilder given = Json.createObjectBuilder().add("column", column.header());
        return values == null ? given : given.add("values", values);
    }

    private JsonObjectBuilder measure(@Nullable SampleColumn column, String field) {
        if (column == null) {
            meaning.ask(field, "measure.ask");
            return Json.createObjectBuilder().add("code", "LEADS");
        }
        JsonObjectBuilder values = Json.createObjectBuilder();
        boolean translated = false;
        for (String text : column.distinct()) {
            Optional<Measure> measure = meaning.words().measure(text);
            if (measure.isEmpty()) {
                meaning.ask(field, "measure.unknown", text);
            } else if (!measure.get().code().equals(text)) {
                values.add(text, measure.get().code());
                translated = true;
            }
        }
        return column(column, translated ? values.build() : null);
    }

    private JsonObjectBuilder period(String field) {
        SampleColumn column = roles.get(Role.PERIOD);
        if (column == null) {
            meaning.ask(field, "date.ask");
            return Json.createObjectBuilder()
                    .add("column", meaning.table().header().get(0));
        }
        JsonObjectBuilder given = Json.createObjectBuilder().add("column", column.header());
        List<String> patterns = column.dates().map(SampleColumn.Dates::patterns).orElse(List.of());
        if (!patterns.isEmpty()) {
            given.add("pattern", patterns.get(0));
            meaning.because(
                    field + ".pattern",
                    "pattern",
                    patterns.get(0),
                    column.texts().get(0));
        }
        if (patterns.contains("dd/MM/yyyy") && patterns.contains("MM/dd/yyyy")) {
            meaning.ask(field + ".pattern", "date.either", column.texts().get(0));
        }
        return given;
    }

    private void dims(JsonObjectBuilder form) {
        JsonObjectBuilder dims = Json.createObjectBuilder();
        boolean any = false;
        for (Role role : List.of(Role.CHANNEL, Role.CAMPAIGN, Role.PRODUCT)) {
            if (roles.containsKey(role)) {
                dims.add(role.name().toLowerCase(Locale.ROOT), roles.get(role).header());
                any = true;
            }
        }
        if (any) {
            form.add("dims", dims);
        }
    }
}
