package org.kpisuite.domain.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.scorecard.Scorecard;

/** One file of a scorecard that was issued: of which unit and period, as of when, in which language and format. */
@Entity
@Table(name = "issued_report")
public class IssuedReport {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "issued_report_seq")
    @SequenceGenerator(name = "issued_report_seq", sequenceName = "issued_report_seq", allocationSize = 100)
    private long id;

    @Column(name = "run_id")
    private @Nullable Long runId;

    @Column(name = "unit_code")
    private String unit;

    private String period;

    @Column(name = "as_of")
    private Instant asOf;

    private String locale;

    @Enumerated(EnumType.STRING)
    @Column(name = "file_format")
    private ReportFormat format;

    private String sha256;

    @Column(name = "size_bytes")
    private long bytes;

    @Column(name = "plan_hash")
    private @Nullable String planHash;

    @Column(name = "issued_at")
    private Instant issuedAt;

    protected IssuedReport() {}

    /**
     * A file of a scorecard.
     *
     * @param runId the run of a schedule that issued it; null where somebody took it by hand
     */
    public IssuedReport(
            @Nullable Long runId, Scorecard scorecard, Locale locale, ReportFormat format, FileMark file, Instant now) {
        this.runId = runId;
        this.unit = scorecard.heading().unit();
        this.period = scorecard.heading().period().key();
        this.asOf = scorecard.heading().asOf();
        this.locale = Messages.supported(locale).getLanguage();
        this.format = format;
        this.sha256 = file.sha256();
        this.bytes = file.bytes();
        this.planHash = scorecard.plan().map(Scorecard.PlanMark::hash).orElse(null);
        this.issuedAt = now;
    }

    /** Whether both are the very same bytes, issued in the same language and format. */
    public boolean isSameFile(IssuedReport that) {
        return locale.equals(that.locale) && format == that.format && sha256.equals(that.sha256);
    }

    public long id() {
        return id;
    }

    public Optional<Long> runId() {
        return Optional.ofNullable(runId);
    }

    public String unit() {
        return unit;
    }

    public Period period() {
        return Period.ofKey(period);
    }

    public Instant asOf() {
        return asOf;
    }

    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    public ReportFormat format() {
        return format;
    }

    public FileMark file() {
        return new FileMark(sha256, bytes);
    }

    /** Content hash of the plan it measures against; empty where no plan was approved. */
    public Optional<String> planHash() {
        return Optional.ofNullable(planHash);
    }

    public Instant issuedAt() {
        return issuedAt;
    }
}
