package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.ImportCounts;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.DayRange;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.ejb.storage.TestDatabase;

/** A dry run says of a file what the import of that file then says, on both databases (§8.4). */
class DryRunReportTest {
    private static final String HEADER = "unit;measure;period;value;dim.channel;source;op;reason;asOf";

    @TempDir
    private Path folder;

    /** All that a report tells of a file, but when it was made and what for. */
    private static List<String> report(ImportFixture fixture, ImportResult result) throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add(result.counts() + " " + result.trail().missing() + " " + result.issuesTotal());
        result.issues().forEach(i -> lines.add(i.toString()));
        try (Connection connection = fixture.connection()) {
            new ImportSamples(connection)
                    .list(result.id(), Imports.FIRST, 1_000, CompanyCalendar.STANDARD)
                    .forEach(c -> lines.add(c.toString()));
        }
        return lines;
    }

    private static ImportResult both(ImportFixture fixture, String... lines) throws Exception {
        List<String> before = fixture.stored();
        ImportResult tried = fixture.dry(true).lines(lines);
        assertThat(fixture.stored()).isEqualTo(before);
        if (tried.state() == ImportState.REJECTED) {
            return lost(fixture, tried, lines);
        }
        ImportResult made = fixture.dry(false).lines(lines);
        assertThat(made.state()).isNotEqualTo(ImportState.REJECTED);
        assertThat(report(fixture, tried)).isEqualTo(report(fixture, made));
        return made;
    }

    /** Of a file that would be lost as a whole it is said what its good rows come to, as if only they were tried. */
    private static ImportResult lost(ImportFixture fixture, ImportResult tried, String... lines) throws Exception {
        assertThat(fixture.order().mode()).isEqualTo(ImportMode.ATOMIC);
        ImportResult good = fixture.with(ImportMode.PARTIAL).lines(lines);
        assertThat(good.state()).isEqualTo(ImportState.VALIDATED);
        assertThat(report(fixture, tried)).isEqualTo(report(fixture, good));
        ImportResult made = fixture.with(ImportMode.ATOMIC).dry(false).lines(lines);
        assertThat(made.state()).isEqualTo(ImportState.REJECTED);
        assertThat(made.counts().refused()).isEqualTo(tried.counts().refused());
        assertThat(tried.issues()).containsAll(made.issues());
        return made;
    }

    @ParameterizedTest
    @EnumSource
    void oneBadRow_hidesNothingOfTheOthers_thoughAllWouldBeRefused(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        fixture.lines("unit,measure,period,value", "SALES,LEADS,2026-09-01,10", "SALES,LEADS,2026-09-02,20");
        ImportResult tried = fixture.dry(true)
                .lines(
                        "unit,measure,period,value",
                        "SALES,LEADS,2026-09-01,11",
                        "SALES,LEADS,2026-09-02,20",
                        "SALES,LEADS,2026-09-03,30",
                        "SALES,LEADS,2026-09-04,ten");
        assertThat(tried.state()).isEqualTo(ImportState.REJECTED);
        assertThat(tried.counts()).isEqualTo(new ImportCounts(1, 1, 1, 0, 0, 0, 1));
        assertThat(fixture.rows("select kind, old_amount, amount from import_sample where import_id = " + tried.id()
                        + " and kind <> 'UNCHANGED' order by seq"))
                .containsExactly("CHANGED 10 11", "NEW null 30");
        assertThat(fixture.rows("select count(*) from import_effect where import_id = " + tried.id()))
                .containsExactly("1");
    }

    /** What a large file does to scores is known where little of it is what scores rest on. */
    @ParameterizedTest
    @EnumSource
    void effectOfManyRows_isThatOfTheFewOnWhichScoresRest(TestDatabase database) throws Exception {
        List<FactOverlay.Value> looked = new ArrayList<>();
        ImportFixture fixture = new ImportFixture(database, folder).dry(true).by(new ScoreEffects() {
            @Override
            public Effect of(FactOverlay before, FactOverlay rows, Instant asOf) {
                looked.addAll(rows.values());
                return new Effect(List.of(), true);
            }

            @Override
            public Optional<Ground> ground(Set<String> units, DayRange days, Instant asOf) {
                assertThat(units).containsExactly("SALES");
                DayRange september = new DayRange(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30));
                return Optional.of(new Ground(Set.of("LEADS"), september));
            }
        });
        List<String> lines = new ArrayList<>(List.of("unit,measure,period,value,dim.channel"));
        for (int i = 0; i <= ScoreEffects.ROWS_MAX; i++) {
            lines.add("SALES,SESSIONS,2026-09-01,1,c" + i);
        }
        lines.add("SALES,LEADS,2026-09-02,7,");
        lines.add("SALES,LEADS,2026-10-02,8,");
        lines.add("SALES,LEADS,2020-10-02,9,");
        ImportResult tried = fixture.lines(lines.toArray(String[]::new));
        assertThat(looked).extracting(v -> v.measure() + " " + v.start()).containsExactly("LEADS 2026-09-02");
        assertThat(fixture.rows("select document from import_effect where import_id = " + tried.id()))
                .containsExactly("{\"whole\":true}");
    }

    private static List<Code> codes(ImportResult result) {
        return result.issues().stream().map(i -> i.code()).distinct().sorted().toList();
    }

    private static void days(List<String> lines, String measure, String month, String values) {
        LocalDate first = LocalDate.parse(month + "-01");
        for (int day = 0; day < first.lengthOfMonth(); day++) {
            lines.add("SALES;" + measure + ";" + first.plusDays(day) + ";" + values);
        }
    }

    /** Three months by day, weeks of every kind of figure, a closed month, and files of the usual size. */
    private ImportFixture stored(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        List<String> lines = new ArrayList<>(List.of(HEADER));
        days(lines, "LEADS", "2026-07", "10;;CRM;;;");
        days(lines, "LEADS", "2026-08", "10;;CRM;;;");
        days(lines, "SESSIONS", "2026-08", "7;social;WEB;;;");
        days(lines, "SESSIONS", "2026-08", "3;search;WEB;;;");
        lines.add("SALES;LEADS;2026-07;310;;CRM;;;");
        lines.add("SALES;LEADS;2026-09-01;12;;SHOP;;;");
        for (int week = 20; week < 36; week++) {
            lines.add("SALES;ORDERS;2026-W" + week + ";" + (100 + week % 3) + ";;CRM;;;");
        }
        assertThat(fixture.lines(lines.toArray(String[]::new)).state()).isEqualTo(ImportState.APPLIED);
        for (int i = 0; i < 3; i++) {
            List<String> usual = new ArrayList<>(List.of(HEADER));
            for (int day = 1; day < 30; day++) {
                usual.add("MARKETING;LEADS;2026-09-%02d;%d;;CRM;;;".formatted(day, day + i));
                usual.add("MARKETING;ORDERS;2026-09-%02d;%d;;SHOP;;;".formatted(day, day + i));
            }
            usual.add("MARKETING;SESSIONS;2026-09-01;" + i + ";;WEB;;;");
            fixture.lines(usual.toArray(String[]::new));
        }
        ClosedPeriodsTest.close(fixture, Period.parse("2026-06"));
        return fixture.with(ImportMode.PARTIAL);
    }

    @ParameterizedTest
    @EnumSource
    void messyFile_isReportedAlike_everyFindingAndChange(TestDatabase database) throws Exception {
        ImportFixture fixture = stored(database);
        ImportResult made = both(
                fixture,
                HEADER,
                "SALES;LEADS;2026-07-05;99;;CRM;;;",
                "SALES;LEADS;2026-08;300;;CRM;;;",
                "SALES;SESSIONS;2026-08;300;;WEB;;;",
                "SALES;SESSIONS;2026-08-02;5;;WEB;;;",
                "SALES;LEADS;2026-09-01;10;;CRM;;;",
                "SALES;LEADS;2026-09-01;13;;SHOP;;;",
                "SALES;ORDERS;2026-W36;900;;CRM;;;",
                "SALES;ORDERS;2026-W35;;;CRM;DELETE;counted twice;",
                "SALES;LEADS;2026-06-03;1;;CRM;;;",
                "SALES;LEADS;2026-08-04;10;;CRM;;;",
                "SALES;LEADS;2026-08-04;10;;CRM;;;",
                "SALES;LEADS;2026-08-05;11;;CRM;;;",
                "SALES;LEADS;2026-08-05;12;;CRM;;;",
                "SALES;LEADS;2026-08-06;ten;;CRM;;;",
                "SALES;LEADS;2026-08-07;—;;CRM;;;",
                "NOWHERE;LEADS;2026-08-07;1;;CRM;;;");
        assertThat(made.state()).isEqualTo(ImportState.PARTIAL);
        assertThat(codes(made))
                .containsExactly(
                        Code.E_UNIT_UNKNOWN,
                        Code.E_PERIOD_CLOSED,
                        Code.E_NUM_FORMAT,
                        Code.E_ROW_CONFLICT,
                        Code.W_EMPTY,
                        Code.W_ROW_DUP,
                        Code.W_TOTAL_MISMATCH,
                        Code.W_SOURCE_ALTERNATIVE,
                        Code.W_OUTLIER,
                        Code.W_INCOMPLETE_FEED);
    }

    @ParameterizedTest
    @EnumSource
    void monthsBesideTheirDays_areComparedByADryRun_too(TestDatabase database) throws Exception {
        ImportFixture fixture = stored(database);
        ImportResult day = both(fixture, HEADER, "SALES;LEADS;2026-07-05;99;;CRM;;;");
        assertThat(mismatches(day))
                .as("a day of a month that agreed until now: no row of the file is the month's")
                .containsExactly("null [310, 399]");
        assertThat(mismatches(both(fixture, HEADER, "SALES;LEADS;2026-08;300;;CRM;;;")))
                .containsExactly("2 [300, 310]");
        assertThat(mismatches(both(fixture, HEADER, "SALES;SESSIONS;2026-08;300;;WEB;;;")))
                .as("days that were delivered by channel only")
                .containsExactly("2 [300, 310]");
        assertThat(mismatches(both(fixture, HEADER, "SALES;SESSIONS;2026-08-31;70;search;WEB;;;")))
                .containsExactly("null [300, 377]");
        assertThat(mismatches(both(fixture, HEADER, "SALES;LEADS;2026-08-31;;;CRM;DELETE;counted twice;")))
                .as("a day is missing: nothing to compare with")
                .isEmpty();
    }

    private static List<String> mismatches(ImportResult result) {
        return result.issues().stream()
                .filter(i -> i.code() == Code.W_TOTAL_MISMATCH)
                .map(i -> i.row() + " " + i.arguments())
                .toList();
    }

    /** Law: whatever the file, and whatever is stored, the two reports are one. */
    @ParameterizedTest
    @EnumSource
    void randomFiles_areReportedAlike(TestDatabase database) throws Exception {
        Random random = new Random(20_261_122L);
        ImportFixture fixture = stored(database);
        ImportPolicy[] policies = ImportPolicy.values();
        ImportMode[] modes = ImportMode.values();
        for (int file = 0; file < 6; file++) {
            List<String> lines = new ArrayList<>(List.of(HEADER));
            int rows = 5 + random.nextInt(60);
            for (int row = 0; row < rows; row++) {
                lines.add(row(random));
            }
            both(
                    fixture.with(policies[random.nextInt(policies.length)]).with(modes[random.nextInt(modes.length)]),
                    lines.toArray(String[]::new));
        }
    }

    private static String row(Random random) {
        String[] periods = {"2026-08-%02d", "2026-07-%02d", "2026-W%02d", "2026-%02d", "2026-06-%02d"};
        int kind = random.nextInt(periods.length);
        int number = kind == 3 ? 6 + random.nextInt(4) : 20 + random.nextInt(12);
        String measure = new String[] {"LEADS", "SESSIONS", "ORDERS"}[random.nextInt(3)];
        String channel = new String[] {"", "", "social", "search"}[random.nextInt(4)];
        String source = new String[] {"CRM", "CRM", "SHOP", "WEB"}[random.nextInt(4)];
        String value = random.nextInt(12) == 0 ? ";;" : String.valueOf(random.nextInt(400));
        boolean delete = random.nextInt(10) == 0;
        return "SALES;" + measure + ";" + periods[kind].formatted(number) + ";" + (delete ? "" : value.replace(";", ""))
                + ";" + channel + ";" + source + ";" + (delete ? "DELETE;wrong" : ";") + ";";
    }
}
