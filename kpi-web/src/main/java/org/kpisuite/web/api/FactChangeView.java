package org.kpisuite.web.api;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.ejb.actual.FactChange;

/**
 * What an import does to one fact, as sent.
 *
 * @param row null for what a full snapshot deletes because it is missing in the file
 * @param delta new minus old
 */
public record FactChangeView(
        String kind,
        @Nullable Integer row,
        String unit,
        String measure,
        Map<String, String> dims,
        String period,
        String scenario,
        String source,
        @Nullable String old,
        @JsonbProperty("new") @Nullable String value,
        @Nullable String delta) {

    static FactChangeView of(FactChange change) {
        return new FactChangeView(
                change.kind().name(),
                change.row() == 0 ? null : change.row(),
                change.unit(),
                change.measure(),
                Dimensions.parse(change.dims()),
                change.period().code(),
                change.scenario().name(),
                change.source(),
                change.old() == null ? null : Decimals.plain(change.old()),
                change.value() == null ? null : Decimals.plain(change.value()),
                change.delta().map(Decimals::plain).orElse(null));
    }
}
