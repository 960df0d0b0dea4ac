package org.kpisuite.ejb.scorecard;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.scorecard.FactNeeds;
import org.kpisuite.domain.scorecard.PastAssembler;
import org.kpisuite.domain.scorecard.PlanPast;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.actual.StorageException;
import org.kpisuite.ejb.storage.Migrations;

/** Reads what a plan is held against: its items in earlier periods, as a scorecard reads them. Behind the boundaries. */
@ApplicationScoped
public class PastReader {
    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private Directory directory;

    @Inject
    private Clock clock;

    @Inject
    private KnownReader reader;

    /** The past of a plan, in force or not, as known now. */
    @Transactional(Transactional.TxType.REQUIRED)
    public PastAssembler of(Plan plan) {
        PlanPast past = new PlanPast(plan.period(), directory.today());
        Known known = reader.at(new ScorecardQuery(plan.unit(), past.last(), clock.instant()));
        try (Connection connection = database.getConnection()) {
            return read(plan, past, known, connection);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    static PastAssembler read(Plan plan, PlanPast past, Known known, Connection connection) throws SQLException {
        FactNeeds needs = past.needs(known.definitions(), plan, known.rules());
        Known.Read read = known.read(connection, needs);
        return new PastAssembler(known.grounds(read.facts(), needs.whole(), List.of()), past);
    }
}
