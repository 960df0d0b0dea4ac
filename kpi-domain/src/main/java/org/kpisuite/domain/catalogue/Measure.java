package org.kpisuite.domain.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * A base measure: imported, never computed.
 *
 * @param currency ISO 4217 of a money measure with a currency of its own; null for the currency of the unit
 * @param granularity coarsest delivery accepted; null for any
 */
public record Measure(
        String code,
        LocalizedText name,
        MeasureKind kind,
        UnitKind unitKind,
        @Nullable String currency,
        @Nullable Granularity granularity,
        TimeAggregation timeAggregation) {

    /** The aggregation over time that a kind of measure has unless told otherwise (domain specification §2.1). */
    public static TimeAggregation defaultAggregation(MeasureKind kind) {
        return switch (kind) {
            case FLOW, COHORT -> TimeAggregation.SUM;
            case STOCK -> TimeAggregation.LAST;
            case DISTINCT -> TimeAggregation.RECOUNT;
            case RATE -> TimeAggregation.NONE;
        };
    }

    public Optional<String> ownCurrency() {
        return Optional.ofNullable(currency);
    }

    public Optional<Granularity> delivery() {
        return Optional.ofNullable(granularity);
    }
}
