package org.kpisuite.ejb.scorecard;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.ejb.actual.ImportMarks;
import org.kpisuite.ejb.actual.RowsBehind;
import org.kpisuite.ejb.actual.StorageException;
import org.kpisuite.ejb.actual.StoredFact;
import org.kpisuite.ejb.plan.PlanStore;
import org.kpisuite.ejb.plan.SignedLint;
import org.kpisuite.ejb.storage.Migrations;
import org.kpisuite.reports.data.ImportMark;
import org.kpisuite.reports.workbook.Evidence;
import org.kpisuite.reports.workbook.FactLine;

/** Reads what lies behind a scorecard, for its workbook. Behind the boundaries; rows are read while they are written. */
@ApplicationScoped
public class EvidenceReader {
    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    private ScorecardReader reader;
    private PlanStore plans;

    /** For the container's own use. */
    protected EvidenceReader() {}

    @Inject
    EvidenceReader(ScorecardReader reader, PlanStore plans) {
        this.reader = reader;
        this.plans = plans;
    }

    /** Over another database than the container's. */
    static EvidenceReader over(DataSource database, ScorecardReader reader, PlanStore plans) {
        EvidenceReader evidence = new EvidenceReader(reader, plans);
        evidence.database = database;
        return evidence;
    }

    /** What lies behind a scorecard that was read by those choices. */
    public Evidence of(Scorecard card, ScorecardQuery.Choices choices) {
        ScorecardQuery query = query(card, choices);
        ScorecardReader.Behind behind = behind(card, choices);
        Optional<Plan> plan = card.plan().map(p -> plans.read(p.id()));
        return new Evidence(
                behind.explanations(),
                to -> rows(query, behind, to),
                plan,
                plan.flatMap(Plan::lintReport).map(SignedLint::findings).orElse(List.of()),
                this::imports,
                reader.traceAddress(query.asOf()));
    }

    /** Units whose rows lie behind a scorecard that was read by those choices. */
    Set<String> units(Scorecard card, ScorecardQuery.Choices choices) {
        return slices(behind(card, choices)).stream().map(FactSlice::unit).collect(Collectors.toSet());
    }

    private ScorecardReader.Behind behind(Scorecard card, ScorecardQuery.Choices choices) {
        return reader.behind(
                query(card, choices),
                card.items().stream().map(ScorecardItem::key).toList());
    }

    private static ScorecardQuery query(Scorecard card, ScorecardQuery.Choices choices) {
        Scorecard.Heading heading = card.heading();
        return new ScorecardQuery(heading.unit(), heading.period(), heading.asOf(), choices);
    }

    private static List<FactSlice> slices(ScorecardReader.Behind behind) {
        return behind.explanations().stream()
                .map(Explanation::comparedSlices)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private void rows(ScorecardQuery query, ScorecardReader.Behind behind, Consumer<FactLine> to) {
        try (Connection connection = database.getConnection()) {
            new RowsBehind(connection, behind.known().rules().calendar())
                    .each(slices(behind), query.asOf(), fact -> to.accept(line(fact, behind)));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static FactLine line(StoredFact fact, ScorecardReader.Behind behind) {
        String currency = behind.known()
                .catalogue()
                .measure(fact.measure())
                .filter(m -> m.unitKind() == UnitKind.MONEY)
                .map(m -> m.ownCurrency().orElseGet(() -> behind.currency(fact.unit())))
                .orElse("");
        return fact.line(currency);
    }

    private List<ImportMark> imports(Set<Long> ids) {
        try (Connection connection = database.getConnection()) {
            return new ImportMarks(connection).of(ids);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
