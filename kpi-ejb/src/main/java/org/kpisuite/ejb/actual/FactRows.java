package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.ejb.actual.FactReader.Columns;

/**
 * Rows as delivered, made into one slice for each period: of each row its last revision; of all rows that of exactly the
 * dimensions asked for, else those of the least breakdown of them.
 */
final class FactRows {
    private record Key(int series, String unit, String source, String grain, LocalDate start) {}

    private record Row(
            String dims,
            String dimKeys,
            int revision,
            @Nullable BigDecimal amount) {}

    private final List<FactSeries> series;
    private final CompanyCalendar calendar;
    private final Map<Key, List<Row>> rows = new HashMap<>();

    FactRows(List<FactSeries> series, CompanyCalendar calendar) {
        this.series = series;
        this.calendar = calendar;
    }

    /** Takes a row of a series that was found. */
    void take(FoundSeries of, ResultSet row) throws SQLException {
        Key key = new Key(
                of.place(),
                of.unit(),
                row.getString(Columns.SOURCE),
                of.grain(),
                row.getObject(Columns.START, LocalDate.class));
        rows.computeIfAbsent(key, k -> new ArrayList<>(1))
                .add(new Row(
                        of.dims(),
                        row.getString(Columns.DIM_KEYS),
                        row.getInt(Columns.REVISION),
                        row.getBigDecimal(Columns.AMOUNT)));
    }

    /** Takes a value that stands before every revision of its key. */
    void put(int place, FactOverlay.Value value) {
        Key key = new Key(place, value.unit(), value.source(), value.grain(), value.start());
        rows.computeIfAbsent(key, k -> new ArrayList<>(1))
                .add(new Row(value.dims(), value.dimKeys(), Integer.MAX_VALUE, value.amount()));
    }

    List<FactSlice> slices() {
        List<FactSlice> slices = new ArrayList<>(rows.size());
        rows.forEach((key, delivered) -> {
            BigDecimal amount = amount(delivered, series.get(key.series).dims());
            if (amount != null) {
                slices.add(slice(key, amount));
            }
        });
        return slices;
    }

    private static @Nullable BigDecimal amount(List<Row> delivered, String dims) {
        return delivered.size() == 1 ? delivered.get(0).amount : counted(latest(delivered), dims);
    }

    private static Collection<Row> latest(List<Row> delivered) {
        Map<String, Row> latest = new HashMap<>();
        delivered.forEach(row -> latest.merge(row.dims, row, (a, b) -> a.revision > b.revision ? a : b));
        latest.values().removeIf(row -> row.amount == null);
        return latest.values();
    }

    private static @Nullable BigDecimal counted(Collection<Row> parts, String dims) {
        Optional<Row> exact =
                parts.stream().filter(row -> row.dims.equals(dims)).findFirst();
        return exact.map(Row::amount).orElseGet(() -> least(parts));
    }

    private static @Nullable BigDecimal least(Collection<Row> parts) {
        String least =
                parts.stream().map(Row::dimKeys).min(Comparator.naturalOrder()).orElse("");
        return parts.stream()
                .filter(row -> row.dimKeys.equals(least))
                .map(Row::amount)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    /** Whether a row longer than a day was delivered that reaches into those days. */
    boolean hasLonger(int place, String unit, DayRange days) {
        return rows.keySet().stream()
                .filter(k -> k.series == place && k.unit.equals(unit) && !k.grain.equals(Grain.D.name()))
                .anyMatch(k ->
                        Grain.valueOf(k.grain).period(k.start, calendar).days().overlaps(days));
    }

    private FactSlice slice(Key key, BigDecimal amount) {
        FactSeries of = series.get(key.series);
        Grain grain = Grain.valueOf(key.grain);
        DayRange days = grain == Grain.D
                ? new DayRange(key.start, key.start)
                : grain.period(key.start, calendar).days();
        return new FactSlice(
                key.unit,
                of.measure(),
                of.dims(),
                key.source,
                grain.granularity(),
                days,
                amount,
                amount,
                amount,
                days.endInclusive(),
                days.days());
    }
}
