package org.kpisuite.ejb.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.organisation.OrgHistory;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.organisation.Standing;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.ejb.access.StoredOrganisation;

class OrganisationMigrationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void unitsOfAnOlderRelease_haveStoodWhereTheyAre_fromTheBeginning(TestDatabase database) throws SQLException {
        DataSource source = database.empty();
        Schema.of(source).target("3").load().migrate();
        try (Connection connection = source.getConnection()) {
            connection.createStatement().execute("""
                    insert into org_unit (code, name_en, name_ru, parent_code, currency, version)
                    values ('TRADE', 'Trade', 'Торг', null, 'RUB', 1), ('SHOP', 'Shop', 'Магазин', 'TRADE', null, 3)
                    """);
        }
        Schema.of(source).load().migrate();
        try (TestEntities entities = new TestEntities(source)) {
            OrgHistory history =
                    entities.inTransaction(em -> new StoredOrganisation(em).history("RUB", TODAY, ZoneOffset.UTC));
            assertThat(history.on(LocalDate.of(1900, 1, 1)).subtree("TRADE")).containsExactly("TRADE", "SHOP");
            assertThat(history.latest().get("SHOP").version()).isEqualTo(3);
            assertThat(history.knownAt(Instant.parse("2000-01-01T00:00:00Z"))
                            .latest()
                            .get("SHOP")
                            .parent())
                    .contains("TRADE");
            entities.inTransaction(em -> {
                em.persist(new OrgUnit("NEW", new LocalizedText("New", "Новый"), null, null));
                new StoredOrganisation(em)
                        .record(new Standing("NEW", List.of(), TODAY, Instant.parse("2026-11-22T10:00:00Z")), "anna");
                return null;
            });
        }
    }
}
