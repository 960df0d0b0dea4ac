package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;

/**
 * What a leading indicator foretells of the lagging one, for periods whose leading values are already observed: never
 * further than the lag.
 *
 * <p>Unit: values in the unit of the lagging indicator, unrounded. Source: domain specification §6.5.
 *
 * @param model that it rests on; empty where none was made
 * @param points the periods after the last one of the lagging indicator, at most as many as the lag; none where withheld
 * @param withheld why nothing, or not all up to the lag, is foretold; empty where all is
 */
public record Forecast(Optional<Model> model, List<Point> points, Optional<Withheld> withheld) {
    public Forecast {
        points = List.copyOf(points);
    }

    /** None at all, for that reason. */
    public static Forecast none(Withheld why) {
        return new Forecast(Optional.empty(), List.of(), Optional.of(why));
    }

    /** Whether there is anything to show. */
    public boolean isShown() {
        return !points.isEmpty();
    }

    /**
     * The regression and how it stood the test on its own past.
     *
     * @param slope an elasticity where both are logarithms
     * @param error mean absolute error of forecasts one step ahead over the last points, in the unit of the indicator
     * @param errorOfRepetition the same of repeating the last value, or that of the season before
     * @param durbinWatson of the residuals, 0 to 4
     * @param xLow least value of the leading indicator that the model has seen, widened by a tenth; likewise xHigh
     */
    public record Model(
            BigDecimal intercept,
            BigDecimal interceptError,
            BigDecimal slope,
            BigDecimal slopeError,
            BigDecimal residualError,
            BigDecimal rSquare,
            BigDecimal durbinWatson,
            int n,
            BigDecimal error,
            BigDecimal errorOfRepetition,
            BigDecimal xLow,
            BigDecimal xHigh) {}

    /** One period: its median, and the bounds between which it comes with 80 %. */
    public record Point(Period period, BigDecimal value, BigDecimal low, BigDecimal high) {}

    /** Why something is not foretold. */
    public enum Withheld {
        /** The pair was not confirmed by the test. */
        NOT_CONFIRMED,
        /** The model does not beat a simple repetition, or its residuals hang together. */
        NOT_BETTER,
        /** The leading indicator is where it has never been before, or a value of it is missing. */
        OUT_OF_RANGE,
        /** Both differences, of the season and of the period, were needed: there is no model for that. */
        TWICE_DIFFERENCED
    }
}
