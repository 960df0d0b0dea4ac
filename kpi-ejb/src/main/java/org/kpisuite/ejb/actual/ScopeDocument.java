package org.kpisuite.ejb.actual;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.SnapshotScope;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.KpiException;

/**
 * Reads from a profile's document whether its files are full snapshots, and of what.
 *
 * <pre>
 * "fullSnapshot": true, "source": "CRM",
 * "scope": {"units": ["MKT"], "measures": ["LEADS"], "from": "2026-01", "to": "2026-12-31"}
 * </pre>
 */
final class ScopeDocument {
    private ScopeDocument() {}

    /** The scope; null where the files say only what they say. A scope that is switched off must be readable, too. */
    static @Nullable SnapshotScope read(Fields fields, boolean asksUnit) {
        boolean full = fields.flag("fullSnapshot", false);
        if (!full && !fields.has("scope")) {
            return null;
        }
        Fields scope = fields.object("scope").only("units", "measures", "from", "to");
        Set<String> units = asksUnit ? none(scope) : some(scope, "units");
        LocalDate from = day(scope, "from", Period::start);
        LocalDate to = day(scope, "to", Period::endInclusive);
        if (from != null && to != null && to.isBefore(from)) {
            scope.refuse("to", ">= " + from);
        }
        if (full && !fields.has("source")) {
            fields.text("source");
        }
        SnapshotScope read = new SnapshotScope(units, some(scope, "measures"), from, to);
        return full ? read : null;
    }

    /** Where the sender says of which unit a file is, the scope is that unit. */
    private static Set<String> none(Fields scope) {
        if (scope.has("units")) {
            scope.refuse("units", "—");
        }
        return Set.of();
    }

    private static Set<String> some(Fields scope, String name) {
        List<String> codes = scope.texts(name);
        if (codes.isEmpty() && scope.has(name)) {
            scope.refuse(name, "[\"…\"]");
        }
        return Set.copyOf(codes);
    }

    private static @Nullable LocalDate day(Fields scope, String name, Function<Period, LocalDate> bound) {
        if (!scope.has(name)) {
            return null;
        }
        try {
            return bound.apply(Period.parse(scope.text(name)));
        } catch (KpiException e) {
            scope.refuse(name, "2026, 2026-Q1, 2026-01, 2026-01-31");
            return null;
        }
    }
}
