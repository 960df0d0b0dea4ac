package org.kpisuite.domain.scorecard;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.Signing;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * What somebody foretells of a line over a whole period by their own judgement, under their name. It stands before the model
 * and the run-rate. The last word counts; a later one may take it back, and all of them stay.
 *
 * <p>Unit: that of the indicator, percent as a fraction, money in the currency of the unit. Scale: 10. Source: domain
 * specification §6.6.
 */
@Entity
@Table(name = "manual_forecast")
public class ManualForecast {
    public static final int NOTE_MAX = 1_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "manual_forecast_seq")
    @SequenceGenerator(name = "manual_forecast_seq", sequenceName = "manual_forecast_seq", allocationSize = 1)
    private long id;

    @Column(name = "unit_code")
    private String unit;

    @Column(name = "item_key")
    private String item;

    private String period;
    private @Nullable BigDecimal amount;
    private String note;
    private String author;

    @Column(name = "written_at")
    private Instant at;

    protected ManualForecast() {}

    /**
     * Of what.
     *
     * @param item key of the line
     * @param definition that the line is worked out by
     */
    public record Place(String unit, String item, Indicator definition, Period period) {}

    /**
     * What is said.
     *
     * @param value empty to take back what was said before
     * @param note why; may be empty
     */
    public record Word(Optional<BigDecimal> value, String note) {}

    /**
     * A forecast made on a day in the company's zone.
     *
     * @throws KpiException E-FIELD-VALUE for a period that is over, E-NUM-NEGATIVE for a count below zero, E-LIMIT
     */
    public ManualForecast(Place place, Word word, LocalDate today, Signing by) {
        if (place.period.endInclusive().isBefore(today)) {
            throw new KpiException(Code.E_FIELD_VALUE, "period", place.period.code(), "a period that is not over");
        }
        boolean countsUp = place.definition.unitKind() == UnitKind.COUNT && !place.definition.canBeNegative();
        word.value.filter(v -> countsUp && v.signum() < 0).ifPresent(v -> {
            throw new KpiException(Code.E_NUM_NEGATIVE, v.toPlainString());
        });
        if (word.note.length() > NOTE_MAX) {
            throw new KpiException(Code.E_LIMIT, "note: " + word.note.length(), String.valueOf(NOTE_MAX));
        }
        this.unit = place.unit;
        this.item = place.item;
        this.period = place.period.key();
        this.amount = word.value.orElse(null);
        this.note = word.note.strip();
        this.author = by.login();
        this.at = by.at();
    }

    public String unit() {
        return unit;
    }

    /** Key of the line. */
    public String item() {
        return item;
    }

    public Period period() {
        return Period.ofKey(period);
    }

    /** Empty where somebody took back what was said before. */
    public Optional<BigDecimal> value() {
        return Optional.ofNullable(amount);
    }

    /** Why; may be empty. */
    public String note() {
        return note;
    }

    /** Whether it is the same word of the same person. */
    public boolean says(ManualForecast other) {
        return author.equals(other.author)
                && note.equals(other.note)
                && value().map(Decimals::plain).equals(other.value().map(Decimals::plain));
    }

    /** Login of whoever said it. */
    public String author() {
        return author;
    }

    public Instant at() {
        return at;
    }

    /**
     * As a scorecard shows it.
     *
     * @param value empty where it was taken back
     * @param author by name
     * @param day on which it was said, in the company's zone
     */
    public record Said(Optional<BigDecimal> value, String note, String author, LocalDate day) {}

    /** The same under the name of its author. */
    public Said said(String name, ZoneId zone) {
        return new Said(value(), note, name, LocalDate.ofInstant(at, zone));
    }
}
