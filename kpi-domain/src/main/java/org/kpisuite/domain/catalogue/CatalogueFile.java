package org.kpisuite.domain.catalogue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * Reads the catalogue file: one measure or indicator a line, columns parted by {@code |}, {@code #} begins a comment.
 *
 * <pre>
 *   measure   | code | kind | unit | name en | name ru
 *   indicator | code | nature | usage | direction | unit | scale | multiplier | groups | formula | name en | name ru
 *             | definition en | definition ru [| time aggregation]
 * </pre>
 */
final class CatalogueFile {
    private static final String ACTIVITY = "ACTIVITY";
    private static final int TIME_AGGREGATION = 14;

    private CatalogueFile() {}

    static Catalogue read(String text) {
        Map<String, Measure> measures = new LinkedHashMap<>();
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] column =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            Object before =
                    switch (column[0]) {
                        case "measure" -> measures.put(column[1], measure(column));
                        case "indicator" -> indicators.put(column[1], indicator(column, measures));
                        default -> throw new IllegalArgumentException(line);
                    };
            if (before != null) {
                throw new IllegalArgumentException("twice: " + line);
            }
        }
        return new Catalogue(measures.values(), indicators.values());
    }

    private static Measure measure(String[] column) {
        MeasureKind kind = MeasureKind.valueOf(column[2]);
        return new Measure(
                column[1],
                new LocalizedText(column[4], column[5]),
                kind,
                UnitKind.valueOf(column[3]),
                null,
                null,
                Measure.defaultAggregation(kind));
    }

    private static Indicator indicator(String[] column, Map<String, Measure> measures) {
        Formula formula = Formula.parse(column[9]);
        Set<IndicatorGroup> groups = EnumSet.noneOf(IndicatorGroup.class);
        Arrays.stream(column[8].split(" ", -1)).map(IndicatorGroup::valueOf).forEach(groups::add);
        boolean activity = column[3].equals(ACTIVITY);
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
                column.length > TIME_AGGREGATION
                        ? TimeAggregation.valueOf(column[TIME_AGGREGATION])
                        : aggregation(formula, measures),
                activity);
    }

    /** That of its measure, where it is nothing but one (domain specification §2.1). */
    private static TimeAggregation aggregation(Formula formula, Map<String, Measure> measures) {
        if (formula.isQuotient()) {
            return TimeAggregation.RATIO_OF_SUMS;
        }
        return formula instanceof Formula.Reference reference && measures.containsKey(reference.code())
                ? measures.get(reference.code()).timeAggregation()
                : TimeAggregation.SUM;
    }
}
