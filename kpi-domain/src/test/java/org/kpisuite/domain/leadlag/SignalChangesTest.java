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
import org.kpisuite.domain.failure.Messages;
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

    private static PairReading followed(double... y) {
        Pair pair = new Pair("P", "X", "Y", Granularity.MONTH, 1, 1, 6, false);
        return PairReading.of(pair, side("X", 1000, 1500, 1500, 1500), side("Y", y), Comparisons.STANDARD);
    }

    private static ToldSignal alert() {
        return stored(SignalChanges.of("U", List.of(), followed(500, 500, 500), NOW)
                .told()
                .get(0));
    }

    @Test
    void answeredAlert_isOver_onceItsPeriodIsPast_andIsNotToldAgain() {
        ToldSignal seen = alert().acknowledge("anna", NOW, "Prices were wrong.");
        assertThat(seen.signal().kind()).isEqualTo(Signal.Kind.DIVERGENCE);
        assertThat(SignalChanges.of("U", List.of(seen), followed(500, 500, 500), NOW)
                        .over())
                .as("it speaks of the last known month")
                .isEmpty();
        PairReading next = followed(500, 500, 500, 500);
        assertThat(SignalChanges.of("U", List.of(seen), next, NOW).over()).containsExactly(7L);
        ToldSignal over = seen.settledBy(next, NOW);
        assertThat(over.overAt()).hasValue(NOW);
        assertThat(SignalChanges.of("U", List.of(over), next, NOW).told()).isEmpty();
    }

    @Test
    void alertThatNobodyAnswered_stands_howeverOld() {
        assertThat(SignalChanges.of("U", List.of(alert()), followed(500, 500, 500, 500), NOW)
                        .over())
                .isEmpty();
        assertThat(alert().settledBy(followed(500, 500, 500, 500), NOW).overAt())
                .isEmpty();
    }

    @Test
    void promiseOfASeriesThatIsDeliveredNoMore_saysSo_onceItIsDue() {
        Period due = Period.parse("2026-05");
        PairReading early = promise(2).expectedUpTo(due.previous());
        PairReading late = promise(2).expectedUpTo(due);

        assertThat(early.signals()).isEqualTo(promise(2).signals());
        assertThat(late.signals()).extracting(Signal::word).containsExactly("NOT_YET.SILENT");
        assertThat(late.signalTexts().get(0).in(Messages.EN))
                .isEqualTo("X: +50.0% in 2026-03. The effect on Y was due in 2026-05, but nothing complete has come in"
                        + " of Y since 2026-03: whether the promise was kept cannot be seen.");
        assertThat(late.signalTexts().get(0).in(Messages.RU)).contains("после 2026-03 полных данных по нему нет");
        ToldSignal open =
                stored(SignalChanges.of("U", List.of(), early, NOW).told().get(0));
        SignalChanges changes = SignalChanges.of("U", List.of(open), late, NOW);
        assertThat(changes.over()).containsExactly(7L);
        assertThat(changes.told())
                .extracting(t -> t.signal().silentSince())
                .containsExactly(Optional.of(Period.parse("2026-03")));
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
