package org.kpisuite.domain.delivery;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * Sends the scorecard of a unit every week.
 *
 * <p>Each slot fires once, by whichever node comes first. Slots before the schedule was made, switched on or moved to
 * another time never fire; a slot missed while nothing ran fires late, the last one only.
 */
@Entity
@Table(name = "schedule")
public class Schedule {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "schedule_seq")
    @SequenceGenerator(name = "schedule_seq", sequenceName = "schedule_seq", allocationSize = 100)
    private long id;

    @Column(name = "unit_code")
    private String unit;

    @Enumerated(EnumType.STRING)
    @Column(name = "slot_day")
    private DayOfWeek day;

    @Column(name = "slot_time")
    private String time;

    @Column(name = "slot_zone")
    private String zone;

    private boolean enabled;

    @Column(name = "data_age_days_max")
    private int maxDataAgeDays;

    @Column(name = "active_since")
    private Instant activeSince;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "schedule_recipient", joinColumns = @JoinColumn(name = "schedule_id"))
    @OrderColumn(name = "position")
    private List<Recipient> recipients = new ArrayList<>();

    @Version
    private long version;

    protected Schedule() {}

    public Schedule(String unit, ScheduleTerms terms, Instant now) {
        this.unit = unit;
        this.activeSince = now;
        write(terms);
    }

    /**
     * Says something else from now on.
     *
     * @throws KpiException E-FIELD-VALUE for another unit: what was sent belongs to the one it was made for
     */
    public void change(String unit, ScheduleTerms terms, Instant now) {
        if (!unit.equals(this.unit)) {
            throw new KpiException(Code.E_FIELD_VALUE, "unit", unit, this.unit);
        }
        boolean switchedOn = terms.enabled() && !enabled;
        if (switchedOn || !terms.slot().equals(slot())) {
            activeSince = now;
        }
        write(terms);
    }

    private void write(ScheduleTerms terms) {
        day = terms.slot().day();
        time = terms.slot().time().format(WeeklySlot.TIME);
        zone = terms.slot().zone().getId();
        recipients = new ArrayList<>(terms.recipients());
        enabled = terms.enabled();
        maxDataAgeDays = terms.maxDataAgeDays();
    }

    public long id() {
        return id;
    }

    public String unit() {
        return unit;
    }

    public long version() {
        return version;
    }

    public WeeklySlot slot() {
        return new WeeklySlot(day, LocalTime.parse(time, WeeklySlot.TIME), ZoneId.of(zone));
    }

    public ScheduleTerms terms() {
        return new ScheduleTerms(slot(), recipients, enabled, maxDataAgeDays);
    }

    /** The last slot that is not after the instant. */
    public Instant lastSlot(Instant now) {
        return slot().last(now);
    }

    /** The first slot after the instant. */
    public Instant nextSlot(Instant now) {
        return slot().next(now);
    }

    /** The slot that should have fired by now, if there is one since the schedule is active. */
    public Optional<Instant> due(Instant now) {
        return enabled ? Optional.of(lastSlot(now)).filter(s -> s.isAfter(activeSince)) : Optional.empty();
    }

    /**
     * As of when a run by hand shows the figures: the last slot unless told another instant, to the
     * microsecond, which is what databases keep.
     *
     * @throws KpiException E-FIELD-VALUE for an instant that is still to come
     */
    public Instant asOf(Optional<Instant> wanted, Instant now) {
        Instant asOf = wanted.map(i -> i.truncatedTo(ChronoUnit.MICROS)).orElseGet(() -> lastSlot(now));
        if (asOf.isAfter(now)) {
            throw new KpiException(
                    Code.E_FIELD_VALUE, "asOf", asOf.toString(), "… " + now.truncatedTo(ChronoUnit.SECONDS));
        }
        return asOf;
    }
}
