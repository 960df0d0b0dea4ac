package org.kpisuite.ejb.calendar;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.kpisuite.domain.calendar.PeriodBook;
import org.kpisuite.domain.calendar.PeriodTransition;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/**
 * Writes down that reopenings have ended. They end by the clock, whether this runs or not: what it writes is the record
 * for the audit. Any node may do it, and does it once: the number of the record is taken.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
public class PeriodReclosing {
    private static final Logger LOG = Logger.getLogger(PeriodReclosing.class.getName());

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Every ten minutes. What goes wrong stays here: the next time finds what is left to do. */
    @Schedule(hour = "*", minute = "*/10", persistent = false)
    public void recordEnded() {
        try (Connection connection = database.getConnection()) {
            PeriodRows rows = new PeriodRows(connection);
            if (due(rows).isEmpty()) {
                return;
            }
            rows.takeTurn();
            List<PeriodTransition> due = due(rows);
            rows.append(due);
            due.forEach(t -> LOG.log(Level.INFO, "Reopening of {0} has ended", t.period()));
        } catch (SQLException e) {
            LOG.log(Level.SEVERE, e, () -> "Incident " + UUID.randomUUID() + " while reopenings were ended");
        }
    }

    private List<PeriodTransition> due(PeriodRows rows) throws SQLException {
        return new PeriodBook(rows.all(), clock.instant(), settings.zone()).due();
    }
}
