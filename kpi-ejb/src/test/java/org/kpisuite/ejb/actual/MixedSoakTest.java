package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.storage.TestDatabase;

/**
 * Everything that people do with imports, at once and on the same keys: values and deletions in whatever order, all or in
 * part, tried only, by every policy, cancelled, sent twice by one key, taken back.
 */
class MixedSoakTest {
    private static final int DEEDS = 120;
    private static final int CLIENTS = 8;
    private static final String[] MEASURES = {"LEADS", "SESSIONS"};
    private static final String[] UNITS = {"SALES", "MARKETING"};
    private static final Set<Code> UNDO_REFUSED =
            Set.of(Code.E_IMPORT_BUILT_ON, Code.E_IMPORT_STATE, Code.E_IMPORT_REPEATS);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void whateverIsDoneAtOnce_nothingIsLostOrDoubled_andNobodyGetsAnError(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> deeds = new ArrayList<>();
            for (int i = 0; i < DEEDS; i++) {
                int number = i;
                deeds.add(clients.submit(() -> {
                    deed(fixture, number);
                    return null;
                }));
            }
            for (Future<?> deed : deeds) {
                deed.get();
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(fixture.rows("select count(*) from import_run where finished_at is null"))
                .containsExactly("0");
        assertThat(fixture.rows("select count(*) from import_run where fault is not null"))
                .containsExactly("0");
        assertWhole(fixture);
        assertThat(fixture.rows("select distinct state from import_run order by 1"))
                .contains("APPLIED", "CANCELLED", "PARTIAL", "REJECTED", "UNDONE", "VALIDATED");
    }

    /** Revisions without gaps, the last of them what stands, and months that are the sum of their days. */
    private static void assertWhole(ImportFixture fixture) throws Exception {
        String key = "unit, measure, dims, grain, period_start, scenario, source";
        assertThat(fixture.rows("select " + key + " from actual_revision group by " + key
                        + " having count(*) <> max(revision) or min(revision) <> 1"))
                .isEmpty();
        assertThat(fixture.rows("select a.unit, a.measure, a.period_start from actual a where not exists ("
                        + "select 1 from actual_revision r where r.unit = a.unit and r.measure = a.measure"
                        + " and r.period_start = a.period_start and r.source = a.source and r.revision = a.revision"
                        + " and r.amount is not distinct from a.amount and r.import_id = a.import_id)"))
                .isEmpty();
        assertThat(fixture.rows("select unit, measure, sum_value, days_with_data from actual_month"
                        + " where days_with_data > 0 order by 1, 2"))
                .isEqualTo(fixture.rows("select unit, measure, sum(amount), count(*) from actual"
                        + " where amount is not null group by unit, measure order by 1, 2"));
    }

    private void deed(ImportFixture fixture, int number) throws Exception {
        Random random = new Random(number);
        ImportProcess process =
                new ImportProcess(fixture.database(), Clock.systemUTC(), fixture.files(), fixture.underWay());
        ImportOrder order = order(random, number);
        long id;
        try (Upload upload = Upload.receive(new ByteArrayInputStream(file(random, number)), folder)) {
            id = process.receive(order, upload, false).id();
            if (number % 10 == 3) {
                assertThat(process.receive(order, upload, false)).isEqualTo(new ImportProcess.Receipt(id, false));
            }
        }
        if (number % 10 == 5) {
            try (Connection connection = fixture.connection()) {
                assertThat(new ImportLedger(connection)
                                .cancel(id, "anna", Clock.systemUTC().instant()))
                        .isTrue();
            }
        }
        ImportResult result = process.make(id, fixture::setting);
        assertThat(result.isFinished()).isTrue();
        if (number % 3 == 0 && (result.state() == ImportState.APPLIED || result.state() == ImportState.PARTIAL)) {
            undo(fixture, process, id);
        }
    }

    private static ImportOrder order(Random random, int number) {
        ImportPolicy[] policies = ImportPolicy.values();
        return new ImportOrder(
                "",
                policies[random.nextInt(policies.length)],
                number % 2 == 0 ? ImportMode.PARTIAL : ImportMode.ATOMIC,
                number % 10 == 7,
                number + ".csv",
                "anna",
                "key " + number,
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Some rows of few keys, in an order of its own; one in three files has a bad one. */
    private static byte[] file(Random random, int number) {
        StringBuilder file = new StringBuilder("unit,measure,period,value,op,reason,note\n");
        for (int i = 0; i < 10; i++) {
            boolean delete = random.nextInt(5) == 0;
            file.append("%s,%s,2026-09-%02d,%s,%s,%d%n"
                    .formatted(
                            UNITS[random.nextInt(2)],
                            MEASURES[random.nextInt(2)],
                            1 + (i * 3 + random.nextInt(3)) % 30,
                            delete ? "" : String.valueOf(1 + random.nextInt(5)),
                            delete ? "DELETE,wrong" : ",",
                            number));
        }
        if (number % 3 == 1) {
            file.append("SALES,LEADS,2026-09-30,ten,,,").append(number).append('\n');
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void undo(ImportFixture fixture, ImportProcess process, long id) throws Exception {
        try {
            process.undo(id, "anna", "the wrong file", fixture.setting(fixture.order()), Set.of(UNITS));
        } catch (KpiException e) {
            assertThat(e.refusals()).allSatisfy(r -> assertThat(UNDO_REFUSED).contains(r.code()));
        }
    }
}
