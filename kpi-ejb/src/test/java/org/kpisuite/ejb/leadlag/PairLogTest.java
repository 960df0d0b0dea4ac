package org.kpisuite.ejb.leadlag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.leadlag.LagSeries;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.PairSide;
import org.kpisuite.domain.leadlag.Signal;
import org.kpisuite.domain.leadlag.ToldForecast;
import org.kpisuite.domain.leadlag.ToldSignal;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.ejb.storage.TestDatabase;

/** What pairs tell is written down once, with its figures, until it is over; forecasts stay as they were told. */
class PairLogTest {
    private static final Pair PAIR = new Pair("P", "LEADS", "REVENUE", Granularity.MONTH, 1, 2, 6, false);
    private static final Instant MONDAY = Instant.parse("2026-11-02T06:00:00Z");
    private static final Instant LATER = Instant.parse("2027-02-01T06:00:00Z");

    private static PairSide side(String code, double... values) {
        TreeMap<Period, BigDecimal> series = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            series.put(Period.parse("2023-10").plus(i), BigDecimal.valueOf(values[i]));
        }
        LocalizedText name = new LocalizedText(code, code);
        return new PairSide(new LagSeries(code, name, UnitKind.COUNT, series), Direction.UP, null, 0, null);
    }

    private static PairReading reading(double[] x, double[] y) {
        return PairReading.of(PAIR, side("LEADS", x), side("REVENUE", y), Comparisons.STANDARD);
    }

    @ParameterizedTest
    @EnumSource
    void promise_isToldOnce_andEndsAsWhatBecameOfIt(TestDatabase database) throws Exception {
        try (Connection connection = database.migrated().getConnection()) {
            PairLog log = new PairLog(connection);
            SignalRows rows = new SignalRows(connection);
            PairReading open = reading(new double[] {1000, 1000, 1000, 1500}, new double[] {1000, 1000, 1000, 1000});
            assertThat(log.record("U", open, MONDAY)).isEqualTo(1);
            assertThat(log.record("U", open, LATER)).isZero();
            ToldSignal told = rows.told("U", "P").get(0);
            assertThat(told.signal().kind()).isEqualTo(Signal.Kind.NOT_YET);
            assertThat(told.signal().due()).isEqualTo(Period.parse("2024-03"));
            assertThat(told.signal().figures().changeX()).isEqualByComparingTo("0.5");
            assertThat(told.signal().figures().x()).isEqualByComparingTo("1500");
            assertThat(told.toldAt()).isEqualTo(MONDAY);

            PairReading due = reading(
                    new double[] {1000, 1000, 1000, 1500, 1500, 1500},
                    new double[] {1000, 1000, 1000, 1000, 1000, 1100});
            assertThat(log.record("U", due, LATER)).isEqualTo(1);
            List<ToldSignal> history = rows.list(List.of("U"), Long.MAX_VALUE, 10);
            assertThat(history)
                    .extracting(t -> t.signal().kind() + " " + t.overAt().isPresent())
                    .containsExactly("DIVERGENCE false", "NOT_YET true");
            assertThat(history.get(0).signal().figures().elasticity())
                    .isBetween(new BigDecimal("0.2350"), new BigDecimal("0.2351"));
            assertThat(history.get(0).isAwaiting()).isTrue();
            assertThat(rows.standing(List.of("U"), 10)).containsExactly(history.get(0));
            assertThat(rows.standing(List.of("OTHER"), 10)).isEmpty();
            assertThat(rows.list(List.of("OTHER"), Long.MAX_VALUE, 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void acknowledgement_isStored_andOnlyOnce(TestDatabase database) throws Exception {
        try (Connection connection = database.migrated().getConnection()) {
            PairLog log = new PairLog(connection);
            SignalRows rows = new SignalRows(connection);
            log.record(
                    "U", reading(new double[] {1000, 1500, 1500, 1500}, new double[] {1000, 1000, 1000, 1100}), MONDAY);
            ToldSignal told = rows.told("U", "P").get(0);
            ToldSignal seen = told.acknowledge("anna", LATER, " Landing page is being mended. ");
            rows.acknowledge(seen);
            ToldSignal read = rows.find(told.id()).orElseThrow();
            assertThat(read.acknowledgement())
                    .hasValue(new ToldSignal.Acknowledgement("anna", LATER, "Landing page is being mended."));
            assertThat(read.isAwaiting()).isFalse();
            assertThat(rows.standing(List.of("U"), 10)).endsWith(read);
            assertThatThrownBy(() -> read.acknowledge("boris", LATER, "Me too"))
                    .isInstanceOf(KpiException.class)
                    .hasMessageContaining("E-SIGNAL-STATE");
            assertThatThrownBy(() -> told.acknowledge("boris", LATER, "  "))
                    .isInstanceOf(KpiException.class)
                    .hasMessageContaining("E-FIELD-MISSING");
        }
    }

    /** Two at the same moment: the second waits for the first, and is told who was. */
    @ParameterizedTest
    @EnumSource
    void twoAnswersAtTheSameMoment_areOneAnswer_andOneRefusal(TestDatabase database) throws Exception {
        DataSource source = database.migrated();
        long id;
        try (Connection connection = source.getConnection()) {
            PairReading alert = reading(new double[] {1000, 1500, 1500, 1500}, new double[] {1000, 1000, 1000, 1100});
            new PairLog(connection).record("U", alert, MONDAY);
            id = new SignalRows(connection).told("U", "P").get(0).id();
        }
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> answers = both.invokeAll(
                    List.of(() -> answer(source, start, id, "anna"), () -> answer(source, start, id, "boris")));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .containsExactlyInAnyOrder("answered", "E-SIGNAL-STATE");
        } finally {
            both.shutdownNow();
        }
    }

    private static String answer(DataSource source, CyclicBarrier start, long id, String person) throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            SignalRows rows = new SignalRows(connection);
            start.await();
            rows.acknowledge(rows.lock(id).orElseThrow().acknowledge(person, LATER, "Being mended."));
            connection.commit();
            return "answered";
        } catch (KpiException e) {
            return e.code().text();
        }
    }

    /** The page keeps what stands; what is answered and past is history, also for the look that comes next. */
    @ParameterizedTest
    @EnumSource
    void answeredAlert_leavesTheListOfWhatStands_withTheNextPeriod(TestDatabase database) throws Exception {
        double[] x = {1000, 1500, 1500, 1500, 1500};
        try (Connection connection = database.migrated().getConnection()) {
            PairLog log = new PairLog(connection);
            SignalRows rows = new SignalRows(connection);
            log.record("U", reading(x, new double[] {1000, 1000, 1000, 1100}), MONDAY);
            ToldSignal told = rows.standing(List.of("U"), 10).get(0);
            rows.acknowledge(told.acknowledge("anna", MONDAY, "Being mended."));
            assertThat(rows.standing(List.of("U"), 10)).hasSize(1);

            PairReading next = reading(x, new double[] {1000, 1000, 1000, 1100, 1100});
            assertThat(log.record("U", next, LATER)).isZero();
            assertThat(log.record("U", next, LATER)).isZero();
            assertThat(rows.standing(List.of("U"), 10)).isEmpty();
            assertThat(rows.list(List.of("U"), Long.MAX_VALUE, 10))
                    .extracting(ToldSignal::overAt)
                    .containsExactly(Optional.of(LATER));
        }
    }

    /** A pair that was closed, or whose figures were taken back, is not read any more: its promise would stand for ever. */
    @ParameterizedTest
    @EnumSource
    void signalsOfAPairThatIsNotReadAnyMore_areOver(TestDatabase database) throws Exception {
        try (Connection connection = database.migrated().getConnection()) {
            PairLog log = new PairLog(connection);
            SignalRows rows = new SignalRows(connection);
            PairReading open = reading(new double[] {1000, 1000, 1000, 1500}, new double[] {1000, 1000, 1000, 1000});
            assertThat(log.record("U", List.of(open), MONDAY)).isEqualTo(1);
            assertThat(log.record("OTHER", List.of(open), MONDAY)).isEqualTo(1);
            assertThat(log.record("U", List.of(open), LATER)).isZero();
            assertThat(rows.standing(List.of("U"), 10)).hasSize(1);

            assertThat(log.record("U", List.of(), LATER)).isZero();
            assertThat(rows.standing(List.of("U"), 10)).isEmpty();
            assertThat(rows.told("OTHER", "P")).hasSize(1);
            assertThat(rows.list(List.of("U"), Long.MAX_VALUE, 10))
                    .extracting(ToldSignal::overAt)
                    .containsExactly(Optional.of(LATER));
        }
    }

    @ParameterizedTest
    @EnumSource
    void promiseOfASilentSeries_isStoredWithThePeriodSinceWhichItIs(TestDatabase database) throws Exception {
        try (Connection connection = database.migrated().getConnection()) {
            PairReading open = reading(new double[] {1000, 1000, 1000, 1500}, new double[] {1000, 1000, 1000, 1000});
            new PairLog(connection).record("U", open.expectedUpTo(Period.parse("2024-03")), MONDAY);
            assertThat(new SignalRows(connection).told("U", "P"))
                    .extracting(t -> t.signal().silentSince())
                    .containsExactly(Optional.of(Period.parse("2024-01")));
        }
    }

    /** The worked example of §6.5: what was told first stays, whatever is told of the same periods later. */
    @ParameterizedTest
    @EnumSource
    void forecast_staysAsItWasToldFirst_andMeetsWhatCame(TestDatabase database) throws Exception {
        double[] x = {
            456, 498, 413, 417, 391, 402, 335, 348, 362, 441, 463, 497, 420, 556, 446, 514, 499, 454, 423, 395, 417,
            416, 502, 407, 411, 373, 413, 324, 314, 325, 275, 312, 322, 367, 416, 374, 343
        };
        double[] y = {
            5000, 4911, 5961, 6690, 5636, 5481, 5003, 4936, 4289, 4382, 5103, 5702, 5807, 6287, 5285, 6302, 5418, 6283,
            5698, 5798, 5420, 5222, 5724, 5954, 7251, 6340, 6388, 6095, 6184, 5617, 5256, 5005, 5044, 5484, 5233, 6422,
            6886
        };
        try (Connection connection = database.migrated().getConnection()) {
            PairLog log = new PairLog(connection);
            log.record("U", reading(x, y), MONDAY);
            log.record("U", reading(x, y), LATER);
            List<ToldForecast> told = new ForecastRows(connection).of("U", "P", 10);
            assertThat(told)
                    .extracting(f -> f.period() + " " + f.value().setScale(2, RoundingMode.HALF_UP) + " "
                            + f.madeAt().equals(MONDAY) + " "
                            + f.repeated().orElseThrow().intValueExact())
                    .containsExactly("2026-12 6096.17 true 6886", "2026-11 6434.41 true 6886");
            double[] come = Arrays.copyOf(y, y.length + 1);
            come[y.length] = 6500;
            ToldForecast met = told.get(1).with(reading(x, come).lagging());
            assertThat(met.isWithin()).hasValue(true);
            assertThat(met.error().orElseThrow().intValue()).isEqualTo(-65);
            assertThat(told.get(0).with(reading(x, come).lagging()).actual()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsDone_untilFactsOrDefinitionsChange(TestDatabase database) throws Exception {
        try (Connection connection = database.migrated().getConnection()) {
            connection.setAutoCommit(false);
            PairLog log = new PairLog(connection);
            assertThat(log.take("today")).isTrue();
            assertThat(log.take("today")).isFalse();
            assertThat(log.take("tomorrow")).isTrue();
        }
    }
}
