package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ColumnName;
import org.kpisuite.domain.actual.DateIntake;
import org.kpisuite.domain.actual.Given;
import org.kpisuite.domain.actual.PeriodGiven;
import org.kpisuite.domain.actual.RowFilter;

/**
 * Reads from a profile's document where texts come from, and which rows count.
 *
 * <pre>
 * text    "Column" | {"column": "Column" or ["Column", "Столбец"], "values": {given: meant}, "otherwise"}
 *         | {"code": "MKT"} | {"cases": [{"when": [filter], "is"}], "otherwise"} | {"ask": true}, units only
 * period  text and beside it "pattern": "yyyyMMdd" or ["dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy"]
 * filter  {"column", one of "values": […] | "contains": […] | "startsWith": […] | "min", "max" | "present": true, "exclude"}
 * </pre>
 */
final class GivenDocument {
    private static final String POSSIBLE = "{\"column\"} | {\"code\"} | {\"cases\"}";
    private static final OffsetDateTime NOON =
            LocalDateTime.of(2026, 10, 5, 12, 0).atOffset(ZoneOffset.UTC);

    private GivenDocument() {}

    /** The text that a field describes. */
    static Given read(Fields fields, String name) {
        return read(fields, name, false, false);
    }

    /** The unit that a field describes; it may be left to whoever sends the file. */
    static Given unit(Fields fields, String name) {
        return read(fields, name, true, false);
    }

    private static Given read(Fields fields, String name, boolean asks, boolean dated) {
        if (fields.isText(name)) {
            return Given.Column.of(fields.text(name));
        }
        Fields given = fields.object(name);
        given.only(dated ? new String[] {"column", "code", "pattern"} : known(asks));
        if (given.has("column")) {
            return new Given.Column(column(given), values(given), given.textOrNull("otherwise"));
        }
        if (given.has("code")) {
            return new Given.Constant(given.text("code"));
        }
        if (given.has("cases") && !dated) {
            return new Given.Cases(
                    given.objects("cases").stream().map(GivenDocument::aCase).toList(), given.text("otherwise", ""));
        }
        if (asks && given.flag("ask", false)) {
            return new Given.Asked();
        }
        if (fields.has(name)) {
            fields.refuse(name, POSSIBLE + (asks ? " | {\"ask\":true}" : ""));
        }
        return new Given.Constant("");
    }

    private static String[] known(boolean asks) {
        return asks
                ? new String[] {"column", "values", "otherwise", "code", "cases", "ask"}
                : new String[] {"column", "values", "otherwise", "code", "cases"};
    }

    /** The column that the field {@code column} names: by one name or several. */
    static ColumnName column(Fields fields) {
        return column(fields, "column");
    }

    static ColumnName column(Fields fields, String name) {
        if (!fields.isArray(name)) {
            return ColumnName.of(fields.text(name));
        }
        List<String> names = fields.texts(name);
        if (names.isEmpty()) {
            fields.refuse(name, "[\"…\"]");
            return ColumnName.of("?");
        }
        return new ColumnName(names);
    }

    private static Map<String, String> values(Fields fields) {
        Map<String, String> values = new LinkedHashMap<>();
        if (fields.has("values")) {
            Fields map = fields.object("values");
            map.names().forEach(from -> values.put(from, map.text(from)));
        }
        return values;
    }

    private static Given.Case aCase(Fields fields) {
        fields.only("when", "is");
        return new Given.Case(filters(fields, "when"), fields.text("is"));
    }

    /** The dates or periods that a field describes. */
    static PeriodGiven period(Fields fields, String name) {
        Given text = read(fields, name, false, true);
        List<String> patterns =
                fields.has(name) && !fields.isText(name) ? patterns(fields.object(name)) : List.<String>of();
        return new PeriodGiven(text, patterns);
    }

    /** The patterns of the field {@code pattern}: one, several or none. */
    static List<String> patterns(Fields fields) {
        if (!fields.has("pattern")) {
            return List.of();
        }
        List<String> patterns = fields.isArray("pattern") ? fields.texts("pattern") : List.of(fields.text("pattern"));
        if (patterns.stream().allMatch(GivenDocument::isPattern)) {
            return patterns;
        }
        fields.refuse("pattern", "yyyyMMdd, dd.MM.yyyy, dd.MM.yyyy HH:mm:ss, MMM d, yyyy");
        return List.of();
    }

    /** Whether it prints a day or month and reads the same one back. */
    private static boolean isPattern(String pattern) {
        try {
            return DateIntake.formats(pattern).allMatch(format -> {
                TemporalAccessor back =
                        format.parseBest(format.format(NOON), OffsetDateTime::from, LocalDate::from, YearMonth::from);
                return back.equals(NOON) || back.equals(NOON.toLocalDate()) || back.equals(YearMonth.from(NOON));
            });
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    /** The filters of a field; none where it is missing. */
    static List<RowFilter> filters(Fields fields, String name) {
        return fields.has(name)
                ? fields.objects(name).stream().map(GivenDocument::filter).toList()
                : List.of();
    }

    private static RowFilter filter(Fields fields) {
        fields.only("column", "values", "contains", "startsWith", "min", "max", "present", "exclude");
        List<RowFilter.Test> tests = new ArrayList<>();
        if (fields.has("values")) {
            tests.add(new RowFilter.OneOf(Set.copyOf(fields.texts("values"))));
        }
        if (fields.has("contains")) {
            tests.add(new RowFilter.Contains(Set.copyOf(fields.texts("contains"))));
        }
        if (fields.has("startsWith")) {
            tests.add(new RowFilter.StartsWith(Set.copyOf(fields.texts("startsWith"))));
        }
        if (fields.has("min") || fields.has("max")) {
            tests.add(new RowFilter.Between(bound(fields, "min"), bound(fields, "max")));
        }
        if (fields.flag("present", false)) {
            tests.add(new RowFilter.Present());
        }
        ColumnName column = column(fields);
        if (tests.size() != 1) {
            fields.refuse("values", "values | contains | startsWith | min, max | present");
        }
        RowFilter.Test test = tests.isEmpty() ? new RowFilter.Present() : tests.get(0);
        return new RowFilter(column, test, fields.flag("exclude", false));
    }

    private static @Nullable BigDecimal bound(Fields fields, String name) {
        return fields.has(name) ? fields.number(name) : null;
    }
}
