package org.kpisuite.reports.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.scorecard.Explanation.Step;

/**
 * What a formula wants of the rows on the sheet Data: a measure over some days, by its rule over time.
 *
 * @param dims dimensions as stored; empty for the total
 * @param own whether only rows of the scorecard's own unit count
 * @param last by unit the day of the last row, where only that counts; else empty
 */
record DataWant(
        String measure, String dims, TimeAggregation rule, DayRange days, boolean own, Map<String, LocalDate> last) {
    DataWant {
        last = Map.copyOf(last);
    }

    /** Of a measure as it was explained; empty where no sum of rows makes its value, as of a mean. */
    static Optional<DataWant> of(Step measure, String unit) {
        TimeAggregation rule = TimeAggregation.valueOf(String.valueOf(measure.aggregation()));
        boolean sums =
                switch (rule) {
                    case SUM, LAST, RECOUNT, CHAIN, NONE -> true;
                    case FIRST, AVG_T, RATIO_OF_SUMS, WAVG -> false;
                };
        if (!sums || measure.value() == null) {
            return Optional.empty();
        }
        String subject = measure.subject();
        int dims = subject.indexOf('[');
        boolean own = measure.inputs().stream().allMatch(u -> u.subject().equals(unit));
        return Optional.of(new DataWant(
                dims < 0 ? subject : subject.substring(0, dims),
                dims < 0 ? "" : subject.substring(dims + 1, subject.length() - 1),
                rule,
                measure.days(),
                own,
                rule == TimeAggregation.LAST ? last(measure) : Map.of()));
    }

    private static Map<String, LocalDate> last(Step measure) {
        Map<String, LocalDate> last = new HashMap<>();
        List<FactSlice> slices = new ArrayList<>(measure.allSlices());
        slices.sort(Comparator.comparing(FactSlice::lastDay));
        slices.forEach(s -> last.put(s.unit(), s.lastDay()));
        return last;
    }

    /** Whether a row of the measure counts, whatever its dimensions. */
    boolean takes(FactLine line, String unit) {
        if (own && !line.unit().equals(unit)) {
            return false;
        }
        DayRange row = line.period().days();
        return switch (rule) {
            case SUM -> days.encloses(row);
            case LAST -> isLast(line);
            default -> days.equals(row);
        };
    }

    private boolean isLast(FactLine line) {
        LocalDate day = last.get(line.unit());
        return day != null
                && (line.period().granularity() == Granularity.DAY
                        ? line.period().start().equals(day)
                        : line.period().days().contains(day));
    }

    /** Whether rows of these dimensions may be parts of it. */
    boolean isOf(String other) {
        return Dimensions.isWithin(other, dims);
    }

    /** What the key of its last rows says; empty where all rows count. */
    String key() {
        return last.isEmpty() ? "" : "%s %s..%s".formatted(rule, days.start(), days.endInclusive());
    }
}
