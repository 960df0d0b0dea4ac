package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/**
 * One indicator of one unit, period by period, as it enters the test of a pair.
 *
 * <p>Only complete, non-provisional values of single periods belong in it: no running period, no rolling or cumulated
 * value, for overlap makes a correlation of its own. A period without a value is simply not there. Source: domain
 * specification §6.1.
 *
 * @param code of the indicator
 * @param values in the unit of the indicator (PERCENT as fractions), all periods of one calendar and length
 * @param breaks periods with which another definition begins; only values since the last one are used
 */
public record LagSeries(
        String code,
        LocalizedText name,
        UnitKind unitKind,
        NavigableMap<Period, BigDecimal> values,
        NavigableSet<Period> breaks) {
    public LagSeries {
        values = new TreeMap<>(values);
        breaks = new TreeSet<>(breaks);
        if (values.keySet().stream()
                        .map(p -> p.granularity() + p.calendar().rules())
                        .distinct()
                        .count()
                > 1) {
            throw new IllegalArgumentException("periods of " + code + " are of several lengths or calendars");
        }
    }

    /** One without a break. */
    public LagSeries(String code, LocalizedText name, UnitKind unitKind, NavigableMap<Period, BigDecimal> values) {
        this(code, name, unitKind, values, new TreeSet<>());
    }

    /** The values of the definition that is in force at the end. */
    NavigableMap<Period, BigDecimal> current() {
        return breaks.isEmpty() ? values : values.tailMap(breaks.last(), true);
    }
}
