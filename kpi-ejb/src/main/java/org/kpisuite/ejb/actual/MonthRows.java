package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/**
 * Days taken together by month, and which of them must come singly after all: those of all flows of a formula where these
 * have different days, so that a ratio takes the days that both have (domain specification §2.3, rule 2), and those that
 * were changed after the instant asked for, and those of two sources, of which the first counts day by day.
 *
 * <p>Flows of the same days, complete or not, need no single days: what holds for the month holds for each of its days.
 */
final class MonthRows {
    /** Stands for days that are not the same everywhere, or not known; days themselves are bits 0 to 30. */
    private static final int DIFFERENT = -1;

    private record Row(
            int series,
            String unit,
            String source,
            int month,
            BigDecimal sum,
            BigDecimal first,
            BigDecimal last,
            int daysIn) {}

    private final FactQuery query;
    private final List<FactSeries> series;
    private final long base;
    /** By series and month: the days of all units, 0 where there are none. */
    private final int[][] days;
    /** By series: months that must come by day. */
    private final List<BitSet> singly;

    /** A year of one series of one unit, whatever the source. */
    private record Delivered(int series, String unit, int year) {}

    private final List<Row> rows = new ArrayList<>();
    private final Map<Delivered, String> sources = new HashMap<>();
    /** Units with days that the months do not tell of. */
    private final Set<Unit> beside = new HashSet<>();

    private record Unit(int series, String unit) {}

    /** By month: its days where it is wanted as a whole, else null. */
    private final @Nullable DayRange[] together;

    MonthRows(FactQuery query, List<FactSeries> series) {
        this.query = query;
        this.series = series;
        this.base = month(query.whole().start());
        this.days = new int[series.size()][(int) (month(query.whole().endInclusive()) - base) + 1];
        this.singly = series.stream().map(s -> new BitSet()).toList();
        this.together = new DayRange[days.length == 0 ? 0 : days[0].length];
        for (DayRange range : query.daysTogether()) {
            for (Period month = Period.of(Granularity.MONTH, range.start());
                    !month.start().isAfter(range.endInclusive());
                    month = month.plus(1)) {
                together[(int) (month(month.start()) - base)] = month.days();
            }
        }
    }

    private static long month(LocalDate day) {
        return day.getYear() * 12L + day.getMonthValue() - 1;
    }

    /** Reads the months of all series found. */
    void read(Connection connection, List<FoundSeries> found, Instant asOf) throws SQLException {
        List<DayRange> ranges = query.daysTogether();
        if (ranges.isEmpty()) {
            return;
        }
        Set<YearReader.Of> wanted = new LinkedHashSet<>();
        for (FoundSeries one : found) {
            FactSeries of = series.get(one.place());
            if (one.isInMonths(of)) {
                wanted.add(new YearReader.Of(one.place(), one.unit(), of.measure(), of.dims()));
            } else if (one.isDaily()) {
                beside.add(new Unit(one.place(), one.unit()));
            }
        }
        DayRange years = new DayRange(
                ranges.get(0).start(), ranges.get(ranges.size() - 1).endInclusive());
        new YearReader(connection, query.scenario().name(), asOf).read(List.copyOf(wanted), years, this::take);
    }

    /** Takes the months of one year of one series, unit and source. */
    private void take(YearReader.Of of, String source, int year, MonthText text) {
        String first = sources.putIfAbsent(new Delivered(of.place(), of.unit(), year), source);
        boolean second = first != null && !first.equals(source);
        boolean flow = series.get(of.place()).kind() == FactSeries.Kind.FLOW;
        while (text.next()) {
            int month = (int) (year * 12L + text.number() - 1 - base);
            int daysIn = text.number();
            if (month >= 0 && month < together.length && together[month] != null) {
                BigDecimal sum = text.value();
                BigDecimal start = flow ? sum : text.value();
                BigDecimal end = flow ? sum : text.value();
                take(new Row(of.place(), of.unit(), source, month, sum, start, end, daysIn));
                if (second) {
                    singly.get(of.place()).set(month);
                }
            }
            text.skip();
        }
    }

    private void take(Row row) {
        days[row.series][row.month] = both(days[row.series][row.month], row.daysIn);
        if (row.daysIn == YearReader.CHANGED) {
            singly.get(row.series).set(row.month);
        } else if (row.daysIn != 0) {
            rows.add(row);
        }
    }

    /** The month of a day comes singly, because one of its days is read otherwise than it is stored. */
    void single(int place, LocalDate day) {
        int month = (int) (month(day) - base);
        singly.get(place).set(month);
        days[place][month] = DIFFERENT;
    }

    private static int both(int one, int other) {
        return one == other || other == 0 ? one : one == 0 ? other : DIFFERENT;
    }

    /** Days beside count where neither the month is complete without them nor a longer row stands for them. */
    private void readBeside(FactRows longer) {
        for (Unit unit : beside) {
            BitSet complete = new BitSet();
            rows.stream()
                    .filter(r -> r.series == unit.series && r.unit.equals(unit.unit))
                    .filter(r -> Integer.bitCount(r.daysIn) == wanted(r.month).days())
                    .forEach(r -> complete.set(r.month));
            for (int month = 0; month < together.length; month++) {
                if (together[month] != null
                        && !complete.get(month)
                        && !longer.hasLonger(unit.series, unit.unit, wanted(month))) {
                    singly.get(unit.series).set(month);
                    days[unit.series][month] = DIFFERENT;
                }
            }
        }
    }

    /** Finds the months that must come by day; once, after all rows were read. */
    void settle(FactRows longer) {
        readBeside(longer);
        query.formulas().forEach(this::pair);
    }

    /** The months of which a series, by its place in the query, must be read by day. */
    List<DayRange> singly(int place) {
        return ranges(singly.get(place));
    }

    /** Where the flows of a formula have different days, or weigh single days, all of them come singly. */
    private void pair(Set<FactSeries> formula) {
        int[] flows = formula.stream()
                .filter(s -> s.kind() == FactSeries.Kind.FLOW)
                .mapToInt(series::indexOf)
                .toArray();
        BitSet weighed = new BitSet();
        formula.stream().filter(s -> !s.adds()).forEach(s -> weighed.or(singly.get(series.indexOf(s))));
        for (int month = 0; month < together.length; month++) {
            int all = 0;
            for (int flow : flows) {
                all = both(all, days[flow][month]);
            }
            if (weighed.get(month) || (all == DIFFERENT && flows.length > 1)) {
                for (int flow : flows) {
                    singly.get(flow).set(month);
                }
            }
        }
    }

    private List<DayRange> ranges(BitSet months) {
        return FactQuery.joined(months.stream()
                .mapToObj(m -> Period.of(
                        Granularity.MONTH, LocalDate.of((int) ((base + m) / 12), (int) ((base + m) % 12) + 1, 1)))
                .toList());
    }

    /** The months that are taken together. */
    List<FactSlice> slices() {
        return rows.stream()
                .filter(r -> !singly.get(r.series).get(r.month))
                .map(this::slice)
                .toList();
    }

    private DayRange wanted(int month) {
        return Objects.requireNonNull(together[month]);
    }

    private FactSlice slice(Row row) {
        FactSeries of = series.get(row.series);
        DayRange month = wanted(row.month);
        return new FactSlice(
                row.unit,
                of.measure(),
                of.dims(),
                row.source,
                Granularity.DAY,
                month,
                row.sum,
                row.first,
                row.last,
                month.start().withDayOfMonth(Integer.SIZE - Integer.numberOfLeadingZeros(row.daysIn)),
                Integer.bitCount(row.daysIn));
    }
}
