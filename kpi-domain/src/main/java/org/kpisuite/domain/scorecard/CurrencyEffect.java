package org.kpisuite.domain.scorecard;

import java.math.BigDecimal;
import org.kpisuite.domain.quantity.Decimals;

/**
 * What of a variance from plan was earned, and what exchange rates did.
 *
 * <pre>
 *   operational = (AC − PL) in local money × plan rate      fx = AC in local money × (actual rate − plan rate)
 * </pre>
 * <p>Both add up to the variance in the currency shown. Unit: that currency, unrounded. Source: domain specification §2.3,
 * rule 6.
 *
 * @param localCurrency ISO 4217 of the plan
 * @param actualRate the rate that the actual was converted at, averaged over it
 * @param planRate the rate that was frozen with the plan
 */
public record CurrencyEffect(
        String localCurrency, BigDecimal operational, BigDecimal fx, BigDecimal actualRate, BigDecimal planRate) {

    /** The effect on an actual and its plan, both in local money, the actual in the shown currency beside. */
    public static CurrencyEffect of(
            String localCurrency,
            BigDecimal actualLocal,
            BigDecimal planLocal,
            BigDecimal actualShown,
            BigDecimal planRate) {
        BigDecimal operational = actualLocal.subtract(planLocal).multiply(planRate, Decimals.EXACT);
        BigDecimal fx = actualShown.subtract(actualLocal.multiply(planRate, Decimals.EXACT));
        BigDecimal rate = actualLocal.signum() == 0 ? planRate : Decimals.divide(actualShown, actualLocal);
        return new CurrencyEffect(localCurrency, operational, fx, rate, planRate);
    }

    /** The whole variance in the currency shown. */
    public BigDecimal variance() {
        return operational.add(fx);
    }
}
