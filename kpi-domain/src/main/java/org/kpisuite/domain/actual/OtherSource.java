package org.kpisuite.domain.actual;

import java.math.BigDecimal;

/**
 * What another source says of a measure of a unit where one counts before it, over the days that both delivered; in the unit
 * and currency of what was delivered, unrounded. Source: domain specification §8.6.
 *
 * @param source the one that counts
 * @param other the one that is kept as an alternative
 * @param value of the source that counts: the sum of a flow, else the latest value
 * @param otherValue of the other one over the same days
 */
public record OtherSource(
        String measure, String unit, String source, String other, BigDecimal value, BigDecimal otherValue) {

    /** How far the two are apart. */
    public Alternative difference() {
        return new Alternative(otherValue, value);
    }
}
