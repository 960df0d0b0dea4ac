package org.kpisuite.domain.scorecard;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.Signing;
import org.kpisuite.domain.plan.Utterance;

/**
 * What somebody says about the scorecard of a unit and a period, or does about one of its items: a comment, or an action with
 * whoever owns it and a day by which it is due. Nothing of it is changed or taken back; an action is done once.
 *
 * <p>Source: domain specification §1.4 (R24), §7.2.
 */
@Entity
@Table(name = "scorecard_remark")
public class Remark extends Utterance {
    public static final int TEXT_MAX = 4_000;
    public static final int OWNER_MAX = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "scorecard_remark_seq")
    @SequenceGenerator(name = "scorecard_remark_seq", sequenceName = "scorecard_remark_seq", allocationSize = 1)
    private long id;

    @Column(name = "action_owner")
    private @Nullable String owner;

    private @Nullable LocalDate due;

    @Column(name = "done_by")
    private @Nullable String doneBy;

    @Column(name = "done_at")
    private @Nullable Instant doneAt;

    protected Remark() {}

    /**
     * Whose scorecard, and what of it.
     *
     * @param plan that it measures against; empty without one: then no item can be named
     * @param item key of one of its items; empty for all of it
     */
    public record Place(String unit, Period period, Optional<Plan> plan, Optional<String> item) {
        /** Refuses E-FIELD-VALUE for an item that the plan has not. */
        public Place {
            Optional<Plan> within = plan;
            if (item.isPresent()
                    && within.flatMap(p -> p.item(item.orElseThrow())).isEmpty()) {
                List<String> known = within.stream()
                        .flatMap(p -> p.items().stream())
                        .map(PlanItem::key)
                        .toList();
                throw new KpiException(Code.E_FIELD_VALUE, "item", item.get(), String.join(", ", known));
            }
        }
    }

    /** A comment. Refuses E-FIELD-VALUE without words, E-LIMIT. */
    public Remark(Place place, String words, Signing by) {
        super(new About(place.unit, place.period, place.item.orElse(null)), said("text", words, TEXT_MAX), by);
    }

    /** An action of an owner that is due on a day. Refuses E-FIELD-VALUE without words or an owner, E-LIMIT. */
    public Remark(Place place, String words, String actionOwner, LocalDate dueOn, Signing by) {
        this(place, words, by);
        this.owner = said("owner", actionOwner, OWNER_MAX);
        this.due = dueOn;
    }

    private static String said(String field, String words, int max) {
        if (words.isBlank()) {
            throw new KpiException(Code.E_FIELD_VALUE, field, words, "a sentence");
        }
        if (words.length() > max) {
            throw new KpiException(Code.E_LIMIT, field + ": " + words.length(), String.valueOf(max));
        }
        return words.strip();
    }

    /** The action is done; nothing happens to one that was. Refuses E-NOT-FOUND for a comment. */
    public void finish(Signing by) {
        if (due == null) {
            throw new KpiException(Code.E_NOT_FOUND, "action " + id);
        }
        if (doneAt == null) {
            doneBy = by.login();
            doneAt = by.at();
        }
    }

    public long id() {
        return id;
    }

    /** What is to be done by whom and when; empty of a comment. */
    public Optional<Task> task() {
        return owner == null || due == null
                ? Optional.empty()
                : Optional.of(new Task(owner, due, Optional.ofNullable(doneAt)));
    }

    /**
     * What somebody took on.
     *
     * @param owner as it was written
     * @param doneAt empty while it is not done
     */
    public record Task(String owner, LocalDate due, Optional<Instant> doneAt) {
        /** As it was known before an instant. */
        Task asKnown(Instant asOf) {
            return new Task(owner, due, doneAt.filter(at -> at.isBefore(asOf)));
        }
    }

    /**
     * What was said, as a scorecard shows it.
     *
     * @param item key of the item; empty for all of the scorecard
     * @param author by name
     */
    public record Said(long id, Optional<String> item, String text, String author, Instant at, Optional<Task> task) {}

    /** As it was known before an instant, under the name of its author. */
    public Said said(String name, Instant asOf) {
        return new Said(id, item(), text(), name, at(), task().map(t -> t.asKnown(asOf)));
    }
}
