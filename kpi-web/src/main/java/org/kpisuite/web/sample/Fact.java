package org.kpisuite.web.sample;

import java.math.BigDecimal;
import org.kpisuite.domain.calendar.Period;

/**
 * One figure of the sample company.
 *
 * @param channel of the dimension {@code channel}; empty for the total
 * @param value whole for counts, with kopecks for money
 * @param source code of the system it comes from
 */
record Fact(
        String unit, String measure, String channel, Period period, BigDecimal value, boolean money, String source) {
    Fact withValue(BigDecimal other) {
        return new Fact(unit, measure, channel, period, other, money, source);
    }
}
