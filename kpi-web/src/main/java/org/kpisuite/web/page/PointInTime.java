package org.kpisuite.web.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** An as-of of the address: {@code 2026-11-21T06:00} or {@code 2026-11-21} in the company's zone, or an instant. */
final class PointInTime {
    private PointInTime() {}

    /**
     * The instant; empty for none given.
     *
     * @throws KpiException E-FIELD-VALUE for what is none of these
     */
    static Optional<Instant> of(@Nullable String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(text, zone));
        } catch (DateTimeException e) {
            throw new KpiException(Code.E_FIELD_VALUE, "asOf", text, "2026-11-21T06:00");
        }
    }

    private static Instant read(String text, ZoneId zone) {
        if (text.endsWith("Z")) {
            return Instant.parse(text);
        }
        return text.contains("T")
                ? LocalDateTime.parse(text).atZone(zone).toInstant()
                : LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant();
    }
}
