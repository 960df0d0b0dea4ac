package org.kpisuite.ejb.calendar;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.kpisuite.domain.audit.Origin;
import org.kpisuite.domain.calendar.PeriodBook;
import org.kpisuite.domain.calendar.PeriodTransition;
import org.kpisuite.ejb.audit.AuditRows;
import org.kpisuite.ejb.storage.Migrations;

/**
 * Writes down that reopenings have ended. They end by the clock, whether this runs or not: what it writes is the record
 * of it, and the audit. Any node may do it, as often as it likes.
 */
@Stateless
@PermitAll
public class PeriodReclosing {
    private static final Logger LOG = Logger.getLogger(PeriodReclosing.class.getName());

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    private Clock clock;

    /** For the container's own use. */
    public PeriodReclosing() {}

    @Inject
    PeriodReclosing(Clock clock) {
        this.clock = clock;
    }

    /** Over another database than the container's. */
    public static PeriodReclosing over(DataSource database, Clock clock) {
        PeriodReclosing reclosing = new PeriodReclosing(clock);
        reclosing.database = database;
        return reclosing;
    }

    /** Writes down what has ended since the last time. */
    public void recordEnded() {
        try (Connection connection = database.getConnection()) {
            PeriodRows rows = new PeriodRows(connection);
            if (due(rows).isEmpty()) {
                return;
            }
            rows.takeTurn();
            List<PeriodTransition> due = due(rows);
            rows.append(due);
            new AuditRows(connection)
                    .append(
                            due.stream()
                                    .map(t -> new AuditRows.Entry(Origin.job(t.by()), PeriodDeed.of(t)))
                                    .toList(),
                            clock.instant());
            due.forEach(t -> LOG.log(Level.INFO, "The reopening of {0} has ended", t.period()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is due hangs on instants alone; the zone only says what day it is. */
    private List<PeriodTransition> due(PeriodRows rows) throws SQLException {
        return new PeriodBook(rows.all(), clock.instant(), ZoneOffset.UTC).due();
    }
}
