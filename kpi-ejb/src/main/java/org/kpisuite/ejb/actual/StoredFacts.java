package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;

/** Lists stored values as of an instant, page by page in the order of their key. */
public final class StoredFacts {
    public static final int PAGE_MAX = 1_000;

    private static final String KEY =
            "%1$sunit, %1$smeasure, %1$sdims, %1$sgrain, %1$speriod_start, %1$sscenario," + " %1$ssource";
    private static final String LIST = """
            select v.*
            from (
                select a.*,
                    row_number() over (
                        partition by %1$s
                        order by a.revision desc) as age
                from actual_revision a
                where a.unit = any(?) and a.measure = any(?) and a.period_start between ? and ?
                    and a.recorded_at < cast(? as timestamp with time zone)%2$s
            ) v
            where v.age = 1 and v.amount is not null%3$s
            order by %4$s
            """;
    private static final String FIRST = "fetch first %d rows only";
    private static final String ALL = """
            select v.*
            from (
                select a.*,
                    row_number() over (
                        partition by %1$s
                        order by a.revision desc) as age
                from actual_revision a
                where a.unit = any(?) and a.period_start between ? and ?
                    and a.recorded_at < cast(? as timestamp with time zone)%2$s
            ) v
            where v.age = 1 and v.amount is not null
            order by %3$s
            """;
    private static final String OF_MEASURES = " and a.measure = any(?)";
    private static final String OF_DIMS = " and a.dims = ?";
    private static final String AFTER = " and (" + KEY.formatted("v.") + ") > (?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final CompanyCalendar calendar;

    public StoredFacts(Connection connection, CompanyCalendar calendar) {
        this.connection = connection;
        this.calendar = calendar;
    }

    /**
     * What is listed.
     *
     * @param units codes that the reader may see
     * @param dims exactly these dimensions; null for all rows, total and parts
     * @param after the last fact of the page before; null for the first page
     */
    public record Page(
            Collection<String> units,
            Collection<String> measures,
            DayRange range,
            @Nullable Map<String, String> dims,
            Instant asOf,
            @Nullable StoredFact after,
            int limit) {}

    public List<StoredFact> list(Page page) throws SQLException {
        List<Object> arguments = new ArrayList<>(List.of(
                page.units().toArray(String[]::new),
                page.measures().toArray(String[]::new),
                page.range().start(),
                page.range().endInclusive(),
                page.asOf()));
        Optional<String> dims = Optional.ofNullable(page.dims()).map(StoredFacts::text);
        dims.ifPresent(arguments::add);
        StoredFact after = page.after();
        if (after != null) {
            LocalDate start = after.period().start();
            String grain = Grain.code(after.period());
            arguments.addAll(List.of(
                    after.unit(),
                    after.measure(),
                    after.dims(),
                    grain,
                    start,
                    after.scenario().name(),
                    after.source()));
        }
        String sql = LIST.formatted(
                KEY.formatted("a."), dims.isPresent() ? OF_DIMS : "", after == null ? "" : AFTER, KEY.formatted("v."));
        sql += FIRST.formatted(Math.min(page.limit(), PAGE_MAX));
        return Sql.query(connection, sql, row -> fact(row, calendar), arguments.toArray());
    }

    /**
     * What goes by.
     *
     * @param units codes that the reader may see
     * @param measures codes; none for all
     * @param dims exactly these dimensions; null for all rows, total and parts
     */
    public record Selection(
            Collection<String> units,
            Collection<String> measures,
            DayRange range,
            @Nullable Map<String, String> dims,
            Instant asOf) {}

    /** All values of a selection in the order of their key, one after the other; in portions inside a transaction. */
    public void each(Selection selection, Consumer<StoredFact> to) throws SQLException {
        List<Object> arguments = new ArrayList<>();
        arguments.add(selection.units().toArray(String[]::new));
        StringBuilder conditions = new StringBuilder();
        arguments.add(selection.range().start());
        arguments.add(selection.range().endInclusive());
        arguments.add(selection.asOf());
        if (!selection.measures().isEmpty()) {
            conditions.append(OF_MEASURES);
            arguments.add(selection.measures().toArray(String[]::new));
        }
        Map<String, String> dims = selection.dims();
        if (dims != null) {
            conditions.append(OF_DIMS);
            arguments.add(text(dims));
        }
        String sql = ALL.formatted(KEY.formatted("a."), conditions, KEY.formatted("v."));
        Sql.each(connection, sql, row -> to.accept(fact(row, calendar)), arguments.toArray());
    }

    private static String text(Map<String, String> dims) {
        return new TreeMap<>(dims)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(";"));
    }

    static StoredFact fact(ResultSet row, CompanyCalendar calendar) throws SQLException {
        return new StoredFact(
                row.getString("unit"),
                row.getString("measure"),
                row.getString("dims"),
                Grain.valueOf(row.getString("grain")).period(Sql.day(row, "period_start"), calendar),
                Scenario.valueOf(row.getString("scenario")),
                row.getString("source"),
                row.getBigDecimal("amount"),
                Objects.requireNonNull(Sql.instant(row, "as_of")),
                row.getInt("revision"),
                Objects.requireNonNull(Sql.instant(row, "recorded_at")),
                row.getLong("import_id"),
                row.getInt("row_no"));
    }
}
