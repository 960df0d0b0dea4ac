package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.quantity.Change;
import org.kpisuite.domain.scorecard.RollingComparison.Span;

/** Makes the longer comparisons of a line: to date by quarter and year, rolling, and 53 weeks beside 52. */
final class RollingSpans {
    private final Timing timing;

    RollingSpans(Timing timing) {
        this.timing = timing;
    }

    /**
     * All that make sense for the length of the period.
     *
     * @param plan phased over the days of a quarter or year to date; not applicable where no plan covers them
     */
    List<RollingComparison> of(Line line, BiFunction<Period, DayRange, Cell> plan) {
        List<RollingComparison> made = new ArrayList<>();
        if (timing.elapsed().isEmpty()) {
            return made;
        }
        Period period = timing.period();
        if (Granularity.QUARTER.isCoarserThan(period.granularity())) {
            toDate(line, Span.QTD, containing(Granularity.QUARTER), plan).ifPresent(made::add);
        }
        if (Granularity.YEAR.isCoarserThan(period.granularity())) {
            toDate(line, Span.YTD, containing(Granularity.YEAR), plan).ifPresent(made::add);
        }
        Comparisons.rolling(period, timing.elapsed().endInclusive())
                .ifPresent(r -> made.add(of(
                        line,
                        period.granularity() == Granularity.MONTH ? Span.R12 : Span.R4,
                        r.days(),
                        new Cell.NotApplicable(),
                        r.daysBefore())));
        if (timing.isWhole()) {
            timing.rules()
                    .comparisons()
                    .comparable(period)
                    .filter(s -> s.comparison().isPresent())
                    .ifPresent(s -> made.add(of(
                            line,
                            Span.COMPARABLE,
                            s.current(),
                            new Cell.NotApplicable(),
                            s.comparison().orElseThrow())));
        }
        return made;
    }

    private Period containing(Granularity length) {
        return Period.of(
                timing.rules().yearsOf(timing.period()),
                length,
                timing.elapsed().endInclusive());
    }

    /** Plan and prior year go as far as this line's own data do: a monthly feed is compared for whole months. */
    private Optional<RollingComparison> toDate(
            Line line, Span span, Period whole, BiFunction<Period, DayRange, Cell> plan) {
        DayRange elapsed = whole.days().upTo(timing.elapsed().endInclusive());
        Quantity known = line.over(elapsed);
        DayRange covered = elapsed.equals(whole.days())
                ? elapsed
                : known.dataTo().map(day -> covered(elapsed, day)).orElse(elapsed);
        boolean cut = known.dataTo().filter(covered.endInclusive()::isBefore).isPresent();
        Cell actual = cut ? line.over(covered).cell() : known.cell();
        return timing.rules()
                .comparisons()
                .toDate(whole, covered.endInclusive())
                .comparison()
                .map(other -> of(line, span, covered, actual, plan.apply(whole, covered), other));
    }

    /** The days to the last one with data, where the prior year can be cut there; else to the end of the month before. */
    private DayRange covered(DayRange elapsed, LocalDate dataTo) {
        boolean sameMonth =
                dataTo.withDayOfMonth(1).equals(elapsed.endInclusive().withDayOfMonth(1));
        boolean readTo = sameMonth || isMonthEnd(dataTo) || isOfSingleDays(dataTo);
        DayRange covered =
                elapsed.upTo(readTo ? dataTo : dataTo.withDayOfMonth(1).minusDays(1));
        return covered.isEmpty() ? elapsed : covered;
    }

    private static boolean isMonthEnd(LocalDate day) {
        return day.plusDays(1).getDayOfMonth() == 1;
    }

    /** Whether the period was read by day there: see {@link FactNeeds}. */
    private boolean isOfSingleDays(LocalDate day) {
        Period period = timing.period();
        boolean singly = !timing.isWhole() || Granularity.MONTH.isCoarserThan(period.granularity());
        return singly && period.days().contains(day);
    }

    private static RollingComparison of(Line line, Span span, DayRange days, Cell plan, DayRange other) {
        return of(line, span, days, line.over(days).cell(), plan, other);
    }

    private static RollingComparison of(Line line, Span span, DayRange days, Cell actual, Cell plan, DayRange other) {
        Cell reference = line.over(other).cell();
        Optional<BigDecimal> material = line.indicator().materialityAbs();
        Change change =
                Change.of(actual.usable(), reference.usable(), line.indicator().unitKind(), material);
        return new RollingComparison(span, days, actual, plan, other, reference, change);
    }
}
