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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.IntakeRules;
import org.kpisuite.domain.actual.IntakeRules.MeasureRule;
import org.kpisuite.domain.actual.IntakeRules.PercentNotation;
import org.kpisuite.domain.actual.NumberNotation;
import org.kpisuite.domain.actual.RowForm;
import org.kpisuite.domain.actual.SnapshotScope;
import org.kpisuite.domain.calendar.CalendarKind;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * Reads an import profile from its document; what a row is, as {@link FormDocument} says.
 *
 * <pre>
 * { "name": {"en", "ru"}, "about": {"en", "ru"},
 *   "charset", "delimiter", "quote", "preambleRows", "headerHolds", "headerRows", "sheet",
 *   "monthDates": true|false,
 *   "numbers": AUTO|RU|EN, "percentAs": POINTS|FRACTION, "multiplier", "currency", "source",
 *   "calendar": CIVIL|FISCAL|RETAIL, "measures": {code: {"multiplier", "percentAs"}},
 *   "fullSnapshot": true, "scope": {"units": […], "measures": […], "from": "2026-01", "to": "2026-12"},
 *   "skip": {…}, and one of "long": {…} | "wide": {…} | "events": {…}; none for the columns of the contract }
 * </pre>
 */
final class ProfileDocument {
    private static final Map<String, Character> DELIMITERS = Map.of(";", ';', ",", ',', "\t", '\t', "|", '|', " ", ' ');

    private ProfileDocument() {}

    /**
     * The profile of a document.
     *
     * @throws KpiException E-FIELD-UNKNOWN, E-FIELD-MISSING or E-FIELD-VALUE with the path of each field that is wrong
     */
    static ImportProfile read(String code, String document) {
        Fields fields = new Fields(json(document));
        fields.only(
                "code",
                "name",
                "about",
                "charset",
                "delimiter",
                "quote",
                "preambleRows",
                "headerHolds",
                "headerRows",
                "sheet",
                "monthDates",
                "numbers",
                "percentAs",
                "multiplier",
                "currency",
                "source",
                "calendar",
                "measures",
                "fullSnapshot",
                "scope",
                "skip",
                "long",
                "wide",
                "events");
        if (!fields.text("code", code).equals(code)) {
            fields.refuse("code", code);
        }
        LocalizedText name = localized(fields.object("name"));
        LocalizedText about = fields.has("about") ? localized(fields.object("about")) : new LocalizedText("", "");
        FileLayout layout = layout(fields);
        IntakeRules rules = rules(fields);
        RowForm form = FormDocument.read(fields);
        SnapshotScope scope = ScopeDocument.read(fields, form.asksUnit());
        ImportProfile profile = new ImportProfile(code, name, about, layout, rules, form, scope);
        fields.check();
        return profile;
    }

    private static JsonObject json(String document) {
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new KpiException(List.of(Refusal.ofField(
                    Code.E_FIELD_VALUE, "document", null, "document", String.valueOf(e.getMessage()), "JSON")));
        }
    }

    private static LocalizedText localized(Fields fields) {
        fields.only("en", "ru");
        return new LocalizedText(fields.text("en"), fields.text("ru"));
    }

    private static FileLayout layout(Fields fields) {
        return new FileLayout(
                charset(fields),
                delimiter(fields),
                quote(fields),
                rows(fields, "preambleRows", 0, FileLayout.PREAMBLE_ROWS_MAX),
                fields.has("headerHolds") ? GivenDocument.column(fields, "headerHolds") : null,
                rows(fields, "headerRows", 1, FileLayout.HEADER_ROWS_MAX),
                fields.textOrNull("sheet"),
                fields.flag("monthDates", false));
    }

    private static char quote(Fields fields) {
        String quote = fields.text("quote", "\"");
        if (!quote.equals("\"") && !quote.equals("'")) {
            fields.refuse("quote", "\" '");
        }
        return quote.equals("'") ? '\'' : '"';
    }

    private static int rows(Fields fields, String name, int min, int max) {
        String text = fields.text(name, String.valueOf(min));
        boolean digits = text.matches("\\d{1,4}");
        if (!digits || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
            fields.refuse(name, min + "…" + max);
            return min;
        }
        return Integer.parseInt(text);
    }

    private static String charset(Fields fields) {
        String name = fields.text("charset", "UTF-8");
        try {
            return Charset.forName(name).name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            fields.refuse("charset", "UTF-8, windows-1251");
            return "UTF-8";
        }
    }

    private static @Nullable Character delimiter(Fields fields) {
        if (!fields.has("delimiter")) {
            return null;
        }
        Character delimiter = DELIMITERS.get(fields.text("delimiter"));
        if (delimiter == null) {
            fields.refuse("delimiter", "; , \\t | space");
        }
        return delimiter;
    }

    private static IntakeRules rules(Fields fields) {
        BigDecimal multiplier = multiplier(fields, BigDecimal.ONE);
        PercentNotation percentAs = fields.choiceOrNull("percentAs", PercentNotation.class);
        return new IntakeRules(
                fields.choice("numbers", NumberNotation.class, NumberNotation.AUTO),
                percentAs,
                multiplier,
                fields.textOrNull("currency"),
                fields.text("source", IntakeRules.MANUAL),
                fields.has("calendar") ? calendar(fields) : null,
                measures(fields, multiplier, percentAs));
    }

    private static Map<String, MeasureRule> measures(
            Fields fields, BigDecimal multiplier, @Nullable PercentNotation percentAs) {
        Map<String, MeasureRule> rules = new LinkedHashMap<>();
        if (fields.has("measures")) {
            Fields measures = fields.object("measures");
            for (String measure : measures.names()) {
                Fields rule = measures.object(measure).only("multiplier", "percentAs");
                PercentNotation own = rule.choiceOrNull("percentAs", PercentNotation.class);
                rules.put(measure, new MeasureRule(multiplier(rule, multiplier), own == null ? percentAs : own));
            }
        }
        return rules;
    }

    private static CalendarKind calendar(Fields fields) {
        CalendarKind calendar = fields.choice("calendar", CalendarKind.class, null);
        if (calendar == CalendarKind.ISO) {
            fields.refuse("calendar", "CIVIL, FISCAL, RETAIL");
        }
        return calendar;
    }

    private static BigDecimal multiplier(Fields fields, BigDecimal otherwise) {
        if (!fields.has("multiplier")) {
            return otherwise;
        }
        BigDecimal multiplier = fields.number("multiplier");
        if (multiplier != null && multiplier.signum() <= 0) {
            fields.refuse("multiplier", "> 0");
        }
        return multiplier == null ? otherwise : multiplier;
    }
}
