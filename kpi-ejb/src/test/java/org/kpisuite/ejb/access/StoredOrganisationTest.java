package org.kpisuite.ejb.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.organisation.OrgHistory;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.organisation.ParentShare;
import org.kpisuite.domain.organisation.Standing;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.ejb.storage.TestDatabase;
import org.kpisuite.ejb.storage.TestEntities;

class StoredOrganisationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant FIRST = Instant.parse("2026-01-10T09:00:00.123456Z");
    private static final Instant SECOND = Instant.parse("2026-07-10T09:00:00.654321Z");
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void standings_comeBack_asTheyWereRecorded(TestDatabase database) throws SQLException {
        try (TestEntities entities = new TestEntities(database.migrated())) {
            Standing split = new Standing(
                    "LEADGEN",
                    List.of(
                            new ParentShare("SALES", new BigDecimal("0.3333333333")),
                            new ParentShare("MARKETING", new BigDecimal("0.6666666667"))),
                    JULY,
                    SECOND);
            found(entities, split);
            OrgHistory history = history(entities);
            assertThat(history.places("LEADGEN")).hasSize(2).last().isEqualTo(split);
            assertThat(history.share("SALES", "LEADGEN", TODAY)).isEqualByComparingTo("0.3333333333");
            assertThat(history.share("COMPANY", "LEADGEN", TODAY)).isEqualByComparingTo("1");
            assertThat(history.share("SALES", "LEADGEN", JULY.minusDays(1))).isZero();
            assertThat(history.knownAt(SECOND).share("SALES", "LEADGEN", TODAY)).isZero();
            assertThat(history.latest().get("LEADGEN").parent()).contains("SALES");
            assertThat(history.latest().get("SALES").closedOn()).contains(TODAY);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void everyChange_leavesAnotherMark(TestDatabase database) throws SQLException {
        try (TestEntities entities = new TestEntities(database.migrated())) {
            String before = mark(entities);
            assertThat(mark(entities)).isEqualTo(before);
            entities.inTransaction(em -> {
                new StoredOrganisation(em).leaveMark();
                return null;
            });
            assertThat(mark(entities)).isNotEqualTo(before);
        }
    }

    private static String mark(TestEntities entities) {
        return entities.inTransaction(em -> new StoredOrganisation(em).mark());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void sameStandingTwiceAtOneInstant_isRefusedByTheDatabase(TestDatabase database) throws SQLException {
        try (TestEntities entities = new TestEntities(database.migrated())) {
            Standing root = Standing.below(Optional.empty(), "A", Standing.BEGINNING, FIRST);
            assertThatThrownBy(() -> entities.inTransaction(em -> {
                        new StoredOrganisation(em).record(root, "anna");
                        new StoredOrganisation(em).record(root, "boris");
                        return null;
                    }))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private static void found(TestEntities entities, Standing moved) {
        entities.inTransaction(em -> {
            StoredOrganisation stored = new StoredOrganisation(em);
            for (String code : List.of("COMPANY", "MARKETING", "SALES", "LEADGEN")) {
                OrgUnit unit = new OrgUnit(code, new LocalizedText(code, code), null, null);
                unit.close(code.equals("SALES") ? TODAY : null);
                em.persist(unit);
                Optional<String> parent =
                        switch (code) {
                            case "COMPANY" -> Optional.empty();
                            case "LEADGEN" -> Optional.of("MARKETING");
                            default -> Optional.of("COMPANY");
                        };
                stored.record(Standing.below(parent, code, Standing.BEGINNING, FIRST), "anna");
            }
            stored.record(moved, "anna");
            return null;
        });
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void renamedUnit_keepsItsNameForEarlierInstants(TestDatabase database) throws SQLException {
        try (TestEntities entities = new TestEntities(database.migrated())) {
            entities.inTransaction(em -> {
                OrgUnit unit = new OrgUnit("SEO", new LocalizedText("Search", "Поиск"), null, null);
                em.persist(unit);
                StoredOrganisation stored = new StoredOrganisation(em);
                stored.record(unit, FIRST, "anna");
                stored.record(Standing.below(Optional.empty(), "SEO", Standing.BEGINNING, FIRST), "anna");
                return null;
            });
            entities.inTransaction(em -> {
                OrgUnit unit = em.find(OrgUnit.class, "SEO");
                unit.change(new LocalizedText("Organic", "Органика"), null, "USD");
                new StoredOrganisation(em).record(unit, SECOND, "boris");
                new StoredOrganisation(em).record(unit, SECOND.plusSeconds(1), "boris");
                return null;
            });
            OrgHistory history = history(entities);
            assertThat(history.latest().get("SEO").name().en()).isEqualTo("Organic");
            assertThat(history.knownAt(SECOND).latest().get("SEO").name().en()).isEqualTo("Search");
            assertThat(history.knownAt(SECOND).latest().currency("SEO")).isEqualTo("RUB");
            assertThat((Number)
                            entities.inTransaction(em -> em.createQuery("select count(f) from UnitFace f", Long.class)
                                    .getSingleResult()))
                    .isEqualTo(2L);
        }
    }

    private static OrgHistory history(TestEntities entities) {
        return entities.inTransaction(em -> new StoredOrganisation(em).history("RUB", TODAY, ZoneOffset.UTC));
    }
}
