package org.kpisuite.ejb.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.report.FileMark;
import org.kpisuite.domain.report.IssuedReport;
import org.kpisuite.domain.report.ReportDownload;
import org.kpisuite.domain.scorecard.RestatedSince;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.scorecard.ScorecardFiles;
import org.kpisuite.ejb.scorecard.ScorecardQuery;
import org.kpisuite.ejb.scorecard.ScorecardReader;

/** Files that were issued, of the units in which the caller is CONTROLLER or AUDITOR. */
@Stateless
@RolesAllowed({"CONTROLLER", "AUDITOR"})
public class IssuedReports {
    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    @Inject
    private ReportStore store;

    @Inject
    private ScorecardReader reader;

    @Inject
    private ScorecardFiles files;

    @Inject
    private Clock clock;

    @EJB
    private Caller caller;

    /**
     * A page of rows.
     *
     * @param total of all pages
     */
    public record Page(List<IssuedReport> rows, boolean more, long total) {}

    /** A report made once more from what is stored, beside the one that was issued. */
    public record Rebuilt(IssuedReport report, FileMark file, String look) {
        /** Whether it is the very same file. */
        public boolean isSame() {
            return file.equals(report.file());
        }
    }

    public Page list(ReportFilter filter) {
        Collection<String> units = caller.units(Role.CONTROLLER, Role.AUDITOR);
        if (units.isEmpty()) {
            return new Page(List.of(), false, 0);
        }
        ReportQuery query = new ReportQuery(entities, units, filter);
        List<IssuedReport> found = query.rows();
        boolean more = found.size() > filter.rows();
        return new Page(List.copyOf(more ? found.subList(0, filter.rows()) : found), more, query.count());
    }

    /** Refuses E-NOT-FOUND, also for a report of a unit that the caller may not read. */
    public IssuedReport get(long id) {
        return Optional.ofNullable(entities.find(IssuedReport.class, id))
                .filter(r -> caller.units(Role.CONTROLLER, Role.AUDITOR).contains(r.unit()))
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, "report " + id));
    }

    /** Who took the file by hand, the last one first. Refuses E-NOT-FOUND likewise. */
    public List<ReportDownload> downloads(long id) {
        return store.downloads(get(id));
    }

    /**
     * The file as it was issued; that the caller took it is written down.
     *
     * <p>Refuses E-NOT-FOUND likewise; E-REPORT-UNITS where it shows units that the caller may not read (any more);
     * E-REPORT-DIFFERS where it was not kept and cannot be made again.
     */
    public Reports.Taken file(long id) {
        IssuedReport report = get(id);
        ScorecardQuery query = Reports.query(report.definition());
        Scorecard scorecard = reader.report(query);
        caller.requireAllReadable(files.units(scorecard, query.choices(), report.format()));
        byte[] content = store.content(report).orElseGet(() -> {
            byte[] again = files.of(scorecard, query.choices(), report.locale(), report.format());
            if (!FileMark.of(again).equals(report.file())) {
                throw new KpiException(
                        Code.E_REPORT_DIFFERS,
                        report.file().sha256(),
                        FileMark.of(again).sha256());
            }
            return again;
        });
        store.downloaded(new ReportDownload(report, caller.login(), clock.instant()));
        return new Reports.Taken(report, content);
    }

    /** Makes a report once more from the rows and definitions of its instant. Refuses E-NOT-FOUND likewise. */
    public Rebuilt rebuild(long id) {
        IssuedReport report = get(id);
        ScorecardQuery query = Reports.query(report.definition());
        byte[] again = files.of(reader.report(query), query.choices(), report.locale(), report.format());
        return new Rebuilt(report, FileMark.of(again), files.look());
    }

    /** What was restated since: which of its cells, by which imports into units that the caller may read. Refuses E-NOT-FOUND likewise. */
    public RestatedSince restated(long id) {
        return reader.restatedSince(Reports.query(get(id).definition()), clock.instant())
                .cutTo(caller.readableUnits());
    }
}
