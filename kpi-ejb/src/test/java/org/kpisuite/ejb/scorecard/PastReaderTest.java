package org.kpisuite.ejb.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.organisation.OrgHistory;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.organisation.ParentShare;
import org.kpisuite.domain.organisation.Standing;
import org.kpisuite.domain.plan.Controllability;
import org.kpisuite.domain.plan.Delivery;
import org.kpisuite.domain.plan.History;
import org.kpisuite.domain.plan.LintEvidence;
import org.kpisuite.domain.plan.Marks;
import org.kpisuite.domain.plan.Phasing;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanItem;
import org.kpisuite.domain.plan.TargetPhasing;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.scorecard.CompanyRules;
import org.kpisuite.domain.scorecard.PastAssembler;
import org.kpisuite.domain.scorecard.PlanPast;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardAssembler;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.ejb.actual.ImportedFacts;
import org.kpisuite.ejb.settings.CompanySettings;
import org.kpisuite.ejb.storage.TestDatabase;

/** The past that a draft is set by is what the scorecards of these quarters print. */
class PastReaderTest {
    private static final Period Q3 = Period.parse("2026-Q3");
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 6);

    @TempDir
    private Path folder;

    private static OrgUnit unit(String code, String currency) {
        return new OrgUnit(code, new LocalizedText(code, code), null, currency);
    }

    /** SEO below MARKETING with three tenths; ADS, which pays in dollars, wholly. */
    private static OrgHistory organisation() {
        Standing split = new Standing(
                "SEO",
                List.of(
                        new ParentShare("MARKETING", new BigDecimal("0.3")),
                        new ParentShare("SALES", new BigDecimal("0.7"))),
                Standing.BEGINNING,
                Instant.EPOCH);
        return new OrgHistory(
                List.of(unit("MARKETING", null), unit("SALES", null), unit("SEO", null), unit("ADS", "USD")),
                List.of(
                        Standing.below(Optional.empty(), "MARKETING", Standing.BEGINNING, Instant.EPOCH),
                        Standing.below(Optional.empty(), "SALES", Standing.BEGINNING, Instant.EPOCH),
                        Standing.below(Optional.of("MARKETING"), "ADS", Standing.BEGINNING, Instant.EPOCH),
                        split),
                "RUB",
                TODAY,
                ZONE);
    }

    private static CatalogueHistory shopBeforeCrm() {
        Measure leads = CatalogueHistory.shipped().latest().measure("LEADS").orElseThrow();
        Measure ordered =
                leads.with(List.of("SHOP", "CRM")).with(leads.validity().numbered(2));
        return CatalogueHistory.shipped().with(List.of(new CatalogueHistory.Entry(ordered, Instant.EPOCH, "anna")));
    }

    private static Known known(Instant asOf) {
        ExchangeRates rates = new ExchangeRates(
                "RUB", List.of(new ExchangeRates.Rate("USD", Q3, new BigDecimal("95"), null, new BigDecimal("90"))));
        return new Known(
                new ScorecardQuery("MARKETING", Q3, asOf),
                shopBeforeCrm(),
                organisation(),
                Map.of(),
                rates,
                new CompanySettings(ZONE, "RUB", CompanyRules.USUAL),
                Map.of());
    }

    private static PlanItem item(String indicator) {
        return item(indicator, new Marks(Map.of()));
    }

    private static PlanItem item(String indicator, String mark, String value) {
        return item(indicator, new Marks(Map.of(mark, new BigDecimal(value))));
    }

    private static PlanItem item(String indicator, Marks marks) {
        return new PlanItem(
                CatalogueHistory.shipped().latest().indicator(indicator).orElseThrow(),
                Map.of(),
                Usage.EVAL,
                BigDecimal.TEN,
                marks,
                new TargetPhasing(Phasing.LINEAR_DAYS, null),
                Controllability.FULL,
                Map.of());
    }

    private static Plan draft() {
        Plan draft = new Plan("MARKETING", Period.parse("2026-Q4"), "anna");
        draft.edit("GROWTH", List.of(item("LEADS"), item("CAC")), "anna");
        return draft;
    }

    @ParameterizedTest
    @EnumSource
    void past_isReadAsScorecardsAre_bySourceShareAndRate(TestDatabase database) throws Exception {
        ImportedFacts facts = new ImportedFacts(database, folder, "MARKETING", "SALES", "SEO", "ADS");
        facts.file(
                "unit;measure;period;value;source;currency",
                "MARKETING;LEADS;2026-Q3;100;SHOP;",
                "MARKETING;LEADS;2026-Q3;900;CRM;",
                "SEO;LEADS;2026-Q3;10;CRM;",
                "MARKETING;MKT_COST;2026-Q3;50;CRM;RUB",
                "MARKETING;NEW_CUSTOMERS;2026-Q3;10;CRM;");
        Instant asOf = facts.paying("USD")
                .file(
                        "unit;measure;period;value;source;currency",
                        "ADS;MKT_COST;2026-Q3;10;CRM;USD",
                        "ADS;NEW_CUSTOMERS;2026-Q3;10;CRM;");
        Known known = known(asOf);
        try (Connection connection = facts.connection()) {
            Map<String, History> past = PastReader.read(
                            draft(), new PlanPast(Period.parse("2026-Q4"), TODAY), known, connection)
                    .histories(draft());
            assertThat(past.get("LEADS").values()).map(Decimals::plain).containsExactly("103");
            assertThat(past.get("CAC").values()).map(Decimals::plain).containsExactly("50");
            Known.Read read = known.read(connection, known.needs());
            Scorecard card = new ScorecardAssembler(
                            known.grounds(read.facts(), known.needs().whole(), List.of()))
                    .assemble("MARKETING", Q3, asOf, ZONE, List.of());
            assertThat(card.items())
                    .filteredOn(i -> past.containsKey(i.key()))
                    .map(PastReaderTest::printed)
                    .containsExactlyInAnyOrder("LEADS 103", "CAC 50");
        }
    }

    /** Days come singly where weeks are asked for, months together where they are not, older years too. */
    @ParameterizedTest
    @EnumSource
    void evidence_isReadByTheWeekAndTheMonth_andTriedOnThePast(TestDatabase database) throws Exception {
        ImportedFacts facts = new ImportedFacts(database, folder, "MARKETING", "SALES", "SEO", "ADS");
        List<String> rows = new ArrayList<>(List.of("unit;measure;period;value;source;currency"));
        LocalDate.of(2026, 7, 1)
                .datesUntil(LocalDate.of(2026, 9, 21))
                .forEach(d -> rows.add("MARKETING;LEADS;" + d + ";10;CRM;"));
        for (int month = 2; month <= 9; month++) {
            if (month != 6) {
                rows.add("MARKETING;MKT_COST;2026-0" + month + ";1000;CRM;RUB");
                rows.add("MARKETING;NEW_CUSTOMERS;2026-0" + month + ";10;CRM;");
            }
        }
        rows.add("MARKETING;NPS_PROM;2019;60;CRM;");
        Instant asOf = facts.file(rows.toArray(String[]::new));
        Plan plan = new Plan("MARKETING", Period.parse("2026-Q4"), "anna");
        plan.edit("GROWTH", List.of(item("LEADS"), item("CAC", "target", "100"), item("NPS")), "anna");
        try (Connection connection = facts.connection()) {
            PastAssembler past =
                    PastReader.read(plan, new PlanPast(Period.parse("2026-Q4"), TODAY), known(asOf), connection);
            Map<String, LintEvidence.Past> items = past.evidence(plan).items();
            assertThat(items.get("LEADS").delivery()).isEqualTo(delivery(Granularity.WEEK, 1, 1, 1, 1, 1, 1, 0, 0));
            assertThat(items.get("CAC").delivery()).isEqualTo(delivery(Granularity.MONTH, 1, 1, 1, 1, 0, 1, 1, 1));
            assertThat(items.get("NPS").delivery()).isEqualTo(delivery(Granularity.YEAR, 0, 0, 0, 0, 0, 0, 0, 0));
            assertThat(items.get("LEADS").months().get(24)).isEqualByComparingTo("200");
            assertThat(items.get("CAC").months().stream().filter(Objects::nonNull))
                    .hasSize(7);
            assertThat(items.get("CAC").history().recentMean())
                    .map(Decimals::plain)
                    .hasValue("100");
            assertThat(past.whatIf(plan).item("CAC").orElseThrow().achievements())
                    .map(a -> a.quarter() + " " + (a.achievement() == null ? "-" : Decimals.plain(a.achievement())))
                    .containsExactly("2025-Q4 -", "2026-Q1 100", "2026-Q2 100", "2026-Q3 100");
        }
    }

    private static Delivery delivery(Granularity granularity, Integer... periods) {
        return new Delivery(granularity, Stream.of(periods).map(p -> p == 1).toList());
    }

    private static String printed(ScorecardItem item) {
        return item.key() + " " + Decimals.plain(item.actual().usable().orElseThrow());
    }
}
