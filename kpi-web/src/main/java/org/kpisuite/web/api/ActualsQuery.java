package org.kpisuite.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.actual.ActualsExport;
import org.kpisuite.ejb.settings.Settings;

/** Which stored values a request asks for: {@code unit}, {@code measure}, {@code from}, {@code to}, {@code asOf}, {@code dim.x}. */
@ApplicationScoped
public class ActualsQuery {
    private static final String DIMENSION = "dim.";

    @Inject
    private AsOf asOf;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    /** Refuses E-FIELD-VALUE for a span that ends before it begins. */
    public ActualsExport.Wanted of(MultivaluedMap<String, String> given) {
        Map<String, String> dims = new TreeMap<>();
        given.forEach((name, values) -> {
            if (name.startsWith(DIMENSION)) {
                dims.put(name.substring(DIMENSION.length()), values.get(0));
            }
        });
        return new ActualsExport.Wanted(
                text(given, "unit"),
                text(given, "measure"),
                range(text(given, "from"), text(given, "to")),
                dims.isEmpty() ? null : dims,
                text(given, "asOf").map(asOf::parse).orElseGet(clock::instant));
    }

    private static Optional<String> text(MultivaluedMap<String, String> given, String name) {
        return Optional.ofNullable(given.getFirst(name)).filter(t -> !t.isBlank());
    }

    private DayRange range(Optional<String> from, Optional<String> to) {
        LocalDate first =
                from.map(f -> settings.calendar().parse(f).start()).orElse(LocalDate.of(Period.YEAR_MIN, 1, 1));
        LocalDate last =
                to.map(t -> settings.calendar().parse(t).endInclusive()).orElse(LocalDate.of(Period.YEAR_MAX, 12, 31));
        if (last.isBefore(first)) {
            throw new KpiException(Code.E_FIELD_VALUE, "to", to.orElse(""), ">= " + from.orElse(""));
        }
        return new DayRange(first, last);
    }
}
