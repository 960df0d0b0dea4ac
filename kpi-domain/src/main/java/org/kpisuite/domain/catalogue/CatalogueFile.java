package org.kpisuite.domain.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * Reads the catalogue file: one measure or indicator a line, columns parted by {@code |}, {@code #} begins a comment.
 *
 * <pre>
 *   measure   | code | kind | unit | name en | name ru
 *   indicator | code | nature | usage | direction | unit | scale | multiplier | groups | formula | name en | name ru
 *             | definition en | definition ru
 * </pre>
 */
final class CatalogueFile {
    private static final String ACTIVITY = "ACTIVITY";

    private CatalogueFile() {}

    static Catalogue read(String text) {
        List<Measure> measures = new ArrayList<>();
        List<Indicator> indicators = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] column =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            switch (column[0]) {
                case "measure" -> measures.add(measure(column));
                case "indicator" -> indicators.add(indicator(column));
                default -> throw new IllegalArgumentException(line);
            }
        }
        return new Catalogue(measures, indicators);
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

    private static Indicator indicator(String[] column) {
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
                formula.isQuotient() ? TimeAggregation.RATIO_OF_SUMS : TimeAggregation.SUM,
                activity);
    }
}
