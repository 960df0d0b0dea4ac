package org.kpisuite.domain.leadlag;

import org.kpisuite.domain.quantity.LocalizedText;

/** Something that must be said beside a verdict: why it is no better, what was left out, what would change it. */
public record LagNote(Kind kind, LocalizedText text) {
    public enum Kind {
        /** Fewer than 24 usable points: at most WEAK. */
        INDICATIVE,
        /** Seasonal, but fewer than three seasons are spanned: at most WEAK. */
        SEASONALITY_NOT_CONTROLLED,
        /** Declared non-seasonal, but both repeat themselves after a season: at most WEAK. */
        SEASON_LEFT,
        /** Seasonal: what both share of the season can look like a lead even after it was taken out. */
        SHARED_SEASON,
        /** The largest correlation lies at the longest lag looked at: at most WEAK. */
        PEAK_AT_EDGE,
        /** Ranks do not show what values show: at most WEAK. */
        OUTLIERS,
        UNSTABLE,
        /** The link has the sign that was not expected. */
        WRONG_SIGN,
        /** Each foretells the other by one period. */
        FEEDBACK,
        /** Somewhere the other direction shows a link as large: not a lead. */
        REVERSE_LARGER,
        /** The other direction shows a link. */
        REVERSE_SIDE,
        /** The response takes several periods. */
        SPREAD,
        /** The lag found is not the declared one. */
        OTHER_LAG,
        /** The declared lag is longer than the data let anybody look: nothing was found out about it. */
        LAG_NOT_TRIED,
        /** Not all lags that were held plausible could be looked at. */
        LAGS_CUT,
        GAPS,
        DEFINITION_BREAK,
        /** Enough periods, but gaps leave too few pairs. */
        TOO_FEW_PAIRS
    }
}
