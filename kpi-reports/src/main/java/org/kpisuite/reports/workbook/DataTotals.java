package org.kpisuite.reports.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.catalogue.Dimensions;

/**
 * What the sums over the sheet Data come to, added up while its rows go by: no row is kept.
 *
 * <p>In binary, as a spreadsheet adds: this is the other implementation that the scorecard is checked against.
 */
final class DataTotals {
    private final String unit;
    private final Map<DataWant, Map<String, double[]>> sums = new LinkedHashMap<>();
    private final Map<String, List<DataWant>> byMeasure = new HashMap<>();
    private final Map<Long, Long> imports = new HashMap<>();
    private long rows;
    private double total;

    DataTotals(String unit) {
        this.unit = unit;
    }

    void want(DataWant want) {
        if (sums.putIfAbsent(want, new HashMap<>()) == null) {
            byMeasure.computeIfAbsent(want.measure(), m -> new ArrayList<>()).add(want);
        }
    }

    /** Takes a row in; answers its key: of which sums it is the last row. */
    String take(FactLine line) {
        double value = line.value().doubleValue();
        rows++;
        total += value;
        imports.merge(line.importId(), 1L, Long::sum);
        String key = "";
        for (DataWant want : byMeasure.getOrDefault(line.measure(), List.of())) {
            if (want.takes(line, unit)) {
                sums.get(want).computeIfAbsent(line.dims(), d -> new double[1])[0] += value;
                String own = want.key();
                key = own.isEmpty() || key.contains(own) ? key : key.isEmpty() ? own : key + "; " + own;
            }
        }
        return key;
    }

    long rows() {
        return rows;
    }

    /** How many rows each import brought. */
    Map<Long, Long> imports() {
        return imports;
    }

    /** Of all values, whatever they measure: only changed rows change it. */
    double total() {
        return total;
    }

    /** What {@code SUMIFS} with {@link #dims} comes to; empty where no row counts. */
    OptionalDouble sum(DataWant want) {
        Map<String, double[]> found = sums.getOrDefault(want, Map.of());
        double[] exact = found.get(want.dims());
        if (exact != null) {
            return OptionalDouble.of(exact[0]);
        }
        Set<String> parts = parts(want);
        return parts.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        parts.stream().mapToDouble(p -> found.get(p)[0]).sum());
    }

    /** The criterion for the dimensions of a sum: themselves, else of each part any value: {@code channel=*}. */
    String dims(DataWant want) {
        if (sums.getOrDefault(want, Map.of()).containsKey(want.dims())) {
            return escaped(want.dims());
        }
        Map<String, String> fixed = Dimensions.parse(want.dims());
        return breakdown(parts(want).iterator().next()).stream()
                .map(name -> name + "=" + (fixed.containsKey(name) ? escaped(fixed.get(name)) : "*"))
                .collect(Collectors.joining(";"));
    }

    /** The dimensions of the least breakdown; none where there are several or where they cannot be told by a pattern. */
    private Set<String> parts(DataWant want) {
        Set<String> parts = sums.getOrDefault(want, Map.of()).keySet().stream()
                .filter(want::isOf)
                .collect(Collectors.toSet());
        long breakdowns = parts.stream().map(DataTotals::breakdown).distinct().count();
        return breakdowns == 1 ? parts : Set.of();
    }

    private static Set<String> breakdown(String dims) {
        return Dimensions.parse(dims).keySet();
    }

    private static String escaped(String text) {
        return text.replace("~", "~~").replace("*", "~*").replace("?", "~?");
    }
}
