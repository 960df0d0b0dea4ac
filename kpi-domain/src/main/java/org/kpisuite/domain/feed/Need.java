package org.kpisuite.domain.feed;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/**
 * A base measure that a plan in force cannot be scored without.
 *
 * @param plan quarter of the plan
 * @param item of the plan, as its key names it; the first of several that need the same
 * @param dims dimensions as stored, {@code channel=social}; empty for the total
 * @param granularity in which the indicator wants it; null for any
 * @param source code of the source that the plan or the indicator names; null where neither does
 * @param lagDays working days after a period until it is due; null where that of the source holds
 * @param maturityDays days for which a cohort ages before it can be counted at all; 0 for what is no mature part
 * @param owner who answers for the data, as the catalogue or the plan names them; null where neither does
 */
public record Need(
        String unit,
        Period plan,
        String item,
        String measure,
        String dims,
        @Nullable Granularity granularity,
        @Nullable String source,
        @Nullable Integer lagDays,
        int maturityDays,
        @Nullable String owner) {

    Optional<Granularity> wanted() {
        return Optional.ofNullable(granularity);
    }
}
