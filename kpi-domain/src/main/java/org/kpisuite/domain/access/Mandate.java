package org.kpisuite.domain.access;

import org.jspecify.annotations.Nullable;

/**
 * In which role somebody acts, and for whom.
 *
 * @param onBehalfOf whose right it is; null where it is one's own
 */
public record Mandate(Role role, @Nullable String onBehalfOf) {}
