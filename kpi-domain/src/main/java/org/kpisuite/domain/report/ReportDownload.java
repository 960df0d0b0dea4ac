package org.kpisuite.domain.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody took the file of a report. */
@Entity
@Table(name = "report_download")
public class ReportDownload {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "report_download_seq")
    @SequenceGenerator(name = "report_download_seq", sequenceName = "report_download_seq", allocationSize = 100)
    private long id;

    @Column(name = "report_id")
    private long report;

    private String person;

    @Column(name = "downloaded_at")
    private Instant at;

    protected ReportDownload() {}

    /**
     * A download.
     *
     * @param person login
     */
    public ReportDownload(IssuedReport report, String person, Instant at) {
        this.report = report.id();
        this.person = person;
        this.at = at;
    }

    public String person() {
        return person;
    }

    public Instant at() {
        return at;
    }
}
