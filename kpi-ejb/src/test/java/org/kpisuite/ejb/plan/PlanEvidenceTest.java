package org.kpisuite.ejb.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.access.Mandate;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.Origin;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.plan.Answer;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.plan.PlanFault;
import org.kpisuite.domain.plan.PlanFault.Kind;
import org.kpisuite.domain.plan.Signing;
import org.kpisuite.domain.plan.Submission;
import org.kpisuite.domain.quantity.CanonicalJson;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.ejb.audit.AuditRows;
import org.kpisuite.ejb.storage.TestDatabase;
import org.kpisuite.ejb.storage.TestEntities;

/** Whoever changes signed rows past the product is found, by name. */
class PlanEvidenceTest {
    private static final Instant NOW = Instant.parse("2026-09-20T10:15:30.123456789Z");
    private static final Mandate HEAD = new Mandate(Role.HEAD, null);
    private static final Finding WARNING =
            new Finding("L20", Severity.WARN, null, "consultations", new LocalizedText("No \"talk\".", "Нет бесед."));

    private static Signing by(String login) {
        return new Signing(login, NOW, "TOKEN");
    }

    /** An approved plan, each step of it with its record in the audit. */
    private static long approved(DataSource source, TestEntities entities) throws SQLException {
        long id = entities.inTransaction(em -> {
                    Plan plan = new Plan("MARKETING", Period.parse("2026-Q4"), "anna");
                    plan.edit(
                            new PlanContent(
                                    "growth",
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    List.of(new Answer("L20", null, "minutes of 10 Sept."))),
                            "anna");
                    em.persist(plan);
                    return plan;
                })
                .id();
        step(
                source,
                entities,
                id,
                AuditAction.SUBMIT,
                p -> p.submit(by("head"), new Submission(Set.of("chief"), Set.of("head"), List.of(WARNING))));
        step(source, entities, id, AuditAction.CHECK, p -> p.check(by("controller"), null));
        step(
                source,
                entities,
                id,
                AuditAction.APPROVE,
                p -> p.approve(by("chief"), p.hash().orElseThrow(), Set.of("head"), LocalDate.of(2026, 9, 20)));
        return id;
    }

    private static void step(DataSource source, TestEntities entities, long id, AuditAction action, Consumer<Plan> step)
            throws SQLException {
        AuditRows.Entry entry = entities.inTransaction(em -> {
            Plan plan = new PlanStore(em).toChange(id);
            PlanDeed deed = PlanDeed.from(plan);
            step.accept(plan);
            em.flush();
            return new AuditRows.Entry(Origin.job("head"), deed.to(action, plan, HEAD));
        });
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            new AuditRows(connection).append(List.of(entry), NOW);
            connection.commit();
        }
    }

    private static Optional<PlanFault> verified(TestEntities entities) {
        return entities.inTransaction(em -> new PlanEvidence(em).verify());
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.createStatement().executeUpdate(sql);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void plansAsTheyWereSigned_haveNoFault_andKeepTheReportTheySigned(TestDatabase database) throws SQLException {
        DataSource source = database.migrated();
        try (TestEntities entities = new TestEntities(source)) {
            long id = approved(source, entities);
            assertThat(verified(entities)).isEmpty();
            Plan plan = entities.inTransaction(em -> em.find(Plan.class, id));
            String report = plan.lintReport().orElseThrow();
            assertThat(plan.signatures())
                    .allSatisfy(s -> assertThat(s.lintReportHash()).contains(CanonicalJson.sha256(report)));
            assertThat(SignedLint.findings(report)).containsExactly(WARNING);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H2         | update plan set business_stage = 'decline'                             | CONTENT | 3",
                "H2         | update plan set content_hash = 'a'                                     | CONTENT | 3",
                "H2         | update plan set lint_report = '{}'                                     | REPORT  | 3",
                "H2         | update plan_signature set note = 'agreed' where position = 1           | LINK    | 3",
                "H2         | update plan_signature set signer = 'boss' where position = 2           | END     | 3",
                "H2         | delete from plan_signature where position = 2                          | END     | 2",
                "H2         | delete from plan_signature where position = 0                          | LINK    | 1",
                "POSTGRESQL | update plan_answer set rationale = 'none'                              | CONTENT | 3",
                "POSTGRESQL | delete from plan_signature where position = 2                          | END     | 2"
            })
    void changedRows_areFound_withThePlanThatTheyBelongTo(TestDatabase database, String sql, Kind kind, int signature)
            throws SQLException {
        DataSource source = database.migrated();
        try (TestEntities entities = new TestEntities(source)) {
            long id = approved(source, entities);
            run(source, sql);
            PlanFault fault = verified(entities).orElseThrow();
            assertThat(fault.plan()).isEqualTo(id);
            assertThat(fault.kind()).isEqualTo(kind);
            assertThat(fault.signature()).isEqualTo(signature);
            assertThat(fault.text(Messages.RU)).contains("MARKETING", "2026-Q4");
        }
    }
}
