package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactSlice;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Dimensions;

/**
 * The stored rows that slices were made of.
 *
 * <p>The same rule as for reading them: of a period the row of exactly the dimensions asked for, else all rows of the least
 * breakdown of them.
 */
public final class SourceRows {
    public static final int ROWS_MAX = 10_000;

    private static final String CONTESTED = """
            select distinct s.measure
            from (
                select unit, measure
                from actual_source
                where unit in (select u.unit from unnest(cast(? as varchar(64) array)) as u(unit))
                    and measure in (select m.measure from unnest(cast(? as varchar(64) array)) as m(measure))
                group by unit, measure
                having count(*) > 1
            ) s
            """;

    private static final Comparator<StoredFact> ORDER = Comparator.comparing(StoredFact::measure)
            .thenComparing(StoredFact::unit)
            .thenComparing(f -> f.period().start())
            .thenComparing(StoredFact::dims);

    private final Connection connection;
    private final CompanyCalendar calendar;

    public SourceRows(Connection connection, CompanyCalendar calendar) {
        this.connection = connection;
        this.calendar = calendar;
    }

    /** The rows of some slices as known at an instant, by measure, unit and period; at most {@link #ROWS_MAX}. */
    public List<StoredFact> of(List<FactSlice> slices, Instant asOf) throws SQLException {
        return ordered(bySlice(slices, asOf).values());
    }

    /** Rows of several slices, each once, by measure, unit and period; at most {@link #ROWS_MAX}. */
    public static List<StoredFact> ordered(Collection<List<StoredFact>> rows) {
        return rows.stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(ORDER)
                .limit(ROWS_MAX)
                .toList();
    }

    /** Beside each slice the rows that it was made of, as known at an instant. */
    public Map<FactSlice, List<StoredFact>> bySlice(List<FactSlice> slices, Instant asOf) throws SQLException {
        Map<String, List<FactSlice>> byMeasure = slices.stream().collect(Collectors.groupingBy(FactSlice::measure));
        Map<FactSlice, List<StoredFact>> found = new HashMap<>();
        for (Map.Entry<String, List<FactSlice>> entry : byMeasure.entrySet()) {
            List<StoredFact> stored = stored(entry.getKey(), entry.getValue(), asOf);
            entry.getValue().forEach(slice -> found.computeIfAbsent(slice, s -> behind(s, stored)));
        }
        return found;
    }

    private List<StoredFact> stored(String measure, List<FactSlice> slices, Instant asOf) throws SQLException {
        LocalDate first = slices.stream()
                .map(s -> s.days().start())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = slices.stream()
                .map(s -> s.days().endInclusive())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return stored(
                measure, slices.stream().map(FactSlice::unit).distinct().toList(), new DayRange(first, last), asOf);
    }

    private List<StoredFact> stored(String measure, List<String> units, DayRange days, Instant asOf)
            throws SQLException {
        List<StoredFact> all = new ArrayList<>();
        @Nullable StoredFact after = null;
        List<StoredFact> page;
        do {
            page = new StoredFacts(connection, calendar)
                    .list(new StoredFacts.Page(units, List.of(measure), days, null, asOf, after, StoredFacts.PAGE_MAX));
            all.addAll(page);
            after = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (page.size() == StoredFacts.PAGE_MAX && all.size() < ROWS_MAX);
        return all;
    }

    /** Beside rows that count what other sources say of the same thing, where that differs. */
    public Map<StoredFact, List<StoredFact>> others(List<StoredFact> rows, Instant asOf) throws SQLException {
        Map<StoredFact, List<StoredFact>> others = new HashMap<>();
        for (String measure : contested(rows)) {
            List<StoredFact> own =
                    rows.stream().filter(r -> r.measure().equals(measure)).toList();
            LocalDate first = own.stream()
                    .map(r -> r.period().start())
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            LocalDate last = own.stream()
                    .map(r -> r.period().start())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            List<String> units = own.stream().map(StoredFact::unit).distinct().toList();
            Map<StoredFact.Key, List<StoredFact>> stored =
                    stored(measure, units, new DayRange(first, last), asOf).stream()
                            .collect(Collectors.groupingBy(StoredFact::key));
            own.forEach(row -> others.put(row, Alternatives.differing(row, stored.getOrDefault(row.key(), List.of()))));
        }
        others.values().removeIf(List::isEmpty);
        return others;
    }

    /** The measures of which any unit of the rows has several sources. */
    private Set<String> contested(List<StoredFact> rows) throws SQLException {
        return Set.copyOf(Sql.query(
                connection,
                CONTESTED,
                row -> row.getString("measure"),
                rows.stream().map(StoredFact::unit).distinct().toArray(String[]::new),
                rows.stream().map(StoredFact::measure).distinct().toArray(String[]::new)));
    }

    private static List<StoredFact> behind(FactSlice slice, List<StoredFact> stored) {
        Map<LocalDate, List<StoredFact>> byPeriod = new HashMap<>();
        for (StoredFact fact : stored) {
            if (isOf(fact, slice)) {
                byPeriod.computeIfAbsent(fact.period().start(), d -> new ArrayList<>())
                        .add(fact);
            }
        }
        return byPeriod.values().stream()
                .flatMap(rows -> counted(rows, slice.dims()).stream())
                .toList();
    }

    static boolean isOf(StoredFact fact, FactSlice slice) {
        boolean day = slice.granularity() == Granularity.DAY;
        return fact.unit().equals(slice.unit())
                && fact.source().equals(slice.source())
                && fact.scenario() == Scenario.AC
                && fact.period().granularity() == slice.granularity()
                && (day
                        ? slice.days().encloses(fact.period().days())
                        : fact.period().days().encloses(slice.days()));
    }

    /** Of rows of one period those that count for dimensions: exactly these, else their least breakdown. */
    static List<StoredFact> counted(List<StoredFact> rows, String dims) {
        List<StoredFact> exact =
                rows.stream().filter(r -> r.dims().equals(dims)).toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        List<StoredFact> parts =
                rows.stream().filter(r -> Dimensions.isWithin(r.dims(), dims)).toList();
        String least = parts.stream()
                .map(r -> breakdown(r.dims()))
                .min(Comparator.naturalOrder())
                .orElse("");
        return parts.stream().filter(r -> breakdown(r.dims()).equals(least)).toList();
    }

    /** The names of dimensions, as stored beside each row. */
    private static String breakdown(String dims) {
        return String.join(";", Dimensions.parse(dims).keySet());
    }
}
