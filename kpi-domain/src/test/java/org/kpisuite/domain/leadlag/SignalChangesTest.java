package org.kpisuite.domain.leadlag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/** What is new of signals since they were told. Source: domain specification §6.7. */
class SignalChangesTest {
    private static final Instant NOW = Instant.parse("2026-11-02T06:00:00Z");

    private static PairSide side(String code, double... values) {
        TreeMap<Period, BigDecimal> series = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            series.put(Period.parse("2026-01").plus(i), BigDecimal.valueOf(values[i]));
        }
        LocalizedText name = new LocalizedText(code, code);
        return new PairSide(new LagSeries(code, name, UnitKind.COUNT, series), Direction.UP, null, 0, null);
    }

    private static PairReading promise(int lag) {
        Pair pair = new Pair("P", "X", "Y", Granularity.MONTH, 1, lag, 6, false);
        return PairReading.of(pair, side("X", 1000, 1000, 1500), side("Y", 500, 500, 500), Comparisons.STANDARD);
    }

    private static ToldSignal stored(ToldSignal told) {
        return new ToldSignal(7, told.unit(), told.signal(), told.toldAt(), Optional.empty(), Optional.empty());
    }

    @Test
    void promiseWithAnotherLag_isToldAnew_withItsNewPeriod() {
        List<ToldSignal> open = SignalChanges.of("U", List.of(), promise(2), NOW).told().stream()
                .map(SignalChangesTest::stored)
                .toList();

        assertThat(SignalChanges.of("U", open, promise(2), NOW).told()).isEmpty();
        SignalChanges longer = SignalChanges.of("U", open, promise(3), NOW);
        assertThat(longer.over()).containsExactly(7L);
        assertThat(longer.told())
                .extracting(t -> t.signal().kind() + " " + t.signal().due())
                .containsExactly("NOT_YET 2026-06");
    }
}
