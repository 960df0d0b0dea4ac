package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;

/**
 * How far a survey may err: a value inside its margin, or below its critical value, is "unchanged".
 *
 * <pre>
 *   NPS         margin = 1.96 · 100 · √((p + d − (p − d)²) / n)          95 %, points
 *   Brand Lift  z = (p₁ − p₂) / √(p · (1 − p) · (1/n₁ + 1/n₂))           p pooled; significant at 5 % beyond 1.96
 * </pre>
 * <p>Source: domain specification §1.2 (21, 26), §2.3 (G05, G17).
 *
 * @param kind MARGIN in points around the value, or Z of the difference
 */
public record SurveyError(Kind kind, BigDecimal value) {
    /** Two-sided 5 % point of the normal distribution. */
    public static final BigDecimal CRITICAL = new BigDecimal("1.96");

    private static final List<String> NPS = List.of("NPS_PROM", "NPS_PASS", "NPS_DETR");
    /** Who clicked, by whom it was seen. */
    private static final Map<String, String> CLICKS =
            Map.of("CLICKS", "IMPRESSIONS", "EMAIL_UCLICKS", "EMAIL_DELIVERED");

    private static final List<String> LIFT = List.of("BL_EXP_POS", "BL_EXP_N", "BL_CTL_POS", "BL_CTL_N");

    /** What the number is. */
    public enum Kind {
        MARGIN,
        Z
    }

    /** That of a step of an explanation. */
    public static SurveyError of(Explanation.Step step) {
        return new SurveyError(Kind.valueOf(step.subject()), Objects.requireNonNull(step.value()));
    }

    /** The 95 % margin of an NPS in points; empty without answers. */
    public static Optional<SurveyError> ofNps(BigDecimal promoters, BigDecimal passives, BigDecimal detractors) {
        BigDecimal n = promoters.add(passives).add(detractors);
        if (n.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal p = Decimals.divide(promoters, n);
        BigDecimal d = Decimals.divide(detractors, n);
        BigDecimal variance = p.add(d).subtract(p.subtract(d).pow(2));
        BigDecimal margin = CRITICAL.multiply(Decimals.HUNDRED).multiply(root(Decimals.divide(variance, n)));
        return Optional.of(new SurveyError(Kind.MARGIN, margin));
    }

    /** The z of a Brand Lift, pooled; empty where a group is empty or all answers are alike. */
    public static Optional<SurveyError> ofLift(
            BigDecimal exposedPositive, BigDecimal exposed, BigDecimal controlPositive, BigDecimal control) {
        if (exposed.signum() <= 0 || control.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal pooled = Decimals.divide(exposedPositive.add(controlPositive), exposed.add(control));
        BigDecimal spread = Decimals.divide(BigDecimal.ONE, exposed).add(Decimals.divide(BigDecimal.ONE, control));
        BigDecimal variance = pooled.multiply(BigDecimal.ONE.subtract(pooled)).multiply(spread);
        if (variance.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal lift = Decimals.divide(exposedPositive, exposed).subtract(Decimals.divide(controlPositive, control));
        return Optional.of(new SurveyError(Kind.Z, Decimals.divide(lift, root(variance))));
    }

    /**
     * The 95 % margin of a value, in its unit: of an NPS in points, of a rate of clicks p = clicks / impressions as a
     * fraction, 1.96·√(p·(1 − p) / n). Empty for what is no such value.
     */
    static Optional<BigDecimal> margin(Computation computation, BigDecimal[] values) {
        Map<String, BigDecimal> inputs = inputs(computation, values);
        return CLICKS.entrySet().stream()
                .filter(c -> inputs.keySet().equals(Set.of(c.getKey(), c.getValue())))
                .findFirst()
                .map(c -> ofRate(inputs.get(c.getKey()), inputs.get(c.getValue())))
                .orElseGet(() -> of(inputs).filter(e -> e.kind == Kind.MARGIN).map(SurveyError::value));
    }

    private static Optional<BigDecimal> ofRate(BigDecimal hits, BigDecimal tries) {
        if (tries.signum() <= 0 || hits.signum() < 0 || hits.compareTo(tries) > 0) {
            return Optional.empty();
        }
        BigDecimal p = Decimals.divide(hits, tries);
        return Optional.of(CRITICAL.multiply(root(Decimals.divide(p.multiply(BigDecimal.ONE.subtract(p)), tries))));
    }

    private static Map<String, BigDecimal> inputs(Computation computation, BigDecimal[] values) {
        Map<String, BigDecimal> inputs = new HashMap<>();
        List<Input> measures = computation.inputs();
        for (int i = 0; i < measures.size(); i++) {
            if (values[i] != null) {
                inputs.put(measures.get(i).measure().code(), values[i]);
            }
        }
        return inputs;
    }

    /** The error of a value that is made of exactly such answers; empty for any other. */
    static Optional<SurveyError> of(Computation computation, BigDecimal[] values) {
        return of(inputs(computation, values));
    }

    private static Optional<SurveyError> of(Map<String, BigDecimal> inputs) {
        if (inputs.keySet().equals(Set.copyOf(NPS))) {
            return ofNps(inputs.get("NPS_PROM"), inputs.get("NPS_PASS"), inputs.get("NPS_DETR"));
        }
        return inputs.keySet().equals(Set.copyOf(LIFT))
                ? ofLift(
                        inputs.get("BL_EXP_POS"),
                        inputs.get("BL_EXP_N"),
                        inputs.get("BL_CTL_POS"),
                        inputs.get("BL_CTL_N"))
                : Optional.empty();
    }

    /** Whether a difference of that z is beyond chance, at 5 %. */
    public boolean isSignificant() {
        return kind == Kind.Z && value.abs().compareTo(CRITICAL) > 0;
    }

    /** {@code ± 15.3} points, or {@code z = 2.27, significant at 5%}: what a reader is told beside the value. */
    public String text(Locale locale) {
        NumberText numbers = NumberText.of(locale);
        if (kind == Kind.MARGIN) {
            return Messages.text(locale, "survey.MARGIN", numbers.plain(Decimals.round(value, 1)));
        }
        String z = numbers.plain(Decimals.round(value, 2));
        return Messages.text(locale, isSignificant() ? "survey.Z.significant" : "survey.Z.within", z);
    }

    private static BigDecimal root(BigDecimal value) {
        return value.sqrt(Decimals.EXACT);
    }
}
