package org.kpisuite.domain.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.quantity.Decimals;

/**
 * Points that somebody asks to add to the score of a plan or to take off it, and what another decided. The score itself
 * is never overwritten: the scorecard shows both (domain specification §1.4, R23).
 *
 * <p>Unit: points of the score, 100 is on target; not 0, at most {@link #POINTS_MAX} either way.
 */
@Embeddable
public class Adjustment {
    public static final BigDecimal POINTS_MAX = BigDecimal.valueOf(50);
    public static final int MAX = 20;

    private static final int REASON_MIN = 10;
    private static final int REASON_MAX = 2_000;

    private BigDecimal points;
    private String reason;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "requested_for")
    private @Nullable String requestedFor;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_for")
    private @Nullable String decidedFor;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    private boolean accepted;

    protected Adjustment() {}

    Adjustment(BigDecimal points, @Nullable String reason, Signing by) {
        if (points.signum() == 0 || points.abs().compareTo(POINTS_MAX) > 0) {
            String possible = "-" + POINTS_MAX + ".." + POINTS_MAX + ", not 0";
            throw new KpiException(Code.E_FIELD_VALUE, "points", Decimals.plain(points), possible);
        }
        if (reason == null || reason.strip().length() < REASON_MIN) {
            throw new KpiException(Code.E_COMMENT_SHORT, String.valueOf(REASON_MIN));
        }
        this.points = points;
        this.reason = PlanText.within("reason", reason.strip(), REASON_MAX);
        this.requestedBy = by.login();
        this.requestedFor = by.onBehalfOf();
        this.requestedAt = by.at();
    }

    /**
     * Says whether it counts.
     *
     * @throws KpiException E-PLAN-STATE once it was decided, E-SIGN-IN-AGED, E-FOUR-EYES for whoever asked for it, for
     *     whom it was asked, and for whoever acts for one of them
     */
    void decide(Signing by, boolean accept) {
        if (decidedBy != null) {
            throw new KpiException(Code.E_PLAN_STATE, accepted ? "ACCEPTED" : "REJECTED", "ADJUST");
        }
        SignedContent.refuse(requesters(), by);
        by.requireFresh();
        decidedBy = by.login();
        decidedFor = by.onBehalfOf();
        decidedAt = by.at();
        accepted = accept;
    }

    public BigDecimal points() {
        return points;
    }

    public String reason() {
        return reason;
    }

    public String requestedBy() {
        return requestedBy;
    }

    /** For whom it was asked; empty where in one's own name. */
    public Optional<String> requestedFor() {
        return Optional.ofNullable(requestedFor);
    }

    /** Everyone who stands behind the question: whoever asked, and for whom. None of them decides. */
    public Set<String> requesters() {
        return requestedFor == null ? Set.of(requestedBy) : Set.of(requestedBy, requestedFor);
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /** Who decided; empty as long as nobody has. */
    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    /** Whether nobody has decided yet. */
    public boolean isOpen() {
        return decidedBy == null;
    }

    /** For whom it was decided; empty where in one's own name, and as long as nobody has. */
    public Optional<String> decidedFor() {
        return Optional.ofNullable(decidedFor);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public boolean isAccepted() {
        return accepted;
    }

    /** Whether it counts on a scorecard as of an instant. */
    public boolean counts(Instant asOf) {
        return accepted && decidedAt != null && decidedAt.isBefore(asOf);
    }
}
