package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.actual.FactRow;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.Period;

class StagedSeriesTest {
    private static FactRow fact(String dims, Period period) {
        return new FactRow(
                2,
                "MKT",
                "LEADS",
                dims,
                "campaign",
                period,
                Scenario.AC,
                "MANUAL",
                BigDecimal.ONE,
                Instant.EPOCH,
                null);
    }

    @Test
    void oneSeries_hasOneNumber_andItsRepeatedDayIsSeen() {
        StagedSeries series = new StagedSeries();
        Period day = Period.parse("2026-10-05");
        assertThat(series.number(fact("campaign=a", day))).isZero();
        assertThat(series.number(fact("campaign=b", day))).isEqualTo(1);
        assertThat(series.number(fact("campaign=a", Period.parse("2026-10")))).isEqualTo(2);
        assertThat(series.number(fact("campaign=a", Period.parse("2026-10-04"))))
                .isZero();
        assertThat(series.mayRepeat()).isFalse();
        assertThat(series.number(fact("campaign=b", day))).isEqualTo(1);
        assertThat(series.mayRepeat()).isTrue();
        assertThat(series.take()).extracting(StagedSeries.Named::no).containsExactly(0, 1, 2);
        assertThat(series.take()).isEmpty();
    }

    /** Days in any order, also backwards: a day is new exactly where a set says so. */
    @Test
    void days_areNewExactlyOnce() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            PeriodStarts starts = new PeriodStarts();
            Set<LocalDate> known = new HashSet<>();
            for (int i = 0; i < 300; i++) {
                LocalDate day = LocalDate.of(2026, 1, 1).minusDays(round % 2 == 0 ? i * 3L : random.nextInt(20_000));
                assertThat(starts.add(day)).as("%s of round %d", day, round).isEqualTo(known.add(day));
            }
        }
    }

    /** Of more series than are held some come again under another number, and the database must look for repeated facts. */
    @Test
    void moreSeriesThanAreHeld_areForgotten_andFactsMayRepeat() {
        StagedSeries series = new StagedSeries();
        Period day = Period.parse("2026-10-05");
        int numbered = 0;
        while (!series.isFull()) {
            series.number(fact("campaign=" + numbered++, day));
        }
        assertThat(series.mayRepeat()).isFalse();
        assertThat(series.take()).hasSize(numbered);
        assertThat(series.mayRepeat()).isTrue();
        assertThat(series.number(fact("campaign=0", day))).isEqualTo(numbered);
        assertThat(series.take()).hasSize(1);
    }
}
