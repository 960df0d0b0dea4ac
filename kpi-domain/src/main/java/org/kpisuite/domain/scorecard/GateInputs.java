package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.MeasureKind;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.quantity.Rational;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * What a gate is decided by: the cohort of the scored period, and how much of it is mature.
 *
 * @param whole N, the denominator over the period, such as leads
 * @param reached W, the numerator over the period, such as deals won of these leads
 * @param open U, what may still be won; empty where the numerator may move either way, so that nothing is decided early
 * @param matureWhole N_mature, the part of N that is old enough
 * @param matureReached W_mature, the part of W that belongs to it
 * @param complete whether the period is over, so that N grows no more
 */
public record GateInputs(
        Rational whole,
        Rational reached,
        Optional<Rational> open,
        Rational matureWhole,
        Rational matureReached,
        boolean complete) {

    /** The measures that count the mature part of others. */
    private static final Map<String, String> MATURE =
            Map.of("LEADS", "LEADS_MATURE", "DEALS_WON_COHORT", "DEALS_WON_MATURE");

    /** N and W over a period as known on a day. */
    public record Cohort(Rational whole, Rational reached, DayRange period, LocalDate lastDay) {
        private boolean isComplete() {
            return !lastDay.isBefore(period.endInclusive());
        }
    }

    /** The measure that counts the mature part of another, {@code LEADS_MATURE} of {@code LEADS}; empty if none does. */
    public static Optional<String> matureOf(String measure) {
        return Optional.ofNullable(MATURE.get(measure));
    }

    /**
     * Inputs where the mature part was delivered: what is not mature is still open, {@code U = N − N_mature}.
     *
     * @param matureWhole delivered for {@link #matureOf} the denominator
     * @param matureReached delivered for {@link #matureOf} the numerator
     */
    public static GateInputs counted(Cohort cohort, Rational matureWhole, Rational matureReached) {
        Rational open = cohort.whole.minus(matureWhole);
        return new GateInputs(
                cohort.whole,
                cohort.reached,
                Optional.of(open.signum() < 0 ? Rational.ZERO : open),
                matureWhole,
                matureReached,
                cohort.isComplete());
    }

    /**
     * Inputs by age: all is mature on the day {@code maturityDays} after the end of the period, nothing before. Until
     * then all of a share that is not won is open; whether another quotient will rise or fall cannot be told.
     *
     * @param gate says how many days
     * @param isShare whether the numerator counts some of what the denominator counts, see {@link #isShare}
     */
    public static GateInputs byAge(Gate gate, Cohort cohort, boolean isShare) {
        LocalDate matureDay = cohort.period.endInclusive().plusDays(gate.maturityDays());
        if (!cohort.lastDay.isBefore(matureDay)) {
            return new GateInputs(
                    cohort.whole,
                    cohort.reached,
                    Optional.of(Rational.ZERO),
                    cohort.whole,
                    cohort.reached,
                    cohort.isComplete());
        }
        Rational left = cohort.whole.minus(cohort.reached);
        Optional<Rational> open = isShare ? Optional.of(left.signum() < 0 ? Rational.ZERO : left) : Optional.empty();
        return new GateInputs(cohort.whole, cohort.reached, open, Rational.ZERO, Rational.ZERO, cohort.isComplete());
    }

    /** Whether a gate asks which part of a count has come to something: a cohort of counts, at most all of it. */
    public static boolean isShare(Gate gate, Catalogue catalogue) {
        boolean part = catalogue
                .measure(gate.numerator())
                .filter(m -> m.kind() == MeasureKind.COHORT && m.unitKind() == UnitKind.COUNT)
                .isPresent();
        boolean count = catalogue
                .measure(gate.denominator())
                .filter(m -> m.unitKind() == UnitKind.COUNT)
                .isPresent();
        return part && count && gate.threshold().compareTo(BigDecimal.ONE) <= 0;
    }
}
