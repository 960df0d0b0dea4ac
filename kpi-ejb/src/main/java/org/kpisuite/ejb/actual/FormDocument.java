package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ColumnName;
import org.kpisuite.domain.actual.EventForm;
import org.kpisuite.domain.actual.EventForm.Aggregate;
import org.kpisuite.domain.actual.EventForm.EventMeasure;
import org.kpisuite.domain.actual.Given;
import org.kpisuite.domain.actual.IntakeColumn;
import org.kpisuite.domain.actual.LongForm;
import org.kpisuite.domain.actual.PeriodGiven;
import org.kpisuite.domain.actual.RowForm;
import org.kpisuite.domain.actual.RowForm.Skipped;
import org.kpisuite.domain.actual.WideForm;
import org.kpisuite.domain.actual.WideForm.ByMeasure;
import org.kpisuite.domain.actual.WideForm.ByPeriod;
import org.kpisuite.domain.actual.WideForm.MeasureColumn;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Catalogue;

/**
 * Reads from a profile's document what a row of its files is; texts, periods and filters as {@link GivenDocument} says.
 *
 * <pre>
 * "skip":   {"texts": ["Итого*"], "rows": [filter]}
 * "long":   {"columns": {"unit", "measure", "period", "value", …: text}, "dims": {dimension: text}}
 * "wide":   {"unit": text, "scenario": text, "currency": text, "dims": {dimension: text},
 *            "byPeriod": {"measure": text, "pattern"}
 *            or "byMeasure": {"period": period, "columns": [{"column", "measure", "optional"}]}}
 * "events": {"unit": text, "date": period, "dims": {dimension: text}, "currency": text, "checks": [filter],
 *            "measures": [{"measure", "aggregate": COUNT|COUNT_DISTINCT|SUM|ONE, "column", "date": period,
 *                          "filters": [filter], "granularities": […], "zeros": true|false, "dims": {…}, "factor": -1}]}
 * </pre>
 */
final class FormDocument {
    private static final String FORMS = "long | wide | events";

    private FormDocument() {}

    static RowForm read(Fields fields) {
        List<String> forms =
                Stream.of("long", "wide", "events").filter(fields::has).toList();
        if (forms.size() > 1) {
            fields.refuse(forms.get(1), FORMS);
        }
        Skipped skipped = skipped(fields);
        if (fields.has("events")) {
            return events(fields.object("events"), skipped);
        }
        if (fields.has("wide")) {
            return wide(fields.object("wide"), skipped);
        }
        return fields.has("long")
                ? facts(fields.object("long"), skipped)
                : new LongForm(Map.of(), Map.of(), List.of(), skipped);
    }

    private static Skipped skipped(Fields fields) {
        if (!fields.has("skip")) {
            return Skipped.NONE;
        }
        Fields skip = fields.object("skip").only("texts", "rows");
        return new Skipped(skip.has("texts") ? skip.texts("texts") : List.of(), GivenDocument.filters(skip, "rows"));
    }

    private static LongForm facts(Fields fields, Skipped skipped) {
        fields.only("columns", "dims");
        Map<IntakeColumn, Given> columns = new EnumMap<>(IntakeColumn.class);
        List<String> patterns = List.of();
        if (fields.has("columns")) {
            Fields named = fields.object("columns");
            named.only(Arrays.stream(IntakeColumn.values())
                    .map(IntakeColumn::header)
                    .toArray(String[]::new));
            for (IntakeColumn column : IntakeColumn.values()) {
                if (column == IntakeColumn.PERIOD && named.has(column.header())) {
                    PeriodGiven period = GivenDocument.period(named, column.header());
                    columns.put(column, period.text());
                    patterns = period.patterns();
                } else if (named.has(column.header())) {
                    columns.put(column, given(named, column));
                }
            }
        }
        return new LongForm(columns, dims(fields), patterns, skipped);
    }

    private static Given given(Fields named, IntakeColumn column) {
        return column == IntakeColumn.UNIT
                ? GivenDocument.unit(named, column.header())
                : GivenDocument.read(named, column.header());
    }

    private static WideForm wide(Fields fields, Skipped skipped) {
        fields.only("unit", "scenario", "currency", "dims", "byPeriod", "byMeasure");
        if (fields.has("byPeriod") == fields.has("byMeasure")) {
            fields.refuse("byPeriod", "byPeriod | byMeasure");
        }
        return new WideForm(
                GivenDocument.unit(fields, "unit"),
                dims(fields),
                WideForm.scenarioOr(fields.has("scenario") ? GivenDocument.read(fields, "scenario") : null),
                currency(fields),
                fields.has("byMeasure") ? byMeasure(fields.object("byMeasure")) : byPeriod(fields.object("byPeriod")),
                skipped);
    }

    private static ByPeriod byPeriod(Fields fields) {
        fields.only("measure", "pattern");
        return new ByPeriod(GivenDocument.read(fields, "measure"), GivenDocument.patterns(fields));
    }

    private static ByMeasure byMeasure(Fields fields) {
        fields.only("period", "columns");
        List<MeasureColumn> columns = fields.objects("columns").stream()
                .map(c -> c.only("column", "measure", "optional"))
                .map(c -> new MeasureColumn(GivenDocument.column(c), c.text("measure"), c.flag("optional", false)))
                .toList();
        if (columns.isEmpty() && fields.has("columns")) {
            fields.refuse("columns", "[{\"column\",\"measure\"}]");
        }
        return new ByMeasure(GivenDocument.period(fields, "period"), columns);
    }

    private static EventForm events(Fields fields, Skipped skipped) {
        fields.only("unit", "date", "dims", "currency", "checks", "measures");
        List<EventMeasure> measures =
                fields.objects("measures").stream().map(FormDocument::measure).toList();
        if (measures.isEmpty() && fields.has("measures")) {
            fields.refuse("measures", "[{\"measure\",\"aggregate\"}]");
        }
        return new EventForm(
                GivenDocument.unit(fields, "unit"),
                GivenDocument.period(fields, "date"),
                dims(fields),
                currency(fields),
                GivenDocument.filters(fields, "checks"),
                measures,
                skipped);
    }

    private static @Nullable Given currency(Fields fields) {
        return fields.has("currency") ? GivenDocument.read(fields, "currency") : null;
    }

    private static Map<String, Given> dims(Fields fields) {
        Map<String, Given> dims = new LinkedHashMap<>();
        if (fields.has("dims")) {
            Fields given = fields.object("dims").only(Catalogue.DIMENSIONS.toArray(String[]::new));
            given.names().stream()
                    .filter(Catalogue.DIMENSIONS::contains)
                    .forEach(dimension -> dims.put(dimension, GivenDocument.read(given, dimension)));
        }
        return dims;
    }

    private static EventMeasure measure(Fields fields) {
        fields.only("measure", "aggregate", "column", "date", "filters", "granularities", "zeros", "dims", "factor");
        Aggregate aggregate = fields.choice("aggregate", Aggregate.class, null);
        return new EventMeasure(
                fields.text("measure"),
                aggregate,
                column(fields, aggregate),
                fields.has("date") ? GivenDocument.period(fields, "date") : null,
                GivenDocument.filters(fields, "filters"),
                granularities(fields),
                fields.flag("zeros", false),
                fields.has("dims") ? dims(fields) : null,
                factor(fields));
    }

    private static BigDecimal factor(Fields fields) {
        BigDecimal factor = fields.has("factor") ? fields.number("factor") : null;
        return factor == null ? BigDecimal.ONE : factor;
    }

    private static @Nullable ColumnName column(Fields fields, Aggregate aggregate) {
        if (fields.has("column") == (aggregate == Aggregate.COUNT)) {
            fields.refuse("column", aggregate == Aggregate.COUNT ? "—" : "…");
            return aggregate == Aggregate.COUNT ? null : ColumnName.of("?");
        }
        return aggregate == Aggregate.COUNT ? null : GivenDocument.column(fields);
    }

    private static Set<Granularity> granularities(Fields fields) {
        Set<String> names = Arrays.stream(Granularity.values()).map(Enum::name).collect(Collectors.toSet());
        List<String> given = fields.texts("granularities");
        if (fields.has("granularities") && (given.isEmpty() || !names.containsAll(given))) {
            fields.refuse("granularities", Arrays.toString(Granularity.values()));
        }
        return given.stream().filter(names::contains).map(Granularity::valueOf).collect(Collectors.toSet());
    }
}
