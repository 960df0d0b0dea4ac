package org.kpisuite.domain.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** Why a plan is right although a rule of the lint warns; its approver reads it (domain specification §4.7). */
@Embeddable
public class Answer {
    /** Answers that a plan may hold. */
    public static final int MAX = 500;

    static final int RATIONALE_MAX = 2_000;

    private String code;

    @Column(name = "item_key")
    private String item;

    private String rationale;

    protected Answer() {}

    /**
     * An answer to a warning.
     *
     * @param code of the rule, such as L17
     * @param item key of the item that it warns of; null where it warns of the whole plan
     * @throws KpiException E-FIELD-VALUE for an empty rationale, E-LIMIT for one that is too long
     */
    public Answer(String code, @Nullable String item, String rationale) {
        this.code = code;
        this.item = item == null ? "" : item;
        this.rationale = PlanText.within("answers.rationale", rationale.strip(), RATIONALE_MAX);
        if (this.rationale.isEmpty()) {
            throw new KpiException(Code.E_FIELD_VALUE, "answers.rationale", rationale, "a reason in words");
        }
    }

    public String code() {
        return code;
    }

    /** Key of the item that it speaks of; null for the whole plan. */
    public @Nullable String item() {
        return item.isEmpty() ? null : item;
    }

    public String rationale() {
        return rationale;
    }

    public boolean answers(Finding finding) {
        return code.equals(finding.code()) && item.equals(finding.item() == null ? "" : finding.item());
    }

    /** Everything that is signed, by name. */
    Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("code", code);
        content.put("item", item);
        content.put("rationale", rationale);
        return content;
    }
}
