package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;

/**
 * What one unit delivered of one measure and its dimensions, and which of it counts for a range of days.
 *
 * <p>Of each day or period the first source in the order counts. Days count if they are complete, else the coarser row.
 * Weeks are never summed into other periods, unless they may be split by days. Sums of days stand ready from the
 * beginning of the series, so that a range of complete days costs two subtractions, however long it is. Source: domain
 * specification §2.3, §3.2.
 */
public final class UnitSeries {
    private static final Comparator<FactSlice> BY_START =
            Comparator.comparing(s -> s.days().start());

    private final String unit;
    private final List<FactSlice> days;
    private final long[] starts;
    private final BigDecimal[] sums;
    private final long[] counts;
    private final List<FactSlice> coarse;

    /**
     * Slices of one series.
     *
     * @param ranked the slices, those of the source that counts first before the others
     */
    UnitSeries(String unit, Collection<FactSlice> ranked) {
        this.unit = unit;
        Map<DayRange, FactSlice> first = new LinkedHashMap<>();
        Map<DayRange, FactSlice> rows = new LinkedHashMap<>();
        for (FactSlice slice : ranked) {
            (slice.granularity() == Granularity.DAY ? first : rows).putIfAbsent(slice.days(), slice);
        }
        this.days = withoutDaysTakenTwice(first);
        this.coarse = rows.values().stream()
                .sorted(Comparator.comparing(FactSlice::granularity).thenComparing(BY_START))
                .toList();
        this.starts = new long[days.size()];
        this.sums = new BigDecimal[days.size() + 1];
        this.counts = new long[days.size() + 1];
        sums[0] = BigDecimal.ZERO;
        for (int i = 0; i < days.size(); i++) {
            starts[i] = days.get(i).days().start().toEpochDay();
            sums[i + 1] = sums[i].add(days.get(i).sum());
            counts[i + 1] = counts[i] + days.get(i).daysWithData();
        }
    }

    /** Single days beside the same days taken together: only the single ones count. */
    private static List<FactSlice> withoutDaysTakenTwice(Map<DayRange, FactSlice> slices) {
        List<FactSlice> ordered = new ArrayList<>(slices.values());
        ordered.sort(BY_START.thenComparing(s -> -s.days().days()));
        List<FactSlice> chosen = new ArrayList<>(ordered.size());
        for (int i = 0; i < ordered.size(); i++) {
            FactSlice slice = ordered.get(i);
            boolean together = slice.days().days() > 1;
            boolean takenTwice = together && holdsNextSingleDay(slice, ordered, i);
            if (!takenTwice) {
                chosen.add(slice);
            }
        }
        return List.copyOf(chosen);
    }

    private static boolean holdsNextSingleDay(FactSlice together, List<FactSlice> ordered, int at) {
        return at + 1 < ordered.size()
                && together.days().encloses(ordered.get(at + 1).days());
    }

    public String unit() {
        return unit;
    }

    /** First day that anything was delivered for. */
    public LocalDate firstDay() {
        LocalDate first = days.isEmpty() ? LocalDate.MAX : days.get(0).days().start();
        for (FactSlice row : coarse) {
            first = row.days().start().isBefore(first) ? row.days().start() : first;
        }
        return first;
    }

    /** The sum over a range of which every day is in by day; empty if any is missing. */
    public Optional<BigDecimal> complete(DayRange range) {
        int from = from(range);
        int to = to(range, from);
        return counts[to] - counts[from] == range.days()
                ? Optional.of(sums[to].subtract(sums[from]))
                : Optional.empty();
    }

    /** Index of the first slice of days that begins inside the range. */
    private int from(DayRange range) {
        long start = range.start().toEpochDay();
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Index after the last slice of days that ends inside the range. */
    private int to(DayRange range, int from) {
        long end = range.endInclusive().toEpochDay();
        int low = from;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] <= end) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean cut = low > from && days.get(low - 1).days().endInclusive().isAfter(range.endInclusive());
        return cut ? low - 1 : low;
    }

    /**
     * The slices of a flow that count for a range, none overlapping.
     *
     * @param splitWeeks whether a week that reaches beyond the range counts with its share of days
     */
    public List<FactSlice> flow(DayRange range, boolean splitWeeks) {
        int from = from(range);
        List<FactSlice> chosen = new ArrayList<>(days.subList(from, to(range, from)));
        if (coarse.isEmpty()) {
            return chosen;
        }
        for (FactSlice row : coarse) {
            FactSlice counted = row.granularity() == Granularity.WEEK ? week(row, range, splitWeeks) : row;
            if (counted != null && range.encloses(counted.days())) {
                prefer(counted, chosen);
            }
        }
        chosen.sort(BY_START);
        return chosen;
    }

    /** The row instead of what is within it, unless all its days are in. */
    private static void prefer(FactSlice row, List<FactSlice> chosen) {
        long within = 0;
        boolean overlaps = false;
        for (FactSlice slice : chosen) {
            if (row.days().encloses(slice.days())) {
                within += slice.daysWithData();
            } else {
                overlaps |= row.days().overlaps(slice.days());
            }
        }
        if (within < row.days().days() && !overlaps) {
            chosen.removeIf(s -> row.days().encloses(s.days()));
            chosen.add(row);
        }
    }

    private static @Nullable FactSlice week(FactSlice week, DayRange range, boolean splitWeeks) {
        if (week.days().equals(range)) {
            return week;
        }
        return splitWeeks && week.days().overlaps(range) ? week.cut(range) : null;
    }

    /** The latest slice inside a range: the state at its end. */
    public Optional<FactSlice> latest(DayRange range) {
        int from = from(range);
        int to = to(range, from);
        Comparator<FactSlice> later = Comparator.comparing(FactSlice::lastDay)
                .thenComparing(FactSlice::granularity, Comparator.reverseOrder());
        Optional<FactSlice> day = from < to ? Optional.of(days.get(to - 1)) : Optional.empty();
        Optional<FactSlice> row =
                coarse.stream().filter(s -> range.encloses(s.days())).max(later);
        return day.isEmpty() || (row.isPresent() && later.compare(row.get(), day.get()) > 0) ? row : day;
    }

    /** The earliest slice inside a range: the state at its beginning. */
    public Optional<FactSlice> earliest(DayRange range) {
        int from = from(range);
        Comparator<FactSlice> earlier = BY_START.thenComparing(FactSlice::granularity);
        Optional<FactSlice> day = from < to(range, from) ? Optional.of(days.get(from)) : Optional.empty();
        Optional<FactSlice> row =
                coarse.stream().filter(s -> range.encloses(s.days())).min(earlier);
        return day.isEmpty() || (row.isPresent() && earlier.compare(row.get(), day.get()) < 0) ? row : day;
    }

    /** The row of exactly this range; days taken together are none. */
    public Optional<FactSlice> exact(DayRange range) {
        if (range.days() == 1) {
            int from = from(range);
            return from < to(range, from) ? Optional.of(days.get(from)) : Optional.empty();
        }
        return coarse.stream().filter(s -> s.days().equals(range)).findFirst();
    }

    /** Whether anything was delivered for days inside a range. */
    public boolean delivers(DayRange range) {
        int from = from(range);
        return from < to(range, from) || coarse.stream().anyMatch(s -> range.encloses(s.days()));
    }

    /** Rows and days inside a range, whichever of them counts: the parts of what must not be added. */
    public List<FactSlice> parts(DayRange range) {
        int from = from(range);
        List<FactSlice> parts = new ArrayList<>(days.subList(from, to(range, from)));
        coarse.stream().filter(s -> range.encloses(s.days())).forEach(parts::add);
        return parts;
    }

    /** All slices, for a series made of this one. */
    List<FactSlice> all() {
        List<FactSlice> all = new ArrayList<>(days);
        all.addAll(coarse);
        return all;
    }
}
