package org.kpisuite.domain.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for an indicator.
 *
 * @param businessProcess which process of the company it belongs to
 * @param owner who answers for its value
 * @param steward who answers for its definition and data
 * @param personalData whether its facts are about single persons
 */
public record Stewardship(
        @Nullable String businessProcess,
        @Nullable String owner,
        @Nullable String steward,
        boolean personalData) {
    public static final Stewardship NONE = new Stewardship(null, null, null, false);
}
