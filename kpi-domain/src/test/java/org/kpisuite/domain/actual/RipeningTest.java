package org.kpisuite.domain.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.Period;

/** What may change in a closed period (§8.7). Won deals are mature 14 days after the period of their lead. */
class RipeningTest {
    private static Codes codes(Integer maturityDays, boolean awaited) {
        return new SampleCodes() {
            @Override
            public Optional<Integer> maturityDays(String measure) {
                return Optional.ofNullable(maturityDays);
            }

            @Override
            public boolean isAwaitedByGate(String unit, String measure, Period period) {
                return awaited;
            }
        };
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "DEALS_WON_COHORT, 14, false, 2026-10-14, true",
                "DEALS_WON_COHORT, 14, false, 2026-10-15, false",
                "DEALS_WON_COHORT, 14, true, 2026-12-31, true",
                "DEALS_WON_COHORT, -, false, 2026-12-31, true",
                "LEADS, 14, true, 2026-10-01, false"
            })
    void cohort_ripensUntilItIsMature_orAsLongAsAGateWaits(
            String measure, Integer maturityDays, boolean awaited, LocalDate today, boolean expected) {
        Ripening ripening = new Ripening(codes(maturityDays, awaited), today);
        assertThat(ripening.isExpected("SALES", measure, Period.parse("2026-09")))
                .isEqualTo(expected);
    }
}
