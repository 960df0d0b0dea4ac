package org.kpisuite.domain.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * A base measure: imported, never computed. Source: domain specification §1.1.
 *
 * @param currency ISO 4217 of a money measure with a currency of its own; null for the currency of the unit
 * @param granularity coarsest delivery accepted; null for any
 * @param weekSplit what a week gives to the months that it straddles
 * @param sourcePriority codes of sources; where several deliver the same, the first of them counts. Sources that are not
 *     named come after all that are, equal among themselves
 */
public record Measure(
        String code,
        LocalizedText name,
        MeasureKind kind,
        UnitKind unitKind,
        @Nullable String currency,
        @Nullable Granularity granularity,
        Aggregation aggregation,
        WeekSplit weekSplit,
        List<String> sourcePriority,
        Validity validity)
        implements Definition {

    public Measure {
        sourcePriority = List.copyOf(sourcePriority);
    }

    /** One as it is shipped: weeks stay whole, and no source goes before another. */
    public Measure(
            String code,
            LocalizedText name,
            MeasureKind kind,
            UnitKind unitKind,
            @Nullable String currency,
            @Nullable Granularity granularity,
            TimeAggregation timeAggregation) {
        this(
                code,
                name,
                kind,
                unitKind,
                currency,
                granularity,
                Aggregation.of(timeAggregation),
                WeekSplit.NONE,
                List.of(),
                Validity.SHIPPED);
    }

    /** The aggregation over time that a kind of measure has unless told otherwise (domain specification §2.1). */
    public static TimeAggregation defaultAggregation(MeasureKind kind) {
        return switch (kind) {
            case FLOW, COHORT -> TimeAggregation.SUM;
            case STOCK -> TimeAggregation.LAST;
            case DISTINCT -> TimeAggregation.RECOUNT;
            case RATE -> TimeAggregation.NONE;
        };
    }

    @Override
    public Kind entryKind() {
        return Kind.MEASURE;
    }

    public TimeAggregation timeAggregation() {
        return aggregation.time();
    }

    public OrgAggregation orgAggregation() {
        return aggregation.org();
    }

    /** Code of the flow that weighs a {@link TimeAggregation#WAVG}. */
    public Optional<String> weight() {
        return aggregation.weightCode();
    }

    public Optional<String> ownCurrency() {
        return Optional.ofNullable(currency);
    }

    public Optional<Granularity> delivery() {
        return Optional.ofNullable(granularity);
    }

    @Override
    public Measure with(Validity other) {
        return new Measure(
                code, name, kind, unitKind, currency, granularity, aggregation, weekSplit, sourcePriority, other);
    }

    public Measure with(Aggregation other) {
        return new Measure(
                code, name, kind, unitKind, currency, granularity, other, weekSplit, sourcePriority, validity);
    }

    public Measure with(WeekSplit other) {
        return new Measure(
                code, name, kind, unitKind, currency, granularity, aggregation, other, sourcePriority, validity);
    }

    public Measure with(List<String> priority) {
        return new Measure(
                code, name, kind, unitKind, currency, granularity, aggregation, weekSplit, priority, validity);
    }

    @Override
    public List<Refusal> refusals() {
        TimeAggregation time = timeAggregation();
        return new FieldCheck()
                .code(code)
                .name("name", name)
                .currency(currency, unitKind == UnitKind.MONEY)
                .and(aggregation.refusals())
                .require(isPossible(time), "timeAggregation", time, possible())
                .require(
                        weekSplit == WeekSplit.NONE || kind == MeasureKind.FLOW,
                        "weekSplit",
                        weekSplit,
                        "NONE; BY_DAYS: FLOW")
                .require(
                        sourcePriority.stream().distinct().count() == sourcePriority.size(),
                        "sourcePriority",
                        sourcePriority,
                        "CRM, ADS, MANUAL")
                .validity(validity)
                .found();
    }

    private boolean isPossible(TimeAggregation time) {
        return possible().contains(time.name());
    }

    /** The rules over time that make sense of a kind (domain specification §2.3). */
    private String possible() {
        return switch (kind) {
            case FLOW, COHORT -> "SUM, RECOUNT, NONE";
            case STOCK -> "LAST, FIRST, AVG_T, RECOUNT, NONE";
            case DISTINCT -> "RECOUNT, NONE";
            case RATE -> "WAVG(MEASURE), CHAIN, RECOUNT, LAST, NONE";
        };
    }
}
