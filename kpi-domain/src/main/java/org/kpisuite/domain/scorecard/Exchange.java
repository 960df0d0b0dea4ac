package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.quantity.Decimals;

/**
 * A line in its own currency beside the same line as it is shown: plans are converted at their frozen rate.
 *
 * <p>Source: domain specification §2.3, rule 6.
 */
final class Exchange {
    private final ExchangeRates rates;
    private final boolean same;
    private final String local;
    private final String shown;

    Exchange(Evaluation evaluation, ExchangeRates rates, Line local, Line shown) {
        this.rates = rates;
        this.same = local == shown;
        this.local = evaluation.currency(local.own());
        this.shown = evaluation.currency(shown.own());
    }

    /** A planned value as it is shown; not applicable where there is none, or no rate was frozen. */
    Cell plan(Optional<Cell> plan, Period period) {
        Cell own = plan.orElseGet(Cell.NotApplicable::new);
        if (same || own.usable().isEmpty()) {
            return own;
        }
        return rates.plan(local, shown, period)
                .map(rate -> Cell.of(own.usable().orElseThrow().multiply(rate, Decimals.EXACT)))
                .orElseGet(Cell.NotApplicable::new);
    }

    /** What rates did to the variance from plan; empty where nothing was converted. */
    Optional<CurrencyEffect> effect(Cell actual, Optional<Cell> plan, Cell actualShown, Period period) {
        if (same) {
            return Optional.empty();
        }
        Optional<BigDecimal> own = actual.usable();
        Optional<BigDecimal> aim = plan.flatMap(Cell::usable);
        Optional<BigDecimal> converted = actualShown.usable();
        Optional<BigDecimal> rate = rates.plan(local, shown, period);
        return own.isPresent() && aim.isPresent() && converted.isPresent()
                ? rate.map(r -> CurrencyEffect.of(local, own.get(), aim.get(), converted.get(), r))
                : Optional.empty();
    }
}
