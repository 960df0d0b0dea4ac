package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.Collection;
import org.kpisuite.domain.quantity.UnitKind;

/** On which scale a series is differenced, each series for itself. Source: domain specification §6.2, step 2. */
public enum Scale {
    /** Natural logarithm, where all values are above zero. */
    LOG,
    /** ln(v / (1 − v)) of a share strictly between 0 and 1. */
    LOGIT,
    /** The value in units of its median absolute deviation, where values can be zero or less. */
    LEVEL;

    static Scale of(UnitKind unit, Collection<BigDecimal> values) {
        boolean positive = values.stream().allMatch(v -> v.signum() > 0);
        if (unit == UnitKind.PERCENT) {
            return positive && values.stream().allMatch(v -> v.compareTo(BigDecimal.ONE) < 0) ? LOGIT : LEVEL;
        }
        return positive && unit != UnitKind.POINTS ? LOG : LEVEL;
    }

    /** The values on this scale; NaN stays NaN. */
    double[] of(double[] values) {
        double[] scaled = new double[values.length];
        double unit = this == LEVEL ? Series.medianDeviation(values) : 1;
        for (int t = 0; t < values.length; t++) {
            scaled[t] = switch (this) {
                case LOG -> Math.log(values[t]);
                case LOGIT -> Math.log(values[t] / (1 - values[t]));
                case LEVEL -> unit > 0 ? values[t] / unit : values[t];
            };
        }
        return scaled;
    }

    /** Back from the scale to the value; only for LOG and LOGIT, which need no unit. */
    double back(double scaled) {
        return this == LOGIT ? 1 / (1 + Math.exp(-scaled)) : Math.exp(scaled);
    }
}
