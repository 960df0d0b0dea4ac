package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Catalogue;

/**
 * What was delivered for a unit and all below it: one series for each unit, measure and dimensions.
 *
 * <p>The figures of a unit whose place in the organisation changed count for the days on which it belonged here. Source:
 * domain specification §2.3.
 */
public final class Facts {
    private record Key(String measure, String dims) {}

    private final String unit;
    private final UnitShares shares;
    private final Map<Key, Map<String, UnitSeries>> series = new HashMap<>();
    private final Map<Key, Map<String, UnitSeries>> zeroed = new HashMap<>();
    private final List<FactSlice> heartbeats = new ArrayList<>();

    /**
     * Holds the slices of a unit and the units below it.
     *
     * @param unit the unit itself, for counts that do not add up over units
     */
    public Facts(String unit, Collection<FactSlice> slices, SourceOrder order, UnitShares shares) {
        this.unit = unit;
        this.shares = shares;
        Map<Key, Map<String, List<FactSlice>>> sorted = new HashMap<>();
        for (FactSlice slice : slices) {
            BigDecimal share = shares.on(slice.unit(), slice.days().start());
            if (share.signum() == 0) {
                continue;
            }
            if (slice.measure().equals(Catalogue.FEED_HEARTBEAT)) {
                heartbeats.add(slice);
            } else {
                sorted.computeIfAbsent(new Key(slice.measure(), slice.dims()), k -> new LinkedHashMap<>())
                        .computeIfAbsent(slice.unit(), u -> new ArrayList<>())
                        .add(slice.times(share));
            }
        }
        sorted.forEach((key, units) -> {
            Comparator<FactSlice> ranked = Comparator.<FactSlice>comparingInt(s -> order.rank(key.measure, s.source()))
                    .thenComparing(FactSlice::source);
            Map<String, UnitSeries> own = new LinkedHashMap<>();
            units.forEach((code, all) -> {
                if (isOfSeveralSources(all)) {
                    all.sort(ranked);
                }
                own.put(code, new UnitSeries(code, all));
            });
            series.put(key, own);
        });
    }

    private static boolean isOfSeveralSources(List<FactSlice> slices) {
        String first = slices.get(0).source();
        for (FactSlice slice : slices) {
            if (!slice.source().equals(first)) {
                return true;
            }
        }
        return false;
    }

    /** The unit that all slices are taken together for. */
    public String unit() {
        return unit;
    }

    /** The series of all units that delivered this measure at all. */
    public Collection<UnitSeries> series(String measure, String dims) {
        return series.getOrDefault(new Key(measure, dims), Map.of()).values();
    }

    /**
     * The same, where a day without a row is a zero if its source says that it delivered all there was.
     *
     * <p>Which it says by a row of {@link Catalogue#FEED_HEARTBEAT} for the unit and the day. Source: domain specification §2.5.
     */
    public Collection<UnitSeries> seriesWithZeros(String measure, String dims) {
        return zeroed.computeIfAbsent(new Key(measure, dims), this::withZeros).values();
    }

    private Map<String, UnitSeries> withZeros(Key key) {
        Map<String, UnitSeries> filled = new LinkedHashMap<>();
        for (UnitSeries own : series(key.measure, key.dims)) {
            List<FactSlice> slices = own.all();
            heartbeats.stream().filter(h -> h.unit().equals(own.unit())).forEach(beat -> fill(slices, beat));
            filled.put(own.unit(), own.filled(slices));
        }
        return filled;
    }

    /**
     * Only the sources that delivered the measure can say that there was nothing more of it; days that a longer row
     * holds are in already.
     */
    private static void fill(List<FactSlice> slices, FactSlice beat) {
        boolean sameSource = slices.stream().anyMatch(s -> s.source().equals(beat.source()));
        boolean inLongerRow = slices.stream()
                .anyMatch(s -> s.granularity() != Granularity.DAY && s.days().overlaps(beat.days()));
        if (!sameSource || inLongerRow) {
            return;
        }
        List<FactSlice> within =
                slices.stream().filter(s -> beat.days().encloses(s.days())).toList();
        long have = within.stream().mapToLong(FactSlice::daysWithData).sum();
        if (within.isEmpty()) {
            slices.add(beat.zero(slices.get(0)));
        } else if (within.size() == 1 && have < beat.daysWithData()) {
            slices.set(slices.indexOf(within.get(0)), within.get(0).withDays(beat.daysWithData()));
        }
    }

    /** Units that delivered this measure at all. */
    public List<String> units(String measure, String dims) {
        return series(measure, dims).stream().map(UnitSeries::unit).toList();
    }

    /**
     * Days of a range on which a unit that delivers at all is expected to: those on which it belonged here, none of a
     * range that was over before its first row.
     */
    public long expectedDays(UnitSeries delivered, DayRange range) {
        if (delivered.firstDay().isAfter(range.endInclusive())) {
            return 0;
        }
        return shares.vary()
                ? range.start()
                        .datesUntil(range.endInclusive().plusDays(1))
                        .filter(d -> shares.on(delivered.unit(), d).signum() != 0)
                        .count()
                : range.days();
    }

    /** Whether a unit belonged here on a day. */
    public boolean belongs(String code, LocalDate day) {
        return shares.on(code, day).signum() != 0;
    }

    /** The count of exactly this range at exactly this unit; parts are never added. */
    public Optional<FactSlice> exact(String measure, String dims, DayRange range) {
        return Optional.ofNullable(
                        series.getOrDefault(new Key(measure, dims), Map.of()).get(unit))
                .flatMap(s -> s.exact(range));
    }

    /** The last day inside the range that anything was delivered for. */
    public Optional<LocalDate> lastDay(DayRange range) {
        return series.values().stream()
                .flatMap(units -> units.values().stream())
                .map(s -> s.latest(range))
                .flatMap(Optional::stream)
                .map(FactSlice::lastDay)
                .max(Comparator.naturalOrder());
    }
}
