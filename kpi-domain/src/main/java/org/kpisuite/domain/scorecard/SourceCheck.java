package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.catalogue.TimeAggregation;

/**
 * Whether the delivered rows behind a measure make its value by its rule: the control total of an explanation.
 *
 * <p>Flows and counts are the sum of all rows; states the sum of the last (or first) row of each series. Means are not
 * sums, so nothing is claimed of them. Unit: that of the measure, unrounded. Source: domain specification §2.3.
 *
 * @param total of the rows by the rule
 */
public record SourceCheck(Outcome outcome, BigDecimal total) {

    /** What the comparison came to. */
    public enum Outcome {
        /** The rows make exactly the value. */
        EQUAL,
        /** They do not, and nothing known explains it. */
        DIFFERENT,
        /** Amounts of other currencies stand between the rows and the value. */
        CONVERTED,
        /** Weeks count with their share of days. */
        SPLIT,
        /** The value is a mean: it is no sum of rows. */
        MEAN,
        /** There is no value to compare with. */
        NO_VALUE
    }

    /** One delivered row: the days it stands for and its value. */
    public record Row(DayRange days, BigDecimal value) {
        LocalDate start() {
            return days.start();
        }

        LocalDate end() {
            return days.endInclusive();
        }
    }

    /** A slice and the rows that it was made of. */
    public record Taken(FactSlice slice, List<Row> rows) {
        public Taken {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Compares the rows of a measure with its value.
     *
     * @param aggregation the rule by which the measure was read
     * @param value of the measure; null for none
     * @param foreign whether any row is in another currency than the value
     */
    public static SourceCheck of(
            TimeAggregation aggregation, @Nullable BigDecimal value, Collection<Taken> taken, boolean foreign) {
        BigDecimal total = taken.stream().map(t -> total(aggregation, t)).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (value == null) {
            return new SourceCheck(Outcome.NO_VALUE, total);
        }
        return new SourceCheck(
                value.compareTo(total) == 0 ? Outcome.EQUAL : difference(aggregation, taken, foreign), total);
    }

    private static BigDecimal total(TimeAggregation aggregation, Taken taken) {
        return switch (aggregation) {
            case LAST -> at(taken, Row::end, (a, b) -> a.isAfter(b) ? a : b);
            case FIRST -> at(taken, Row::start, (a, b) -> a.isBefore(b) ? a : b);
            default -> taken.rows().stream().map(Row::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        };
    }

    private interface Day {
        LocalDate of(Row row);
    }

    private static BigDecimal at(Taken taken, Day day, BinaryOperator<LocalDate> chosen) {
        LocalDate at = taken.rows().stream().map(day::of).reduce(chosen).orElse(LocalDate.MIN);
        return taken.rows().stream()
                .filter(r -> day.of(r).equals(at))
                .map(Row::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Outcome difference(TimeAggregation aggregation, Collection<Taken> taken, boolean foreign) {
        if (aggregation == TimeAggregation.AVG_T || aggregation == TimeAggregation.WAVG) {
            return Outcome.MEAN;
        }
        if (foreign) {
            return Outcome.CONVERTED;
        }
        return taken.stream().anyMatch(t -> t.slice().isEstimated()) ? Outcome.SPLIT : Outcome.DIFFERENT;
    }
}
