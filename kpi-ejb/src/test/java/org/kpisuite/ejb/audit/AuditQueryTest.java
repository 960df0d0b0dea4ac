package org.kpisuite.ejb.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.AuditRecord;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.audit.Origin;
import org.kpisuite.ejb.storage.TestDatabase;

class AuditQueryTest {
    private static final Instant AT = Instant.parse("2026-11-22T09:30:00Z");
    private static final AuditReaders ALL = new AuditReaders(Set.of("SEO", "SALES"), true, Set.of(), false);
    private static final AuditFilter NONE = new AuditFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 100);

    private static void fill(Connection connection) throws SQLException {
        AuditRows rows = new AuditRows(connection);
        List<Deed> deeds = List.of(
                Deed.of(AuditAction.CREATE, "plan", 1).in("SEO"),
                Deed.of(AuditAction.CREATE, "plan", 12).in("SALES"),
                Deed.of(AuditAction.CREATE, "person", "vera").in("SALES"),
                Deed.of(AuditAction.CLOSE, "period", "2026-Q3"),
                Deed.of(AuditAction.CREATE, "unit", "SEO").in("SEO"),
                Deed.of(AuditAction.CREATE, "plan_x", 1).in("SEO"));
        for (int i = 0; i < deeds.size(); i++) {
            Origin by = Origin.job(i % 2 == 0 ? "anna" : "boris");
            rows.append(List.of(new AuditRows.Entry(by, deeds.get(i))), AT.plusSeconds(i));
        }
    }

    private static List<Long> read(Connection connection, AuditReaders readers, AuditFilter filter)
            throws SQLException {
        return new AuditQuery(connection)
                .read(readers, filter).stream().map(AuditRecord::seq).toList();
    }

    private static AuditFilter by(Optional<String> object, Optional<String> actor, Optional<Long> before, int rows) {
        return new AuditFilter(object, actor, Optional.empty(), Optional.empty(), before, rows);
    }

    @ParameterizedTest
    @EnumSource
    void records_areCutToWhatAReaderMayKnow(TestDatabase database) throws SQLException {
        try (Connection connection = database.migrated().getConnection()) {
            fill(connection);
            assertThat(read(connection, ALL, NONE)).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
            assertThat(read(connection, new AuditReaders(Set.of("SALES"), false, Set.of(), false), NONE))
                    .containsExactly(3L, 2L);
            assertThat(read(connection, new AuditReaders(Set.of(), false, Set.of("SEO", "SALES"), true), NONE))
                    .as("people and units, for whoever administers them")
                    .containsExactly(5L, 3L);
            assertThat(read(connection, new AuditReaders(Set.of(), false, Set.of(), false), NONE))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void filters_narrow_andPagesGoOn(TestDatabase database) throws SQLException {
        Optional<String> any = Optional.empty();
        try (Connection connection = database.migrated().getConnection()) {
            fill(connection);
            assertThat(read(connection, ALL, AuditFilter.of("plan/1"))).containsExactly(1L);
            assertThat(read(connection, ALL, AuditFilter.of("plan"))).containsExactly(2L, 1L);
            assertThat(read(connection, ALL, AuditFilter.of("plan_"))).isEmpty();
            assertThat(read(connection, ALL, by(any, Optional.of("anna"), Optional.empty(), 100)))
                    .containsExactly(5L, 3L, 1L);
            assertThat(read(connection, ALL, by(any, any, Optional.of(4L), 2))).containsExactly(3L, 2L, 1L);
            AuditFilter days = new AuditFilter(
                    any, any, Optional.of(AT.plusSeconds(1)), Optional.of(AT.plusSeconds(3)), Optional.empty(), 100);
            assertThat(read(connection, ALL, days)).containsExactly(3L, 2L);
        }
    }
}
