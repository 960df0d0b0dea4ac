package org.kpisuite.ejb.plan;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.Signing;
import org.kpisuite.domain.plan.Submission;
import org.kpisuite.ejb.storage.TestDatabase;
import org.kpisuite.ejb.storage.TestEntities;

/** The plans of some departments and quarters by which data are owed, the same on both databases. */
class PlansInForceTest {
    private static final Instant BEGIN = Instant.parse("2026-09-01T09:00:00Z");
    private static final Period QUARTER = Period.parse("2026-Q4");

    private static void approved(EntityManager entities, String unit, Period quarter, Instant at) {
        Plan plan = draft(entities, unit, quarter);
        plan.submit(new Signing("head", at, "TOKEN"), new Submission(Set.of("chief"), Set.of("head"), List.of()));
        plan.check(new Signing("controller", at, "TOKEN"), null);
        plan.approve(
                new Signing("chief", at, "TOKEN"),
                plan.hash().orElseThrow(),
                Set.of("head"),
                quarter.start().minusDays(1));
    }

    private static Plan draft(EntityManager entities, String unit, Period quarter) {
        Plan plan = new Plan(unit, quarter, "anna");
        entities.persist(plan);
        return plan;
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void onlyApprovedPlansOfTheAskedQuarters_asKnownThen(TestDatabase database) throws SQLException {
        try (TestEntities entities = new TestEntities(database.migrated())) {
            entities.inTransaction(em -> {
                approved(em, "SALES", QUARTER, BEGIN);
                approved(em, "SALES", QUARTER.previous(), BEGIN);
                approved(em, "MARKETING", QUARTER, BEGIN.plusSeconds(60));
                approved(em, "FINANCE", QUARTER, BEGIN);
                return draft(em, "SALES", QUARTER.plus(1));
            });
            List<String> units = List.of("SALES", "MARKETING");
            List<Period> quarters = List.of(QUARTER, QUARTER.plus(1));
            entities.inTransaction(em -> {
                PlanStore store = new PlanStore(em);
                assertThat(store.inForce(units, quarters, BEGIN.plusSeconds(61)))
                        .extracting(Plan::unit)
                        .containsExactly("MARKETING", "SALES");
                assertThat(store.inForce(units, quarters, BEGIN.plusSeconds(60)))
                        .extracting(Plan::unit)
                        .containsExactly("SALES");
                assertThat(store.inForce(List.of(), quarters, BEGIN.plusSeconds(61)))
                        .isEmpty();
                assertThat(store.inForce(units, List.of(), BEGIN.plusSeconds(61)))
                        .isEmpty();
                return store;
            });
        }
    }
}
