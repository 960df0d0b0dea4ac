package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.ejb.storage.TestDatabase;

/** After any imports, changes and deletions the monthly totals are what the days say, counted again in plain Java. */
class MonthTotalsTest {
    private static final int IMPORTS = 12;
    private static final String HEADER = "unit;measure;period;value;dim.channel;dim.product;op;reason";
    private static final String[] DIMS = {";", ";", "ads;", "mail;", ";a", "ads;a"};

    @TempDir
    private Path folder;

    private record Day(LocalDate day, String dims, String keys, BigDecimal amount) {}

    private List<String> imported(TestDatabase database, long seed) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        Random random = new Random(seed);
        for (int i = 0; i < IMPORTS; i++) {
            ImportResult result = fixture.lines(file(random));
            assertThat(result.state()).isEqualTo(ImportState.APPLIED);
            assertThat(
                            fixture.rows(
                                    "select unit, measure, dims, month_start, source, sum_value, first_value,"
                                            + " last_value, last_day, days_with_data from actual_month where days_with_data > 0 order by 1, 2, 3, 4"))
                    .as("after import %d of seed %d", i, seed)
                    .isEqualTo(recounted(fixture));
            assertThat(ofYears(fixture)).isEqualTo(ofMonths(fixture));
        }
        return fixture.rows("select unit, measure, dims, grain, period_start, amount, revision from actual"
                + " order by 1, 2, 3, 4, 5");
    }

    /** The months as their years repeat them, and how often they are there. */
    private static List<String> ofYears(ImportFixture fixture) throws Exception {
        List<String> months = new ArrayList<>();
        try (Connection connection = fixture.connection()) {
            Sql.all(connection, "select unit, dims, year_start, source, months from actual_year", row -> {
                MonthText text = new MonthText(row.getString("months"));
                while (text.next()) {
                    months.add(row.getString("unit") + " " + row.getString("dims") + " "
                            + Sql.day(row, "year_start").plusMonths(text.number() - 1L) + " " + row.getString("source")
                            + " " + text.number() + " " + Decimals.plain(text.value()) + " "
                            + Decimals.plain(text.value()) + " " + Decimals.plain(text.value()));
                }
            });
        }
        return months.stream().sorted().toList();
    }

    private static List<String> ofMonths(ImportFixture fixture) throws Exception {
        return fixture
                .rows("select unit, dims, month_start, source, days_in, sum_value, first_value, last_value"
                        + " from actual_month")
                .stream()
                .sorted()
                .toList();
    }

    private static String[] file(Random random) {
        Map<String, String> lines = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            String unit = random.nextBoolean() ? "SALES" : "MARKETING";
            LocalDate day = LocalDate.of(2026, 7, 25).plusDays(random.nextInt(14));
            String key = unit + ";LEADS;" + day + ";%s;" + DIMS[random.nextInt(DIMS.length)] + ";";
            boolean delete = random.nextInt(3) == 0;
            lines.put(key, key.formatted(delete ? "" : random.nextInt(50)) + (delete ? "DELETE;wrong" : ";"));
        }
        List<String> file = new ArrayList<>(List.of(HEADER));
        file.addAll(lines.values());
        return file.toArray(String[]::new);
    }

    private static List<String> recounted(ImportFixture fixture) throws Exception {
        Map<String, NavigableMap<LocalDate, BigDecimal>> months = new TreeMap<>();
        try (Connection connection = fixture.connection()) {
            for (String unit : List.of("MARKETING", "SALES")) {
                List<Day> days = Sql.query(
                        connection,
                        "select period_start, dims, dim_keys, amount from actual where unit = ? and amount is not null",
                        row -> new Day(
                                Sql.day(row, "period_start"),
                                row.getString("dims"),
                                row.getString("dim_keys"),
                                row.getBigDecimal("amount")),
                        unit);
                days.stream().filter(d -> !d.dims.isEmpty()).forEach(d -> add(months, unit, d.dims, d));
                days.stream().collect(Collectors.groupingBy(Day::day)).values().forEach(ofDay -> {
                    String least =
                            ofDay.stream().map(Day::keys).min(String::compareTo).orElseThrow();
                    ofDay.stream().filter(d -> d.keys.equals(least)).forEach(d -> add(months, unit, "", d));
                });
            }
        }
        return months.entrySet().stream()
                .map(e -> told(e.getKey(), e.getValue()))
                .toList();
    }

    private static void add(
            Map<String, NavigableMap<LocalDate, BigDecimal>> months, String unit, String dims, Day day) {
        months.computeIfAbsent(unit + " LEADS " + dims + " " + day.day.withDayOfMonth(1), k -> new TreeMap<>())
                .merge(day.day, day.amount, BigDecimal::add);
    }

    private static String told(String key, NavigableMap<LocalDate, BigDecimal> days) {
        BigDecimal sum = days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return key + " MANUAL " + Decimals.plain(sum) + " "
                + Decimals.plain(days.firstEntry().getValue()) + " "
                + Decimals.plain(days.lastEntry().getValue()) + " " + days.lastKey() + " " + days.size();
    }

    @ParameterizedTest
    @EnumSource
    void months_areWhatTheDaysSay(TestDatabase database) throws Exception {
        imported(database, 7);
    }

    @Test
    void bothDatabases_holdTheSameAfterTheSameImports() throws Exception {
        for (long seed = 100; seed < 103; seed++) {
            assertThat(imported(TestDatabase.H2, seed)).isEqualTo(imported(TestDatabase.POSTGRESQL, seed));
        }
    }
}
