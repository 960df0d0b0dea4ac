package org.kpisuite.domain.plan;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.quantity.CanonicalJson;

/**
 * The plan of a department for a quarter.
 *
 * <p>Its life: written as a DRAFT by authors, SUBMITTED by the head with its content frozen and hashed, CHECKED by a
 * controller, APPROVED by somebody who took no part in it; ACTIVE once the quarter has begun. RETURNED goes back to
 * its authors. From submission on its content never changes. Source: domain specification §4.
 */
@Entity
@Table(name = "plan")
public class Plan {
    public static final int ITEMS_MAX = 50;
    public static final int RETURN_COMMENT_MIN = 10;

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

    @Column(name = "business_stage")
    private @Nullable String businessStage;

    @Column(name = "content_hash")
    private @Nullable String contentHash;

    @Column(name = "approved_late_days")
    private long approvedLateDays;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_item", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<PlanItem> items = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_child", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<ChildWeight> children = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_consultation", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<Consultation> consultations = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_answer", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<Answer> answers = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_editor", joinColumns = @JoinColumn(name = "plan_id"))
    @Column(name = "login")
    private Set<String> editors = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_signature", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<Signature> signatures = new ArrayList<>();

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
        this.editors.add(author);
    }

    /**
     * Writes the content anew.
     *
     * @throws KpiException E-PLAN-STATE once submitted, E-FIELD-VALUE for a profile without a weight for each month or
     *     week of the quarter
     */
    public void edit(PlanContent content, String editor) {
        require(PlanAction.EDIT);
        content.items().forEach(this::requireFit);
        this.businessStage = content.businessStage();
        this.items = new ArrayList<>(content.items());
        this.children = new ArrayList<>(content.children());
        this.consultations = new ArrayList<>(content.consultations());
        this.answers = new ArrayList<>(content.answers());
        this.editors.add(editor);
    }

    /** Writes the content anew, without an index of children. */
    public void edit(@Nullable String businessStage, List<PlanItem> items, String editor) {
        require(PlanAction.EDIT);
        edit(new PlanContent(businessStage, items, List.of()), editor);
    }

    private void requireFit(PlanItem item) {
        PhasingProfile profile = item.phasing().profile();
        if (profile != null && !profile.fits(period())) {
            throw new KpiException(List.of(Refusal.ofField(
                    Code.E_FIELD_VALUE,
                    item.key(),
                    profile.toString(),
                    PhasingProfile.FIELD,
                    profile.toString(),
                    "0.3,0.3,0.4")));
        }
    }

    /**
     * Freezes the content and asks for a decision.
     *
     * @param approvers everyone who may approve plans of the unit
     * @param heads the head of the department
     * @param findings of {@link PlanLint}, as of now
     * @throws KpiException E-PLAN-STATE, E-LINT with every error, E-NO-APPROVER if all approvers took part
     */
    public void submit(Signing by, Set<String> approvers, Set<String> heads, List<Finding> findings) {
        require(PlanAction.SUBMIT);
        List<Refusal> errors = findings.stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(Plan::refusal)
                .toList();
        if (!errors.isEmpty()) {
            throw new KpiException(errors);
        }
        Set<String> free = new HashSet<>(approvers);
        free.removeAll(involved(heads));
        free.remove(by.login());
        if (free.isEmpty()) {
            throw new KpiException(Code.E_NO_APPROVER);
        }
        contentHash = CanonicalJson.sha256(content());
        sign(PlanAction.SUBMIT, by, null);
        state = PlanState.SUBMITTED;
    }

    private static Refusal refusal(Finding finding) {
        List<String> arguments = new ArrayList<>(List.of(finding.code()));
        arguments.addAll(finding.arguments());
        return Refusal.ofField(Code.E_LINT, finding.item(), null, arguments.toArray(String[]::new));
    }

    /** Takes it back as long as nobody has checked it. */
    public void withdraw(Signing by) {
        require(PlanAction.WITHDRAW);
        sign(PlanAction.WITHDRAW, by, null);
        contentHash = null;
        state = PlanState.DRAFT;
    }

    /**
     * States that the method is right.
     *
     * @throws KpiException E-FOUR-EYES for an editor
     */
    public void check(Signing by) {
        require(PlanAction.CHECK);
        refuseEditor(by);
        sign(PlanAction.CHECK, by, null);
        state = PlanState.CHECKED;
    }

    private void refuseEditor(Signing by) {
        if (editors.contains(by.login())) {
            throw new KpiException(Code.E_FOUR_EYES, by.login());
        }
    }

    /**
     * Gives it back to its authors.
     *
     * @throws KpiException E-FOUR-EYES for an editor in place of the method check, E-COMMENT-SHORT without a comment,
     *     or below {@link #RETURN_COMMENT_MIN} characters once it was checked
     */
    public void giveBack(Signing by, @Nullable String comment) {
        require(PlanAction.RETURN);
        boolean checked = state == PlanState.CHECKED;
        if (!checked) {
            refuseEditor(by);
        }
        int min = checked ? RETURN_COMMENT_MIN : 1;
        if (comment == null || comment.strip().length() < min) {
            throw new KpiException(Code.E_COMMENT_SHORT, String.valueOf(min));
        }
        sign(PlanAction.RETURN, by, comment.strip());
        contentHash = null;
        state = PlanState.RETURNED;
    }

    /**
     * Puts it in force.
     *
     * @param shown the hash of the content that the approver saw
     * @param today in the company's zone; once the quarter has begun the plan is ACTIVE at once and marked as late
     * @throws KpiException E-FOUR-EYES for whoever edited, submitted or checked it or heads the department,
     *     E-PLAN-HASH if another content was shown
     */
    public void approve(Signing by, String shown, Set<String> heads, LocalDate today) {
        require(PlanAction.APPROVE);
        if (involved(heads).contains(by.login())) {
            throw new KpiException(Code.E_FOUR_EYES, by.login());
        }
        if (!shown.equals(contentHash)) {
            throw new KpiException(Code.E_PLAN_HASH, shown, contentHash);
        }
        sign(PlanAction.APPROVE, by, null);
        LocalDate start = period().start();
        approvedLateDays = Math.max(0, ChronoUnit.DAYS.between(start, today));
        state = today.isBefore(start) ? PlanState.APPROVED : PlanState.ACTIVE;
    }

    /** Gives the draft up, with a reason. */
    public void cancel(Signing by, @Nullable String reason) {
        require(PlanAction.CANCEL);
        if (reason == null || reason.isBlank()) {
            throw new KpiException(Code.E_REASON_MISSING);
        }
        sign(PlanAction.CANCEL, by, reason.strip());
        state = PlanState.CANCELLED;
    }

    private void require(PlanAction action) {
        if (!state.actions().contains(action)) {
            throw new KpiException(Code.E_PLAN_STATE, state.name(), action.name());
        }
    }

    private void sign(PlanAction meaning, Signing by, @Nullable String comment) {
        signatures.add(new Signature(meaning, by, contentHash == null ? "" : contentHash, comment));
    }

    /** Everyone who may not approve it: editors, submitter, checker and the head of the department. */
    public Set<String> involved(Set<String> heads) {
        Set<String> involved = new HashSet<>(editors);
        involved.addAll(heads);
        signatures.stream()
                .filter(s -> s.meaning() == PlanAction.SUBMIT || s.meaning() == PlanAction.CHECK)
                .map(Signature::signer)
                .forEach(involved::add);
        return involved;
    }

    /** Whether it was approved before an instant, so that a scorecard as known then measures against it. */
    public boolean isApprovedBefore(Instant asOf) {
        return signedBefore(PlanAction.APPROVE, asOf);
    }

    /**
     * How an approved plan stood on a day, whatever became of it since: APPROVED before its quarter, ACTIVE from its first
     * day on. So a scorecard of an earlier instant never tells a later state.
     */
    public PlanState stateOn(LocalDate day) {
        return day.isBefore(period().start()) ? PlanState.APPROVED : PlanState.ACTIVE;
    }

    private boolean signedBefore(PlanAction meaning, Instant asOf) {
        return signatures.stream()
                .anyMatch(s -> s.meaning() == meaning && s.signedAt().isBefore(asOf));
    }

    /** When its content was frozen; empty before submission. */
    public Optional<Instant> submittedAt() {
        return signatures.stream()
                .filter(s -> s.meaning() == PlanAction.SUBMIT)
                .map(Signature::signedAt)
                .max(Comparator.naturalOrder());
    }

    /** The canonical content: what is hashed and signed. */
    public String content() {
        return PlanDocument.of(this);
    }

    /** What its authors have written. */
    public PlanContent written() {
        return new PlanContent(businessStage, items, children, consultations, answers);
    }

    public long id() {
        return id;
    }

    public String unit() {
        return unit;
    }

    public Period period() {
        return Period.ofKey(period);
    }

    public int revision() {
        return revision;
    }

    public PlanState state() {
        return state;
    }

    public Optional<String> businessStage() {
        return Optional.ofNullable(businessStage);
    }

    /** SHA-256 of the canonical content, 64 hex digits; empty before submission. */
    public Optional<String> hash() {
        return Optional.ofNullable(contentHash);
    }

    public long approvedLateDays() {
        return approvedLateDays;
    }

    public List<PlanItem> items() {
        return List.copyOf(items);
    }

    /** Departments below that make the index of the children; empty for none. */
    public List<ChildWeight> children() {
        return List.copyOf(children);
    }

    public List<Consultation> consultations() {
        return List.copyOf(consultations);
    }

    /** Why the plan is right although a rule warns. */
    public List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** The answer to a finding; empty as long as nobody has given one. */
    public Optional<Answer> answer(Finding finding) {
        return answers.stream().filter(a -> a.answers(finding)).findFirst();
    }

    public Optional<PlanItem> item(String key) {
        return items.stream().filter(i -> i.key().equals(key)).findFirst();
    }

    public Set<String> editors() {
        return Set.copyOf(editors);
    }

    public List<Signature> signatures() {
        return List.copyOf(signatures);
    }

    public long version() {
        return version;
    }
}
