package org.kpisuite.ejb.actual;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.EventForm;
import org.kpisuite.domain.actual.EventForm.Aggregate;
import org.kpisuite.domain.actual.EventForm.EventFilter;
import org.kpisuite.domain.actual.EventForm.EventMeasure;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.IntakeRules;
import org.kpisuite.domain.actual.IntakeRules.PercentNotation;
import org.kpisuite.domain.actual.NumberNotation;
import org.kpisuite.domain.calendar.CalendarKind;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * Reads an import profile from its document.
 *
 * <pre>
 * { "name": {"en", "ru"}, "charset", "delimiter", "quote", "preambleRows", "headerRows", "sheet", "monthDates": true|false,
 *   "numbers": AUTO|RU|EN, "percentAs": POINTS|FRACTION, "multiplier",
 *   "currency", "source", "calendar": CIVIL|FISCAL|RETAIL,
 *   "events": { "unit": {"code"} or {"column"}, "date": {"column", "pattern"}, "dims": {dimension: column},
 *               "measures": [{"measure", "aggregate": COUNT|COUNT_DISTINCT|SUM, "column", "granularities": […],
 *                             "filters": [{"column", "values": […], "exclude"}]}] } }
 * </pre>
 */
final class ProfileDocument {
    private static final Map<String, Character> DELIMITERS = Map.of(";", ';', ",", ',', "\t", '\t', "|", '|', " ", ' ');

    private ProfileDocument() {}

    /**
     * The profile of a document.
     *
     * @throws KpiException E-FIELD-UNKNOWN, E-FIELD-MISSING or E-FIELD-VALUE with the path of the field
     */
    static ImportProfile read(String code, String document) {
        JsonObject root;
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            root = reader.readObject();
        } catch (JsonException e) {
            throw new KpiException(List.of(Refusal.ofField(
                    Code.E_FIELD_VALUE, "document", null, "document", String.valueOf(e.getMessage()), "JSON")));
        }
        Fields fields = new Fields("", root);
        fields.only(
                "code",
                "name",
                "charset",
                "delimiter",
                "quote",
                "preambleRows",
                "headerRows",
                "sheet",
                "monthDates",
                "numbers",
                "percentAs",
                "multiplier",
                "currency",
                "source",
                "calendar",
                "events");
        if (!fields.text("code", code).equals(code)) {
            throw fields.refused("code", code);
        }
        Fields name = fields.object("name");
        name.only("en", "ru");
        return new ImportProfile(
                code,
                new LocalizedText(name.text("en"), name.text("ru")),
                layout(fields),
                rules(fields),
                fields.has("events") ? events(fields.object("events")) : null);
    }

    private static FileLayout layout(Fields fields) {
        return new FileLayout(
                charset(fields),
                delimiter(fields),
                quote(fields),
                rows(fields, "preambleRows", 0, FileLayout.PREAMBLE_ROWS_MAX),
                rows(fields, "headerRows", 1, FileLayout.HEADER_ROWS_MAX),
                fields.has("sheet") ? fields.text("sheet") : null,
                fields.has("monthDates") && fields.flag("monthDates"));
    }

    private static char quote(Fields fields) {
        String quote = fields.text("quote", "\"");
        if (!quote.equals("\"") && !quote.equals("'")) {
            throw fields.refused("quote", "\" '");
        }
        return quote.charAt(0);
    }

    private static int rows(Fields fields, String name, int min, int max) {
        String text = fields.text(name, String.valueOf(min));
        boolean digits = text.matches("\\d{1,4}");
        if (!digits || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
            throw fields.refused(name, min + "…" + max);
        }
        return Integer.parseInt(text);
    }

    private static String charset(Fields fields) {
        String name = fields.text("charset", "UTF-8");
        try {
            return Charset.forName(name).name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw fields.refused("charset", "UTF-8, windows-1251");
        }
    }

    private static @Nullable Character delimiter(Fields fields) {
        if (!fields.has("delimiter")) {
            return null;
        }
        Character delimiter = DELIMITERS.get(fields.text("delimiter"));
        if (delimiter == null) {
            throw fields.refused("delimiter", "; , \\t | space");
        }
        return delimiter;
    }

    private static IntakeRules rules(Fields fields) {
        return new IntakeRules(
                fields.choice("numbers", NumberNotation.class, NumberNotation.AUTO),
                fields.has("percentAs") ? fields.choice("percentAs", PercentNotation.class, null) : null,
                multiplier(fields),
                fields.has("currency") ? fields.text("currency") : null,
                fields.text("source", IntakeRules.MANUAL),
                fields.has("calendar") ? calendar(fields) : null);
    }

    private static CalendarKind calendar(Fields fields) {
        CalendarKind calendar = fields.choice("calendar", CalendarKind.class, null);
        if (calendar == CalendarKind.ISO) {
            throw fields.refused("calendar", "CIVIL, FISCAL, RETAIL");
        }
        return calendar;
    }

    private static BigDecimal multiplier(Fields fields) {
        try {
            BigDecimal multiplier = new BigDecimal(fields.text("multiplier", "1"));
            if (multiplier.signum() > 0) {
                return multiplier;
            }
        } catch (NumberFormatException e) {
            throw fields.refused("multiplier", "1, 1000, 1000000");
        }
        throw fields.refused("multiplier", "> 0");
    }

    private static EventForm events(Fields fields) {
        fields.only("unit", "date", "dims", "measures");
        Fields unit = fields.object("unit");
        unit.only("code", "column");
        if (unit.has("code") == unit.has("column")) {
            throw fields.refused("unit", "{\"code\"} | {\"column\"}");
        }
        Fields date = fields.object("date");
        date.only("column", "pattern");
        return new EventForm(
                unit.has("code") ? unit.text("code") : null,
                unit.has("column") ? unit.text("column") : null,
                date.text("column"),
                pattern(date),
                dims(fields),
                fields.objects("measures").stream()
                        .map(ProfileDocument::measure)
                        .toList());
    }

    /** A pattern that prints a day and reads the same day back. */
    private static String pattern(Fields date) {
        String pattern = date.text("pattern", "yyyy-MM-dd");
        try {
            DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
            LocalDateTime noon = LocalDate.of(2026, 10, 5).atTime(12, 0);
            if (LocalDate.parse(noon.format(format), format).equals(noon.toLocalDate())) {
                return pattern;
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw date.refused("pattern", "yyyyMMdd, dd.MM.yyyy");
        }
        throw date.refused("pattern", "yyyyMMdd, dd.MM.yyyy");
    }

    private static Map<String, String> dims(Fields fields) {
        Map<String, String> dims = new LinkedHashMap<>();
        if (fields.has("dims")) {
            Fields columns = fields.object("dims");
            columns.only(Catalogue.DIMENSIONS.toArray(String[]::new));
            columns.names().forEach(dimension -> dims.put(dimension, columns.text(dimension)));
        }
        return dims;
    }

    private static EventMeasure measure(Fields fields) {
        fields.only("measure", "aggregate", "column", "granularities", "filters");
        Aggregate aggregate = fields.choice("aggregate", Aggregate.class, null);
        boolean column = fields.has("column");
        if (column == (aggregate == Aggregate.COUNT)) {
            throw fields.refused("column", aggregate == Aggregate.COUNT ? "—" : "…");
        }
        List<EventFilter> filters = fields.has("filters")
                ? fields.objects("filters").stream()
                        .map(ProfileDocument::filter)
                        .toList()
                : List.of();
        return new EventMeasure(
                fields.text("measure"),
                aggregate,
                column ? fields.text("column") : null,
                filters,
                granularities(fields));
    }

    private static Set<Granularity> granularities(Fields fields) {
        Set<String> names = Arrays.stream(Granularity.values()).map(Enum::name).collect(Collectors.toSet());
        List<String> given = fields.texts("granularities");
        if (given.isEmpty() || !names.containsAll(given)) {
            throw fields.refused("granularities", Arrays.toString(Granularity.values()));
        }
        return given.stream().map(Granularity::valueOf).collect(Collectors.toSet());
    }

    private static EventFilter filter(Fields fields) {
        fields.only("column", "values", "exclude");
        return new EventFilter(
                fields.text("column"),
                Set.copyOf(fields.texts("values")),
                fields.has("exclude") && fields.flag("exclude"));
    }
}
