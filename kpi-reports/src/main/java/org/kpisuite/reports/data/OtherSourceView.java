package org.kpisuite.reports.data;

import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.OtherSource;

/**
 * What a source that does not count says of a measure of a unit, over the days that both delivered, as sent.
 *
 * @param source the one that counts
 * @param differsBy how far {@code otherValue} is from {@code value}, as a fraction of it; null where that is zero
 */
public record OtherSourceView(
        String measure,
        String unit,
        String source,
        String other,
        String value,
        String otherValue,
        @Nullable String differsBy) {

    public static OtherSourceView of(OtherSource other) {
        return new OtherSourceView(
                other.measure(),
                other.unit(),
                other.source(),
                other.other(),
                Numbers.text(other.value()),
                Numbers.text(other.otherValue()),
                other.difference().differsBy().map(Numbers::text).orElse(null));
    }
}
