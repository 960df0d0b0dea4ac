package org.kpisuite.domain.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The bytes of a report as they were issued. */
@Entity
@Table(name = "issued_file")
public class IssuedFile {
    @Id
    @Column(name = "report_id")
    private long report;

    private byte[] content;

    protected IssuedFile() {}

    public IssuedFile(IssuedReport report, byte[] content) {
        this.report = report.id();
        this.content = content.clone();
    }

    public byte[] content() {
        return content.clone();
    }
}
