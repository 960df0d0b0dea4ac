package org.kpisuite.ejb.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodAction;
import org.kpisuite.domain.calendar.PeriodState;
import org.kpisuite.domain.calendar.PeriodTransition;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.organisation.OrgHistory;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.organisation.Standing;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.report.ReportFormat;
import org.kpisuite.domain.scorecard.CompanyRules;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.ejb.actual.ImportedFacts;
import org.kpisuite.ejb.calendar.PeriodRows;
import org.kpisuite.ejb.plan.PlanStore;
import org.kpisuite.ejb.scorecard.ScorecardQuery.Choices;
import org.kpisuite.ejb.scorecard.ScorecardQuery.Organisation;
import org.kpisuite.ejb.settings.CompanySettings;
import org.kpisuite.ejb.storage.TestDatabase;
import org.kpisuite.reports.look.ReportLook;
import org.kpisuite.reports.workbook.Evidence;
import org.kpisuite.reports.workbook.ReadBack;
import org.kpisuite.reports.workbook.ScorecardWorkbook;

/** Which other scores a reader puts beside that of a period, and that it explains the line that it printed. */
class ScorecardReaderTest {
    private static final Period Q3 = Period.parse("2026-Q3");
    private static final Choices RESTATED = new Choices(Organisation.RESTATED, Optional.empty(), Optional.empty());
    private static final String HEADER = "unit;measure;period;value;reason";

    @TempDir
    private Path folder;

    private static Standing standing(String unit, String parent, LocalDate from) {
        return Standing.below(Optional.ofNullable(parent), unit, from, Instant.EPOCH);
    }

    /** SEO stood below MARKETING until it moved to SALES, if it did. */
    private static OrgHistory organisation(boolean moved) {
        List<Standing> standings = new ArrayList<>(List.of(
                standing("COMPANY", null, Standing.BEGINNING),
                standing("MARKETING", "COMPANY", Standing.BEGINNING),
                standing("SALES", "COMPANY", Standing.BEGINNING),
                standing("SEO", "MARKETING", Standing.BEGINNING)));
        if (moved) {
            standings.add(standing("SEO", "SALES", LocalDate.of(2026, 9, 1)));
        }
        return new OrgHistory(
                standings.stream()
                        .map(Standing::unit)
                        .distinct()
                        .map(u -> new OrgUnit(u, new LocalizedText(u, u), null, null))
                        .toList(),
                standings,
                "RUB",
                LocalDate.of(2026, 10, 6),
                SampleApproval.ZONE);
    }

    private static Plan plan() {
        Plan plan = SampleApproval.submitted(Q3, Instant.parse("2026-06-20T09:00:00Z"));
        SampleApproval.approve(plan, Instant.parse("2026-06-21T09:00:00Z"));
        return plan;
    }

    private static ScorecardReader reader(ImportedFacts facts, OrgHistory organisation) {
        return reader(facts, organisation, plan());
    }

    private static ScorecardReader reader(ImportedFacts facts, OrgHistory organisation, Plan plan) {
        KnownReader known = new KnownReader() {
            @Override
            String traceAddress(Instant asOf) {
                return "https://kpi.example.org/trace?code=";
            }

            @Override
            Known at(ScorecardQuery query) {
                return new Known(
                        query,
                        CatalogueHistory.shipped(),
                        organisation.knownAt(query.asOf()),
                        Map.of(Q3, plan),
                        ExchangeRates.NONE,
                        new CompanySettings(SampleApproval.ZONE, "RUB", CompanyRules.USUAL),
                        Map.of());
            }
        };
        PlanStore plans = new PlanStore() {
            @Override
            public Plan read(long id) {
                return plan;
            }
        };
        return ScorecardReader.over(facts.database(), known, plans);
    }

    private ImportedFacts facts(TestDatabase database) throws Exception {
        return new ImportedFacts(database, folder, "COMPANY", "MARKETING", "SALES", "SEO");
    }

    private static Instant quarter(ImportedFacts facts) throws Exception {
        return facts.file(
                HEADER,
                "MARKETING;LEADS;2026-07;20;",
                "MARKETING;LEADS;2026-08;20;",
                "MARKETING;LEADS;2026-09;20;",
                "SEO;LEADS;2026-07;10;",
                "SEO;LEADS;2026-08;10;",
                "SEO;LEADS;2026-09;10;");
    }

    private static void close(ImportedFacts facts, Instant at) throws Exception {
        try (Connection connection = facts.connection()) {
            new PeriodRows(connection)
                    .append(List.of(new PeriodTransition(
                            Q3,
                            1,
                            PeriodAction.CLOSE,
                            PeriodState.OPEN,
                            PeriodState.CLOSED,
                            "controller",
                            "PASSWORD",
                            at,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())));
        }
    }

    private static List<String> others(Scorecard card) {
        return card.others().stream()
                .map(o ->
                        o.kind() + " " + o.score().points().map(Decimals::plain).orElse("not rated"))
                .toList();
    }

    private static String previous(ScorecardReader reader, Instant now) {
        return Decimals.plain(
                reader.read("MARKETING", Q3.plus(1), now).previousScore().value());
    }

    private static String score(Scorecard card) {
        return Decimals.plain(card.score().value());
    }

    @ParameterizedTest
    @EnumSource
    void closedPeriod_whoseFactsChanged_hasItsScoreAsReportedBesideThatOfNow(TestDatabase database) throws Exception {
        ImportedFacts facts = facts(database);
        Instant closed = quarter(facts);
        Instant now = facts.file(HEADER, "MARKETING;LEADS;2026-08;30;recount");
        ScorecardReader reader = reader(facts, organisation(false));
        assertThat(others(reader.read("MARKETING", Q3, now))).isEmpty();
        close(facts, closed);
        Scorecard card = reader.read("MARKETING", Q3, now);
        assertThat(score(card)).isEqualTo("100");
        assertThat(others(card)).containsExactly("REPORTED 90", "RESTATED 100");
        assertThat(card.others().get(0).asOf()).isEqualTo(closed);
        assertThat(card.scoreOfLines()).as("it is the score").isEmpty();
        assertThat(others(reader.read("MARKETING", Q3, closed))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void closedPlan_whoseFactsChanged_keepsItsScoreAsReported_withThatOfNowBeside(TestDatabase database)
            throws Exception {
        ImportedFacts facts = facts(database);
        Instant closed = quarter(facts);
        Instant now = facts.file(HEADER, "MARKETING;LEADS;2026-08;30;recount");
        assertThat(previous(reader(facts, organisation(false)), now)).isEqualTo("100");
        Plan plan = plan();
        SampleApproval.close(plan, closed, LocalDate.of(2026, 10, 6));
        ScorecardReader reader = reader(facts, organisation(false), plan);
        Scorecard card = reader.read("MARKETING", Q3, now);
        assertThat(score(card)).isEqualTo("90").isNotEqualTo("100");
        assertThat(others(card)).containsExactly("REPORTED 90", "RESTATED 100");
        assertThat(card.scoreOfLines())
                .hasValueSatisfying(
                        o -> assertThat(o.score().points().orElseThrow()).isEqualByComparingTo("100"));
        assertThat(previous(reader, now))
                .as("the quarter after is compared with what was reported")
                .isEqualTo("90");
        assertThat(score(reader.asKnown(new ScorecardQuery("MARKETING", Q3, now))))
                .as("the effect of a change is that on the facts")
                .isEqualTo("100");
        assertThat(others(reader.read("MARKETING", Q3, closed))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void unitThatMoved_makesTwoScores_eachWithTheOtherBesideIt(TestDatabase database) throws Exception {
        ImportedFacts facts = facts(database);
        Instant now = quarter(facts);
        ScorecardReader reader = reader(facts, organisation(true));
        Scorecard reported = reader.read("MARKETING", Q3, now);
        assertThat(score(reported)).isEqualTo("80");
        assertThat(others(reported)).containsExactly("OTHER_ORGANISATION 60");
        Scorecard restated = reader.read(new ScorecardQuery("MARKETING", Q3, now, RESTATED));
        assertThat(score(restated)).isEqualTo("60");
        assertThat(others(restated)).containsExactly("OTHER_ORGANISATION 80");
    }

    /** Who may read a department and what is below it now has no right to the rows of what was below it once. */
    @ParameterizedTest
    @EnumSource
    void unitThatMoved_isShownByTheWorkbookAsReported_andByNothingElse(TestDatabase database) throws Exception {
        ImportedFacts facts = facts(database);
        Instant now = quarter(facts);
        ScorecardReader reader = reader(facts, organisation(true));
        ScorecardFiles files = new ScorecardFiles(
                EvidenceReader.over(facts.database(), reader, new PlanStore()), at -> ReportLook.USUAL);
        Scorecard reported = reader.read("MARKETING", Q3, now);
        assertThat(files.units(reported, Choices.USUAL, ReportFormat.XLSX)).containsExactly("MARKETING", "SEO");
        assertThat(files.units(reported, Choices.USUAL, ReportFormat.PDF)).containsExactly("MARKETING");
        Scorecard restated = reader.read(new ScorecardQuery("MARKETING", Q3, now, RESTATED));
        assertThat(files.units(restated, RESTATED, ReportFormat.XLSX)).containsExactly("MARKETING");
    }

    @ParameterizedTest
    @EnumSource
    void workbook_showsTheRowsBehindEachValue_whichIsAFormulaOnThem(TestDatabase database) throws Exception {
        ImportedFacts facts = facts(database);
        Instant now = quarter(facts);
        facts.file(HEADER, "SALES;LEADS;2026-07;5;", "MARKETING;LEADS;2026-04;1;", "MARKETING;LEADS;2026-08;99;late");
        ScorecardReader reader = reader(facts, organisation(false));
        Scorecard card = reader.read("MARKETING", Q3, now);
        PlanStore plans = new PlanStore() {
            @Override
            public Plan read(long id) {
                return plan();
            }
        };
        Evidence evidence = EvidenceReader.over(facts.database(), reader, plans).of(card, Choices.USUAL);
        List<String> rows = new ArrayList<>();
        evidence.facts().each(f -> rows.add(f.unit() + " " + f.period().code() + " " + Decimals.plain(f.value())));
        assertThat(rows)
                .containsExactly(
                        "MARKETING 2026-07 20",
                        "MARKETING 2026-08 20",
                        "MARKETING 2026-09 20",
                        "SEO 2026-07 10",
                        "SEO 2026-08 10",
                        "SEO 2026-09 10");
        assertThat(evidence.imports().of(Set.of(1L))).singleElement().satisfies(i -> assertThat(i.sha256())
                .hasSize(64));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new ScorecardWorkbook().write(card, evidence, Messages.EN, file);
        assertThat(ReadBack.differences(card, Messages.EN, file.toByteArray())).isEmpty();
        assertThat(part(file.toByteArray(), "xl/worksheets/sheet2.xml"))
                .contains("<f>SUMIFS(tblData[value],tblData[measure],\"LEADS\"");
    }

    private static String part(byte[] file, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    private static BigDecimal step(ScorecardReader reader, ScorecardQuery query, Explanation.Kind kind) {
        return reader.explained(query, "LEADS")
                .flatMap(e -> e.explanation().step(kind))
                .orElseThrow()
                .value();
    }

    @ParameterizedTest
    @EnumSource
    void explanation_isOfTheOrganisationAndTheComparisonThatWereChosen(TestDatabase database) throws Exception {
        ImportedFacts facts = facts(database);
        quarter(facts);
        Instant now = facts.file(HEADER, "MARKETING;LEADS;2025-10-04;7;", "MARKETING;LEADS;2025-10-03;9;");
        ScorecardReader reader = reader(facts, organisation(true));
        ScorecardQuery usual = new ScorecardQuery("MARKETING", Q3, now);
        assertThat(step(reader, usual, Explanation.Kind.ACTUAL)).isEqualByComparingTo("80");
        assertThat(step(reader, usual.byOtherOrganisation(), Explanation.Kind.ACTUAL))
                .isEqualByComparingTo("60");
        Period day = Period.parse("2026-10-03");
        Choices sameDate = new Choices(Organisation.AS_REPORTED, Optional.of(Comparisons.SAME_DATE), Optional.empty());
        assertThat(step(reader, new ScorecardQuery("MARKETING", day, now), Explanation.Kind.PRIOR_YEAR))
                .isEqualByComparingTo("7");
        assertThat(step(reader, new ScorecardQuery("MARKETING", day, now, sameDate), Explanation.Kind.PRIOR_YEAR))
                .isEqualByComparingTo("9");
    }
}
