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
    private static final Comparator<FactSlice> LONGER_FIRST =
            BY_START.thenComparing(s -> s.days().endInclusive(), Comparator.reverseOrder());

    private final String unit;
    private final List<FactSlice> days;
    private final long[] starts;
    private final BigDecimal[] sums;
    private final long[] counts;
    private final List<FactSlice> coarse;
    /** Sources in the order in which they count; one only in most series. */
    private final List<String> sources;

    private final List<PassedOver> passedOver;

    /** A slice that does not count, and the one of the same days that does. */
    private record PassedOver(FactSlice counted, FactSlice other) {
        /** Days taken together can be compared only where both have the same ones. */
        boolean isComparable() {
            return counted.daysWithData() == other.daysWithData()
                    && counted.lastDay().equals(other.lastDay());
        }
    }

    /**
     * Slices of one series.
     *
     * @param ranked the slices, those of the source that counts first before the others
     */
    UnitSeries(String unit, Collection<FactSlice> ranked) {
        this(unit, ranked, new ArrayList<>());
    }

    /** The same series with other slices, such as those of days without a row. */
    UnitSeries filled(Collection<FactSlice> ranked) {
        return new UnitSeries(unit, ranked, new ArrayList<>(passedOver));
    }

    private UnitSeries(String unit, Collection<FactSlice> ranked, List<PassedOver> passedOver) {
        this.unit = unit;
        this.passedOver = passedOver;
        List<FactSlice> byDay = new ArrayList<>(ranked.size());
        Map<DayRange, FactSlice> rows = new LinkedHashMap<>();
        for (FactSlice slice : ranked) {
            if (slice.granularity() == Granularity.DAY) {
                byDay.add(slice);
            } else {
                FactSlice counted = rows.putIfAbsent(slice.days(), slice);
                if (counted != null) {
                    passedOver.add(new PassedOver(counted, slice));
                }
            }
        }
        this.sources = ranked.stream().map(FactSlice::source).distinct().toList();
        this.days = withoutDaysTakenTwice(byDay, passedOver);
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

    /** Of equal days the first source counts; single days beside the same days taken together count alone. */
    private static List<FactSlice> withoutDaysTakenTwice(List<FactSlice> ranked, List<PassedOver> passedOver) {
        if (!isAscending(ranked)) {
            ranked.sort(LONGER_FIRST);
        }
        List<FactSlice> chosen = new ArrayList<>(ranked.size());
        for (int i = 0; i < ranked.size(); i++) {
            FactSlice slice = ranked.get(i);
            boolean secondSource =
                    i > 0 && slice.days().equals(ranked.get(i - 1).days());
            FactSlice latest = chosen.isEmpty() ? null : chosen.get(chosen.size() - 1);
            if (secondSource && latest != null && latest.days().equals(slice.days())) {
                passedOver.add(new PassedOver(latest, slice));
            } else if (!secondSource && !holdsASingleDay(slice, ranked, i)) {
                chosen.add(slice);
            }
        }
        return chosen;
    }

    private static boolean isAscending(List<FactSlice> slices) {
        for (int i = 1; i < slices.size(); i++) {
            if (!slices.get(i - 1)
                    .days()
                    .endInclusive()
                    .isBefore(slices.get(i).days().start())) {
                return false;
            }
        }
        return true;
    }

    /** The next other range begins inside this one: it is a day of it. */
    private static boolean holdsASingleDay(FactSlice together, List<FactSlice> ordered, int at) {
        int next = at + 1;
        while (next < ordered.size() && ordered.get(next).days().equals(together.days())) {
            next++;
        }
        return next < ordered.size()
                && together.days().encloses(ordered.get(next).days());
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

    /** The sum over a range of which every day is in by day; empty if any is missing, or a row of another source may count. */
    public Optional<BigDecimal> complete(DayRange range) {
        if (sources.size() > 1 && !coarse.isEmpty()) {
            return Optional.empty();
        }
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

    /** The row instead of what is within it, unless all its days are in from sources that do not count after its own. */
    private void prefer(FactSlice row, List<FactSlice> chosen) {
        int rank = sources.indexOf(row.source());
        long within = 0;
        boolean overlaps = false;
        for (FactSlice slice : chosen) {
            if (row.days().encloses(slice.days())) {
                within += sources.indexOf(slice.source()) <= rank ? slice.daysWithData() : 0;
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

    /**
     * What other sources say inside a range where one counts before them, those that say the same left out.
     *
     * @param adds whether the values are a flow, so that their sums are compared; else the latest are
     */
    public List<OtherSource> otherSources(String measure, DayRange range, boolean adds) {
        if (passedOver.isEmpty()) {
            return List.of();
        }
        Map<List<String>, List<PassedOver>> pairs = new LinkedHashMap<>();
        for (PassedOver pair : passedOver) {
            if (range.encloses(pair.other.days()) && pair.isComparable()) {
                pairs.computeIfAbsent(List.of(pair.counted.source(), pair.other.source()), k -> new ArrayList<>())
                        .add(pair);
            }
        }
        List<OtherSource> found = new ArrayList<>();
        pairs.forEach((sources, same) -> {
            OtherSource other = new OtherSource(
                    measure,
                    unit,
                    sources.get(0),
                    sources.get(1),
                    taken(same.stream().map(PassedOver::counted).toList(), adds),
                    taken(same.stream().map(PassedOver::other).toList(), adds));
            if (other.value().compareTo(other.otherValue()) != 0) {
                found.add(other);
            }
        });
        return found;
    }

    private static BigDecimal taken(List<FactSlice> slices, boolean adds) {
        return adds
                ? slices.stream().map(FactSlice::sum).reduce(BigDecimal.ZERO, BigDecimal::add)
                : slices.stream()
                        .max(Comparator.comparing(FactSlice::lastDay))
                        .orElseThrow()
                        .last();
    }

    /** All slices, for a series made of this one. */
    List<FactSlice> all() {
        List<FactSlice> all = new ArrayList<>(days);
        all.addAll(coarse);
        return all;
    }
}
