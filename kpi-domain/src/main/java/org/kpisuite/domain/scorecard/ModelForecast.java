package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.leadlag.Forecast;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.quantity.Decimals;

/**
 * What a confirmed pair foretells of a line: the period itself where the pair has periods of that length; of a flow else the
 * closed periods, then the model as far as its lag goes, then the phased plan for the rest. Source: domain specification
 * §6.5.
 *
 * @param actual value over some days; nothing where not all of them are in
 * @param planned what the plan has for the days after a day; empty without a plan
 */
record ModelForecast(
        Line line,
        String currency,
        Period period,
        Function<DayRange, Quantity> actual,
        Function<LocalDate, Optional<BigDecimal>> planned) {

    /** By the first of the pairs that foretells it. */
    Optional<BigDecimal> of(Collection<PairReading> pairs) {
        return pairs.stream()
                .filter(p -> p.pair().lagging().equals(line.indicator().code())
                        && line.dimensions().isEmpty()
                        && p.forecast().isShown()
                        && (p.lagging().currency() == null
                                || p.lagging().currency().equals(currency)))
                .flatMap(p -> by(p).stream())
                .findFirst();
    }

    private Optional<BigDecimal> by(PairReading pair) {
        if (pair.pair().granularity() == period.granularity()) {
            return pair.foretold(period);
        }
        return PhasedMarks.isFlow(line.own()) ? inParts(pair) : Optional.empty();
    }

    private Optional<BigDecimal> inParts(PairReading pair) {
        LocalDate known = pair.lagging().series().values().lastKey().endInclusive();
        LocalDate beforeStart = period.start().minusDays(1);
        if (known.isBefore(beforeStart) || !known.isBefore(period.endInclusive())) {
            return Optional.empty();
        }
        Optional<BigDecimal> closed = known.equals(beforeStart)
                ? Optional.of(BigDecimal.ZERO)
                : whole(actual.apply(new DayRange(period.start(), known)));
        BigDecimal modelled = BigDecimal.ZERO;
        LocalDate to = known;
        for (Forecast.Point point : pair.forecast().points()) {
            boolean next = point.period().start().equals(to.plusDays(1))
                    && !point.period().endInclusive().isAfter(period.endInclusive());
            if (next) {
                modelled = modelled.add(point.value(), Decimals.EXACT);
                to = point.period().endInclusive();
            }
        }
        boolean complete = to.equals(period.endInclusive());
        Optional<BigDecimal> rest = complete ? Optional.of(BigDecimal.ZERO) : planned.apply(to);
        if (to.equals(known) || closed.isEmpty() || rest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(closed.get().add(modelled, Decimals.EXACT).add(rest.get(), Decimals.EXACT));
    }

    private static Optional<BigDecimal> whole(Quantity quantity) {
        return quantity.completeness().isFull() ? quantity.cell().usable() : Optional.empty();
    }
}
