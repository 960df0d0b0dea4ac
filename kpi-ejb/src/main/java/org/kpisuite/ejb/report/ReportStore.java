package org.kpisuite.ejb.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.report.IssuedFile;
import org.kpisuite.domain.report.IssuedReport;
import org.kpisuite.domain.report.ReportDownload;
import org.kpisuite.domain.scorecard.TraceCode;

/** Reports with their files, as stored. Behind the boundaries. */
@ApplicationScoped
public class ReportStore {
    @PersistenceContext(unitName = "kpi")
    private EntityManager entities;

    /** For the container's own use. */
    public ReportStore() {}

    /** Over entities of whoever calls. */
    public ReportStore(EntityManager entities) {
        this.entities = entities;
    }

    /** The same report, if the very same file was issued before; else this one, written down with its file. */
    public IssuedReport issue(IssuedReport report, byte[] content) {
        return same(report).orElseGet(() -> {
            entities.persist(report);
            entities.flush();
            entities.persist(new IssuedFile(report, content));
            return report;
        });
    }

    private Optional<IssuedReport> same(IssuedReport report) {
        return entities.createQuery(
                        "select r from IssuedReport r where r.unit = :unit and r.asOf = :asOf and r.sha256 = :hash"
                                + " order by r.id",
                        IssuedReport.class)
                .setParameter("unit", report.unit())
                .setParameter("asOf", report.asOf())
                .setParameter("hash", report.file().sha256())
                .getResultStream()
                .filter(r -> r.isSameFile(report) && r.runId().equals(report.runId()))
                .findFirst();
    }

    /** The bytes as they were issued; empty for what was issued before files were kept. */
    Optional<byte[]> content(IssuedReport report) {
        return Optional.ofNullable(entities.find(IssuedFile.class, report.id())).map(IssuedFile::content);
    }

    void downloaded(ReportDownload download) {
        entities.persist(download);
    }

    /** Those on which a code stands, the last one first. */
    List<IssuedReport> traced(TraceCode code) {
        return entities.createQuery(
                        "select r from IssuedReport r where r.traceCode = :code order by r.id desc", IssuedReport.class)
                .setParameter("code", code.text())
                .getResultList();
    }

    /** Who took the file, the last one first. */
    List<ReportDownload> downloads(IssuedReport report) {
        return entities.createQuery(
                        "select d from ReportDownload d where d.report = :report order by d.id desc",
                        ReportDownload.class)
                .setParameter("report", report.id())
                .getResultList();
    }
}
