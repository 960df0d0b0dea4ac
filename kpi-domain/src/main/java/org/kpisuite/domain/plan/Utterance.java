package org.kpisuite.domain.plan;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;

/** What somebody said about a unit and a period, or about one item of its plan. */
@MappedSuperclass
public abstract class Utterance {
    @Column(name = "unit_code")
    private String unit;

    private String period;

    @Column(name = "item_key")
    private @Nullable String item;

    private String text;
    private String author;

    @Column(name = "written_at")
    private Instant at;

    protected Utterance() {}

    /**
     * About what.
     *
     * @param item key of the item; null for all of it
     */
    public record About(
            String unit, Period period, @Nullable String item) {}

    protected Utterance(About about, String text, Signing by) {
        this.unit = about.unit;
        this.period = about.period.key();
        this.item = about.item;
        this.text = text;
        this.author = by.login();
        this.at = by.at();
    }

    public String unit() {
        return unit;
    }

    public Period period() {
        return Period.ofKey(period);
    }

    /** Key of the item that it is about; empty for all of it. */
    public Optional<String> item() {
        return Optional.ofNullable(item);
    }

    public String text() {
        return text;
    }

    /** Login of whoever said it. */
    public String author() {
        return author;
    }

    public Instant at() {
        return at;
    }
}
