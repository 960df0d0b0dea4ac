package org.kpisuite.ejb.scorecard;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.scorecard.FactNeeds;
import org.kpisuite.domain.scorecard.PlanPast;
import org.kpisuite.domain.scorecard.ScorecardAssembler;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.actual.StorageException;
import org.kpisuite.ejb.storage.Migrations;

/** Reads what the items of a draft came to in earlier quarters, as a scorecard reads it. Behind the boundaries. */
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

    /** Values of the last four quarters by item key, those without data left out. */
    @Transactional(Transactional.TxType.REQUIRED)
    public Map<String, List<BigDecimal>> of(Plan draft) {
        PlanPast past = PlanPast.before(draft.period(), directory.today());
        Known known = reader.at(new ScorecardQuery(draft.unit(), past.last(), clock.instant()));
        try (Connection connection = database.getConnection()) {
            return values(draft, past, known, connection);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    static Map<String, List<BigDecimal>> values(Plan draft, PlanPast past, Known known, Connection connection)
            throws SQLException {
        FactNeeds needs = past.needs(known.definitions(), draft, known.rules());
        Known.Read read = known.read(connection, needs);
        return past.of(draft, new ScorecardAssembler(known.grounds(read.facts(), needs.whole(), List.of())));
    }
}
