package org.kpisuite.domain.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.KpiException;

/** Which periods a pair is tested on. */
class PairNeedsTest {
    private static final PairNeeds MONTHS =
            PairNeeds.of(List.of("X", "Y"), Granularity.MONTH, LocalDate.of(2026, 11, 21));

    @Test
    void runningPeriod_isLeftOut() {
        assertThat(MONTHS.last()).isEqualTo(Period.parse("2026-10"));
    }

    @Test
    void someOfThem_areThoseInWhichBothBeginAndEnd() {
        PairNeeds some = MONTHS.within(Period.parse("2025-Q2"), Period.parse("2027-01"));

        assertThat(some.first()).isEqualTo(Period.parse("2025-04"));
        assertThat(some.last()).isEqualTo(Period.parse("2026-10"));
    }

    @ParameterizedTest
    @CsvSource({"2026-06, 2026-01", "2027-01, 2027-12", "1990-01, 1990-12"})
    void none_isRefused(String from, String to) {
        assertThatThrownBy(() -> MONTHS.within(Period.parse(from), Period.parse(to)))
                .isInstanceOf(KpiException.class)
                .hasMessageContaining("E-FIELD-VALUE");
    }
}
