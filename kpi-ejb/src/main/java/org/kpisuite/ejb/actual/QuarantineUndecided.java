package org.kpisuite.ejb.actual;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.kpisuite.domain.actual.Quarantined;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.ejb.audit.AuditTrail;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/** Ends the time in which rows of the quarantine can be decided on. Any node may do it, as often as it likes. */
@Stateless
@PermitAll
public class QuarantineUndecided {
    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private AuditTrail audit;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Rejects what has been open for twenty working days; what that was. */
    public List<Quarantined> reject() {
        String reason =
                Messages.text(settings.locale(), "quarantine.expired", String.valueOf(Quarantined.OPEN_WORKING_DAYS));
        try (Connection connection = database.getConnection()) {
            List<Quarantined> rejected = new QuarantineExpiry(
                            connection, settings.calendar(), settings.workingDays(), settings.zone())
                    .run(clock.instant().truncatedTo(ChronoUnit.MICROS), reason);
            rejected.forEach(row -> audit.record(QuarantineDeed.of(row).by(Deed.SYSTEM)));
            return rejected;
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
