package org.kpisuite.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * Which page of a list is asked for.
 *
 * @param next the {@code next} of the page before; empty for the first
 * @param limit rows, 1 to what the list allows
 */
record PageAsked(Optional<Long> next, int limit) {
    private static final String WHOLE = "\\d{1,18}";

    /**
     * As the address says it: more rows than a page has are as many as it has.
     *
     * @throws KpiException E-FIELD-VALUE for what is no whole number, all at once
     */
    static PageAsked of(@Nullable String next, @Nullable String limit, int usual, int max) {
        List<Refusal> refusals = new ArrayList<>();
        check("next", next, refusals);
        check("limit", limit, refusals);
        if (!refusals.isEmpty()) {
            throw new KpiException(refusals);
        }
        long rows = limit == null ? usual : Long.parseLong(limit);
        return new PageAsked(Optional.ofNullable(next).map(Long::valueOf), (int) Math.max(1, Math.min(rows, max)));
    }

    private static void check(String name, @Nullable String given, List<Refusal> refusals) {
        if (given != null && !given.matches(WHOLE)) {
            refusals.add(Refusal.ofField(Code.E_FIELD_VALUE, name, given, name, given, "0, 1, 2, …"));
        }
    }
}
