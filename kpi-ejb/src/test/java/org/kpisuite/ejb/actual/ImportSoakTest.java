package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.ejb.storage.TestDatabase;

/** Many imports of the same keys at once end as if one came after the other. */
class ImportSoakTest {
    private static final int IMPORTS = 200;
    private static final int CLIENTS = 8;
    private static final int DAYS = 20;
    private static final int ROWS = 12;

    @TempDir
    private Path folder;

    /** What one client sent, and which import that became. */
    private record Sent(Map<String, String> rows, ImportResult result) {}

    @ParameterizedTest
    @EnumSource
    void twoHundredImports_ofEightClients_loseAndDoubleNothing(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder);
        List<Sent> sent = send(fixture);

        assertThat(sent).extracting(s -> s.result.state()).containsOnly(ImportState.APPLIED);
        assertThat(fixture.rows("select unit, measure, dims, period_start, count(*) from actual_revision"
                        + " group by unit, measure, dims, period_start having count(*) <> max(revision)"))
                .isEmpty();
        List<String> expectedRevisions = replay(sent, order(fixture));
        assertThat(fixture.rows("select period_start, revision, amount, import_id from actual_revision order by 1, 2"))
                .isEqualTo(expectedRevisions);
        assertThat(fixture.rows("select a.period_start from actual a join actual_revision r"
                        + " on r.period_start = a.period_start and r.revision = a.revision and r.amount = a.amount"
                        + " and r.import_id = a.import_id"))
                .hasSize(DAYS);
        assertThat(fixture.rows("select sum_value, days_with_data from actual_month"))
                .isEqualTo(fixture.rows("select sum(amount), count(*) from actual"));
        assertThat(fixture.rows("select count(*) from import_run where finished_at is null"))
                .containsExactly("0");
    }

    private List<Sent> send(ImportFixture fixture) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Sent>> answers = new ArrayList<>();
            for (int i = 0; i < IMPORTS; i++) {
                int number = i;
                answers.add(clients.submit(() -> send(fixture, number)));
            }
            List<Sent> sent = new ArrayList<>();
            for (Future<Sent> answer : answers) {
                sent.add(answer.get());
            }
            return sent;
        } finally {
            clients.shutdownNow();
        }
    }

    private Sent send(ImportFixture fixture, int number) throws Exception {
        Random random = new Random(number);
        Map<String, String> rows = new TreeMap<>(Comparator.reverseOrder());
        for (int i = 0; i < ROWS; i++) {
            rows.put("2026-09-%02d".formatted(1 + random.nextInt(DAYS)), String.valueOf(1 + random.nextInt(3)));
        }
        StringBuilder file = new StringBuilder("unit,measure,period,value,note\n");
        rows.forEach((day, value) -> file.append("SALES,LEADS,%s,%s,import %d%n".formatted(day, value, number)));
        Clock clock = Clock.systemUTC();
        ImportProcess process = new ImportProcess(fixture.database(), clock, fixture.files(), fixture.underWay());
        ImportOrder order = new ImportOrder(
                "",
                ImportPolicy.RESTATE,
                ImportMode.ATOMIC,
                false,
                number + ".csv",
                "anna",
                "key " + number,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        try (Upload upload = Upload.receive(new ByteArrayInputStream(bytes), folder)) {
            long id = process.receive(order, upload, false).id();
            return new Sent(rows, process.make(id, fixture::setting));
        }
    }

    /** Ids of the imports that changed something, in the order in which their turn came. */
    private static List<Long> order(ImportFixture fixture) throws Exception {
        return fixture
                .rows("select import_id, min(recorded_at) from actual_revision group by import_id order by 2")
                .stream()
                .map(row -> Long.parseLong(row.split(" ", 2)[0]))
                .toList();
    }

    /** The revisions that the imports would have made one by one. */
    private static List<String> replay(List<Sent> sent, List<Long> order) {
        Map<Long, Sent> byId = new HashMap<>();
        sent.forEach(s -> byId.put(s.result.id(), s));
        Map<String, List<String>> revisions = new TreeMap<>();
        Map<String, String> values = new HashMap<>();
        for (long id : order) {
            long written = 0;
            for (Map.Entry<String, String> row : byId.get(id).rows.entrySet()) {
                if (!row.getValue().equals(values.put(row.getKey(), row.getValue()))) {
                    List<String> known = revisions.computeIfAbsent(row.getKey(), d -> new ArrayList<>());
                    known.add(row.getKey() + " " + (known.size() + 1) + " " + row.getValue() + " " + id);
                    written++;
                }
            }
            ImportResult result = byId.get(id).result;
            assertThat(result.counts().created() + result.counts().changed()).isEqualTo(written);
        }
        return revisions.values().stream().flatMap(List::stream).toList();
    }
}
