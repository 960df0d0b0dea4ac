package org.kpisuite.domain.actual;

import java.time.LocalDate;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.MeasureKind;

/**
 * Which figures of a closed period are expected to change still: cohorts until they are mature, and as long as a gate over
 * their period waits for them. A cohort of which no indicator says when it is mature may always.
 *
 * <p>Source: domain specification §8.7.
 */
public final class Ripening {
    private final Codes codes;
    private final LocalDate today;

    /** What ripens on a day. */
    public Ripening(Codes codes, LocalDate today) {
        this.codes = codes;
        this.today = today;
    }

    /** Whether a change of that figure is normal, not a restatement. */
    public boolean isExpected(String unit, String measure, Period period) {
        return codes.measure(measure)
                .filter(m -> m.kind() == MeasureKind.COHORT)
                .filter(m -> !isMature(measure, period) || codes.isAwaitedByGate(unit, measure, period))
                .isPresent();
    }

    private boolean isMature(String measure, Period period) {
        return codes.maturityDays(measure)
                .filter(days -> period.endInclusive().plusDays(days).isBefore(today))
                .isPresent();
    }
}
