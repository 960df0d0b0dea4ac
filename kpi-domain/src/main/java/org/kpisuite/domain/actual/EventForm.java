package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Given.Asked;
import org.kpisuite.domain.calendar.Granularity;

/**
 * A file with one row an event (a purchase, a lead, an answer, a day of a campaign), and the measures counted of it.
 *
 * @param date of an event, where a measure has no date of its own
 * @param currency of the money of an event; null where the profile says it
 * @param checks filters that every counted row must pass; one that does not is refused, not passed over
 */
public record EventForm(
        Given unit,
        PeriodGiven date,
        Map<String, Given> dims,
        @Nullable Given currency,
        List<RowFilter> checks,
        List<EventMeasure> measures,
        Skipped skipped)
        implements RowForm {

    public EventForm {
        dims = Map.copyOf(dims);
        checks = List.copyOf(checks);
        measures = List.copyOf(measures);
    }

    /** How many, how many different ones, how much; or the one number that a row gives and no other row may. */
    public enum Aggregate {
        COUNT,
        COUNT_DISTINCT,
        SUM,
        ONE
    }

    /**
     * One measure of an event file.
     *
     * @param column that is summed or whose different values are counted; null for COUNT
     * @param date of the event that is counted, such as the day a lead was qualified; an event that has none is not
     *     counted. Null for the date of the form: a won deal by the day its lead came, as cohorts are counted
     * @param filters that an event must pass, all of them
     * @param granularities of the facts made; a distinct count must be made for each that is wanted, it never adds up
     * @param zeros an event that does not pass the filters makes its period known with zero, so that a count that fell
     *     back to nothing is corrected by the next file
     * @param dims of this measure; null for those of the form. What adds up over nothing must keep rows apart
     * @param factor of what is summed: −1 for what reduces it, such as a tax in the revenue of a ledger
     */
    public record EventMeasure(
            String measure,
            Aggregate aggregate,
            @Nullable ColumnName column,
            @Nullable PeriodGiven date,
            List<RowFilter> filters,
            Set<Granularity> granularities,
            boolean zeros,
            @Nullable Map<String, Given> dims,
            BigDecimal factor) {

        public EventMeasure {
            dims = dims == null ? null : Map.copyOf(dims);
            filters = List.copyOf(filters);
            granularities = Set.copyOf(granularities);
            if ((column == null) != (aggregate == Aggregate.COUNT)) {
                throw new IllegalArgumentException(aggregate + " of " + column);
            }
        }

        /** One by the date of the form, without zeros. */
        public EventMeasure(
                String measure,
                Aggregate aggregate,
                @Nullable ColumnName column,
                List<RowFilter> filters,
                Set<Granularity> granularities) {
            this(measure, aggregate, column, null, filters, granularities, false, null, BigDecimal.ONE);
        }

        private Stream<ColumnName> columns() {
            return Stream.of(
                            Stream.ofNullable(column),
                            Stream.ofNullable(date).flatMap(d -> d.text().columns()),
                            dims == null ? Stream.<ColumnName>empty() : RowForm.named(dims),
                            filters.stream().map(RowFilter::column))
                    .flatMap(s -> s);
        }
    }

    @Override
    public Stream<ColumnName> required() {
        return Stream.of(
                        unit.columns(),
                        measures.stream().allMatch(m -> m.date() != null)
                                ? Stream.<ColumnName>empty()
                                : date.text().columns(),
                        RowForm.named(dims),
                        Stream.ofNullable(currency).flatMap(Given::columns),
                        checks.stream().map(RowFilter::column),
                        measures.stream().flatMap(EventMeasure::columns))
                .flatMap(s -> s);
    }

    @Override
    public String word() {
        return "EVENT";
    }

    @Override
    public boolean asksUnit() {
        return unit instanceof Asked;
    }

    @Override
    public EventForm ofUnit(Optional<String> told) {
        return new EventForm(unit.told(told), date, dims, currency, checks, measures, skipped);
    }

    @Override
    public Intake intake(SourceRecord header, IntakeContext context, Findings findings) {
        return new EventIntake(new FormColumns(header, context, findings), this, context, findings);
    }
}
