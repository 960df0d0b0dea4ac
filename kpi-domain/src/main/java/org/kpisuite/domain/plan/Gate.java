package org.kpisuite.domain.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/**
 * The condition under which an item counts: {@code numerator / denominator ≥ threshold}, such as won deals of at least
 * a fifth of the leads, or LTV of at least three times CAC.
 *
 * <p>Both names are measures or indicators, of the dimensions of the item. Threshold: a bare ratio, 0.2 for 20 %.
 * Source: domain specification §5.6.
 */
@Embeddable
public class Gate implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The share of a cohort that must be mature before it is decided on, unless the gate says otherwise. */
    public static final BigDecimal MATURE_SHARE_MIN = new BigDecimal("0.80");

    public static final int MATURITY_DAYS_MAX = 730;

    @Column(name = "gate_numerator")
    private String numerator;

    @Column(name = "gate_denominator")
    private String denominator;

    @Column(name = "gate_threshold")
    private BigDecimal threshold;

    @Enumerated(EnumType.STRING)
    @Column(name = "gate_mode")
    private GateMode mode;

    @Column(name = "gate_cap")
    private @Nullable BigDecimal cap;

    @Column(name = "gate_maturity_days")
    private Integer maturityDays;

    @Column(name = "gate_mature_share_min")
    private BigDecimal matureShareMin;

    protected Gate() {}

    private Gate(GateTerms terms) {
        numerator = Objects.requireNonNull(terms.numerator());
        denominator = Objects.requireNonNull(terms.denominator());
        threshold = Objects.requireNonNull(terms.threshold());
        mode = Objects.requireNonNullElse(terms.mode(), GateMode.ZERO);
        cap = terms.cap();
        maturityDays = Objects.requireNonNullElse(terms.maturityDays(), 0);
        matureShareMin = Objects.requireNonNullElse(terms.matureShareMin(), MATURE_SHARE_MIN);
    }

    /**
     * A gate by its terms.
     *
     * @throws KpiException with everything that {@link GateTerms#refusals} finds
     */
    public static Gate of(GateTerms terms, Catalogue catalogue) {
        List<Refusal> refusals = terms.refusals("gate.", catalogue);
        if (!refusals.isEmpty()) {
            throw new KpiException(refusals);
        }
        return new Gate(terms);
    }

    /** Measure or indicator that must be large enough. */
    public String numerator() {
        return numerator;
    }

    /** Measure or indicator that it is measured by. */
    public String denominator() {
        return denominator;
    }

    /** θ, above 0; a share as a fraction. */
    public BigDecimal threshold() {
        return threshold;
    }

    public GateMode mode() {
        return mode;
    }

    /** Highest achievement after a failure, points 0 to 100; only in the mode CAP. */
    public Optional<BigDecimal> cap() {
        return Optional.ofNullable(cap);
    }

    /** Days after which what began on a day is decided. */
    public int maturityDays() {
        return maturityDays;
    }

    /** Share from 0 to 1 of the cohort that must be mature before the mature part decides. */
    public BigDecimal matureShareMin() {
        return matureShareMin;
    }

    /** All terms by name, in the order in which they are read. */
    public Map<String, @Nullable Object> terms() {
        Map<String, @Nullable Object> terms = new LinkedHashMap<>();
        terms.put("numerator", numerator);
        terms.put("denominator", denominator);
        terms.put("threshold", threshold);
        terms.put("mode", mode);
        terms.put("cap", cap);
        terms.put("maturityDays", maturityDays);
        terms.put("matureShareMin", matureShareMin);
        return terms;
    }

    /** {@code DEALS_WON_COHORT / LEADS ≥ 0.2}. */
    @Override
    public String toString() {
        return numerator + " / " + denominator + " ≥ "
                + threshold.stripTrailingZeros().toPlainString();
    }
}
