package org.kpisuite.domain.plan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * Signed content with what people decided about its score: points added or taken off, and scored items without a value.
 * The part of {@link Plan} that begins once it is in force.
 */
@MappedSuperclass
abstract class ScoredContent extends SignedContent {
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_decision", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<ClosingDecision> decisions = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_adjustment", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<Adjustment> adjustments = new ArrayList<>();

    public abstract PlanState state();

    final void decide(List<ClosingDecision> decided) {
        decisions = new ArrayList<>(decided);
    }

    /**
     * Asks for points to be added to the score or taken off it.
     *
     * @throws KpiException E-PLAN-STATE unless it is active or closed, E-FIELD-VALUE, E-COMMENT-SHORT, E-LIMIT
     */
    public void askAdjustment(Signing by, BigDecimal points, @Nullable String reason) {
        requireScored();
        if (adjustments.size() >= Adjustment.MAX) {
            throw new KpiException(Code.E_LIMIT, "adjustments", String.valueOf(Adjustment.MAX));
        }
        adjustments.add(new Adjustment(points, reason, by));
    }

    /**
     * Decides about such points.
     *
     * @param number of the adjustment, from 0
     * @throws KpiException E-NOT-FOUND, E-PLAN-STATE if it is decided, E-SIGN-IN-AGED, E-FOUR-EYES for whoever asked,
     *     wrote the plan or heads the department, and for whom or by whom that was done
     */
    public void decideAdjustment(Signing by, int number, boolean accept, Set<String> heads) {
        requireScored();
        Adjustment asked = adjustment(number);
        refuse(barred(asked, heads), by);
        asked.decide(by, accept);
    }

    /** Points that somebody asked for, by their number from 0. Refuses E-NOT-FOUND. */
    public Adjustment adjustment(int number) {
        if (number < 0 || number >= adjustments.size()) {
            throw new KpiException(Code.E_NOT_FOUND, "adjustment " + number);
        }
        return adjustments.get(number);
    }

    /** Everyone who may not decide about points: whoever asked for them or had them asked for, wrote the plan or heads the department. */
    public Set<String> barred(Adjustment asked, Set<String> heads) {
        Set<String> barred = new HashSet<>(editors());
        barred.addAll(heads);
        barred.addAll(asked.requesters());
        return barred;
    }

    private void requireScored() {
        if (state() != PlanState.ACTIVE && state() != PlanState.CLOSED) {
            throw new KpiException(Code.E_PLAN_STATE, state().name(), "ADJUST");
        }
    }

    /** What was decided at closing about scored items without a value. */
    public List<ClosingDecision> decisions() {
        return List.copyOf(decisions);
    }

    public List<Adjustment> adjustments() {
        return List.copyOf(adjustments);
    }
}
