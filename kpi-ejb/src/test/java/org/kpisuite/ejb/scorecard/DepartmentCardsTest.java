package org.kpisuite.ejb.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.organisation.OrgHistory;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.organisation.Standing;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.scorecard.CompanyRules;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.ejb.actual.ImportedFacts;
import org.kpisuite.ejb.settings.CompanySettings;
import org.kpisuite.ejb.storage.TestDatabase;

/** Departments that are read together come to the same as each alone. */
class DepartmentCardsTest {
    private static final Period Q3 = Period.parse("2026-Q3");
    private static final List<String> UNITS = List.of("COMPANY", "MARKETING", "SEO", "SALES");

    @TempDir
    private Path folder;

    private static OrgHistory organisation() {
        return new OrgHistory(
                UNITS.stream()
                        .map(u -> new OrgUnit(u, new LocalizedText(u, u), null, null))
                        .toList(),
                List.of(
                        standing("COMPANY", null),
                        standing("MARKETING", "COMPANY"),
                        standing("SEO", "MARKETING"),
                        standing("SALES", "COMPANY")),
                "RUB",
                Q3.endInclusive().plusDays(6),
                SampleApproval.ZONE);
    }

    private static Standing standing(String unit, String parent) {
        return Standing.below(Optional.ofNullable(parent), unit, Standing.BEGINNING, Instant.EPOCH);
    }

    private static Plan plan() {
        Plan plan = SampleApproval.submitted(Q3, Instant.parse("2026-06-20T09:00:00Z"));
        SampleApproval.approve(plan, Instant.parse("2026-06-21T09:00:00Z"));
        return plan;
    }

    private static Known known(String unit, Instant asOf, Map<String, Map<Period, Plan>> plans) {
        return new Known(
                new ScorecardQuery(unit, Q3, asOf),
                CatalogueHistory.shipped(),
                organisation().knownAt(asOf),
                plans.getOrDefault(unit, Map.of()),
                ExchangeRates.NONE,
                new CompanySettings(SampleApproval.ZONE, "RUB", CompanyRules.USUAL),
                Map.of());
    }

    private static KnownReader reader(Map<String, Map<Period, Plan>> plans) {
        return new KnownReader() {
            @Override
            Known at(ScorecardQuery query) {
                return known(query.unit(), query.asOf(), plans);
            }

            @Override
            Map<String, Map<Period, Plan>> plans(List<String> units, Instant asOf) {
                Map<String, Map<Period, Plan>> found = new HashMap<>(plans);
                found.keySet().retainAll(units);
                return found;
            }
        };
    }

    private Instant facts(ImportedFacts facts) throws Exception {
        return facts.file(
                "unit;measure;period;value;reason",
                "MARKETING;LEADS;2026-07;20;",
                "MARKETING;LEADS;2026-08;20;",
                "MARKETING;LEADS;2026-09;20;",
                "SEO;LEADS;2026-07;10;",
                "SEO;LEADS;2026-08;10;",
                "SEO;LEADS;2026-09;10;",
                "SALES;LEADS;2026-07;5;",
                "SALES;LEADS;2026-08;5;",
                "SALES;LEADS;2026-09;5;");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void together_areWhatEachIsAlone(TestDatabase database) throws Exception {
        ImportedFacts facts = new ImportedFacts(database, folder, UNITS.toArray(String[]::new));
        Instant at = facts(facts);
        Map<String, Map<Period, Plan>> plans = Map.of("MARKETING", Map.of(Q3, plan()), "SEO", Map.of(Q3, plan()));
        List<Known> below = reader(plans).below(known("COMPANY", at, plans));
        assertThat(below)
                .as("both right below, and the one further down for its plan")
                .extracting(k -> k.query().unit())
                .containsExactlyInAnyOrder("MARKETING", "SEO", "SALES");
        try (Connection connection = facts.connection()) {
            Map<Known, Scorecard> together = new DepartmentCards(connection, below).read();
            for (Known one : below) {
                Scorecard alone =
                        new DepartmentCards(connection, List.of(one)).read().get(one);
                assertThat(together.get(one)).isEqualTo(alone);
            }
            assertThat(together.values())
                    .filteredOn(c -> c.plan().isPresent())
                    .allSatisfy(c -> assertThat(c.score().points()).isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void withoutAnyPlanBelow_thereIsNoOverview(TestDatabase database) throws Exception {
        ImportedFacts facts = new ImportedFacts(database, folder, UNITS.toArray(String[]::new));
        Map<String, Map<Period, Plan>> plans = Map.of("COMPANY", Map.of(Q3, plan()));
        assertThat(reader(plans).below(known("COMPANY", facts(facts), plans))).isEmpty();
    }
}
