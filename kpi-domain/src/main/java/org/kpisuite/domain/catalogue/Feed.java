package org.kpisuite.domain.catalogue;

import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;

/**
 * How the numbers of an indicator come in.
 *
 * @param granularity how often; null for any, then the finest delivered is meant
 * @param dataSource code of the source; null where it is left to the plan
 * @param sourceLagDays days after a period until its data are normally complete; null where that of the source holds
 * @param maturityDays days until a cohort is decided; null for what is no cohort
 * @param definitionId which rule of which tool counts, such as GA4; another rule is another series
 */
public record Feed(
        @Nullable Granularity granularity,
        @Nullable String dataSource,
        @Nullable Integer sourceLagDays,
        @Nullable Integer maturityDays,
        @Nullable String definitionId) {
    /** Whatever is delivered. */
    public static final Feed ANY = new Feed(null, null, null, null, null);
}
