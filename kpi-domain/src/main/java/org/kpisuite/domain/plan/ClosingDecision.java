package org.kpisuite.domain.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/** What was decided at closing about a scored item that has no value, and why (domain specification §5.5). */
@Embeddable
public class ClosingDecision {
    static final int REASON_MAX = 2_000;

    @Column(name = "item_key")
    private String item;

    @Enumerated(EnumType.STRING)
    private MissingDecision decision;

    private String reason;

    protected ClosingDecision() {}

    /**
     * A decision about an item.
     *
     * @throws KpiException E-REASON-MISSING without a reason, E-LIMIT for one that is too long
     */
    public ClosingDecision(String item, MissingDecision decision, String reason) {
        if (reason.isBlank()) {
            throw new KpiException(List.of(Refusal.ofField(Code.E_REASON_MISSING, item, null)));
        }
        this.item = item;
        this.decision = decision;
        this.reason = PlanText.within("decisions.reason", reason.strip(), REASON_MAX);
    }

    /** All that is wrong with the decisions about a plan: items without one, decisions about anything else or twice. */
    static List<Refusal> wrong(List<ClosingDecision> decided, Set<String> missing) {
        List<Refusal> wrong = new ArrayList<>();
        Set<String> open = new TreeSet<>(missing);
        for (ClosingDecision decision : decided) {
            if (!open.remove(decision.item)) {
                wrong.add(Refusal.ofField(
                        Code.E_FIELD_VALUE,
                        "decisions",
                        decision.item,
                        "decisions.item",
                        decision.item,
                        String.join(", ", new TreeSet<>(missing))));
            }
        }
        open.forEach(item -> wrong.add(Refusal.ofField(Code.E_ITEM_UNDECIDED, item, null, item)));
        return wrong;
    }

    /** Key of the item. */
    public String item() {
        return item;
    }

    public MissingDecision decision() {
        return decision;
    }

    public String reason() {
        return reason;
    }
}
