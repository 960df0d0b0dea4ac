package org.kpisuite.ejb.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.organisation.OrgHistory;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.organisation.Standing;
import org.kpisuite.domain.organisation.UnitFace;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.scorecard.CompanyRules;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardAssembler;
import org.kpisuite.ejb.actual.ImportedFacts;
import org.kpisuite.ejb.settings.CompanySettings;
import org.kpisuite.ejb.storage.TestDatabase;

/** A scorecard of an earlier instant stays as it was, whatever is recorded later (§2.5). */
class AsOfTest {
    private static final Period QUARTER = Period.parse("2026-Q4");
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    @TempDir
    private Path folder;

    /** What is stored at some time: of it a reader takes what was known at the instant of the query. */
    private record Stored(OrgHistory organisation, CatalogueHistory catalogue, List<Plan> plans) {
        Scorecard scorecard(Connection connection, Instant asOf) throws Exception {
            Known known = new Known(
                    new ScorecardQuery("MARKETING", QUARTER, asOf),
                    catalogue.knownAt(asOf),
                    organisation.knownAt(asOf),
                    plans.stream().anyMatch(p -> p.isApprovedBefore(asOf)) ? Map.of(QUARTER, plans.get(0)) : Map.of(),
                    ExchangeRates.NONE,
                    new CompanySettings(ZONE, "RUB", CompanyRules.USUAL),
                    Map.of());
            Known.Read read = known.read(connection, known.needs());
            return new ScorecardAssembler(
                            known.grounds(read.facts(), known.needs().whole(), List.of()))
                    .assemble("MARKETING", QUARTER, asOf, ZONE, List.of());
        }
    }

    private static OrgHistory organisation(OrgUnit unit, LocalDate today) {
        return new OrgHistory(
                List.of(unit),
                List.of(Standing.below(Optional.empty(), "MARKETING", Standing.BEGINNING, Instant.EPOCH)),
                "RUB",
                today,
                ZONE);
    }

    private static CatalogueHistory redefined(Instant at) {
        Indicator leads = CatalogueHistory.shipped().latest().indicator("LEADS").orElseThrow();
        Indicator doubled = leads.by(Formula.parse("LEADS + LEADS"), leads.direction())
                .with(leads.validity().numbered(2));
        return CatalogueHistory.shipped().with(List.of(new CatalogueHistory.Entry(doubled, at, "anna")));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRecordedLater_changesNothingOfAnEarlierInstant(TestDatabase database) throws Exception {
        ImportedFacts facts = new ImportedFacts(database, folder, "MARKETING");
        Instant asOf = facts.file("unit;measure;period;value;reason", "MARKETING;LEADS;2026-10-03;10;");
        OrgUnit unit = new OrgUnit("MARKETING", new LocalizedText("Marketing", "Маркетинг"), null, null);
        UnitFace first = new UnitFace(unit, Instant.EPOCH, "anna");
        Plan plan = SampleApproval.submitted(QUARTER, asOf.minusSeconds(60));
        try (Connection connection = facts.connection()) {
            Stored then = new Stored(
                    organisation(unit.remembering(List.of(first)), LocalDate.ofInstant(asOf, ZONE)),
                    CatalogueHistory.shipped(),
                    List.of(plan));
            Scorecard before = then.scorecard(connection, asOf);
            assertThat(before.plan()).isEmpty();

            Instant later = asOf.plus(Duration.ofDays(40));
            facts.file("unit;measure;period;value;reason", "MARKETING;LEADS;2026-10-03;99;late rows");
            unit.change(new LocalizedText("Growth", "Рост"), null, "USD");
            SampleApproval.approve(plan, later);
            Stored now = new Stored(
                    organisation(
                            unit.remembering(List.of(first, new UnitFace(unit, later, "anna"))),
                            LocalDate.ofInstant(later, ZONE)),
                    redefined(later),
                    List.of(plan));
            assertThat(now.scorecard(connection, asOf)).isEqualTo(before).hasToString(before.toString());
            Scorecard after = now.scorecard(connection, later.plusSeconds(1));
            assertThat(after.heading().unitName().en()).isEqualTo("Growth");
            assertThat(after.plan().orElseThrow().state()).isEqualTo("ACTIVE");
            assertThat(after).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void planApprovedInTime_isApprovedUntilItsQuarterBegins_alsoForLaterReaders(TestDatabase database)
            throws Exception {
        ImportedFacts facts = new ImportedFacts(database, folder, "MARKETING");
        facts.file("unit;measure;period;value", "MARKETING;LEADS;2026-08;10");
        Plan plan = SampleApproval.submitted(QUARTER, Instant.parse("2026-09-20T09:00:00Z"));
        SampleApproval.approve(plan, Instant.parse("2026-09-21T09:00:00Z"));
        OrgUnit unit = new OrgUnit("MARKETING", new LocalizedText("Marketing", "Маркетинг"), null, null);
        Stored stored =
                new Stored(organisation(unit, LocalDate.of(2026, 11, 22)), CatalogueHistory.shipped(), List.of(plan));
        try (Connection connection = facts.connection()) {
            assertThat(stored.scorecard(connection, Instant.parse("2026-09-25T09:00:00Z"))
                            .plan()
                            .orElseThrow()
                            .state())
                    .isEqualTo("APPROVED");
            assertThat(stored.scorecard(connection, Instant.parse("2026-10-05T09:00:00Z"))
                            .plan()
                            .orElseThrow()
                            .state())
                    .isEqualTo("ACTIVE");
        }
    }
}
