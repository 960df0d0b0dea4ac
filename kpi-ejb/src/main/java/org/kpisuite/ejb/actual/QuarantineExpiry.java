package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.kpisuite.domain.actual.Quarantined;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.ejb.calendar.PeriodRows;

/** Rejects what nobody decided on in time. */
final class QuarantineExpiry {
    /** So many are rejected at a time; the next time comes soon. */
    private static final int ROWS_MAX = 5_000;

    private final Connection connection;
    private final CompanyCalendar calendar;
    private final WorkingDays workingDays;
    private final ZoneId zone;

    QuarantineExpiry(Connection connection, CompanyCalendar calendar, WorkingDays workingDays, ZoneId zone) {
        this.connection = connection;
        this.calendar = calendar;
        this.workingDays = workingDays;
        this.zone = zone;
    }

    /** Those whose time is over; they are rejected by the system, with that reason. */
    List<Quarantined> run(Instant now, String reason) throws SQLException {
        new PeriodRows(connection).takeTurn();
        QuarantineRows rows = new QuarantineRows(connection, calendar);
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant atLeast = today.minusDays(Quarantined.OPEN_WORKING_DAYS)
                .atStartOfDay(zone)
                .toInstant();
        Quarantined.Step step = new Quarantined.Step(Quarantined.SYSTEM, now, reason);
        List<Quarantined> rejected = new ArrayList<>();
        for (Quarantined row : rows.openBefore(atLeast, ROWS_MAX)) {
            if (row.isOver(LocalDate.ofInstant(row.receivedAt(), zone), today, workingDays)) {
                Quarantined over = row.reject(step);
                rows.store(over);
                rejected.add(over);
            }
        }
        return rejected;
    }
}
