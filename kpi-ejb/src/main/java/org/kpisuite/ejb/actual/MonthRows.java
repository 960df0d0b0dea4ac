package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.ejb.actual.FactReader.Columns;

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
            LocalDate start,
            BigDecimal sum,
            BigDecimal first,
            BigDecimal last,
            int daysIn) {

        LocalDate lastDay() {
            return start.withDayOfMonth(Integer.SIZE - Integer.numberOfLeadingZeros(daysIn));
        }
    }

    /** Series by their place in the query, and the months of which each of them must be read by day. */
    record Singly(List<Integer> series, List<DayRange> days) {}

    private final FactQuery query;
    private final List<FactSeries> series;
    private final long base;
    /** By series and month: the days of all units, 0 where there are none. */
    private final int[][] days;
    /** By series: months that must come by day. */
    private final List<BitSet> singly;

    /** A month of one series of one unit, whatever the source. */
    private record Delivered(int series, String unit, int month) {}

    private final List<Row> rows = new ArrayList<>();
    private final Map<Delivered, String> sources = new HashMap<>();

    MonthRows(FactQuery query, List<FactSeries> series) {
        this.query = query;
        this.series = series;
        this.base = month(query.whole().start());
        this.days = new int[series.size()][(int) (month(query.whole().endInclusive()) - base) + 1];
        this.singly = series.stream().map(s -> new BitSet()).toList();
    }

    private static long month(LocalDate day) {
        return day.getYear() * 12L + day.getMonthValue() - 1;
    }

    void take(ResultSet row) throws SQLException {
        int place = row.getInt(Columns.SERIES);
        LocalDate start = row.getObject(Columns.START, LocalDate.class);
        int daysIn = row.getInt(Columns.DAYS_IN);
        boolean changed = row.getBoolean(Columns.CHANGED);
        int month = (int) (month(start) - base);
        if (changed) {
            singly.get(place).set(month);
        }
        days[place][month] = both(days[place][month], changed ? DIFFERENT : daysIn);
        if (daysIn != 0 && !changed) {
            BigDecimal sum = row.getBigDecimal(Columns.AMOUNT);
            boolean flow = series.get(place).kind() == FactSeries.Kind.FLOW;
            String source = row.getString(Columns.SOURCE);
            String first = sources.putIfAbsent(new Delivered(place, row.getString(Columns.UNIT), month), source);
            if (first != null && !first.equals(source)) {
                singly.get(place).set(month);
            }
            rows.add(new Row(
                    place,
                    row.getString(Columns.UNIT),
                    source,
                    start,
                    sum,
                    flow ? sum : row.getBigDecimal(Columns.FIRST),
                    flow ? sum : row.getBigDecimal(Columns.LAST),
                    daysIn));
        }
    }

    private static int both(int one, int other) {
        return one == other || other == 0 ? one : one == 0 ? other : DIFFERENT;
    }

    /** To be asked once, after all rows were taken. */
    List<Singly> singly() {
        query.formulas().forEach(this::pair);
        Map<BitSet, List<Integer>> byMonths = new LinkedHashMap<>();
        for (int place = 0; place < series.size(); place++) {
            if (!singly.get(place).isEmpty()) {
                byMonths.computeIfAbsent(singly.get(place), m -> new ArrayList<>())
                        .add(place);
            }
        }
        return byMonths.entrySet().stream()
                .map(e -> new Singly(e.getValue(), ranges(e.getKey())))
                .toList();
    }

    /** Where the flows of a formula have different days, all of them come singly. */
    private void pair(Set<FactSeries> formula) {
        int[] flows = formula.stream()
                .filter(s -> s.kind() == FactSeries.Kind.FLOW)
                .mapToInt(series::indexOf)
                .toArray();
        for (int month = 0; flows.length > 1 && month < days[0].length; month++) {
            int all = 0;
            for (int flow : flows) {
                all = both(all, days[flow][month]);
            }
            if (all == DIFFERENT) {
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
                .filter(r -> !singly.get(r.series).get((int) (month(r.start) - base)))
                .map(this::slice)
                .toList();
    }

    private FactSlice slice(Row row) {
        FactSeries of = series.get(row.series);
        return new FactSlice(
                row.unit,
                of.measure(),
                of.dims(),
                row.source,
                Granularity.DAY,
                Period.of(Granularity.MONTH, row.start).days(),
                row.sum,
                row.first,
                row.last,
                row.lastDay(),
                Integer.bitCount(row.daysIn));
    }
}
