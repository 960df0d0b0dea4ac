package org.kpisuite.domain.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * The plan of a department for a quarter.
 *
 * <p>Its life: written as a DRAFT by authors, SUBMITTED by the head with its content frozen and hashed, CHECKED by a
 * controller, APPROVED by somebody who took no part in it; ACTIVE once the quarter has begun. RETURNED goes back to
 * its authors. From submission on its content never changes. Source: domain specification §4.
 */
@Entity
@Table(name = "plan")
public class Plan extends ScoredContent {
    public static final int ITEMS_MAX = 50;
    public static final int RETURN_COMMENT_MIN = 10;

    private static final int COMMENT_MAX = 4_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "plan_seq")
    @SequenceGenerator(name = "plan_seq", sequenceName = "plan_seq", allocationSize = 100)
    private long id;

    @Column(name = "unit_code")
    private String unit;

    private String period;

    private int revision;

    @Enumerated(EnumType.STRING)
    private PlanState state;

    /** The revision in whose place this one is to come; null for a first one. */
    @Column(name = "based_on")
    private @Nullable Long basedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "revision_code")
    private @Nullable RevisionReason revisionCode;

    @Column(name = "revision_reason")
    private @Nullable String revisionReason;

    @Column(name = "approved_late_days")
    private long approvedLateDays;

    @Version
    private long version;

    protected Plan() {}

    /**
     * A new draft.
     *
     * @throws KpiException E-FIELD-VALUE if the period is not a quarter
     */
    public Plan(String unit, Period period, String author) {
        if (period.granularity() != Granularity.QUARTER) {
            throw new KpiException(Code.E_FIELD_VALUE, "period", period.code(), "2026-Q4");
        }
        this.unit = unit;
        this.period = period.key();
        this.revision = 1;
        this.state = PlanState.DRAFT;
        addEditor(author);
    }

    /** A plan that is never stored: what would come of that content. Refuses as {@link #edit} does. */
    public static Plan thought(String unit, Period period, PlanContent content, String author) {
        Plan plan = new Plan(unit, period, author);
        plan.edit(content, author);
        return plan;
    }

    /**
     * Writes the content anew. For whom somebody writes counts as an editor as well.
     *
     * @throws KpiException E-PLAN-STATE once submitted, E-FIELD-VALUE for a profile without a weight for each month or
     *     week of the quarter
     */
    public void edit(PlanContent written, Signing by) {
        edit(written, by.login());
        by.people().forEach(this::addEditor);
    }

    /** The same in one's own name. */
    public void edit(PlanContent written, String editor) {
        require(PlanAction.EDIT);
        written.requireFit(period());
        write(written);
        addEditor(editor);
    }

    /** The same, without an index of children. */
    public void edit(@Nullable String businessStage, List<PlanItem> items, String editor) {
        require(PlanAction.EDIT);
        edit(new PlanContent(businessStage, items, List.of()), editor);
    }

    /**
     * Freezes the content and asks for a decision.
     *
     * @throws KpiException E-PLAN-STATE, E-SIGN-IN-AGED; E-PLAN-HASH if another content was shown; E-LINT with every
     *     error, E-WARN-UNANSWERED with every warning without a rationale, E-COMMENT-OPEN; E-NO-APPROVER if all approvers
     *     took part
     */
    public void submit(Signing by, Submission with) {
        require(PlanAction.SUBMIT);
        requireShown(with.shown());
        List<Refusal> obstacles = with.obstacles(this);
        if (!obstacles.isEmpty()) {
            throw new KpiException(obstacles);
        }
        Set<String> involved = involved(with.heads());
        involved.addAll(by.people());
        if (with.free(involved).isEmpty()) {
            throw new KpiException(Code.E_NO_APPROVER);
        }
        freeze(contentHash(), PlanDocument.lintReport(with.findings(), answers()));
        sign(PlanAction.SUBMIT, by, with.shown(), null);
        state = PlanState.SUBMITTED;
    }

    /** Takes it back as long as nobody has checked it. */
    public void withdraw(Signing by) {
        require(PlanAction.WITHDRAW);
        sign(PlanAction.WITHDRAW, by, null, null);
        thaw();
        state = PlanState.DRAFT;
    }

    /**
     * States that the method is right.
     *
     * @param shown the hash of the content that the controller saw; null where nothing was shown, as to a script
     * @throws KpiException E-FOUR-EYES for an editor, E-PLAN-HASH if another content was shown
     */
    public void check(Signing by, @Nullable String shown) {
        require(PlanAction.CHECK);
        refuse(barred(PlanAction.CHECK, Set.of()), by);
        requireShown(shown);
        sign(PlanAction.CHECK, by, shown, null);
        state = PlanState.CHECKED;
    }

    /**
     * Gives it back to its authors.
     *
     * @param shown the hash of the content that is given back; null where nothing was shown, as to a script
     * @throws KpiException E-FOUR-EYES for an editor in place of the method check, E-PLAN-HASH if another content was
     *     shown, E-COMMENT-SHORT without a comment, or below {@link #RETURN_COMMENT_MIN} characters once it was checked
     */
    public void giveBack(Signing by, @Nullable String shown, @Nullable String comment) {
        require(PlanAction.RETURN);
        refuse(barred(PlanAction.RETURN, Set.of()), by);
        requireShown(shown);
        int min = state == PlanState.CHECKED ? RETURN_COMMENT_MIN : 1;
        if (comment == null || comment.strip().length() < min) {
            throw new KpiException(Code.E_COMMENT_SHORT, String.valueOf(min));
        }
        sign(PlanAction.RETURN, by, shown, PlanText.within("comment", comment.strip(), COMMENT_MAX));
        thaw();
        state = PlanState.RETURNED;
    }

    /**
     * Puts it in force.
     *
     * @param shown the hash of the content that the approver saw
     * @param today in the company's zone; once the quarter has begun the plan is ACTIVE at once and marked as late
     * @throws KpiException E-FOUR-EYES for whoever edited, submitted or checked it or heads the department, and for
     *     whoever acts for one of them; E-PLAN-HASH if another content was shown
     */
    public void approve(Signing by, String shown, Set<String> heads, LocalDate today) {
        require(PlanAction.APPROVE);
        refuse(barred(PlanAction.APPROVE, heads), by);
        requireShown(shown);
        sign(PlanAction.APPROVE, by, shown, null);
        LocalDate start = period().start();
        approvedLateDays = basedOn == null ? Math.max(0, ChronoUnit.DAYS.between(start, today)) : 0;
        state = today.isBefore(start) ? PlanState.APPROVED : PlanState.ACTIVE;
    }

    /** Puts it in force with its quarter; anything but an approved plan of a quarter that has begun stays as it is. */
    public boolean activate(LocalDate today) {
        boolean due = state == PlanState.APPROVED && !today.isBefore(period().start());
        if (due) {
            state = PlanState.ACTIVE;
        }
        return due;
    }

    /**
     * Begins the next revision, with the same content. This one stays in force until that is approved.
     *
     * @throws KpiException E-PLAN-STATE unless it is in force, E-REASON-MISSING, E-REVISION-LATE in the last working days
     *     of the quarter, but for the CFO
     */
    public Plan revise(Signing by, Revision revising) {
        require(PlanAction.REVISE);
        String words = revising.words();
        if (revising.isLate(period().endInclusive()) && !revising.byCfo()) {
            LocalDate from = Revision.lateFrom(period().endInclusive(), revising.workingDays());
            throw new KpiException(Code.E_REVISION_LATE, period().code(), from.toString());
        }
        Plan next = new Plan();
        next.unit = unit;
        next.period = period;
        next.revision = revision + 1;
        next.state = PlanState.DRAFT;
        next.basedOn = id;
        next.revisionCode = revising.code();
        next.revisionReason = words;
        next.write(written());
        next.sign(PlanAction.REVISE, by, null, words);
        return next;
    }

    /**
     * Leaves its place to a later revision that was approved.
     *
     * @throws KpiException E-PLAN-STATE unless it is in force, E-ADJUSTMENT-OPEN while points that somebody asked for wait:
     *     nobody could decide them any more
     */
    public void supersede() {
        require(PlanAction.REVISE);
        long open = adjustments().stream().filter(Adjustment::isOpen).count();
        if (open > 0) {
            throw new KpiException(Code.E_ADJUSTMENT_OPEN, String.valueOf(revision), String.valueOf(open));
        }
        state = PlanState.SUPERSEDED;
    }

    /**
     * Ends it after its quarter.
     *
     * @param closing what figures say: each missing item needs a decision, and nothing else may have one; each red item an
     *     action
     * @throws KpiException E-PLAN-STATE unless it is active, E-QUARTER-RUNNING before the quarter is over,
     *     E-ITEM-UNDECIDED with every missing item that nobody decided, E-FIELD-VALUE for a decision about anything else,
     *     E-ACTION-MISSING with every red item that nobody acts on
     */
    public void close(Signing by, List<ClosingDecision> decided, Closing closing, LocalDate today) {
        require(PlanAction.CLOSE);
        if (!today.isAfter(period().endInclusive())) {
            throw new KpiException(
                    Code.E_QUARTER_RUNNING,
                    period().code(),
                    period().endInclusive().toString());
        }
        List<Refusal> wrong = closing.wrong(decided);
        if (!wrong.isEmpty()) {
            throw new KpiException(wrong);
        }
        decide(decided);
        sign(PlanAction.CLOSE, by, null, null);
        state = PlanState.CLOSED;
    }

    /** Gives the draft up, with a reason. */
    public void cancel(Signing by, @Nullable String reason) {
        require(PlanAction.CANCEL);
        if (reason == null || reason.isBlank()) {
            throw new KpiException(Code.E_REASON_MISSING);
        }
        sign(PlanAction.CANCEL, by, null, PlanText.within("reason", reason.strip(), COMMENT_MAX));
        state = PlanState.CANCELLED;
    }

    /** Everyone who may not take a step because of the part they took before (domain specification §4.3). */
    public Set<String> barred(PlanAction action, Set<String> heads) {
        return switch (action) {
            case CHECK -> editors();
            case RETURN -> state == PlanState.CHECKED ? Set.of() : editors();
            case APPROVE -> involved(heads);
            case EDIT, SUBMIT, WITHDRAW, CANCEL, REVISE, CLOSE -> Set.of();
        };
    }

    private void require(PlanAction action) {
        if (!state.actions().contains(action)) {
            throw new KpiException(Code.E_PLAN_STATE, state.name(), action.name());
        }
    }

    /**
     * How an approved plan stood on a day, whatever became of it since: APPROVED before its quarter, ACTIVE from its first
     * day on. So a scorecard of an earlier instant never tells a later state.
     */
    public PlanState stateOn(LocalDate day) {
        return day.isBefore(period().start()) ? PlanState.APPROVED : PlanState.ACTIVE;
    }

    /** The canonical content: what is hashed and signed. */
    @Override
    public String content() {
        return PlanDocument.of(this);
    }

    @Override
    public long id() {
        return id;
    }

    public String unit() {
        return unit;
    }

    public Period period() {
        return Period.ofKey(period);
    }

    @Override
    public int revision() {
        return revision;
    }

    @Override
    public PlanState state() {
        return state;
    }

    /** The revision in whose place this one comes; empty for a first one. */
    public Optional<Long> basedOn() {
        return Optional.ofNullable(basedOn);
    }

    public Optional<RevisionReason> revisionCode() {
        return Optional.ofNullable(revisionCode);
    }

    public Optional<String> revisionReason() {
        return Optional.ofNullable(revisionReason);
    }

    public long approvedLateDays() {
        return approvedLateDays;
    }

    public long version() {
        return version;
    }
}
