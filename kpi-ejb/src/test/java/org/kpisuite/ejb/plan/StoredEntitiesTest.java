package org.kpisuite.ejb.plan;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.access.AccessToken;
import org.kpisuite.domain.access.Grant;
import org.kpisuite.domain.access.Mandate;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.access.Scope;
import org.kpisuite.domain.calendar.FiscalCalendar;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.YearLabel;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.plan.Answer;
import org.kpisuite.domain.plan.ChildWeight;
import org.kpisuite.domain.plan.Closing;
import org.kpisuite.domain.plan.ClosingDecision;
import org.kpisuite.domain.plan.Consultation;
import org.kpisuite.domain.plan.Gate;
import org.kpisuite.domain.plan.GateMode;
import org.kpisuite.domain.plan.GateTerms;
import org.kpisuite.domain.plan.Marks;
import org.kpisuite.domain.plan.MissingDecision;
import org.kpisuite.domain.plan.Phasing;
import org.kpisuite.domain.plan.PhasingProfile;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.PlanState;
import org.kpisuite.domain.plan.Signature;
import org.kpisuite.domain.plan.Signing;
import org.kpisuite.domain.plan.Submission;
import org.kpisuite.domain.plan.TargetPhasing;
import org.kpisuite.domain.quantity.CanonicalJson;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.ejb.storage.TestDatabase;
import org.kpisuite.ejb.storage.TestEntities;

class StoredEntitiesTest {
    private static final Instant NOW = Instant.parse("2026-09-20T10:15:30.123456Z");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void plan_comesBack_asItWasStored(TestDatabase database) throws SQLException {
        try (TestEntities entities = new TestEntities(database.migrated())) {
            long id = entities.inTransaction(em -> {
                Plan plan = new Plan("MARKETING", Period.parse("2026-Q4"), "anna");
                plan.edit("growth", List.of(leads(), cac()), "boris");
                em.persist(plan);
                return plan.id();
            });
            String content = entities.inTransaction(em -> {
                Plan plan = em.find(Plan.class, id);
                assertThat(plan.editors()).containsExactlyInAnyOrder("anna", "boris");
                plan.submit(
                        new Signing("head", NOW, "TOKEN"), new Submission(Set.of("chief"), Set.of("head"), List.of()));
                return plan.content();
            });
            entities.inTransaction(em -> {
                Plan plan = em.find(Plan.class, id);
                assertThat(plan.content()).isEqualTo(content);
                assertThat(plan.state()).isEqualTo(PlanState.SUBMITTED);
                assertThat(plan.signatures().get(0).signedAt()).isEqualTo(NOW);
                assertThat(plan.item("LEADS[channel=social]")).isPresent();
                return plan;
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void planOfAFiscalQuarter_keepsItsDays_andItsProfile(TestDatabase database) throws SQLException {
        try (TestEntities entities = new TestEntities(database.migrated())) {
            FiscalCalendar fiscal = new FiscalCalendar(4, YearLabel.END_YEAR);
            Period quarter = Period.of(fiscal, Granularity.QUARTER, LocalDate.of(2026, 11, 21));
            TargetPhasing profile = new TargetPhasing(Phasing.PROFILE, PhasingProfile.parse("0.3,0.3,0.4"));
            long id = entities.inTransaction(em -> {
                Plan plan = new Plan("MARKETING", quarter, "anna");
                plan.edit(null, List.of(leads(profile)), "anna");
                em.persist(plan);
                return plan.id();
            });
            entities.inTransaction(em -> {
                Plan plan = em.find(Plan.class, id);
                assertThat(plan.period()).isEqualTo(quarter).hasToString("FY2027-Q3");
                assertThat(plan.items().get(0).phasing()).isEqualTo(profile);
                return plan;
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void planVersion_rises_withEveryStep(TestDatabase database) throws SQLException {
        try (TestEntities entities = new TestEntities(database.migrated())) {
            long id = entities.inTransaction(em -> {
                Plan plan = new Plan("MARKETING", Period.parse("2026-Q4"), "anna");
                em.persist(plan);
                return plan.id();
            });
            long before = entities.inTransaction(em -> em.find(Plan.class, id).version());
            entities.inTransaction(em -> {
                Plan plan = em.find(Plan.class, id, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
                plan.edit(null, List.of(cac()), "anna");
                return plan;
            });
            long after = entities.inTransaction(em -> em.find(Plan.class, id).version());
            assertThat(after).isEqualTo(before + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void people_units_tokens_comeBack(TestDatabase database) throws SQLException {
        try (TestEntities entities = new TestEntities(database.migrated())) {
            Grant grant = new Grant(Role.HEAD, "ROOT", LocalDate.of(2026, 1, 1), null);
            entities.inTransaction(em -> {
                em.persist(new OrgUnit("ROOT", new LocalizedText("Trade", "Торг"), null, null));
                em.persist(new Person("anna", "Анна", "anna@example.org", Locale.forLanguageTag("ru"), List.of(grant)));
                em.persist(new AccessToken(
                        "h", "anna", EnumSet.of(Scope.READ, Scope.SIGN), NOW, Duration.ofMinutes(15), "TOKEN"));
                return null;
            });
            entities.inTransaction(em -> {
                assertThat(em.find(OrgUnit.class, "ROOT").name().ru()).isEqualTo("Торг");
                assertThat(em.find(Person.class, "anna").grants()).containsExactly(grant);
                AccessToken token = em.find(AccessToken.class, "h");
                assertThat(token.expiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
                assertThat(token.scopes()).containsExactly(Scope.READ, Scope.SIGN);
                return null;
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void gatesAndChildren_comeBack_asTheyWereSigned(TestDatabase database) throws SQLException {
        try (TestEntities entities = new TestEntities(database.migrated())) {
            ChildWeight shop = new ChildWeight("SHOP", new BigDecimal("60.5"));
            ChildWeight sales = new ChildWeight("SALES", new BigDecimal("39.5"));
            PlanContent content = new PlanContent(null, List.of(leads().with(gate()), cac()), List.of(shop, sales));
            long id = entities.inTransaction(em -> {
                Plan plan = new Plan("TRADE", Period.parse("2026-Q4"), "anna");
                plan.edit(content, "anna");
                em.persist(plan);
                return plan.id();
            });
            String signed = entities.inTransaction(em -> em.find(Plan.class, id).content());
            entities.inTransaction(em -> {
                Plan plan = em.find(Plan.class, id);
                assertThat(plan.children()).extracting(ChildWeight::unit).containsExactly("SHOP", "SALES");
                Gate gate =
                        plan.item("LEADS[channel=social]").orElseThrow().gate().orElseThrow();
                assertThat(gate).hasToString("DEALS_WON_COHORT / LEADS ≥ 0.2");
                assertThat(gate.mode()).isEqualTo(GateMode.CAP);
                assertThat(gate.cap().orElseThrow()).isEqualByComparingTo("70");
                assertThat(gate.maturityDays()).isEqualTo(60);
                assertThat(plan.item("CAC").orElseThrow().gate()).isEmpty();
                assertThat(plan.content()).isEqualTo(signed);
                plan.edit(new PlanContent(null, List.of(leads(), cac()), List.of(sales)), "anna");
                return plan;
            });
            entities.inTransaction(em -> {
                Plan plan = em.find(Plan.class, id);
                assertThat(plan.children()).extracting(ChildWeight::unit).containsExactly("SALES");
                assertThat(plan.items()).allMatch(i -> i.gate().isEmpty());
                return plan;
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatPlansSay_andWhatFollowsApproval_comesBack(TestDatabase database) throws SQLException {
        try (TestEntities entities = new TestEntities(database.migrated())) {
            Consultation talk = new Consultation("Анна Орлова; Ivan Petrov", LocalDate.of(2026, 9, 1), "four, not six");
            Answer answer = new Answer("L17", "CAC", "contract no. 17");
            PlanItem goal = cac().withGoal(new BigDecimal("10000000"), new BigDecimal("3.0"));
            Signing chief = new Signing("deputy", NOW, "TOKEN").as(new Mandate(Role.APPROVER, "chief"));
            long id = entities.inTransaction(em -> {
                Plan plan = new Plan("MARKETING", Period.parse("2026-Q3"), "anna");
                plan.edit(new PlanContent("growth", List.of(goal), List.of(), List.of(talk), List.of(answer)), "anna");
                em.persist(plan);
                return plan.id();
            });
            entities.inTransaction(em -> {
                Plan plan = em.find(Plan.class, id);
                plan.submit(
                        new Signing("head", NOW, "TOKEN"), new Submission(Set.of("chief"), Set.of("head"), List.of()));
                plan.check(new Signing("controller", NOW, "TOKEN"), plan.hash().orElseThrow());
                plan.approve(chief, plan.hash().orElseThrow(), Set.of("head"), LocalDate.of(2026, 9, 20));
                plan.askAdjustment(new Signing("head", NOW, "TOKEN"), new BigDecimal("-2.5"), "a recall in August");
                plan.decideAdjustment(chief, 0, true, Set.of("head"));
                plan.close(
                        new Signing("controller", NOW, "TOKEN"),
                        List.of(new ClosingDecision("CAC", MissingDecision.UNEXCUSED, "never delivered")),
                        new Closing(Set.of("CAC"), Set.of()),
                        LocalDate.of(2026, 10, 15));
                return plan;
            });
            entities.inTransaction(em -> {
                Plan plan = em.find(Plan.class, id);
                assertThat(plan.state()).isEqualTo(PlanState.CLOSED);
                assertThat(CanonicalJson.sha256(plan.content()))
                        .isEqualTo(plan.hash().orElseThrow());
                assertThat(plan.consultations().get(0).members()).containsExactly("Анна Орлова", "Ivan Petrov");
                assertThat(plan.answers().get(0).rationale()).isEqualTo("contract no. 17");
                assertThat(plan.items().get(0).coverageFactor().orElseThrow()).isEqualByComparingTo("3");
                assertThat(plan.decisions().get(0).decision()).isEqualTo(MissingDecision.UNEXCUSED);
                assertThat(plan.adjustments().get(0).isAccepted()).isTrue();
                assertThat(plan.adjustments().get(0).points()).isEqualByComparingTo("-2.5");
                requireChain(plan);
                assertThat(plan.signatures().get(2).onBehalfOf()).contains("chief");
                return plan;
            });
        }
    }

    private static void requireChain(Plan plan) {
        List<Signature> signatures = plan.signatures();
        assertThat(signatures.get(0).prevSignatureHash()).contains("");
        for (int i = 1; i < signatures.size(); i++) {
            assertThat(signatures.get(i).prevSignatureHash())
                    .contains(plan.signatureHashes().get(i - 1));
        }
    }

    private static Gate gate() {
        return Gate.of(
                new GateTerms(
                        "DEALS_WON_COHORT", "LEADS", new BigDecimal("0.2"), GateMode.CAP, new BigDecimal(70), 60, null),
                Catalogue.shipped());
    }

    private static PlanItem leads() {
        return leads(TargetPhasing.LINEAR_DAYS);
    }

    private static PlanItem leads(TargetPhasing phasing) {
        return new PlanItem(
                Catalogue.shipped().indicator("LEADS").orElseThrow(),
                Map.of("channel", "social"),
                Usage.EVAL,
                BigDecimal.valueOf(60),
                new Marks(Map.of("target", new BigDecimal("1200"), "floor", new BigDecimal("900.50"))),
                phasing,
                null,
                Map.of("goalLink", "Выручка 10 млн ₽"));
    }

    private static PlanItem cac() {
        return new PlanItem(
                Catalogue.shipped().indicator("CAC").orElseThrow(),
                Map.of(),
                Usage.EVAL,
                BigDecimal.valueOf(40),
                new Marks(Map.of("target", new BigDecimal("5000"))),
                TargetPhasing.LINEAR_DAYS,
                null,
                Map.of());
    }
}
