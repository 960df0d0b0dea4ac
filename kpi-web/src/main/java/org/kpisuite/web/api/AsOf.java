package org.kpisuite.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.settings.Settings;

/** Reads as-of instants: with an offset, or a bare date, which is its following midnight in the company's zone. */
@ApplicationScoped
public class AsOf {
    private static final int DATE_LENGTH = 10;

    @Inject
    private Settings settings;

    /** Refuses E-FIELD-VALUE for anything else. */
    public Instant parse(String text) {
        try {
            return text.length() == DATE_LENGTH
                    ? LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(settings.zone())
                            .toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new KpiException(Code.E_FIELD_VALUE, "asOf", text, "2026-11-21, 2026-11-22T06:00:00+03:00");
        }
    }
}
