package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * Money of many units in one currency: flows at the average rate of their period, states at the closing rate.
 *
 * <p>Source: domain specification §2.3, rule 6.
 *
 * @param wanted ISO 4217 of the value
 */
record Conversion(ExchangeRates rates, Map<String, String> currencyOfUnit, String wanted) {
    /** A rate that is needed is not there. */
    static final class MissingRate extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingRate() {
            super(null, null, false, false);
        }
    }

    /** The currency of what a unit delivers of a measure. */
    String of(Measure measure, String unit) {
        return measure.ownCurrency().orElseGet(() -> currencyOfUnit.getOrDefault(unit, wanted));
    }

    boolean isForeign(Measure measure, String unit) {
        return measure.unitKind() == UnitKind.MONEY && !of(measure, unit).equals(wanted);
    }

    /** A flow of a slice in the wanted currency. */
    BigDecimal flow(Measure measure, FactSlice slice, BigDecimal value) {
        return converted(measure, slice, value, rates.average(of(measure, slice.unit()), wanted, slice.days()));
    }

    /** A state of a slice in the wanted currency. */
    BigDecimal state(Measure measure, FactSlice slice, BigDecimal value) {
        return converted(measure, slice, value, rates.closing(of(measure, slice.unit()), wanted, slice.lastDay()));
    }

    private BigDecimal converted(Measure measure, FactSlice slice, BigDecimal value, Optional<BigDecimal> rate) {
        return isForeign(measure, slice.unit())
                ? value.multiply(rate.orElseThrow(MissingRate::new), Decimals.EXACT)
                : value;
    }
}
