package org.kpisuite.domain.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * Why a plan is right although a rule of the lint warns; its approver reads it. It is kept with the very finding that it was
 * given to, so that a rationale does not outlive its number (domain specification §4.7).
 */
@Embeddable
public class Answer {
    /** Answers that a plan may hold. */
    public static final int MAX = 500;

    static final int RATIONALE_MAX = 2_000;

    private static final Pattern FINDING = Pattern.compile("[0-9a-f]{16}");

    private String code;

    @Column(name = "item_key")
    private String item;

    private String rationale;

    /** Of the finding that it was given to; empty where it was given before there was any. */
    @Column(name = "finding_id")
    private String finding = "";

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

    /**
     * An answer to a very finding.
     *
     * @param finding {@link Finding#id}; null where it is not named
     * @throws KpiException as above, E-FIELD-VALUE for what is no such id
     */
    public Answer(String code, @Nullable String item, String rationale, @Nullable String finding) {
        this(code, item, rationale);
        if (finding != null && !FINDING.matcher(finding).matches()) {
            throw new KpiException(Code.E_FIELD_VALUE, "answers.finding", finding, "the id of a finding");
        }
        this.finding = finding == null ? "" : finding;
    }

    /** The same, given to a finding. */
    Answer to(Finding asked) {
        return new Answer(code, item(), rationale, asked.id());
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

    /** Id of the finding that it was given to; empty where it was given before there was any. */
    public Optional<String> finding() {
        return finding.isEmpty() ? Optional.empty() : Optional.of(finding);
    }

    /** Whether it was given to this finding; not to one of the same rule that said something else. */
    public boolean answers(Finding asked) {
        return isAbout(asked) && (finding.isEmpty() || finding.equals(asked.id()));
    }

    /** Whether it speaks of the same rule and item. */
    boolean isAbout(Finding asked) {
        return code.equals(asked.code()) && item.equals(asked.item() == null ? "" : asked.item());
    }

    /** Whether it says the same of the same rule and item. */
    boolean says(Answer other) {
        return code.equals(other.code) && item.equals(other.item) && rationale.equals(other.rationale);
    }

    /** Everything that is signed, by name. */
    Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("code", code);
        content.put("item", item);
        content.put("rationale", rationale);
        finding().ifPresent(id -> content.put("finding", id));
        return content;
    }
}
