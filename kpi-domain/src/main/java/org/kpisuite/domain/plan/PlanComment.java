package org.kpisuite.domain.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * What somebody says about a plan, one of its items, or a field of it. An answer names what it answers.
 *
 * <p>It is no part of what is signed, and it outlives a revision: it belongs to the unit and the quarter. One that blocks
 * must be resolved before the plan is submitted. Source: domain specification §4.4.
 */
@Entity
@Table(name = "plan_comment")
public class PlanComment extends Utterance {
    public static final int TEXT_MAX = 4_000;

    private static final int FIELD_MAX = 40;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "plan_comment_seq")
    @SequenceGenerator(name = "plan_comment_seq", sequenceName = "plan_comment_seq", allocationSize = 1)
    private long id;

    @Column(name = "plan_id")
    private long plan;

    @Column(name = "parent_id")
    private @Nullable Long parent;

    private @Nullable String field;
    private boolean blocking;

    @Column(name = "resolved_by")
    private @Nullable String resolvedBy;

    @Column(name = "resolved_at")
    private @Nullable Instant resolvedAt;

    protected PlanComment() {}

    /**
     * What a comment is about.
     *
     * @param item key of the item; null for the whole plan
     * @param field of the item or plan, such as target; null for all of it
     */
    public record Place(@Nullable String item, @Nullable String field) {}

    /**
     * A comment on a plan.
     *
     * @throws KpiException E-FIELD-VALUE without a text or about an item that the plan has not, E-LIMIT
     */
    public PlanComment(Plan on, Place place, String text, boolean blocking, Signing by) {
        this(on, checked(on, place), text, by);
        this.blocking = blocking;
    }

    private PlanComment(Plan on, Place place, String words, Signing by) {
        super(new About(on.unit(), on.period(), place.item()), said(words), by);
        this.plan = on.id();
        this.field = place.field();
    }

    private static String said(String words) {
        if (words.isBlank()) {
            throw new KpiException(Code.E_FIELD_VALUE, "text", words, "a sentence");
        }
        return PlanText.within("text", words.strip(), TEXT_MAX);
    }

    private static Place checked(Plan on, Place place) {
        if (place.item() != null && on.item(place.item()).isEmpty()) {
            throw new KpiException(
                    Code.E_FIELD_VALUE,
                    "item",
                    place.item(),
                    String.join(", ", on.items().stream().map(PlanItem::key).toList()));
        }
        if (place.field() != null) {
            PlanText.within("field", place.field(), FIELD_MAX);
        }
        return place;
    }

    /** An answer, in the place of what it answers; a thread is one level deep. */
    public PlanComment answer(Plan on, String words, Signing by) {
        PlanComment answer = new PlanComment(on, new Place(item().orElse(null), field), words, by);
        answer.parent = parent == null ? Long.valueOf(id) : parent;
        return answer;
    }

    /** Settles it, or opens it again. */
    public void resolve(boolean resolved, Signing by) {
        resolvedBy = resolved ? by.login() : null;
        resolvedAt = resolved ? by.at() : null;
    }

    /** Whether a plan may not be submitted because of it. */
    public boolean isInTheWay() {
        return blocking && resolvedAt == null;
    }

    public long id() {
        return id;
    }

    /** The plan that it was made on; later revisions show it as well. */
    public long plan() {
        return plan;
    }

    /** The comment that it answers; empty for the first of a thread. */
    public Optional<Long> parent() {
        return Optional.ofNullable(parent);
    }

    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    public boolean isBlocking() {
        return blocking;
    }

    public Optional<String> resolvedBy() {
        return Optional.ofNullable(resolvedBy);
    }

    public Optional<Instant> resolvedAt() {
        return Optional.ofNullable(resolvedAt);
    }
}
