package org.kpisuite.domain.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** A talk with the team about how many and which indicators it should have (domain specification §1.4, R18). */
@Embeddable
public class Consultation {
    /** Consultations that a plan may hold. */
    public static final int MAX = 50;

    static final int WHO_MAX = 500;
    static final int OUTCOME_MAX = 2_000;

    @Column(name = "who")
    private String who;

    @Column(name = "held_on")
    private LocalDate at;

    private @Nullable String outcome;

    protected Consultation() {}

    /**
     * A talk that was held.
     *
     * @param who the members, parted by commas or semicolons
     * @param outcome what came of it
     * @throws KpiException E-FIELD-VALUE without anybody, E-LIMIT for a text that is too long
     */
    public Consultation(String who, LocalDate at, @Nullable String outcome) {
        this.who = PlanText.within("consultations.who", who.strip(), WHO_MAX);
        this.at = at;
        this.outcome = outcome == null ? null : PlanText.within("consultations.outcome", outcome.strip(), OUTCOME_MAX);
        if (members().isEmpty()) {
            throw new KpiException(Code.E_FIELD_VALUE, "consultations.who", who, "Anna Orlova, Ivan Petrov");
        }
    }

    public String who() {
        return who;
    }

    /** The members by name, each once. */
    public List<String> members() {
        return Arrays.stream(who.split("[,;]", -1))
                .map(String::strip)
                .filter(m -> !m.isEmpty())
                .distinct()
                .toList();
    }

    public LocalDate at() {
        return at;
    }

    public @Nullable String outcome() {
        return outcome;
    }

    /** Everything that is signed, by name. */
    Map<String, @Nullable Object> content() {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("who", who);
        content.put("at", at);
        content.put("outcome", outcome);
        return content;
    }
}
