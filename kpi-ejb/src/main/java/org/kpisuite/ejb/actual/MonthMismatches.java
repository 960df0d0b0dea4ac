package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Codes;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.Parts;

/**
 * Months that do not agree with their days, where all days are in and the import brought the month or any of them. Flows
 * only. Source: domain specification §8.2.
 *
 * <p>An import that is written compares with the totals that it has just made of the days, a dry run with those that it would
 * make: the total of a day is its row without dimensions, else the sum over its least breakdown.
 */
final class MonthMismatches {
    private static final String WRITTEN = """
            select o.unit, o.measure, o.dims, o.source, a.period_start, a.amount, m.sum_value,
                case when a.import_id = cast(? as bigint) then a.row_no else 0 end as row_no
            from (
                select distinct s.unit, s.measure
                from fact_series s
                where s.changed_at = cast(? as timestamp with time zone) and s.scenario = 'AC' and s.grain in ('D', 'M')
                    and exists (
                        select 1
                        from fact_series o
                        where o.changed_at is not null and o.unit = s.unit and o.scenario = s.scenario and o.measure = s.measure and o.grain = 'M'
                    )
                order by s.unit, s.measure
                fetch first 500 rows only
            ) f
            join fact_series o
                on o.unit = f.unit and o.scenario = 'AC' and o.measure = f.measure and o.grain = 'M'
            join fact a on a.series_id = o.id and a.period_start between ? and ?
            join actual_month m
                on m.unit = o.unit and m.measure = o.measure and m.dims = o.dims and m.month_start = a.period_start
                and m.scenario = o.scenario and m.source = o.source
            where a.amount is not null
                and (a.import_id = cast(? as bigint) or m.changed_at = cast(? as timestamp with time zone))
                and m.days_with_data
                    = extract(day from cast(m.month_start as timestamp) + interval '1' month - interval '1' day)
            """;
    private static final String CHANGED = """
            select c.unit, c.measure
            from (
                select unit, measure, max(case when grain = 'M' then 1 else 0 end) as months
                from import_change
                where scenario = 'AC' and grain in ('D', 'M')
                group by unit, measure
            ) c
            where c.months = 1 or exists (
                select 1
                from fact_series o
                where o.changed_at is not null and o.unit = c.unit and o.scenario = 'AC' and o.measure = c.measure and o.grain = 'M'
            )
            order by c.unit, c.measure
            fetch first 500 rows only
            """;

    private final Connection connection;
    private final Findings findings;
    private final Codes codes;
    private int rowsLeft = TotalMismatches.ROWS_MAX;

    MonthMismatches(Connection connection, Findings findings, Codes codes) {
        this.connection = connection;
        this.findings = findings;
        this.codes = codes;
    }

    private record Figure(String unit, String measure) {}

    /** A month and its days taken together; row 0 where the month is not of this import. */
    private record Compared(Figure figure, LocalDate start, String dims, String source, Parts parts, int row) {}

    private static final Comparator<Compared> ORDER = Comparator.comparing((Compared c) -> c.figure.unit)
            .thenComparing(c -> c.figure.measure)
            .thenComparing(Compared::start)
            .thenComparing(Compared::dims)
            .thenComparing(Compared::source);

    /** What an import that has just been written brought. */
    void ofWritten(long importId, Instant recordedAt, DeliverySketch sketch) throws SQLException {
        Optional<DeliverySketch.Span> months = months(sketch);
        if (months.isPresent()) {
            tell(Sql.query(
                    connection,
                    WRITTEN,
                    MonthMismatches::written,
                    importId,
                    recordedAt,
                    months.get().first(),
                    months.get().last(),
                    importId,
                    recordedAt)
                    .stream());
        }
    }

    /** What the changes of a dry run would bring. */
    void ofChanges(DeliverySketch sketch) throws SQLException {
        Optional<DeliverySketch.Span> months = months(sketch);
        if (months.isPresent()) {
            List<Compared> compared = new ArrayList<>();
            for (Figure figure : Sql.query(connection, CHANGED, MonthMismatches::figure)) {
                if (rowsLeft > 0 && TotalMismatches.isFlow(codes, figure.measure)) {
                    new Months(figure, months.get()).read(compared);
                }
            }
            tell(compared.stream());
        }
    }

    /** The first days of the months in which the file has days or months; of a large file the latest. */
    private static Optional<DeliverySketch.Span> months(DeliverySketch sketch) {
        return Stream.of(Grain.D.name(), Grain.M.name())
                .filter(grain -> sketch.spans().containsKey(grain))
                .map(grain -> TotalMismatches.span(grain, sketch))
                .map(s -> new DeliverySketch.Span(
                        s.first().withDayOfMonth(1), s.last().withDayOfMonth(1)))
                .reduce((a, b) -> a.with(b.first()).with(b.last()));
    }

    private void tell(Stream<Compared> compared) {
        compared.filter(c -> c.parts.mismatch() && TotalMismatches.isFlow(codes, c.figure.measure))
                .sorted(ORDER)
                .forEach(c -> findings.add(TotalMismatches.refusal(c.parts).atRow(c.row)));
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(row.getString("unit"), row.getString("measure"));
    }

    private static Compared written(ResultSet row) throws SQLException {
        return new Compared(
                figure(row),
                Sql.day(row, "period_start"),
                row.getString("dims"),
                row.getString("source"),
                new Parts(row.getBigDecimal("amount"), row.getBigDecimal("sum_value")),
                row.getInt("row_no"));
    }

    /** The months and days of one figure as they would be. */
    private final class Months {
        private final Figure figure;
        private final DeliverySketch.Span span;
        private final Map<Month, Map<String, Fact>> months = new HashMap<>();
        private final Map<Month, Map<LocalDate, Map<String, Fact>>> days = new HashMap<>();
        private final Set<Month> touched = new HashSet<>();

        Months(Figure figure, DeliverySketch.Span span) {
            this.figure = figure;
            this.span = span;
        }

        private record Month(String source, YearMonth month) {}

        private record Fact(String dimKeys, @Nullable BigDecimal amount, boolean changed, int row) {}

        void read(List<Compared> into) throws SQLException {
            change(Grain.M, span);
            change(Grain.D, new DeliverySketch.Span(span.first(), lastDay(span.last())));
            Optional<DeliverySketch.Span> concerned = Stream.concat(months.keySet().stream(), touched.stream())
                    .map(m -> m.month.atDay(1))
                    .map(first -> new DeliverySketch.Span(first, lastDay(first)))
                    .reduce((a, b) -> a.with(b.first()).with(b.last()));
            if (concerned.isPresent()) {
                store(Grain.M, concerned.get());
                if (!months.isEmpty()) {
                    store(Grain.D, concerned.get());
                }
            }
            months.forEach((month, facts) -> facts.forEach((dims, fact) -> {
                if (fact.amount != null && (fact.changed || touched.contains(month))) {
                    sum(month, dims)
                            .map(sum -> new Compared(
                                    figure,
                                    month.month.atDay(1),
                                    dims,
                                    month.source,
                                    new Parts(fact.amount, sum),
                                    fact.row))
                            .ifPresent(into::add);
                }
            }));
        }

        private static LocalDate lastDay(LocalDate month) {
            return YearMonth.from(month).atEndOfMonth();
        }

        private void change(Grain grain, DeliverySketch.Span starts) throws SQLException {
            Sql.each(
                    connection,
                    TotalMismatches.CHANGES,
                    row -> put(grain, row, true),
                    figure.unit,
                    figure.measure,
                    grain.name(),
                    starts.first(),
                    starts.last());
        }

        private void store(Grain grain, DeliverySketch.Span starts) throws SQLException {
            Sql.each(
                    connection,
                    TotalMismatches.STORED,
                    row -> {
                        put(grain, row, false);
                        rowsLeft--;
                    },
                    0,
                    figure.unit,
                    figure.measure,
                    grain.name(),
                    starts.first(),
                    starts.last());
        }

        /** What would change was put first, and stands. */
        private void put(Grain grain, ResultSet row, boolean changed) throws SQLException {
            LocalDate start = Sql.day(row, "period_start");
            Month month = new Month(row.getString("source"), YearMonth.from(start));
            Fact fact = new Fact(row.getString("dim_keys"), row.getBigDecimal("amount"), changed, row.getInt("row_no"));
            Map<String, Fact> place = grain == Grain.M
                    ? months.computeIfAbsent(month, m -> new HashMap<>())
                    : days.computeIfAbsent(month, m -> new HashMap<>()).computeIfAbsent(start, d -> new HashMap<>());
            place.putIfAbsent(row.getString("dims"), fact);
            if (changed && grain == Grain.D) {
                touched.add(month);
            }
        }

        /** The sum of the days; empty where any is missing. */
        private Optional<BigDecimal> sum(Month month, String dims) {
            List<BigDecimal> values = days.getOrDefault(month, Map.of()).values().stream()
                    .flatMap(day -> value(day, dims).stream())
                    .toList();
            return values.size() == month.month.lengthOfMonth()
                    ? values.stream().reduce(BigDecimal::add)
                    : Optional.empty();
        }

        private Optional<BigDecimal> value(Map<String, Fact> day, String dims) {
            Fact own = day.get(dims);
            if (own != null && own.amount != null) {
                return Optional.of(own.amount);
            }
            if (!dims.isEmpty()) {
                return Optional.empty();
            }
            TreeMap<String, BigDecimal> breakdowns = new TreeMap<>();
            for (Fact part : day.values()) {
                if (part.amount != null) {
                    breakdowns.merge(part.dimKeys, part.amount, BigDecimal::add);
                }
            }
            return Optional.ofNullable(breakdowns.firstEntry()).map(Map.Entry::getValue);
        }
    }
}
