package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.calendar.CompanyCalendar;

/**
 * The stored rows that many slices were made of, one after the other, by measure, unit, source and period: as many as there
 * are, for none is kept.
 *
 * <p>Of a period the same rows as {@link SourceRows} tells.
 */
public final class RowsBehind {
    /** A week that is cut at the first day of a slice begins before it. */
    private static final int DAYS_BEFORE = 6;

    private static final String ROWS = """
            select v.*
            from (
                select a.*,
                    row_number() over (
                        partition by a.unit, a.measure, a.dims, a.grain, a.period_start, a.scenario, a.source
                        order by a.revision desc) as age
                from actual_revision a
                where a.unit = any(?) and a.measure = any(?) and a.period_start between ? and ?
                    and a.scenario = 'AC' and a.recorded_at < cast(? as timestamp with time zone)
            ) v
            where v.age = 1 and v.amount is not null
            order by v.measure, v.unit, v.source, v.grain, v.period_start, v.dims
            """;

    private final Connection connection;
    private final CompanyCalendar calendar;

    public RowsBehind(Connection connection, CompanyCalendar calendar) {
        this.connection = connection;
        this.calendar = calendar;
    }

    private record Series(String measure, String unit, String source) {
        static Series of(FactSlice slice) {
            return new Series(slice.measure(), slice.unit(), slice.source());
        }

        static Series of(StoredFact fact) {
            return new Series(fact.measure(), fact.unit(), fact.source());
        }
    }

    /** Each row once. */
    public void each(Collection<FactSlice> slices, Instant asOf, Consumer<StoredFact> to) throws SQLException {
        if (slices.isEmpty()) {
            return;
        }
        Map<Series, List<FactSlice>> bySeries = new HashMap<>();
        slices.forEach(s ->
                bySeries.computeIfAbsent(Series.of(s), k -> new ArrayList<>()).add(s));
        Together together = new Together(bySeries, to);
        Sql.each(
                connection,
                ROWS,
                row -> together.take(StoredFacts.fact(row, calendar)),
                texts(slices.stream().map(FactSlice::unit)),
                texts(slices.stream().map(FactSlice::measure)),
                day(slices.stream().map(s -> s.days().start()), Comparator.reverseOrder())
                        .minusDays(DAYS_BEFORE),
                day(slices.stream().map(s -> s.days().endInclusive()), Comparator.naturalOrder()),
                asOf);
        together.hand();
    }

    private static String[] texts(Stream<String> texts) {
        return texts.distinct().toArray(String[]::new);
    }

    private static LocalDate day(Stream<LocalDate> days, Comparator<LocalDate> last) {
        return days.max(last).orElseThrow();
    }

    /** The rows of one series and period, of which only together can be told which count. */
    private static final class Together {
        private final Map<Series, List<FactSlice>> slices;
        private final Consumer<StoredFact> to;
        private final List<StoredFact> rows = new ArrayList<>();

        Together(Map<Series, List<FactSlice>> slices, Consumer<StoredFact> to) {
            this.slices = slices;
            this.to = to;
        }

        void take(StoredFact row) {
            if (!rows.isEmpty() && !isBeside(rows.get(0), row)) {
                hand();
            }
            rows.add(row);
        }

        private static boolean isBeside(StoredFact one, StoredFact other) {
            return one.period().equals(other.period()) && Series.of(one).equals(Series.of(other));
        }

        void hand() {
            if (rows.isEmpty()) {
                return;
            }
            StoredFact first = rows.get(0);
            Set<StoredFact> counted = new LinkedHashSet<>();
            for (FactSlice slice : slices.getOrDefault(Series.of(first), List.of())) {
                if (SourceRows.isOf(first, slice)) {
                    counted.addAll(SourceRows.counted(rows, slice.dims()));
                }
            }
            counted.forEach(to);
            rows.clear();
        }
    }
}
