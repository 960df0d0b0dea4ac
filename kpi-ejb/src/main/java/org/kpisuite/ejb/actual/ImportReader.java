package org.kpisuite.ejb.actual;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who asks for imports: everybody sees his own, and those of others if he has a right on every unit that they name. One that
 * names none, for it could not be read or is being read, is also seen by those who have a right on all units.
 *
 * <p>Source: domain specification §4.2.
 *
 * @param units codes of the units whose imports he may see
 */
record ImportReader(String login, Set<String> units) {
    private static final String SEEN = """
            (person = ? or (
                not exists (
                    select 1
                    from import_unit u
                    where u.import_id = coalesce(import_run.duplicate_of, import_run.id) and not (u.unit = any(?))
                )
                and (
                    exists (
                        select 1
                        from import_unit u
                        where u.import_id = coalesce(import_run.duplicate_of, import_run.id)
                    )
                    or not exists (select 1 from org_unit o where not (o.code = any(?)))
                )
            ))
            """;

    ImportReader {
        units = Set.copyOf(units);
    }

    /** What import_run must fulfil; its arguments are {@link #arguments}. */
    String condition() {
        return SEEN;
    }

    List<Object> arguments() {
        String[] codes = units.toArray(String[]::new);
        return List.of(login, codes, codes);
    }

    /** The arguments, and those that come after them. */
    Object[] argumentsAnd(Object... others) {
        List<Object> all = new ArrayList<>(arguments());
        all.addAll(List.of(others));
        return all.toArray();
    }
}
