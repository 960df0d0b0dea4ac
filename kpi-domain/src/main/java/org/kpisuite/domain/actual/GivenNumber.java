package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.util.Set;

/**
 * A number as it was written, before its measure says what it means.
 *
 * @param percent written with a percent sign; the value is not divided yet
 * @param currencies ISO 4217 codes that a sign beside it can stand for; empty where there was no sign
 */
public record GivenNumber(BigDecimal value, boolean percent, Set<String> currencies) {
    public GivenNumber {
        currencies = Set.copyOf(currencies);
    }

    /** The number of a cell that is one; a cell in percent counts as written with the sign. */
    static Reading<GivenNumber> reading(TypedCell.Exact exact) {
        BigDecimal value = exact.percent() ? exact.value().movePointRight(2) : exact.value();
        return Reading.of(new GivenNumber(value, exact.percent(), Set.of()));
    }
}
