package org.kpisuite.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.quantity.Decimals;

/** Shares of a flow target by domain specification §3.5. */
class PhasingTest {
    private static final DayRange QUARTER = Period.parse("2026-Q4").days();

    private static BigDecimal of1200(Phasing phasing, LocalDate day) {
        return Decimals.round(BigDecimal.valueOf(1200).multiply(phasing.share(QUARTER.upTo(day), QUARTER)), 4);
    }

    @ParameterizedTest(name = "{0}: {1} to {2} is {3} of 1200")
    @CsvSource({
        "T18, LINEAR_DAYS, 2026-11-21, 678.2609",
        "T22, WORKDAYS,    2026-11-21, 672.7273",
        "before, LINEAR_DAYS, 2026-09-30, 0.0000",
        "before, WORKDAYS, 2026-09-30, 0.0000",
        "first day, LINEAR_DAYS, 2026-10-01, 13.0435",
        "first day, WORKDAYS, 2026-10-01, 18.1818",
        "weekend adds none, WORKDAYS, 2026-10-04, 36.3636",
        "last but one, STEP, 2026-12-30, 0.0000",
        "end, STEP, 2026-12-31, 1200.0000",
        "end, WORKDAYS, 2026-12-31, 1200.0000",
        "end, LINEAR_DAYS, 2026-12-31, 1200.0000"
    })
    void target_isExpectedInThisShare(String id, Phasing phasing, LocalDate day, String expected) {
        assertThat(of1200(phasing, day)).as(id).isEqualTo(expected);
    }

    @Test
    void share_neverFalls_andEndsAtOne() {
        for (Phasing phasing : Phasing.values()) {
            BigDecimal before = BigDecimal.ZERO;
            for (LocalDate day = QUARTER.start(); !day.isAfter(QUARTER.endInclusive()); day = day.plusDays(1)) {
                BigDecimal share = phasing.share(QUARTER.upTo(day), QUARTER);
                assertThat(share).isBetween(before, BigDecimal.ONE);
                before = share;
            }
            assertThat(before).isEqualByComparingTo(BigDecimal.ONE);
        }
    }
}
