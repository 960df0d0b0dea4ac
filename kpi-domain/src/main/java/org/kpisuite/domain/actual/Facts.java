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

/**
 * What was delivered for a unit and all below it: slices by measure and dimensions, one source for each.
 *
 * <p>Which row counts: per source and period the row without dimensions if present, else the sum over its dimensions;
 * days if they are complete, else the coarser row. Weeks are never summed into other periods. Source: domain
 * specification §2.3, §3.2.
 */
public final class Facts {
    private record Key(String measure, String dims) {}

    private final String unit;
    private final Map<Key, Map<String, List<FactSlice>>> slices = new HashMap<>();

    /**
     * Holds the slices of a unit and the units below it.
     *
     * @param unit the unit itself, for counts that do not add up over units
     * @param sources codes of sources, the one that counts first; a source not named comes last
     */
    public Facts(String unit, List<FactSlice> slices, List<String> sources) {
        this.unit = unit;
        Comparator<FactSlice> byRank = Comparator.comparingInt(s -> rank(sources, s.source()));
        slices.stream().sorted(byRank.thenComparing(FactSlice::source)).forEach(s -> this.slices
                .computeIfAbsent(new Key(s.measure(), s.dims()), k -> new LinkedHashMap<>())
                .computeIfAbsent(s.unit(), u -> new ArrayList<>())
                .add(s));
    }

    private static int rank(List<String> sources, String source) {
        int at = sources.indexOf(source);
        return at < 0 ? sources.size() : at;
    }

    /** The unit that all slices are taken together for. */
    public String unit() {
        return unit;
    }

    /** Units that delivered this measure at all. */
    public List<String> units(String measure, String dims) {
        return List.copyOf(byUnit(measure, dims).keySet());
    }

    /** Units that delivered this measure for days inside a range. */
    public List<String> units(String measure, String dims, DayRange range) {
        return byUnit(measure, dims).entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(s -> range.encloses(s.days())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The slices of a flow that count for a range, of all units, none overlapping within one unit. */
    public List<FactSlice> flow(String measure, String dims, DayRange range) {
        List<FactSlice> chosen = new ArrayList<>();
        byUnit(measure, dims).values().forEach(all -> chosen.addAll(chosen(all, range)));
        return chosen;
    }

    private static List<FactSlice> chosen(List<FactSlice> all, DayRange range) {
        Map<DayRange, FactSlice> days = new LinkedHashMap<>();
        List<FactSlice> coarse = new ArrayList<>();
        for (FactSlice slice : all) {
            if (!range.encloses(slice.days())) {
                continue;
            }
            if (slice.granularity() == Granularity.DAY) {
                days.putIfAbsent(slice.days(), slice);
            } else if (slice.granularity() != Granularity.WEEK || slice.days().equals(range)) {
                coarse.add(slice);
            }
        }
        List<FactSlice> chosen = withoutDaysTakenTwice(days.values());
        coarse.sort(Comparator.comparing(FactSlice::granularity));
        for (FactSlice slice : coarse) {
            List<FactSlice> within =
                    chosen.stream().filter(s -> slice.days().encloses(s.days())).toList();
            if (within.stream().mapToLong(FactSlice::daysWithData).sum()
                    < slice.days().days()) {
                chosen.removeAll(within);
                chosen.add(slice);
            }
        }
        return chosen;
    }

    /** Single days beside the same days taken together: only the single ones count. */
    private static List<FactSlice> withoutDaysTakenTwice(Collection<FactSlice> days) {
        List<FactSlice> single = days.stream().filter(s -> s.days().days() == 1).toList();
        List<FactSlice> chosen = new ArrayList<>(single);
        days.stream()
                .filter(s -> s.days().days() > 1)
                .filter(s -> single.stream().noneMatch(d -> s.days().encloses(d.days())))
                .forEach(chosen::add);
        return chosen;
    }

    /** The latest slice inside the range of every unit that has one: the state at its end. */
    public List<FactSlice> latest(String measure, String dims, DayRange range) {
        List<FactSlice> latest = new ArrayList<>();
        for (List<FactSlice> all : byUnit(measure, dims).values()) {
            all.stream()
                    .filter(s -> range.encloses(s.days()))
                    .max(Comparator.comparing(FactSlice::lastDay)
                            .thenComparing(s -> s.granularity(), Comparator.reverseOrder()))
                    .ifPresent(latest::add);
        }
        return latest;
    }

    /** The count of exactly this range at exactly this unit; parts are never added. */
    public Optional<BigDecimal> exact(String measure, String dims, DayRange range) {
        return byUnit(measure, dims).getOrDefault(unit, List.of()).stream()
                .filter(s -> s.days().equals(range))
                .filter(s -> s.granularity() != Granularity.DAY || range.days() == 1)
                .map(FactSlice::last)
                .findFirst();
    }

    /** The last day inside the range that anything was delivered for. */
    public Optional<LocalDate> lastDay(DayRange range) {
        return slices.values().stream()
                .flatMap(units -> units.values().stream())
                .flatMap(List::stream)
                .filter(s -> range.encloses(s.days()))
                .map(FactSlice::lastDay)
                .max(Comparator.naturalOrder());
    }

    private Map<String, List<FactSlice>> byUnit(String measure, String dims) {
        return slices.getOrDefault(new Key(measure, dims), Map.of());
    }
}
