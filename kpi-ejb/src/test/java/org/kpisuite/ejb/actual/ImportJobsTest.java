package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.TestDatabase;

/** Imports that nobody waits for, made by whichever node is there. */
class ImportJobsTest {
    private static final Duration WAIT_MAX = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private static byte[] file(int number) {
        return ("unit,measure,period,value\nSALES,LEADS,2026-09-01," + number + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private ImportJobs node(ImportFixture fixture) {
        Settings settings = new Settings((Config) Proxy.newProxyInstance(
                ImportJobsTest.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (p, m, a) -> "kpi.data".equals(a[0]) ? Optional.of(folder.toString()) : Optional.empty()));
        ImportJobs jobs = new ImportJobs(new UnderWay(), settings, Clock.systemUTC());
        jobs.database = fixture.database();
        jobs.threads = new Threads();
        jobs.inForce = new ImportSettingInForce() {
            @Override
            public ImportSetting of(ImportOrder order) {
                return fixture.setting(order);
            }
        };
        return jobs;
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatAStoppedNodeLeft_isMadeByAnother_once(TestDatabase database) throws Exception {
        ImportFixture fixture = new ImportFixture(database, folder).keptIn("imports");
        ImportProcess stopped = fixture.process();
        for (int number = 1; number <= 4; number++) {
            fixture.receive(stopped, file(number), true);
        }
        long waitedFor = fixture.receive(stopped, file(5), false).id();
        ImportJobs first = node(fixture);
        ImportJobs second = node(fixture);
        first.start();
        second.start();
        try {
            await(() -> fixture.rows("select id from import_run where finished_at is null")
                    .isEmpty());
        } finally {
            first.stop();
            second.stop();
        }
        assertThat(fixture.rows("select state, count(*) from import_run group by state order by 1"))
                .containsExactly("APPLIED 4", "REJECTED 1");
        assertThat(fixture.rows("select fault from import_run where id = " + waitedFor))
                .containsExactly("E-IMPORT-CUT");
        assertThat(fixture.rows("select count(*) from actual_revision")).containsExactly("4");
        assertThat(fixture.rows("select count(distinct import_id) from actual_revision"))
                .containsExactly("4");
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        Instant end = Instant.now().plus(WAIT_MAX);
        while (!condition.holds() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
    }

    private static final class Threads implements ManagedThreadFactory {
        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }

        @Override
        public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
            throw new UnsupportedOperationException();
        }
    }
}
