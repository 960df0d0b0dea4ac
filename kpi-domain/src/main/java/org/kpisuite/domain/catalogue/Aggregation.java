package org.kpisuite.domain.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;

/**
 * How values of short periods make that of a longer one, and values of units that of the unit above.
 *
 * <p>As text the rule over time reads {@code SUM}, or {@code WAVG(LEADS)} with its weight. Source: domain specification
 * §2.3.
 *
 * @param weight code of the flow that weighs the values of {@link TimeAggregation#WAVG}; null for all others
 */
public record Aggregation(
        TimeAggregation time, OrgAggregation org, @Nullable String weight) {
    private static final String WEIGHTED = "WAVG(";

    /** The rule over units is the usual one of the rule over time. */
    public static Aggregation of(TimeAggregation time) {
        return new Aggregation(time, OrgAggregation.defaultOf(time), null);
    }

    /** Σ w·x / Σ w, flagged as an estimate. */
    public static Aggregation weightedBy(String measure) {
        return new Aggregation(TimeAggregation.WAVG, OrgAggregation.WAVG, measure);
    }

    /**
     * Reads {@code SUM} or {@code WAVG(LEADS)}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Aggregation parse(String text) {
        String rule = text.strip();
        return rule.startsWith(WEIGHTED) && rule.endsWith(")")
                ? weightedBy(
                        rule.substring(WEIGHTED.length(), rule.length() - 1).strip())
                : of(TimeAggregation.valueOf(rule));
    }

    /**
     * The usual rule of an indicator: that of its measure where it is nothing but one, or of its measures where they share
     * one and are only added and subtracted; else each part by its own rule, before the formula is worked out once.
     *
     * @param measures by code
     */
    public static Aggregation defaultOf(Formula formula, Map<String, Measure> measures) {
        Set<TimeAggregation> rules = new HashSet<>();
        boolean known = formula.references().stream().allMatch(r -> measures.containsKey(r.code()));
        if (known && formula.isAdditive()) {
            formula.references().forEach(r -> rules.add(measures.get(r.code()).timeAggregation()));
        }
        return of(rules.size() == 1 ? rules.iterator().next() : TimeAggregation.RATIO_OF_SUMS);
    }

    public Aggregation over(OrgAggregation units) {
        return new Aggregation(time, units, weight);
    }

    public Optional<String> weightCode() {
        return Optional.ofNullable(weight);
    }

    /** The rule over time as text. */
    public String timeText() {
        return weight == null ? time.name() : WEIGHTED + weight + ")";
    }

    /** What is impossible in itself: a weighted mean without its weight, or a weight that nothing uses. */
    List<Refusal> refusals() {
        List<Refusal> found = new ArrayList<>();
        boolean weighs = time == TimeAggregation.WAVG || org == OrgAggregation.WAVG;
        if (weighs && (weight == null || weight.isEmpty())) {
            found.add(Refusal.ofField(
                    Code.E_FIELD_VALUE, "timeAggregation", timeText(), "timeAggregation", timeText(), "WAVG(MEASURE)"));
        }
        return found;
    }
}
