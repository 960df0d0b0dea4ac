package org.kpisuite.ejb.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.Verdict;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.organisation.OrgHistory;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.organisation.Standing;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.scorecard.CompanyRules;
import org.kpisuite.domain.scorecard.PairAssembler;
import org.kpisuite.domain.scorecard.PairNeeds;
import org.kpisuite.ejb.actual.ImportedFacts;
import org.kpisuite.ejb.settings.CompanySettings;
import org.kpisuite.ejb.storage.TestDatabase;

/** Series of pairs are what scorecards print of these weeks and months: a ratio by its rule, and only what is whole. */
class PairReaderTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final LocalDate LAST = LocalDate.of(2026, 9, 30);
    private static final Pair LEADS_CAC = new Pair("LEADS_CAC", "LEADS", "CAC", Granularity.WEEK, -1, 1, 4, false);

    @TempDir
    private Path folder;

    private static Known known(Instant asOf) {
        OrgUnit unit = new OrgUnit("MARKETING", new LocalizedText("Marketing", "Маркетинг"), null, null);
        Standing root = Standing.below(Optional.empty(), "MARKETING", Standing.BEGINNING, Instant.EPOCH);
        CatalogueHistory history =
                CatalogueHistory.shipped().with(List.of(new CatalogueHistory.Entry(LEADS_CAC, Instant.EPOCH, "anna")));
        return new Known(
                new ScorecardQuery("MARKETING", Period.parse("2026-Q3"), asOf),
                history,
                new OrgHistory(List.of(unit), List.of(root), "RUB", LAST.plusDays(1), ZONE),
                Map.of(),
                new ExchangeRates("RUB", List.of()),
                new CompanySettings(ZONE, "RUB", CompanyRules.USUAL),
                Map.of());
    }

    private Instant facts(ImportedFacts facts) throws Exception {
        List<String> rows = new ArrayList<>(List.of("unit;measure;period;value;source;currency"));
        LocalDate.of(2026, 8, 31).datesUntil(LAST.plusDays(1)).forEach(d -> {
            rows.add("MARKETING;LEADS;" + d + ";10;CRM;");
            rows.add("MARKETING;MKT_COST;" + d + ";" + 100 * d.getDayOfWeek().getValue() + ";CRM;RUB");
            if (!d.equals(LocalDate.of(2026, 9, 10))) {
                rows.add(
                        "MARKETING;NEW_CUSTOMERS;" + d + ";" + (d.getDayOfWeek().getValue() < 6 ? 1 : 0) + ";CRM;");
            }
        });
        return facts.file(rows.toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void weeks_areWholeOrNotThere_andARatioIsOneOfSums(TestDatabase database) throws Exception {
        ImportedFacts facts = new ImportedFacts(database, folder, "MARKETING");
        Instant asOf = facts(facts);
        try (Connection connection = facts.connection()) {
            List<PairReading> all = new PairReader(connection, known(asOf)).all(LAST);
            assertThat(all).hasSize(1);
            PairReading reading = all.get(0);
            assertThat(reading.leading().series().values().keySet())
                    .extracting(Period::code)
                    .containsExactly("2026-W36", "2026-W37", "2026-W38", "2026-W39");
            assertThat(reading.lagging().series().values())
                    .as("the week with a missing day is no week")
                    .doesNotContainKey(Period.parse("2026-W37"));
            assertThat(Decimals.plain(reading.lagging().series().values().get(Period.parse("2026-W36"))))
                    .isEqualTo("560");
            assertThat(reading.lagging().currency()).isEqualTo("RUB");
            assertThat(reading.analysis().verdict()).isEqualTo(Verdict.INSUFFICIENT);
            assertThat(reading.analysis().evidence()).isEmpty();
            assertThat(reading.forecast().points()).isEmpty();
        }
    }

    /** As signals of all units are looked for: definitions and the organisation are read once, figures by unit. */
    @ParameterizedTest
    @EnumSource
    void anotherUnit_byTheSameDefinitions_hasItsOwnFigures(TestDatabase database) throws Exception {
        ImportedFacts facts = new ImportedFacts(database, folder, "MARKETING");
        Instant asOf = facts(facts);
        try (Connection connection = facts.connection()) {
            Known marketing = known(asOf);
            Known other = marketing.of("SALES", Map.of());
            assertThat(other.definitions()).isEqualTo(marketing.definitions());
            assertThat(new PairReader(connection, other).all(LAST)).isEmpty();
            assertThat(new PairReader(connection, other.of("MARKETING", Map.of())).all(LAST))
                    .isEqualTo(new PairReader(connection, marketing).all(LAST));
        }
    }

    /** By hand: 100 answers of which 50, 30 and 20; 40 clicks on 1,000 views. Source: domain specification §2.3 (G05), §6.8. */
    @ParameterizedTest
    @EnumSource
    void surveysAndRatesOfClicks_bringTheirMargins(TestDatabase database) throws Exception {
        ImportedFacts facts = new ImportedFacts(database, folder, "MARKETING");
        Instant asOf = facts.file(
                "unit;measure;period;value;source",
                "MARKETING;NPS_PROM;2026-08;50;CRM",
                "MARKETING;NPS_PASS;2026-08;30;CRM",
                "MARKETING;NPS_DETR;2026-08;20;CRM",
                "MARKETING;CLICKS;2026-08;40;CRM",
                "MARKETING;IMPRESSIONS;2026-08;1000;CRM",
                "MARKETING;LEADS;2026-08;7;CRM");
        try (Connection connection = facts.connection()) {
            PairNeeds months = PairNeeds.of(List.of("NPS", "CTR", "LEADS"), Granularity.MONTH, LAST);
            PairAssembler sides = new PairReader(connection, known(asOf)).assembler(months, LAST);
            Period august = Period.parse("2026-08");
            assertThat(sides.side("NPS").orElseThrow().margins().get(august))
                    .isCloseTo(new BigDecimal("15.3"), within(new BigDecimal("0.05")));
            assertThat(sides.side("CTR").orElseThrow().margins().get(august))
                    .isCloseTo(new BigDecimal("0.012146"), within(new BigDecimal("0.000001")));
            assertThat(sides.side("LEADS").orElseThrow().margins()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void months_andACutSpan_areReadToo(TestDatabase database) throws Exception {
        ImportedFacts facts = new ImportedFacts(database, folder, "MARKETING");
        Instant asOf = facts(facts);
        try (Connection connection = facts.connection()) {
            PairReader pairs = new PairReader(connection, known(asOf));
            PairNeeds months = PairNeeds.of(List.of("LEADS"), Granularity.MONTH, LAST);
            assertThat(pairs.assembler(months, LAST)
                            .side("LEADS")
                            .orElseThrow()
                            .series()
                            .values())
                    .hasSize(1)
                    .hasEntrySatisfying(
                            Period.parse("2026-09"), v -> assertThat(v).isEqualByComparingTo("300"));
            PairNeeds weeks = PairNeeds.of(List.of("LEADS"), Granularity.WEEK, LAST)
                    .within(Period.parse("2026-09"), Period.parse("2026-W38"));
            assertThat(pairs.assembler(weeks, LAST)
                            .side("LEADS")
                            .orElseThrow()
                            .series()
                            .values()
                            .keySet())
                    .extracting(Period::code)
                    .containsExactly("2026-W36", "2026-W37", "2026-W38");
        }
    }
}
