package org.kpisuite.domain.plan;

import java.math.BigDecimal;

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
        BigDecimal share(Progress progress) {
            return progress.share();
        }
    },
    WORKDAYS {
        @Override
        BigDecimal share(Progress progress) {
            return progress.workingShare();
        }
    },
    PROFILE {
        @Override
        BigDecimal share(Progress progress) {
            throw new IllegalStateException("the weights are in the profile");
        }
    },
    STEP {
        @Override
        BigDecimal share(Progress progress) {
            return progress.isWhole() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
    };

    abstract BigDecimal share(Progress progress);
}
