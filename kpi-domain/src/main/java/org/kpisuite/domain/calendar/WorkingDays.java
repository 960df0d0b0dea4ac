package org.kpisuite.domain.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which days are worked: Monday to Friday, but for the days off and the worked weekends of a holiday table.
 *
 * <p>A year without a table is counted Monday to Friday; {@link #covers} says whether that was so. Source: domain
 * specification §3.3, §3.5.
 */
public final class WorkingDays {
    /** From how many days on a difference is worth saying. */
    public static final int DIFFERENCE_MIN = 2;

    /** Monday to Friday, no holidays. */
    public static final WorkingDays MONDAY_TO_FRIDAY = new WorkingDays(List.of(), Set.of(), Set.of(), Set.of());

    private static final int WEEK = 7;
    private static final int WORKED_OF_WEEK = 5;

    private final List<String> lines;
    private final Set<Integer> years;
    private final Set<LocalDate> off;
    private final Set<LocalDate> worked;

    private WorkingDays(List<String> lines, Set<Integer> years, Set<LocalDate> off, Set<LocalDate> worked) {
        this.lines = List.copyOf(lines);
        this.years = Set.copyOf(years);
        this.off = Set.copyOf(off);
        this.worked = Set.copyOf(worked);
    }

    /** Those of the Russian Federation, for the years whose decree on moved days off is known. */
    public static WorkingDays russia() {
        return Shipped.RUSSIA;
    }

    private static final class Shipped {
        private static final WorkingDays RUSSIA = read("/org/kpisuite/domain/working-days-ru.txt");

        private static WorkingDays read(String resource) {
            try (InputStream in = Objects.requireNonNull(WorkingDays.class.getResourceAsStream(resource))) {
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * A holiday table: lines {@code 2026 decree 1466 2025-09-24}, {@code 2026 off 01-01 01-02}, {@code 2026 work 11-01};
     * empty lines and those after {@code #} do not count.
     *
     * @throws IllegalArgumentException for a line of another form, a year without its decree, a day off that is a weekend
     *     anyhow, a worked day that is none
     */
    public static WorkingDays parse(List<String> lines) {
        List<String> table =
                lines.stream().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        Set<Integer> years = new HashSet<>();
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        for (String line : table) {
            String[] words = line.strip().split("\\s+", -1);
            int year = Integer.parseInt(words[0]);
            switch (words[1]) {
                case "decree" -> years.add(year);
                case "off" -> take(line, words, off, false);
                case "work" -> take(line, words, worked, true);
                default -> throw new IllegalArgumentException(line);
            }
            if (!years.contains(year)) {
                throw new IllegalArgumentException("the decree of " + year + " is not named");
            }
        }
        return new WorkingDays(table, years, off, worked);
    }

    /** The table from which {@link #parse} makes the same again. */
    public List<String> lines() {
        return lines;
    }

    private static void take(String line, String[] words, Set<LocalDate> days, boolean weekend) {
        for (int i = 2; i < words.length; i++) {
            LocalDate day = LocalDate.parse(words[0] + "-" + words[i]);
            if (isWeekend(day) != weekend || !days.add(day)) {
                throw new IllegalArgumentException(day + " in: " + line);
            }
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    public boolean isWorked(LocalDate day) {
        return isWeekend(day) ? worked.contains(day) : !off.contains(day);
    }

    /** Whether the table tells of every year that the range touches. */
    public boolean covers(DayRange range) {
        for (int year = range.start().getYear(); year <= range.endInclusive().getYear(); year++) {
            if (!years.contains(year)) {
                return range.isEmpty();
            }
        }
        return true;
    }

    /** Working days of a range. */
    public long count(DayRange range) {
        if (range.isEmpty()) {
            return 0;
        }
        long count = range.days() / WEEK * WORKED_OF_WEEK;
        LocalDate rest = range.start().plusDays(range.days() / WEEK * WEEK);
        for (LocalDate day = rest; !day.isAfter(range.endInclusive()); day = day.plusDays(1)) {
            count += isWeekend(day) ? 0 : 1;
        }
        return count
                - off.stream().filter(range::contains).count()
                + worked.stream().filter(range::contains).count();
    }

    /** The working day that many working days after a day, before it if negative; the day itself for none. */
    public LocalDate plus(LocalDate day, int workingDays) {
        LocalDate moved = day;
        int step = Integer.signum(workingDays);
        for (int left = Math.abs(workingDays); left > 0; left -= isWorked(moved) ? 1 : 0) {
            moved = moved.plusDays(step);
        }
        return moved;
    }

    /** Working days of a range more than those of another; negative if fewer. */
    public long difference(DayRange range, DayRange other) {
        return count(range) - count(other);
    }

    /**
     * What is said at the head of a period, {@code +2 wd}: the difference to a comparison range from
     * {@link #DIFFERENCE_MIN} on. Empty below it, and where the table tells of only one of the two ranges, because then
     * the holidays of the other would make the difference.
     */
    public Optional<Long> workingDaysDifference(DayRange range, DayRange comparison) {
        long difference = difference(range, comparison);
        return Math.abs(difference) >= DIFFERENCE_MIN && covers(range) == covers(comparison)
                ? Optional.of(difference)
                : Optional.empty();
    }
}
