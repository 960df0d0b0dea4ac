package org.kpisuite.ejb.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.AuditVerdict;
import org.kpisuite.domain.audit.AuditVerdict.Broken;
import org.kpisuite.domain.audit.AuditVerdict.Fault;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.audit.Origin;
import org.kpisuite.ejb.storage.TestDatabase;

class AuditRowsTest {
    private static final Instant AT = Instant.parse("2026-11-22T09:30:00.123456789Z");
    private static final Origin ANNA = new Origin("anna", Optional.of("request"), Optional.of("10.0.0.7"));

    private static AuditRows.Entry entry(int number) {
        return new AuditRows.Entry(
                ANNA,
                Deed.of(AuditAction.CHANGE, "plan", number)
                        .in("SEO")
                        .onBehalfOf("boris")
                        .from(Map.of("имя", "Лиды", "weight", new BigDecimal("40.00")))
                        .to(Map.of("items", List.of(Map.of("note", "\u0000\n\"й\"")))));
    }

    private static void append(DataSource source, int count) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= count; i++) {
                new AuditRows(connection).append(List.of(entry(i)), AT.plusSeconds(i));
            }
            connection.commit();
        }
    }

    private static AuditVerdict verify(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return new AuditRows(connection).verify();
        }
    }

    private static void run(DataSource source, String... sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void emptyChain_isWhole(TestDatabase database) throws SQLException {
        assertThat(verify(database.migrated())).matches(AuditVerdict::isWhole).matches(v -> v.verified() == 0);
    }

    @ParameterizedTest
    @EnumSource
    void recordsOfEightWriters_areGapless_andLinked(TestDatabase database) throws Exception {
        DataSource source = database.migrated();
        int writers = 8;
        int each = 25;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                all.add(pool.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        append(source, 1);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
        AuditVerdict verdict = verify(source);
        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.verified()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRolledBack_leavesNoRecord_andNoGap(TestDatabase database) throws SQLException {
        DataSource source = database.migrated();
        append(source, 2);
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            new AuditRows(connection).append(List.of(entry(3), entry(4)), AT);
            connection.rollback();
        }
        append(source, 1);
        assertThat(verify(source).verified()).isEqualTo(3);
        assertThat(verify(source).broken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void longChain_isWalkedInPortions(TestDatabase database) throws SQLException {
        DataSource source = database.migrated();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            List<AuditRows.Entry> entries = new ArrayList<>();
            for (int i = 1; i <= 2_500; i++) {
                entries.add(entry(i));
            }
            new AuditRows(connection).append(entries, AT);
            connection.commit();
        }
        assertThat(verify(source).verified()).isEqualTo(2_500);
        assertThat(verify(source).broken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyTamperedColumn_isFound_withItsRecord(TestDatabase database) throws SQLException {
        DataSource source = database.migrated();
        append(source, 5);
        unlock(database, source);
        for (String column : List.of(
                "recorded_at = recorded_at + interval '1' second",
                "actor = 'vera'",
                "on_behalf_of = null",
                "action_name = 'CANCEL'",
                "object = 'plan/9'",
                "unit = 'SALES'",
                "before_json = '{}'",
                "after_json = '{}'",
                "request_id = null",
                "ip = '10.0.0.8'",
                "prev_hash = hash",
                "hash = prev_hash")) {
            run(source, "create table kept as select * from audit_record where seq = 3");
            run(source, "update audit_record set " + column + " where seq = 3");
            assertThat(verify(source).broken()).as(column).contains(new Broken(3, Fault.HASH));
            run(
                    source,
                    "delete from audit_record where seq = 3",
                    "insert into audit_record select * from kept",
                    "drop table kept");
            assertThat(verify(source).broken()).as(column).isEmpty();
        }
        run(source, "update audit_record set seq = 9 where seq = 3");
        assertThat(verify(source).broken()).contains(new Broken(3, Fault.GAP));
    }

    @ParameterizedTest
    @EnumSource
    void chainCutShort_isFound(TestDatabase database) throws SQLException {
        DataSource source = database.migrated();
        append(source, 5);
        unlock(database, source);
        run(source, "delete from audit_record where seq > 3");
        assertThat(verify(source).broken()).contains(new Broken(4, Fault.GAP));
    }

    /** As whoever owns the tables could do. */
    private static void unlock(TestDatabase database, DataSource source) throws SQLException {
        if (database == TestDatabase.POSTGRESQL) {
            run(source, "drop trigger audit_record_stays on audit_record");
        }
    }

    @Test
    void updateDeleteAndTruncate_areRefusedByPostgres() throws SQLException {
        DataSource source = TestDatabase.POSTGRESQL.migrated();
        append(source, 2);
        for (String sql : List.of(
                "update audit_record set actor = 'vera' where seq = 1",
                "delete from audit_record where seq = 2",
                "truncate audit_record")) {
            assertThatThrownBy(() -> run(source, sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("audit_record is only added to");
        }
        assertThat(verify(source).verified()).isEqualTo(2);
    }
}
