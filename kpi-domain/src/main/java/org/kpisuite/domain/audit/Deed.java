package org.kpisuite.domain.audit;

import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.quantity.CanonicalJson;

/**
 * Something that was done, as a use case tells it: {@code Deed.of(APPROVE, "plan", 17).in("SEO").from(…).to(…)}.
 *
 * <p>Never with a secret: neither passwords nor tokens nor their hashes.
 *
 * @param action name of an {@link AuditAction}
 * @param object kind and id, {@code plan/17}, {@code period/2026-Q3}, {@code person/anna}
 * @param unit whose readers may know of it; empty: the whole company's
 * @param by login of whoever did it; empty: whoever calls
 * @param onBehalfOf login of the principal for whom a delegate acted
 * @param before canonical JSON of what was there; empty where nothing was
 * @param after canonical JSON of what is there now
 */
public record Deed(
        String action,
        String object,
        Optional<String> unit,
        Optional<String> by,
        Optional<String> onBehalfOf,
        Optional<String> before,
        Optional<String> after) {
    /** Who does what nobody asked for: jobs. */
    public static final String SYSTEM = "system";

    private static final Optional<String> NONE = Optional.empty();

    /** Something done by whoever calls, to an object of a kind. */
    public static Deed of(AuditAction action, String kind, Object id) {
        return new Deed(action.name(), kind + '/' + id, NONE, NONE, NONE, NONE, NONE);
    }

    public Deed in(String unitCode) {
        return new Deed(action, object, Optional.of(unitCode), by, onBehalfOf, before, after);
    }

    public Deed by(String login) {
        return new Deed(action, object, unit, Optional.of(login), onBehalfOf, before, after);
    }

    public Deed onBehalfOf(String login) {
        return new Deed(action, object, unit, by, Optional.of(login), before, after);
    }

    /** With what was there before: names with texts, decimals, numbers, lists and further names. */
    public Deed from(Map<String, ?> value) {
        return new Deed(action, object, unit, by, onBehalfOf, Optional.of(CanonicalJson.of(value)), after);
    }

    /** With what is there now. */
    public Deed to(Map<String, ?> value) {
        return new Deed(action, object, unit, by, onBehalfOf, before, Optional.of(CanonicalJson.of(value)));
    }
}
