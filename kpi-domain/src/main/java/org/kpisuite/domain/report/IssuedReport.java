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

    private @Nullable String organisation;
    private @Nullable String comparison;
    private @Nullable String currency;
    private @Nullable String look;

    @Column(name = "trace_code")
    private @Nullable String traceCode;

    @Column(name = "issued_by")
    private @Nullable String issuedBy;

    @Column(name = "issued_at")
    private Instant issuedAt;

    protected IssuedReport() {}

    /**
     * A file that leaves the house.
     *
     * @param runId the run of a schedule that issues it; null where somebody takes it by hand
     * @param look which look it has: files of different looks differ in their bytes though not in their figures
     * @param by login of who asked for it
     */
    public record Issue(
            @Nullable Long runId, Locale locale, ReportFormat format, FileMark file, String look, String by) {}

    public IssuedReport(ReportDefinition definition, Scorecard scorecard, Issue issue, Instant now) {
        this.runId = issue.runId();
        this.unit = definition.unit();
        this.period = definition.period().key();
        this.asOf = definition.asOf();
        this.organisation = definition.organisation().orElse(null);
        this.comparison = definition.comparison().orElse(null);
        this.currency = definition.currency().orElse(null);
        this.locale = Messages.supported(issue.locale()).getLanguage();
        this.format = issue.format();
        this.sha256 = issue.file().sha256();
        this.bytes = issue.file().bytes();
        this.look = issue.look();
        this.planHash = scorecard.plan().map(Scorecard.PlanMark::hash).orElse(null);
        this.traceCode = scorecard.traceCode().text();
        this.issuedBy = issue.by();
        this.issuedAt = now;
    }

    public ReportDefinition definition() {
        return new ReportDefinition(
                unit,
                period(),
                asOf,
                Optional.ofNullable(organisation),
                Optional.ofNullable(comparison),
                Optional.ofNullable(currency));
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

    /** {@code MARKETING-2026-Q4-ru.pdf}. */
    public String fileName() {
        return "%s-%s-%s.%s".formatted(unit, period().code(), locale, format.extension());
    }

    public FileMark file() {
        return new FileMark(sha256, bytes);
    }

    /** Content hash of the plan it measures against; empty where no plan was approved. */
    public Optional<String> planHash() {
        return Optional.ofNullable(planHash);
    }

    /** Empty for what was issued before looks were told apart. */
    public Optional<String> look() {
        return Optional.ofNullable(look);
    }

    /** The code that stands on its pages, by which its numbers are traced. */
    public Optional<String> traceCode() {
        return Optional.ofNullable(traceCode);
    }

    /** Login of who asked for it; empty for what was issued before that was written down. */
    public Optional<String> issuedBy() {
        return Optional.ofNullable(issuedBy);
    }

    public Instant issuedAt() {
        return issuedAt;
    }
}
