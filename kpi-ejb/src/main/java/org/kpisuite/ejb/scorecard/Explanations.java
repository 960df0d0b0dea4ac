package org.kpisuite.ejb.scorecard;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.actual.FactRevisions;
import org.kpisuite.ejb.actual.ImportMarks;
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

    @EJB
    private Caller caller;

    /**
     * The tree of a line: {@code LEADS}, or {@code LEADS[channel=social]} as the plan has it.
     *
     * <p>Refuses E-NOT-FOUND for a unit that the caller may not read, and for a line that there is not.
     */
    public Explanation of(ScorecardQuery query, String item) {
        return explained(query, item).explanation();
    }

    private ScorecardReader.Explained explained(ScorecardQuery query, String item) {
        caller.requireReadable(query.unit());
        return reader.explained(query, item).orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, item));
    }

    /**
     * The delivered rows behind the actual of a line, at most {@link SourceRows#ROWS_MAX}, by unit and period; those of units
     * that the caller may not read are counted, not told.
     */
    public Provenance provenance(ScorecardQuery query, String item) {
        Explanation explanation = of(query, item);
        Set<String> readable = caller.readableUnits();
        try (Connection connection = database.getConnection()) {
            SourceRows behind = new SourceRows(connection, settings.calendar());
            List<StoredFact> all = behind.of(explanation.slices(), explanation.asOf());
            List<StoredFact> told =
                    all.stream().filter(f -> readable.contains(f.unit())).toList();
            Map<StoredFact, List<StoredFact>> others = behind.others(told, explanation.asOf());
            FactRevisions past = new FactRevisions(connection);
            List<Provenance.Row> rows = new ArrayList<>();
            for (StoredFact fact : told) {
                rows.add(new Provenance.Row(
                        fact,
                        others.getOrDefault(fact, List.of()),
                        fact.revision() == 1 ? List.of() : past.of(fact.key(), fact.source(), explanation.asOf())));
            }
            Set<Long> imports = told.stream().map(StoredFact::importId).collect(Collectors.toSet());
            return new Provenance(explanation, rows, new ImportMarks(connection).of(imports), all.size() - told.size());
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /**
     * The same tree with the delivered rows beside each measure, and whether they make its value; rows of units that the
     * caller may not read are counted, not told.
     */
    public Trace trace(ScorecardQuery query, String item) {
        ScorecardReader.Explained explained = explained(query, item);
        Explanation explanation = explained.explanation();
        try (Connection connection = database.getConnection()) {
            return new MeasureTracing(explained.catalogue(), explained.tree())
                    .of(
                            explanation,
                            new SourceRows(connection, settings.calendar())
                                    .bySlice(
                                            explanation.traced().stream()
                                                    .flatMap(s -> s.allSlices().stream())
                                                    .distinct()
                                                    .toList(),
                                            explanation.asOf()))
                    .cutTo(caller.readableUnits());
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
