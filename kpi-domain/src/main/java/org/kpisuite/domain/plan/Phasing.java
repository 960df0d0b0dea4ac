package org.kpisuite.domain.plan;

import java.math.BigDecimal;
import org.kpisuite.domain.quantity.Rational;

/**
 * How much of a flow target is expected to date.
 *
 * <pre>
 *   LINEAR_DAYS  elapsed days / days        WORKDAYS  elapsed working days / working days
 *   STEP         0 until the last day, then 1
 *   PROFILE      the weights of what has elapsed, see {@link PhasingProfile}
 * </pre>
 * <p>Source: domain specification §3.5.
 */
public enum Phasing {
    LINEAR_DAYS {
        @Override
        Rational share(Progress progress) {
            return progress.days();
        }
    },
    WORKDAYS {
        @Override
        Rational share(Progress progress) {
            return progress.daysWorked();
        }
    },
    PROFILE {
        @Override
        Rational share(Progress progress) {
            throw new IllegalStateException("the weights are in the profile");
        }
    },
    STEP {
        @Override
        Rational share(Progress progress) {
            return progress.isWhole() ? Rational.of(BigDecimal.ONE) : Rational.ZERO;
        }
    };

    abstract Rational share(Progress progress);
}
