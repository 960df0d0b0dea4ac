package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.quantity.Rational;

/**
 * How the target of one item is phased.
 *
 * @param profile of {@link Phasing#PROFILE}, and of it only
 */
public record TargetPhasing(Phasing kind, @Nullable PhasingProfile profile) {
    public static final TargetPhasing LINEAR_DAYS = new TargetPhasing(Phasing.LINEAR_DAYS, null);

    /** Refuses E-FIELD-MISSING for a profile without weights, E-FIELD-VALUE for weights of another phasing. */
    public TargetPhasing {
        if (kind == Phasing.PROFILE && profile == null) {
            throw new KpiException(Code.E_FIELD_MISSING, PhasingProfile.FIELD);
        }
        if (kind != Phasing.PROFILE && profile != null) {
            throw new KpiException(Code.E_FIELD_VALUE, "phasing", kind.name(), Phasing.PROFILE.name());
        }
    }

    /** The share from 0 to 1 of a flow target that is expected after the elapsed days. */
    public BigDecimal share(Progress progress) {
        return quotient(progress).value();
    }

    /** The same undivided, where it counts days: {@code 37/66}. */
    public Rational quotient(Progress progress) {
        return profile == null ? kind.share(progress) : Rational.of(profile.share(progress));
    }
}
