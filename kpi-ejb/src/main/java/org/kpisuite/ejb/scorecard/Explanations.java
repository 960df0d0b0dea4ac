package org.kpisuite.ejb.scorecard;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.actual.SourceRows;
import org.kpisuite.ejb.actual.StorageException;
import org.kpisuite.ejb.actual.StoredFact;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/** How the numbers of a scorecard came about, down to the rows of the files that brought them. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class Explanations {
    @Inject
    private ScorecardReader reader;

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @EJB
    private Caller caller;

    /**
     * The tree of a line: {@code LEADS}, or {@code LEADS[channel=social]} as the plan has it.
     *
     * <p>Refuses E-NOT-FOUND for a unit that the caller may not read, and for a line that there is not.
     */
    public Explanation of(String unit, Period period, String item, Optional<Instant> asOf) {
        return explained(unit, period, item, asOf).explanation();
    }

    private ScorecardReader.Explained explained(String unit, Period period, String item, Optional<Instant> asOf) {
        caller.requireReadable(unit);
        ScorecardQuery query = new ScorecardQuery(unit, period, asOf.orElseGet(clock::instant));
        return reader.explained(query, item).orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, item));
    }

    /** The delivered rows behind the actual of a line, at most {@link SourceRows#ROWS_MAX}, by unit and period. */
    public List<StoredFact> rows(String unit, Period period, String item, Optional<Instant> asOf) {
        Explanation explanation = of(unit, period, item, asOf);
        try (Connection connection = database.getConnection()) {
            return new SourceRows(connection, settings.calendar()).of(explanation.slices(), explanation.asOf());
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** The same tree with the delivered rows beside each measure, and whether they make its value. */
    public Trace trace(String unit, Period period, String item, Optional<Instant> asOf) {
        ScorecardReader.Explained explained = explained(unit, period, item, asOf);
        Explanation explanation = explained.explanation();
        try (Connection connection = database.getConnection()) {
            return new MeasureTracing(explained.catalogue(), explained.tree())
                    .of(
                            explanation,
                            new SourceRows(connection, settings.calendar())
                                    .bySlice(explanation.slices(), explanation.asOf()));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
