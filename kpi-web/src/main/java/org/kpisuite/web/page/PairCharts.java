package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.leadlag.Forecast;
import org.kpisuite.domain.leadlag.LagCorrelation;
import org.kpisuite.domain.leadlag.LagEvidence;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.quantity.Decimals;

/** Both sides of a pair one above the other, the lagging one the lag earlier, and the correlation at each lag. */
final class PairCharts {
    private static final int PLACES_MAX = 130;
    private static final int PEAKS = 3;
    private static final List<BigDecimal> ROUND =
            List.of("1", "1.2", "1.6", "2", "2.4", "3", "4", "5", "6", "8", "10").stream()
                    .map(BigDecimal::new)
                    .toList();

    private final PairReading pair;
    private final Reader reader;
    private final PairSideText x;
    private final PairSideText y;
    private final int lag;
    private final List<Period> places = new ArrayList<>();

    PairCharts(PairReading pair, Reader reader, PairSideText x, PairSideText y) {
        this.pair = pair;
        this.reader = reader;
        this.x = x;
        this.y = y;
        this.lag = pair.analysis().lag();
        if (!x.values().isEmpty() && !y.values().isEmpty()) {
            Period first = earlier(x.values().firstKey(), y.values().firstKey().plus(-lag));
            Period last = lastPlace();
            for (Period p = first; p.compareTo(last) <= 0; p = p.plus(1)) {
                places.add(p);
            }
            if (places.size() > PLACES_MAX) {
                places.subList(0, places.size() - PLACES_MAX).clear();
            }
        }
    }

    private static Period earlier(Period a, Period b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private Period lastPlace() {
        Period last = x.values().lastKey();
        Period known = y.values().lastKey().plus(-lag);
        return known.compareTo(last) > 0 ? known : last;
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** One place of both charts: what stands above what. */
    record Both(Period leading, Optional<BigDecimal> x, Period lagging, Optional<BigDecimal> y) {}

    List<Both> places() {
        return places.stream()
                .map(p -> new Both(
                        p,
                        Optional.ofNullable(x.values().get(p)),
                        p.plus(lag),
                        Optional.ofNullable(y.values().get(p.plus(lag)))))
                .toList();
    }

    PairLine.Shown leading() {
        return shown(
                x,
                places().stream().map(Both::x).toList(),
                places.stream().map(Period::code).toList(),
                List.of());
    }

    PairLine.Shown lagging() {
        List<PairLine.Band> band = pair.forecast().points().stream()
                .map(p -> new PairLine.Band(places.indexOf(p.period().plus(-lag)), p.low(), p.value(), p.high()))
                .filter(b -> b.at() >= 0)
                .toList();
        return shown(
                y,
                places().stream().map(Both::y).toList(),
                places.stream().map(p -> p.plus(lag).code()).toList(),
                band);
    }

    private PairLine.Shown shown(
            PairSideText side, List<Optional<BigDecimal>> values, List<String> labels, List<PairLine.Band> band) {
        List<PairLine.Mark> peaks = peaks().stream()
                .map(at -> new PairLine.Mark(
                        at,
                        values.get(at).orElseThrow(),
                        side.number(values.get(at).orElseThrow())))
                .toList();
        return new PairLine.Shown(
                label(side, labels), values, labels, peaks, band, scale(side, values, band), end(side, values));
    }

    private String label(PairSideText side, List<String> labels) {
        return reader.text("ll.chart", side.heading(), labels.get(0), labels.get(labels.size() - 1));
    }

    private String end(PairSideText side, List<Optional<BigDecimal>> values) {
        List<Forecast.Point> points = pair.forecast().points();
        if (side == y && !points.isEmpty()) {
            return "FC " + side.number(points.get(points.size() - 1).value()) + " s";
        }
        return values.stream()
                .flatMap(Optional::stream)
                .reduce((a, b) -> b)
                .map(side::number)
                .orElse("");
    }

    /** Where the leading one is highest in each third of the time, as far as both are known there. */
    private List<Integer> peaks() {
        List<Both> both = places();
        List<Integer> peaks = new ArrayList<>();
        for (int third = 0; third < PEAKS; third++) {
            IntStream.range(both.size() * third / PEAKS, both.size() * (third + 1) / PEAKS)
                    .filter(i -> both.get(i).x().isPresent() && both.get(i).y().isPresent())
                    .boxed()
                    .max((a, b) ->
                            both.get(a).x().get().compareTo(both.get(b).x().get()))
                    .ifPresent(peaks::add);
        }
        return peaks;
    }

    private static List<PairLine.Mark> scale(
            PairSideText side, List<Optional<BigDecimal>> values, List<PairLine.Band> band) {
        List<BigDecimal> all =
                new ArrayList<>(values.stream().flatMap(Optional::stream).toList());
        band.forEach(b -> all.addAll(List.of(b.low(), b.high())));
        BigDecimal high = all.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal low = all.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal top = round(high);
        BigDecimal bottom =
                low.signum() == 0 ? BigDecimal.ZERO : round(low.negate()).negate();
        BigDecimal middle = Decimals.divide(top.add(bottom), BigDecimal.valueOf(2));
        return List.of(bottom, middle, top).stream()
                .map(v -> new PairLine.Mark(0, v, side.number(v)))
                .toList();
    }

    /** The next round number that is not smaller. */
    private static BigDecimal round(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ONE;
        }
        BigDecimal ten = BigDecimal.ONE.scaleByPowerOfTen(value.precision() - value.scale() - 1);
        return ROUND.stream()
                .map(ten::multiply)
                .filter(r -> r.compareTo(value) >= 0)
                .findFirst()
                .orElse(value);
    }

    LagBars.Shown lags() {
        LagEvidence found = pair.analysis().evidence().orElseThrow();
        return new LagBars.Shown(
                reader.text("ll.chart.lags", x.name(), y.name()),
                found.shape().lags().stream().map(l -> bar(l, found.lag())).toList(),
                found.band(),
                correlation(found.band()));
    }

    private LagBars.Bar bar(LagCorrelation at, int chosen) {
        return new LagBars.Bar(
                at.lag(),
                at.r(),
                reader.numbers().signed(BigDecimal.valueOf(at.lag())),
                at.lag() == chosen,
                correlation(at.r()));
    }

    String correlation(BigDecimal r) {
        return reader.numbers().plain(Decimals.round(r, 2));
    }
}
