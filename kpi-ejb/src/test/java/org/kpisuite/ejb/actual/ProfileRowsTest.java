package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.storage.TestDatabase;

/** Documents of profiles, the same on both databases. */
class ProfileRowsTest {
    private static final Instant NOW = Instant.parse("2026-10-05T12:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void earlierDocuments_stayReadable_alsoThatWhichWasShipped(TestDatabase database) throws SQLException {
        try (Connection connection = database.migrated().getConnection()) {
            ProfileRows rows = new ProfileRows(connection);
            assertThat(rows.list()).extracting(ImportProfiles.Stored::code).isEqualTo(ShippedProfiles.CODES);
            assertThat(rows.put("own", "{1}", Optional.empty(), "anna", NOW).version())
                    .isEqualTo(1);
            assertThat(rows.put("own", "{2}", Optional.of(1L), "boris", NOW).version())
                    .isEqualTo(2);
            assertThat(rows.put("ledger", "{3}", Optional.of(1L), "anna", NOW).version())
                    .isEqualTo(2);
            assertThat(rows.versions("own"))
                    .extracting(v -> v.profile().version() + v.profile().document() + v.person())
                    .containsExactly("2{2}boris", "1{1}anna");
            List<ImportProfiles.Version> ledger = rows.versions("ledger");
            assertThat(ledger)
                    .extracting(v -> v.profile().version() + " " + v.person())
                    .containsExactly("2 anna", "1 null");
            assertThat(ledger.get(1).profile().document())
                    .isEqualTo(ShippedProfiles.document("ledger").orElseThrow());
            assertThat(rows.find("ledger").orElseThrow().document()).isEqualTo("{3}");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void documentThatOthersChanged_isNotOverwritten(TestDatabase database) throws SQLException {
        try (Connection connection = database.migrated().getConnection()) {
            ProfileRows rows = new ProfileRows(connection);
            rows.put("own", "{1}", Optional.empty(), "anna", NOW);
            rows.put("own", "{2}", Optional.of(1L), "anna", NOW);
            assertThatThrownBy(() -> rows.put("own", "{3}", Optional.of(1L), "boris", NOW))
                    .isInstanceOfSatisfying(
                            KpiException.class, e -> assertThat(e.code()).isEqualTo(Code.E_VERSION));
            assertThatThrownBy(() -> rows.put("own", "{3}", Optional.empty(), "boris", NOW))
                    .isInstanceOfSatisfying(
                            KpiException.class, e -> assertThat(e.code()).isEqualTo(Code.E_VERSION_MISSING));
            assertThat(rows.find("own").orElseThrow().document()).isEqualTo("{2}");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void sameFileOfAnotherUnit_isAnotherImport(TestDatabase database) throws SQLException, IOException {
        ImportProfile asks = ProfileDocument.read(
                "social-page", ShippedProfiles.document("social-page").orElseThrow());
        ImportFixture fixture = new ImportFixture(database, folder);
        byte[] file = "Date,Reach,Followers\n2026-10-01,120,900\n".getBytes(StandardCharsets.UTF_8);
        for (String unit : List.of("SALES", "MARKETING")) {
            ImportResult result = fixture.by(asks.ofUnit(unit)).ofUnit(unit).bytes(file);
            assertThat(result.state()).isEqualTo(ImportState.APPLIED);
            assertThat(result.duplicateOf()).isEmpty();
        }
        assertThat(fixture.bytes(file).duplicateOf()).isPresent();
        assertThat(fixture.rows("select unit, measure, amount from actual order by unit, measure"))
                .containsExactly(
                        "MARKETING FOLLOWERS 900", "MARKETING REACH 120", "SALES FOLLOWERS 900", "SALES REACH 120");
    }
}
