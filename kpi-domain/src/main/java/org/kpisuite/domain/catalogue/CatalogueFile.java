package org.kpisuite.domain.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * Reads the catalogue file: one source, measure or indicator a line, columns parted by {@code |}, {@code #} begins a
 * comment.
 *
 * <pre>
 *   source    | code | type | lag in days | name en | name ru
 *   measure   | code | kind | unit | name en | name ru [| attributes]
 *   indicator | code | nature | usage | direction | unit | scale | multiplier | groups | formula | name en | name ru
 *             | definition en | definition ru [| attributes]
 * </pre>
 */
final class CatalogueFile {
    private static final String ACTIVITY = "ACTIVITY";
    private static final int MEASURE_ATTRIBUTES = 6;
    private static final int INDICATOR_ATTRIBUTES = 14;

    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final List<Definition> definitions = new ArrayList<>();

    private CatalogueFile() {}

    /** All entries, in the order of the file; an indicator's formula names only what stands in it. */
    static List<Definition> read(String text) {
        CatalogueFile file = new CatalogueFile();
        Set<String> codes = new HashSet<>();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Definition definition = file.definition(line);
            if (!codes.add(definition.entryKind() + definition.code())) {
                throw new IllegalArgumentException("twice: " + line);
            }
            file.definitions.add(definition);
        }
        return file.definitions;
    }

    private Definition definition(String line) {
        String[] column =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        return switch (column[0]) {
            case "source" ->
                new Source(
                        column[1],
                        new LocalizedText(column[4], column[5]),
                        SourceType.valueOf(column[2]),
                        Integer.parseInt(column[3]));
            case "measure" -> {
                Measure measure = measure(column);
                measures.put(measure.code(), measure);
                yield measure;
            }
            case "indicator" -> indicator(column);
            default -> throw new IllegalArgumentException(line);
        };
    }

    private static Measure measure(String[] column) {
        MeasureKind kind = MeasureKind.valueOf(column[2]);
        Attributes attributes = Attributes.of(column, MEASURE_ATTRIBUTES);
        String time = attributes.text("time", Measure.defaultAggregation(kind).name());
        return new Measure(
                column[1],
                new LocalizedText(column[4], column[5]),
                kind,
                UnitKind.valueOf(column[3]),
                null,
                null,
                TimeAggregation.valueOf(time));
    }

    private Indicator indicator(String[] column) {
        Formula formula = Formula.parse(column[9]);
        Set<IndicatorGroup> groups = EnumSet.noneOf(IndicatorGroup.class);
        Arrays.stream(column[8].split(" ", -1)).map(IndicatorGroup::valueOf).forEach(groups::add);
        boolean activity = column[3].equals(ACTIVITY);
        Attributes attributes = Attributes.of(column, INDICATOR_ATTRIBUTES);
        String time = attributes.text("time", "");
        return new Indicator(
                column[1],
                new LocalizedText(column[10], column[11]),
                new LocalizedText(column[12], column[13]),
                Nature.valueOf(column[2]),
                activity ? Usage.DIAG : Usage.valueOf(column[3]),
                formula,
                Integer.parseInt(column[7]),
                UnitKind.valueOf(column[5]),
                Integer.parseInt(column[6]),
                Direction.valueOf(column[4]),
                groups,
                time.isEmpty() ? Aggregation.defaultOf(formula, measures) : Aggregation.parse(time),
                attributes.terms(activity),
                Validity.SHIPPED);
    }

    /** The last column: {@code name=value} or a flag, parted by spaces. */
    private record Attributes(Map<String, String> values) {
        private static final Set<String> KNOWN = Set.of("time", "definition", "maturity", "quantity", "negative");

        static Attributes of(String[] column, int at) {
            Map<String, String> values = new LinkedHashMap<>();
            String text = column.length > at ? column[at] : "";
            for (String attribute : text.isEmpty() ? new String[0] : text.split(" +", -1)) {
                String[] parts = attribute.split("=", 2);
                if (!KNOWN.contains(parts[0])) {
                    throw new IllegalArgumentException(attribute);
                }
                values.put(parts[0], parts.length > 1 ? parts[1] : "true");
            }
            return new Attributes(values);
        }

        String text(String name, String instead) {
            return values.getOrDefault(name, instead);
        }

        Terms terms(boolean activity) {
            Integer maturity = values.containsKey("maturity") ? Integer.valueOf(values.get("maturity")) : null;
            return Terms.USUAL
                    .marked(activity, values.containsKey("quantity"))
                    .with(new Feed(null, null, null, maturity, values.get("definition")))
                    .with(new Bounds(null, null, values.containsKey("negative")));
        }
    }
}
