package org.kpisuite.domain.plan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.quantity.CanonicalJson;

/** Content that is frozen and signed, one signature chained to the other. The part of {@link Plan} that is evidence. */
@MappedSuperclass
abstract class SignedContent extends WrittenContent {
    @Column(name = "content_hash")
    private @Nullable String contentHash;

    @Column(name = "lint_report_hash")
    private @Nullable String lintReportHash;

    @Column(name = "lint_report")
    private @Nullable String lintReport;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_signature", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<Signature> signatures = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_editor", joinColumns = @JoinColumn(name = "plan_id"))
    @Column(name = "login")
    private Set<String> editors = new HashSet<>();

    /** From now on the content is what it is. */
    final void freeze(String content, String report) {
        contentHash = content;
        lintReport = report;
        lintReportHash = CanonicalJson.sha256(report);
    }

    /** The content may be written again. */
    final void thaw() {
        contentHash = null;
        lintReport = null;
        lintReportHash = null;
    }

    /** Refuses E-SIGN-IN-AGED to whoever proved themselves too long ago. */
    final void sign(PlanAction meaning, Signing by, @Nullable String shown, @Nullable String comment) {
        by.requireFresh();
        String last = lastSignatureHash();
        String hash = contentHash == null ? "" : contentHash;
        signatures.add(new Signature(new Signature.Subject(meaning, hash, shown, lintReportHash, comment), by, last));
    }

    /** SHA-256 of the canonical content, 64 hex digits; empty before submission. */
    public Optional<String> hash() {
        return Optional.ofNullable(contentHash);
    }

    /**
     * What the lint found when the content was frozen and how it was answered, as canonical JSON: {@code findings} and
     * {@code answers}. Empty before submission, and for plans from before reports were kept.
     */
    public Optional<String> lintReport() {
        return Optional.ofNullable(lintReport);
    }

    public List<Signature> signatures() {
        return List.copyOf(signatures);
    }

    public abstract long id();

    public abstract int revision();

    /** SHA-256 of each signature, in their order: what the next one refers to. */
    public final List<String> signatureHashes() {
        return signatures.stream().map(s -> s.hash(id(), revision())).toList();
    }

    /** The hash of the last signature; empty text where there is none. */
    public final String lastSignatureHash() {
        List<String> hashes = signatureHashes();
        return hashes.isEmpty() ? "" : hashes.get(hashes.size() - 1);
    }

    /** Number, from 1, of the first signature that does not follow the one before it; 0 where all do. */
    final int brokenLink() {
        String before = "";
        for (int i = 0; i < signatures.size(); i++) {
            Signature signature = signatures.get(i);
            if (!signature.prevSignatureHash().orElse(before).equals(before)) {
                return i + 1;
            }
            before = signature.hash(id(), revision());
        }
        return 0;
    }

    /** Whether the content is what was frozen, and that is what was signed since; nothing is asked of a draft. */
    final boolean isAsFrozen() {
        return contentHash == null
                || (contentHash.equals(contentHash())
                        && sinceSubmission().allMatch(s -> s.contentHash().equals(contentHash)));
    }

    /** The same of the lint report. */
    final boolean isReportAsFrozen() {
        boolean kept = lintReport == null || CanonicalJson.sha256(lintReport).equals(lintReportHash);
        return contentHash == null
                || (kept
                        && sinceSubmission()
                                .allMatch(s -> s.lintReportHash().equals(Optional.ofNullable(lintReportHash))));
    }

    private Stream<Signature> sinceSubmission() {
        int last = 0;
        for (int i = 0; i < signatures.size(); i++) {
            last = signatures.get(i).meaning() == PlanAction.SUBMIT ? i : last;
        }
        return signatures.subList(last, signatures.size()).stream();
    }

    private Stream<Signature> of(PlanAction meaning) {
        return signatures.stream().filter(s -> s.meaning() == meaning);
    }

    private Optional<Instant> last(PlanAction meaning) {
        return of(meaning).map(Signature::signedAt).max(Comparator.naturalOrder());
    }

    private boolean signedBefore(PlanAction meaning, Instant asOf) {
        return of(meaning).anyMatch(s -> s.signedAt().isBefore(asOf));
    }

    /** Everyone who submitted or checked it, or for whom that was done. */
    private Set<String> submittersAndCheckers() {
        return Stream.concat(of(PlanAction.SUBMIT), of(PlanAction.CHECK))
                .flatMap(s -> s.people().stream())
                .collect(Collectors.toSet());
    }

    final void addEditor(String login) {
        editors.add(login);
    }

    public Set<String> editors() {
        return Set.copyOf(editors);
    }

    /** Everyone who may not approve it: editors, submitter, checker and the head of the department. */
    public Set<String> involved(Set<String> heads) {
        Set<String> involved = new HashSet<>(editors);
        involved.addAll(heads);
        involved.addAll(submittersAndCheckers());
        return involved;
    }

    /** Refuses E-FOUR-EYES if whoever acts, or for whom they act, is among those who took part. */
    static void refuse(Set<String> involved, Signing by) {
        by.people().stream().filter(involved::contains).findFirst().ifPresent(login -> {
            throw new KpiException(Code.E_FOUR_EYES, login);
        });
    }

    /** The canonical content: what is hashed and signed. */
    public abstract String content();

    /** SHA-256 of the content as it stands now, 64 hex digits; from submission on that of {@link #hash()}. */
    public final String contentHash() {
        return CanonicalJson.sha256(content());
    }

    /** Refuses E-PLAN-HASH if another content was shown. */
    final void requireShown(@Nullable String shown) {
        String hash = contentHash();
        if (shown != null && !shown.equals(hash)) {
            throw new KpiException(Code.E_PLAN_HASH, shown, hash);
        }
    }

    /** Whether it was approved before an instant, so that a scorecard as known then measures against it. */
    public boolean isApprovedBefore(Instant asOf) {
        return signedBefore(PlanAction.APPROVE, asOf);
    }

    /** Whether it was closed before an instant, so that what was decided at closing counts. */
    public boolean isClosedBefore(Instant asOf) {
        return signedBefore(PlanAction.CLOSE, asOf);
    }

    /** The instant from which its closing is known, if that is before another one. */
    public Optional<Instant> closedBefore(Instant asOf) {
        return last(PlanAction.CLOSE).map(at -> at.plusMillis(1)).filter(at -> at.isBefore(asOf));
    }

    /** When its content was frozen; empty before submission. */
    public Optional<Instant> submittedAt() {
        return last(PlanAction.SUBMIT);
    }
}
