package org.kpisuite.ejb.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.organisation.ExchangeRates;
import org.kpisuite.domain.organisation.OrgHistory;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.organisation.Standing;
import org.kpisuite.domain.organisation.UnitFace;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.report.FileMark;
import org.kpisuite.domain.report.ReportFormat;
import org.kpisuite.domain.scorecard.CompanyRules;
import org.kpisuite.domain.scorecard.Remark;
import org.kpisuite.domain.scorecard.RestatedSince;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.ejb.actual.ImportedFacts;
import org.kpisuite.ejb.plan.PlanStore;
import org.kpisuite.ejb.settings.CompanySettings;
import org.kpisuite.ejb.storage.TestDatabase;
import org.kpisuite.reports.chart.Palette;
import org.kpisuite.reports.look.PaperSize;
import org.kpisuite.reports.look.ReportLook;

/** A report that was issued is made again byte for byte, whatever was changed since. */
class RebuildTest {
    private static final Period Q3 = Period.parse("2026-Q3");
    private static final String HEADER = "unit;measure;period;value;reason";

    @TempDir
    private Path folder;

    /** What is stored, and changes. */
    private static final class Company {
        final OrgUnit marketing = new OrgUnit("MARKETING", new LocalizedText("Marketing", "Маркетинг"), null, null);
        final List<UnitFace> faces = new ArrayList<>(List.of(new UnitFace(marketing, Instant.EPOCH, "anna")));
        final Plan plan = SampleApproval.submitted(Q3, Instant.parse("2026-06-20T09:00:00Z"));
        final Person anna = new Person("anna", "Anna Orlova", "anna@example.ru", Messages.RU, List.of());
        CatalogueHistory catalogue = CatalogueHistory.shipped();
        Instant resettled = Instant.MAX;
        final List<Remark.Said> said = new ArrayList<>();

        Company() {
            SampleApproval.approve(plan, Instant.parse("2026-06-21T09:00:00Z"));
            anna.remember(Instant.EPOCH);
        }

        OrgHistory organisation() {
            return new OrgHistory(
                    List.of(marketing.remembering(faces)),
                    List.of(Standing.below(Optional.empty(), "MARKETING", Standing.BEGINNING, Instant.EPOCH)),
                    "RUB",
                    LocalDate.of(2026, 12, 1),
                    SampleApproval.ZONE);
        }

        CompanySettings settings(Instant asOf) {
            return asOf.isAfter(resettled)
                    ? new CompanySettings(ZoneId.of("Asia/Vladivostok"), "USD", CompanyRules.USUAL)
                    : new CompanySettings(SampleApproval.ZONE, "RUB", CompanyRules.USUAL);
        }

        ReportLook look(Instant asOf) {
            return asOf.isAfter(resettled)
                    ? new ReportLook(Palette.BLUE_ORANGE, null, PaperSize.LETTER, true)
                    : ReportLook.USUAL;
        }

        /** Everything that can be is another one from then on. */
        void change(Instant later) {
            marketing.change(new LocalizedText("Growth", "Рост"), null, "USD");
            faces.add(new UnitFace(marketing, later, "anna"));
            Indicator leads = catalogue.latest().indicator("LEADS").orElseThrow();
            Indicator doubled = leads.by(Formula.parse("LEADS + LEADS"), leads.direction())
                    .with(leads.validity().numbered(2));
            catalogue = catalogue.with(List.of(new CatalogueHistory.Entry(doubled, later, "anna")));
            SampleApproval.close(plan, later, LocalDate.of(2026, 10, 20));
            anna.change("Anna Petrova", "anna@example.ru", Messages.EN, List.of());
            anna.remember(later);
            said.add(new Remark.Said(1, Optional.empty(), "A word too late", "Anna Petrova", later, Optional.empty()));
            resettled = later;
        }
    }

    private record Made(ScorecardReader reader, ScorecardFiles files) {
        String hash(Instant asOf, Locale locale, ReportFormat format) {
            ScorecardQuery query = new ScorecardQuery("MARKETING", Q3, asOf);
            return FileMark.of(files.of(reader.report(query), query.choices(), locale, format))
                    .sha256();
        }

        List<String> all(Instant asOf) {
            List<String> hashes = new ArrayList<>();
            for (ReportFormat format : ReportFormat.values()) {
                hashes.add(hash(asOf, Messages.RU, format));
                hashes.add(hash(asOf, Messages.EN, format));
            }
            return hashes;
        }
    }

    private static Made over(ImportedFacts facts, Company company) {
        KnownReader known = new KnownReader() {
            @Override
            List<Known> below(Known above) {
                return List.of();
            }

            @Override
            String traceAddress(Instant asOf) {
                return "https://kpi.example.org/trace?code=";
            }

            @Override
            Known at(ScorecardQuery query) {
                return new Known(
                        query,
                        company.catalogue.knownAt(query.asOf()),
                        company.organisation().knownAt(query.asOf()),
                        Map.of(Q3, company.plan),
                        ExchangeRates.NONE,
                        company.settings(query.asOf()),
                        Map.of());
            }

            @Override
            List<Remark.Said> remarks(ScorecardQuery query) {
                return company.said.stream()
                        .filter(r -> r.at().isBefore(query.asOf()))
                        .toList();
            }

            @Override
            String name(String login, Instant asOf) {
                return company.anna.nameAt(asOf);
            }
        };
        PlanStore plans = new PlanStore() {
            @Override
            public Plan read(long id) {
                return company.plan;
            }
        };
        ScorecardReader reader = ScorecardReader.over(facts.database(), known, plans);
        return new Made(
                reader, new ScorecardFiles(EvidenceReader.over(facts.database(), reader, plans), company::look));
    }

    @ParameterizedTest
    @EnumSource
    void issuedReport_isMadeAgainByteForByte_afterFactsNamesPlanAndSettingsChanged(TestDatabase database)
            throws Exception {
        ImportedFacts facts = new ImportedFacts(database, folder, "MARKETING");
        Instant asOf = facts.file(
                HEADER,
                "MARKETING;LEADS;2026-06;25;",
                "MARKETING;LEADS;2026-07;20;",
                "MARKETING;LEADS;2026-08;20;",
                "MARKETING;LEADS;2026-09;20;");
        Company company = new Company();
        Made made = over(facts, company);
        List<String> issued = made.all(asOf);
        assertThat(issued).doesNotHaveDuplicates().isEqualTo(made.all(asOf));

        Instant changed = facts.file(HEADER, "MARKETING;LEADS;2026-08;99;recount", "MARKETING;LEADS;2026-06;1;late");
        company.change(changed);
        Made later = over(facts, company);
        assertThat(later.all(asOf)).isEqualTo(issued);

        Instant now = changed.plus(Duration.ofDays(1));
        Scorecard of = later.reader().read("MARKETING", Q3, now);
        assertThat(of.heading().unitName().ru()).isEqualTo("Рост");
        assertThat(of.restatements()).isNotEmpty();
        assertThat(later.all(now)).doesNotContainAnyElementsOf(issued);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasRestatedSince_isToldByCell_withOldAndNew_andTheImport(TestDatabase database) throws Exception {
        ImportedFacts facts = new ImportedFacts(database, folder, "MARKETING");
        Instant asOf = facts.file(
                HEADER,
                "MARKETING;LEADS;2026-06;25;",
                "MARKETING;LEADS;2026-07;20;",
                "MARKETING;LEADS;2026-08;20;",
                "MARKETING;LEADS;2026-09;20;");
        Made made = over(facts, new Company());
        ScorecardQuery query = new ScorecardQuery("MARKETING", Q3, asOf);
        assertThat(made.reader().restatedSince(query, asOf.plusSeconds(5)).cells())
                .isEmpty();

        Instant changed = facts.file(
                HEADER,
                "MARKETING;LEADS;2026-08;99;recount",
                "MARKETING;LEADS;2026-07;20;",
                "MARKETING;LEADS;2026-10;7;");
        RestatedSince since = made.reader().restatedSince(query, changed);
        assertThat(since.cells()).singleElement().satisfies(cell -> {
            assertThat(cell.item().key()).isEqualTo("LEADS");
            assertThat(cell.period()).isEqualTo(Q3);
            assertThat(cell.before()).isEqualByComparingTo("60");
            assertThat(cell.after()).isEqualByComparingTo("139");
            assertThat(cell.by()).singleElement().satisfies(change -> {
                assertThat(change.period()).isEqualTo(Period.parse("2026-08"));
                assertThat(change.before()).isEqualByComparingTo("20");
                assertThat(change.after()).isEqualByComparingTo("99");
                assertThat(change.importId()).isEqualTo(2);
                assertThat(change.row()).isEqualTo(2);
                assertThat(change.reason()).isEqualTo("recount");
            });
        });
    }

    @ParameterizedTest
    @EnumSource
    void laterReport_saysWhatChangedSinceTheOneIssuedBefore_andIsMadeAgainTheSame(TestDatabase database)
            throws Exception {
        ImportedFacts facts = new ImportedFacts(database, folder, "MARKETING");
        Instant asOf = facts.file(
                HEADER,
                "MARKETING;LEADS;2026-06;25;",
                "MARKETING;LEADS;2026-07;20;",
                "MARKETING;LEADS;2026-08;20;",
                "MARKETING;LEADS;2026-09;20;");
        Made made = over(facts, new Company());
        issue(facts, 1, asOf, asOf.plusSeconds(1));
        Instant changed =
                facts.file(HEADER, "MARKETING;LEADS;2026-08;99;recount").plusSeconds(2);
        ScorecardQuery query = new ScorecardQuery("MARKETING", Q3, changed);
        assertThat(made.reader()
                        .report(new ScorecardQuery("MARKETING", Q3, asOf))
                        .background()
                        .restated())
                .isEmpty();
        RestatedSince since =
                made.reader().report(query).background().restated().orElseThrow();
        assertThat(since.since()).isEqualTo(asOf);
        assertThat(since.cells()).singleElement().satisfies(c -> assertThat(c.after())
                .isEqualByComparingTo("139"));
        issue(facts, 2, changed, changed.plusSeconds(1));
        assertThat(made.reader().report(query).background().restated()).hasValue(since);
    }

    private static void issue(ImportedFacts facts, long id, Instant asOf, Instant at) throws SQLException {
        try (Connection connection = facts.database().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into issued_report (id, unit_code, period, as_of, locale, file_format, sha256, size_bytes,"
                                + " issued_at) values (?, 'MARKETING', ?, ?, 'ru', 'PDF', ?, 1, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, Q3.key());
            insert.setObject(3, asOf.atOffset(ZoneOffset.UTC));
            insert.setString(4, "00".repeat(32));
            insert.setObject(5, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
