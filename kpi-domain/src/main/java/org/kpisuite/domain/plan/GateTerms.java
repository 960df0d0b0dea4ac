package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.Decimals;

/**
 * A gate as given, before it is known to make sense.
 *
 * @param mode ZERO where absent
 * @param maturityDays 0 where absent
 * @param matureShareMin {@link Gate#MATURE_SHARE_MIN} where absent
 */
public record GateTerms(
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable BigDecimal threshold,
        @Nullable GateMode mode,
        @Nullable BigDecimal cap,
        @Nullable Integer maturityDays,
        @Nullable BigDecimal matureShareMin) {
    private static final int THRESHOLD_DECIMALS_MAX = 10;

    /**
     * All that is wrong with it: E-FIELD-MISSING, or E-FIELD-VALUE for a name that the catalogue does not know, a
     * threshold not above 0, a cap in another mode than CAP or outside 0 to 100, a share outside 0 to 1.
     *
     * @param path of the gate in the request, {@code items[0].gate.}
     */
    public List<Refusal> refusals(String path, Catalogue catalogue) {
        List<Refusal> refusals = new ArrayList<>();
        named("numerator", numerator, catalogue).map(r -> r.at(path)).ifPresent(refusals::add);
        named("denominator", denominator, catalogue).map(r -> r.at(path)).ifPresent(refusals::add);
        if (threshold == null) {
            refusals.add(new Wrong("threshold", null, "").at(path));
        } else if (threshold.signum() <= 0 || threshold.scale() > THRESHOLD_DECIMALS_MAX) {
            refusals.add(new Wrong("threshold", Decimals.plain(threshold), "> 0").at(path));
        }
        wrongCap().map(r -> r.at(path)).ifPresent(refusals::add);
        if (maturityDays != null && (maturityDays < 0 || maturityDays > Gate.MATURITY_DAYS_MAX)) {
            String possible = "0.." + Gate.MATURITY_DAYS_MAX;
            refusals.add(new Wrong("maturityDays", maturityDays.toString(), possible).at(path));
        }
        if (matureShareMin != null && !isWithin(matureShareMin, BigDecimal.ONE)) {
            refusals.add(new Wrong("matureShareMin", Decimals.plain(matureShareMin), "0..1").at(path));
        }
        return refusals;
    }

    private Optional<Wrong> wrongCap() {
        if (mode != GateMode.CAP) {
            return Optional.ofNullable(cap).map(c -> new Wrong("cap", Decimals.plain(c), "null; mode CAP"));
        }
        if (cap == null) {
            return Optional.of(new Wrong("cap", null, ""));
        }
        return isWithin(cap, Decimals.HUNDRED)
                ? Optional.empty()
                : Optional.of(new Wrong("cap", Decimals.plain(cap), "0..100"));
    }

    private static boolean isWithin(BigDecimal value, BigDecimal highest) {
        return value.signum() >= 0 && value.compareTo(highest) <= 0;
    }

    private static Optional<Wrong> named(String field, @Nullable String code, Catalogue catalogue) {
        if (code == null) {
            return Optional.of(new Wrong(field, null, ""));
        }
        boolean known =
                catalogue.measure(code).isPresent() || catalogue.indicator(code).isPresent();
        return known ? Optional.empty() : Optional.of(new Wrong(field, code, "LEADS, CAC_FULL"));
    }

    /** A field that is missing, or that cannot be what it is. */
    private record Wrong(String field, @Nullable String value, String possible) {
        Refusal at(String path) {
            String name = path + field;
            return value == null
                    ? Refusal.ofField(Code.E_FIELD_MISSING, name, null, name)
                    : Refusal.ofField(Code.E_FIELD_VALUE, name, value, name, value, possible);
        }
    }
}
