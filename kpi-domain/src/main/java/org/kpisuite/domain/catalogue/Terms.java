package org.kpisuite.domain.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What an indicator may have beyond its formula, each with a usual value.
 *
 * @param currency ISO 4217 of a money indicator with a currency of its own; null for that of its measures
 * @param activity measures what was done, not what came of it; never scored (lint L07)
 * @param quantity is worth nothing without quality: scored only with a pair or a gate (lint L11)
 */
public record Terms(
        @Nullable String currency,
        MissingPolicy missingPolicy,
        Feed feed,
        Bounds bounds,
        Stewardship stewardship,
        boolean activity,
        boolean quantity) {
    public static final Terms USUAL =
            new Terms(null, MissingPolicy.NULL, Feed.ANY, Bounds.NONE, Stewardship.NONE, false, false);

    public Terms with(MissingPolicy other) {
        return new Terms(currency, other, feed, bounds, stewardship, activity, quantity);
    }

    public Terms with(Feed other) {
        return new Terms(currency, missingPolicy, other, bounds, stewardship, activity, quantity);
    }

    public Terms with(Bounds other) {
        return new Terms(currency, missingPolicy, feed, other, stewardship, activity, quantity);
    }

    public Terms marked(boolean asActivity, boolean asQuantity) {
        return new Terms(currency, missingPolicy, feed, bounds, stewardship, asActivity, asQuantity);
    }
}
