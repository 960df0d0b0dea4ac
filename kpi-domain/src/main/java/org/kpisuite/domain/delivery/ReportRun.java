package org.kpisuite.domain.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Period;

/** One firing of a schedule. There is one at most for a schedule and an as-of instant, whoever asks for it. */
@Entity
@Table(name = "report_run")
public class ReportRun {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "report_run_seq")
    @SequenceGenerator(name = "report_run_seq", sequenceName = "report_run_seq", allocationSize = 100)
    private long id;

    @Column(name = "schedule_id")
    private long scheduleId;

    @Column(name = "as_of")
    private Instant asOf;

    @Column(name = "unit_code")
    private String unit;

    private String period;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "planned_at")
    private Instant plannedAt;

    protected ReportRun() {}

    /**
     * A run about a period, as known at an instant.
     *
     * @param period see {@link CompanyCalendar#reportedQuarter}
     * @param requestedBy login of who asked for it
     */
    public ReportRun(Schedule schedule, Instant asOf, Period period, String requestedBy, Instant now) {
        this.scheduleId = schedule.id();
        this.asOf = asOf;
        this.unit = schedule.unit();
        this.period = period.key();
        this.requestedBy = requestedBy;
        this.plannedAt = now;
    }

    public long id() {
        return id;
    }

    public long scheduleId() {
        return scheduleId;
    }

    public Instant asOf() {
        return asOf;
    }

    public String unit() {
        return unit;
    }

    public Period period() {
        return Period.ofKey(period);
    }

    public String requestedBy() {
        return requestedBy;
    }

    public Instant plannedAt() {
        return plannedAt;
    }
}
